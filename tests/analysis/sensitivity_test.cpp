// Do sensitivity indices meet functions whose indices are known?

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <numbers>

#include "analysis/designs/morris.hpp"
#include "analysis/designs/sobol.hpp"
#include "analysis/designs/sobol_indices.hpp"
#include "models/error.hpp"
#include "models/random.hpp"

using namespace ccm;

namespace {

using Function = std::function<double(const std::vector<double>&)>;

constexpr double pi = std::numbers::pi;

/// sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1 on [-pi, pi]^3.
double ishigami(const std::vector<double>& u) {
  const auto x = [&](std::size_t i) { return pi * (2 * u[i] - 1); };
  return std::sin(x(0)) + 7 * std::pow(std::sin(x(1)), 2) + 0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

const std::vector<double> g_weights{0, 1, 4.5, 9, 99, 99, 99, 99};

/// Sobol's g: prod (|4 u - 2| + a) / (1 + a).
double g_function(const std::vector<double>& u) {
  double product = 1;
  for (std::size_t i = 0; i < u.size(); ++i) product *= (std::abs(4 * u[i] - 2) + g_weights[i]) / (1 + g_weights[i]);
  return product;
}

std::vector<double> values_at(const std::vector<std::vector<double>>& points, const Function& function) {
  std::vector<double> values;
  for (const auto& point : points) values.push_back(function(point));
  return values;
}

struct Expected {
  double first, total;
};

/// By the integrals of its parts: V1 = (1 + 0.1 pi^4/5)^2 / 2, V2 = 49/8, V13 = 0.01 pi^8 (1/18 - 1/50), the rest zero.
std::vector<Expected> expected_ishigami() {
  const double v1 = std::pow(1 + 0.1 * std::pow(pi, 4) / 5, 2) / 2;
  const double v2 = 49 / 8.0;
  const double v13 = 0.01 * std::pow(pi, 8) * (1 / 18.0 - 1 / 50.0);
  const double v = v1 + v2 + v13;
  return {{v1 / v, (v1 + v13) / v}, {v2 / v, v2 / v}, {0, v13 / v}};
}

/// Independent factors of mean 1 and variance v_i = 1 / (3 (1 + a_i)^2): V + 1 = prod (1 + v_i), and total_i V = v_i prod_{j != i} (1 +
/// v_j).
std::vector<Expected> expected_g() {
  double all = 1;
  for (const double a : g_weights) all *= 1 + 1 / (3 * (1 + a) * (1 + a));
  std::vector<Expected> result;
  for (const double a : g_weights) {
    const double v = 1 / (3 * (1 + a) * (1 + a));
    result.push_back({v / (all - 1), v * all / (1 + v) / (all - 1)});
  }
  return result;
}

/// Within the interval of 99.9 %, which is wider than the error of a Sobol sequence, plus a floor for indices that are zero up to 1e-4.
void check_indices(const Function& function, const std::vector<Expected>& expected, std::size_t base) {
  const auto values = values_at(saltelli(base, expected.size(), 1), function);
  const auto indices = sobol_indices(values, expected.size(), {.resamples = 1000, .confidence = 0.999});
  for (std::size_t f = 0; f < expected.size(); ++f) {
    CAPTURE(f, *indices[f].first, *indices[f].total, expected[f].first, expected[f].total);
    CHECK(indices[f].first_interval->low <= expected[f].first);
    CHECK(indices[f].first_interval->high >= expected[f].first);
    CHECK(indices[f].total_interval->low <= expected[f].total);
    CHECK(indices[f].total_interval->high >= expected[f].total);
    CHECK(*indices[f].first == Approx(expected[f].first).margin(0.02));
    CHECK(*indices[f].total == Approx(expected[f].total).margin(0.02));
  }
}

}  // namespace

TEST_CASE("Sobol's indices of the Ishigami function") { check_indices(ishigami, expected_ishigami(), 2048); }

TEST_CASE("Sobol's indices of the g-function of eight factors") { check_indices(g_function, expected_g(), 4096); }

TEST_CASE("Jansen's estimators by hand: two rows, one factor") {
  // A = 1, 2; B = 3, 6; AB = 2, 6. Mean of 1 3 2 6 is 3, V = (4 + 0 + 1 + 9) / 4 = 3.5; N = 2.
  const auto indices = sobol_indices({1, 3, 2, 2, 6, 6}, 1, {.resamples = 0});
  CHECK(*indices[0].first == Approx(1 - (1 + 0) / (4 * 3.5)));
  CHECK(*indices[0].total == Approx((1 + 16) / (4 * 3.5)));
  CHECK_FALSE(indices[0].first_interval);
}

TEST_CASE("an output that does not vary has no indices, and one that depends on one factor has 1 and 0") {
  const auto none = sobol_indices(std::vector<double>(64 * 4, 0.1), 2);
  CHECK_FALSE(none[0].first);
  CHECK_FALSE(none[1].total_interval);
  const auto one = sobol_indices(values_at(saltelli(64, 2, 1), [](const auto& u) { return 1e6 + u[0]; }), 2);
  CHECK(*one[0].first == 1);
  CHECK(*one[1].total == 0);
  CHECK_THROWS_AS(sobol_indices({1, 2, 3, 4, 5}, 2), ModelError);
  CHECK_THROWS_AS(sobol_indices({1, 2, 3, 4}, 2), ModelError);
}

TEST_CASE("bootstrap intervals of 80 % hold the indices in 80 % of random samples") {
  // Rows drawn independently, which is what the bootstrap assumes: y = u1 + 2 u2, so first = total = 1/5 and 4/5.
  int held = 0;
  for (std::uint64_t experiment = 1; experiment <= 300; ++experiment) {
    RandomStream stream(1, experiment, "test", "rows");
    std::vector<double> values;
    for (int row = 0; row < 100; ++row) {
      const double a1 = stream.uniform(0, 1), a2 = stream.uniform(0, 2), b1 = stream.uniform(0, 1), b2 = stream.uniform(0, 2);
      values.insert(values.end(), {a1 + a2, b1 + b2, b1 + a2, a1 + b2});
    }
    const auto interval = *sobol_indices(values, 2, {.resamples = 200, .confidence = 0.8})[0].total_interval;
    held += interval.low <= 0.2 && 0.2 <= interval.high;
  }
  // A percentile bootstrap of 100 rows covers a little less, 0.78 at worst; and 3.3 binomial deviations of 300 experiments.
  CHECK(held / 300.0 > 0.78 - 3.3 * std::sqrt(0.78 * 0.22 / 300));
  CHECK(held / 300.0 < 0.80 + 3.3 * std::sqrt(0.80 * 0.20 / 300));
}

TEST_CASE("Morris ranks the factors of the g-function, and his mu* of them is the mean over the grid") {
  // Of 4 levels 0, 1/3, 2/3, 1 and steps of 2/3 from 0 or 1/3, |4u - 2| goes from 2 to 2/3 or from 2/3 to 2: |change| = 4/3, slope 2 in
  // absolute value. So |d_i| = 2 / (1 + a_i) times the other factors, whose mean over the levels (2, 2/3, 2/3, 2) is (4/3 + a) / (1 + a).
  const MorrisTrajectories design = morris(400, g_weights.size(), 1);
  const auto effects = elementary_effects(design, values_at(design.points, g_function), 0.999);
  for (std::size_t f = 0; f < g_weights.size(); ++f) {
    double expected = 2 / (1 + g_weights[f]);
    for (std::size_t j = 0; j < g_weights.size(); ++j)
      if (j != f) expected *= (4.0 / 3 + g_weights[j]) / (1 + g_weights[j]);
    CHECK(std::abs(effects[f].mu_star.mean - expected) < *effects[f].mu_star.half_width);
    CHECK(std::abs(effects[f].mu.mean) < *effects[f].mu.half_width);  // up and down are equally likely
  }
}

TEST_CASE("Morris on the Ishigami function: its grid of four levels shows the second factor as it is") {
  // x2 in -pi, -pi/3, pi/3, pi: sin^2 is 0 or 3/4, so every |d_2| is 7 * 3/4 / (2/3). The third acts on the first only: mu = 0, mu* > 0.
  const MorrisTrajectories design = morris(100, 3, 1);
  const auto effects = elementary_effects(design, values_at(design.points, ishigami), 0.999);
  CHECK(effects[1].mu_star.mean == Approx(7.875));
  CHECK(*effects[1].mu_star.half_width < 1e-12);
  CHECK(std::abs(effects[2].mu.mean) < *effects[2].mu.half_width);
  CHECK(effects[2].mu_star.mean > *effects[2].mu_star.half_width);
}
