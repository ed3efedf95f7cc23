// Do designs put their points where the books say?

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <set>

#include "analysis/designs/latin_hypercube.hpp"
#include "analysis/designs/morris.hpp"
#include "analysis/designs/permutation.hpp"
#include "analysis/designs/sobol.hpp"
#include "models/error.hpp"

using namespace ccm;

using Points = std::vector<std::vector<double>>;

namespace {

std::vector<double> column(const Points& points, std::size_t factor) {
  std::vector<double> values;
  for (const auto& point : points) values.push_back(point[factor]);
  return values;
}

/// How many points lie in each of `strata` equal parts of a factor's range.
std::vector<int> counts(const std::vector<double>& values, std::size_t strata) {
  std::vector<int> hits(strata);
  for (const double value : values) ++hits.at(static_cast<std::size_t>(std::floor(value * static_cast<double>(strata))));
  return hits;
}

}  // namespace

TEST_CASE("each stratum of each factor of a Latin hypercube is hit once") {
  for (const std::size_t n : {1U, 2U, 7U, 49U, 100U, 1000U})
    for (const auto place : {StratumPlace::random, StratumPlace::centre}) {
      const Points points = latin_hypercube(n, 3, 5, place);
      REQUIRE(points.size() == n);
      for (std::size_t f = 0; f < 3; ++f) {
        std::vector<double> values = column(points, f);
        std::ranges::sort(values);
        // Multiplied by n, a coordinate lies between its stratum's ends up to two roundings of n.
        for (std::size_t i = 0; i < n; ++i) {
          const double at = values[i] * static_cast<double>(n) - static_cast<double>(i);
          CHECK((at > -1e-12 && at < 1 + 1e-12));
          if (place == StratumPlace::centre) CHECK(at == Approx(0.5).margin(1e-12));
        }
        CHECK(values.back() < 1);
      }
    }
}

TEST_CASE("a Latin hypercube depends on its seed, and a further factor leaves the others") {
  CHECK(latin_hypercube(20, 2, 1) == latin_hypercube(20, 2, 1));
  CHECK(latin_hypercube(20, 2, 1) != latin_hypercube(20, 2, 2));
  CHECK(column(latin_hypercube(20, 2, 1), 1) == column(latin_hypercube(20, 5, 1), 1));
  CHECK(column(latin_hypercube(20, 2, 1), 0) != column(latin_hypercube(20, 2, 1), 1));
  // Paired by chance: the correlation of 1,000 strata of two factors has a deviation of 1 / sqrt(999).
  double covariance = 0;
  for (const auto& point : latin_hypercube(1000, 2, 1, StratumPlace::centre)) covariance += (point[0] - 0.5) * (point[1] - 0.5) / 1000;
  CHECK(std::abs(covariance * 12) < 3.3 / std::sqrt(999));
  CHECK_THROWS_AS(latin_hypercube(0, 2, 1), ModelError);
  CHECK_THROWS_AS(latin_hypercube(2, 0, 1), ModelError);
}

TEST_CASE("the six orders of three are equally likely") {
  RandomStream stream(1, 1, "test", "permutation");
  std::map<std::vector<std::size_t>, int> seen;
  for (int i = 0; i < 6000; ++i) ++seen[random_permutation(3, stream)];
  CHECK(seen.size() == 6);
  double chi2 = 0;
  for (const auto& [order, times] : seen) chi2 += std::pow(times - 1000, 2) / 1000.0;
  CHECK(chi2 < 20.52);  // the 0.999 quantile of chi squared with 5 degrees of freedom
}

TEST_CASE("Morris' trajectories change each factor once, by half of the levels, on the grid") {
  for (const std::size_t levels : {2U, 4U, 10U}) {
    const MorrisTrajectories design = morris(200, 5, 3, levels);
    const double delta = static_cast<double>(levels) / (2.0 * static_cast<double>(levels - 1));
    REQUIRE(design.points.size() == 200 * 6);
    REQUIRE(design.changed.size() == 200 * 5);
    for (std::size_t t = 0; t < 200; ++t) {
      std::set<std::size_t> changed;
      for (std::size_t s = 0; s < 5; ++s) {
        const std::size_t factor = design.changed[t * 5 + s];
        changed.insert(factor);
        for (std::size_t f = 0; f < 5; ++f) {
          const double moved = std::abs(design.points[t * 6 + s + 1][f] - design.points[t * 6 + s][f]);
          CHECK(moved == Approx(f == factor ? delta : 0).margin(1e-15));
        }
      }
      CHECK(changed.size() == 5);
    }
    // All levels equally likely: 1,200 points, dependent within a trajectory, where a factor has one of two values; 200 independent
    // trajectories give a standard deviation of at most 6 sqrt(200 / levels) per level. Five of them.
    std::map<double, double> hits;
    for (const double value : column(design.points, 2)) hits[value * static_cast<double>(levels - 1)] += 1;
    REQUIRE(hits.size() == levels);
    for (const auto& [level, times] : hits) {
      CHECK(level == Approx(std::round(level)).margin(1e-14));
      CHECK(std::abs(times - 1200.0 / static_cast<double>(levels)) < 5 * 6 * std::sqrt(200.0 / static_cast<double>(levels)));
    }
  }
  CHECK_THROWS_AS(morris(4, 2, 1, 5), ModelError);
  CHECK_THROWS_AS(morris(0, 2, 1), ModelError);
}

TEST_CASE("elementary effects of a plane are its slopes, without spread") {
  const MorrisTrajectories design = morris(6, 3, 11);
  std::vector<double> plane;
  std::vector<double> twisted;
  for (const auto& x : design.points) {
    plane.push_back(4 - 3 * x[0] + 5 * x[1]);
    twisted.push_back(x[0] * x[1]);
  }
  const double slopes[] = {-3, 5, 0};
  const auto effects = elementary_effects(design, plane);
  REQUIRE(effects.size() == 3);
  for (std::size_t f = 0; f < 3; ++f) {
    // Values below 10 and a step of 2/3: differences are off by 10 roundings at most.
    CHECK(effects[f].mu.mean == Approx(slopes[f]).margin(1e-14));
    CHECK(effects[f].mu_star.mean == Approx(std::abs(slopes[f])).margin(1e-14));
    CHECK(*effects[f].mu.standard_deviation < 1e-14);
    CHECK(effects[f].mu.n == 6);
  }
  CHECK(*elementary_effects(design, twisted)[0].mu.standard_deviation > 0.1);
  CHECK_THROWS_AS(elementary_effects(design, {1, 2}), ModelError);
}

TEST_CASE("the first points of Sobol's sequence as Joe and Kuo publish them") {
  const Points published = {{0, 0, 0},
                            {0.5, 0.5, 0.5},
                            {0.75, 0.25, 0.25},
                            {0.25, 0.75, 0.75},
                            {0.375, 0.375, 0.625},
                            {0.875, 0.875, 0.125},
                            {0.625, 0.125, 0.875},
                            {0.125, 0.625, 0.375},
                            {0.1875, 0.3125, 0.9375},
                            {0.6875, 0.8125, 0.4375}};
  CHECK(sobol_points(10, 3) == published);
  CHECK_THROWS_AS(sobol_points(4, 0), ModelError);
  CHECK_THROWS_AS(sobol_points(4, sobol_max_dimensions + 1), ModelError);
  CHECK(sobol_points(2, sobol_max_dimensions).back().back() == 0.5);
}

TEST_CASE("a power of two of Sobol points hits all strata once, and with the origin only") {
  for (std::size_t f = 0; f < 40; ++f) CHECK(counts(column(sobol_points(256, 40), f), 256) == std::vector<int>(256, 1));
  Points without = sobol_points(257, 2);
  without.erase(without.begin());
  CHECK(counts(column(without, 0), 256) != std::vector<int>(256, 1));
}

TEST_CASE("Saltelli's design swaps one column at a time, keeps the net under its shift, and can be continued") {
  constexpr std::size_t k = 4;
  const Points design = saltelli(64, k, 9);
  REQUIRE(design.size() == 64 * (k + 2));
  Points base;
  for (std::size_t i = 0; i < 64; ++i) {
    const auto* row = &design[i * (k + 2)];
    base.push_back(row[0]);
    base.back().insert(base.back().end(), row[1].begin(), row[1].end());
    for (std::size_t f = 0; f < k; ++f)
      for (std::size_t j = 0; j < k; ++j) CHECK(row[2 + f][j] == (j == f ? row[1][j] : row[0][j]));
  }
  for (std::size_t d = 0; d < 2 * k; ++d) CHECK(counts(column(base, d), 64) == std::vector<int>(64, 1));
  const Points longer = saltelli(128, k, 9);
  CHECK(std::equal(design.begin(), design.end(), longer.begin()));
  CHECK(saltelli(64, k, 10) != design);
  const std::set<double> shifts(base[0].begin(), base[0].end());  // of the origin
  CHECK(shifts.size() == 2 * k);
  CHECK(*shifts.begin() > 0);
  CHECK_THROWS_AS(saltelli(48, k, 1), ModelError);
  CHECK_THROWS_AS(saltelli(1, k, 1), ModelError);
  CHECK_THROWS_AS(saltelli(4, sobol_max_dimensions / 2 + 1, 1), ModelError);
}
