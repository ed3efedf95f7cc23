// Which points hit each stratum of each factor once?

#include "analysis/designs/latin_hypercube.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "analysis/designs/permutation.hpp"
#include "models/error.hpp"
#include "models/random.hpp"

namespace ccm {
namespace {

/// (stratum + place) / count, kept below the end of the stratum where it would round up to it.
double coordinate(std::size_t stratum, double place, double count) {
  const double end = static_cast<double>(stratum + 1) / count;
  return std::min((static_cast<double>(stratum) + place) / count, std::nextafter(end, 0.0));
}

}  // namespace

std::vector<std::vector<double>> latin_hypercube(std::size_t points, std::size_t factors, std::uint64_t seed, StratumPlace place) {
  require(points > 0 && factors > 0, "latin_hypercube: there must be points and factors");
  std::vector<std::vector<double>> rows(points, std::vector<double>(factors));
  for (std::size_t factor = 0; factor < factors; ++factor) {
    RandomStream stream(seed, 1, "design", "latin_hypercube/" + std::to_string(factor + 1));
    const std::vector<std::size_t> strata = random_permutation(points, stream);
    for (std::size_t i = 0; i < points; ++i) {
      const double inside = place == StratumPlace::centre ? 0.5 : stream.uniform(0, 1);
      rows[i][factor] = coordinate(strata[i], inside, static_cast<double>(points));
    }
  }
  return rows;
}

}  // namespace ccm
