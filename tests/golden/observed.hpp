#pragma once
/// Shipped scenarios, simulated for tests of what their first lines promise.

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/support/process.hpp"
#include "tests/support/table.hpp"

namespace ccm::test {

/// A scenario, simulated ten times.
class Observed {
 public:
  explicit Observed(const std::string& name, const std::string& options = "") {
    const Finished run = ccmsim(
        fmt::format("run {}/scenarios/{}.yaml --replications 10 --quiet --out {} {}", CCM_SOURCE_DIR, name, directory_ / "out", options));
    INFO(run.err);
    REQUIRE(run.code == 0);
  }
  [[nodiscard]] Interval output(const std::string& name, const std::string& group = "") const {
    return interval99(directory_ / "out", name, group);
  }
  [[nodiscard]] std::vector<Row> table(const std::string& name) const { return read_table(directory_ / ("out/" + name + ".csv")); }

 private:
  TemporaryDirectory directory_;
};

/// That the 99 % confidence intervals of ten replications do not overlap.
[[nodiscard]] inline bool more(const Interval& a, const Interval& b) { return a.mean - a.half_width > b.mean + b.half_width; }

/// The sum of a column over the rows of a period.
[[nodiscard]] inline double sum(const std::vector<Row>& rows, const std::string& column, int period) {
  double total = 0;
  for (const Row& row : rows)
    if (number(row, "period") == period) total += number(row, column);
  return total;
}

}  // namespace ccm::test
