#pragma once
/// Is the mean of independent draws what theory says?

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

namespace ccm::test {

/// Checks that `expected` lies in the 99 % interval of the mean; with thousands of draws it is normal.
inline void check_mean(const std::vector<double>& draws, double expected) {
  const auto n = static_cast<double>(draws.size());
  double sum = 0, squares = 0;
  for (const double draw : draws) sum += draw - expected, squares += (draw - expected) * (draw - expected);
  const double off = sum / n, half_width = 2.5758 * std::sqrt((squares / n - off * off) / (n - 1));
  INFO("off by " << off << ", half-width " << half_width << ", expected " << expected);
  CHECK(std::abs(off) <= half_width);
}

}  // namespace ccm::test
