// Are mirrored draws the opposite of inverted ones, with the same distributions?

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <vector>

#include "models/error.hpp"
#include "models/random.hpp"

using namespace ccm;

namespace {

constexpr int n = 100'000;

RandomStream stream(Replication replication) { return {3, replication, "test", "antithetic"}; }

using Draw = std::function<double(RandomStream&)>;

const std::vector<std::pair<const char*, Draw>> variates{
    {"uniform", [](RandomStream& s) { return s.uniform(-1, 2); }},
    {"exponential", [](RandomStream& s) { return s.exponential(Seconds(5)).value(); }},
    {"normal", [](RandomStream& s) { return s.normal(1, 3); }},
    {"lognormal", [](RandomStream& s) { return s.lognormal(0.4); }},
    {"small Poisson", [](RandomStream& s) { return static_cast<double>(s.poisson(0.7)); }},
    {"large Poisson", [](RandomStream& s) { return static_cast<double>(s.poisson(400)); }},
    {"binomial", [](RandomStream& s) { return static_cast<double>(s.binomial(60, 0.95)); }},
    {"index", [](RandomStream& s) { return static_cast<double>(s.index(6)); }}};

/// Kolmogorov's distance of a sample from a distribution function. Above `too_far` once in 10^6 tests, as 2 exp(-2 n d^2) is the
/// probability of a larger one.
double distance(const Draw& draw, const std::function<double(double)>& probability, Drawing drawing) {
  RandomStream source = stream({4, drawing});
  std::vector<double> sample;
  for (int i = 0; i < n; ++i) sample.push_back(probability(draw(source)));
  std::ranges::sort(sample);
  double most = 0;
  for (int i = 0; i < n; ++i)
    most = std::max({most, sample[static_cast<std::size_t>(i)] - i / double(n), (i + 1) / double(n) - sample[static_cast<std::size_t>(i)]});
  return most;
}
const double too_far = std::sqrt(std::log(2e6) / 2 / n);

double normal_probability(double z) { return std::erfc(-z / std::sqrt(2.0)) / 2; }

/// Sum of the probabilities up to `last`, from that of 0 and the ratio of each to the one before.
double sum_to(std::int64_t last, double probability, const std::function<double(double)>& ratio) {
  double sum = last < 0 ? 0 : probability;
  for (std::int64_t k = 1; k <= last; ++k) sum += probability *= ratio(static_cast<double>(k));
  return sum;
}
double poisson_probability(std::int64_t last, double mean) {
  return sum_to(last, std::exp(-mean), [&](double k) { return mean / k; });
}
double binomial_probability(std::int64_t last, double trials, double p) {
  return sum_to(last, std::pow(1 - p, trials), [&](double k) { return (trials - k + 1) / k * p / (1 - p); });
}

double correlation(const Draw& draw) {
  RandomStream first = stream(antithetic(7)), second = stream(antithetic(8));
  double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  for (int i = 0; i < n; ++i) {
    const double a = draw(first), b = draw(second);
    x += a / n, y += b / n, xx += a * a / n, yy += b * b / n, xy += a * b / n;
  }
  return (xy - x * y) / std::sqrt((xx - x * x) * (yy - y * y));
}

}  // namespace

TEST_CASE("antithetic replications are pairs of one number") {
  CHECK(antithetic(1).number == 1);
  CHECK(antithetic(1).drawing == Drawing::inverted);
  CHECK(antithetic(2).number == 1);
  CHECK(antithetic(2).drawing == Drawing::mirrored);
  CHECK(antithetic(7).number == 4);
  CHECK_THROWS_AS(antithetic(0), ModelError);
  CHECK(Replication(9).drawing == Drawing::direct);
}

TEST_CASE("each variate takes one number of an inverted stream, and two streams stay in step") {
  for (const auto& [name, draw] : variates)
    for (const Drawing drawing : {Drawing::inverted, Drawing::mirrored}) {
      INFO(name);
      RandomStream drawn = stream({1, drawing}), uniform = stream({1, drawing});
      for (int i = 0; i < 100; ++i) (void)draw(drawn), (void)uniform.uniform(0, 1);
      CHECK(drawn.uniform(0, 1) == uniform.uniform(0, 1));
    }
  RandomStream certain = stream({1, Drawing::inverted}), uniform = stream({1, Drawing::inverted});
  (void)(certain.binomial(5, 1) + certain.binomial(5, 0) + certain.binomial(0, 0.5));
  for (int i = 0; i < 3; ++i) (void)uniform.uniform(0, 1);
  CHECK(certain.uniform(0, 1) == uniform.uniform(0, 1));
}

TEST_CASE("continuous variates have their distributions, inverted and mirrored") {
  const double log_variance = std::log1p(0.16);
  const std::vector<std::function<double(double)>> probabilities{
      [](double x) { return (x + 1) / 3; }, [](double x) { return 1 - std::exp(-x / 5); },
      [](double x) { return normal_probability((x - 1) / 3); },
      [&](double x) { return normal_probability((std::log(x) + log_variance / 2) / std::sqrt(log_variance)); }};
  for (std::size_t i = 0; i < probabilities.size(); ++i)
    for (const Drawing drawing : {Drawing::inverted, Drawing::mirrored}) {
      INFO(variates[i].first);
      CHECK(distance(variates[i].second, probabilities[i], drawing) < too_far);
    }
}

TEST_CASE("an inverted count is the least whose probability reaches the uniform number") {
  RandomStream uniform = stream({2, Drawing::inverted}), small = uniform, large = uniform, binomial = uniform, index = uniform;
  int wrong = 0;
  for (int i = 0; i < 2000; ++i) {
    const double u = uniform.uniform(0, 1);
    const auto least = [&](std::int64_t k, const auto& probability) { return probability(k) >= u && probability(k - 1) < u; };
    wrong += !least(small.poisson(0.7), [](std::int64_t k) { return poisson_probability(k, 0.7); });
    wrong += !least(large.poisson(400), [](std::int64_t k) { return poisson_probability(k, 400); });
    wrong += !least(binomial.binomial(60, 0.95), [](std::int64_t k) { return binomial_probability(k, 60, 0.95); });
    wrong += !least(static_cast<std::int64_t>(index.index(6)), [](std::int64_t k) { return static_cast<double>(k + 1) / 6; });
  }
  // Rounding could only matter for a u within 10^-12 of a step, which happens once in 10^6 runs of this test.
  CHECK(wrong == 0);
}

TEST_CASE("mirrored uniform numbers are one less the inverted ones, exactly") {
  RandomStream first = stream(antithetic(7)), second = stream(antithetic(8));
  int wrong = 0;
  for (int i = 0; i < n; ++i) {
    const double u = first.uniform(0, 1);
    wrong += u <= 0 || u >= 1 || second.uniform(0, 1) != 1 - u;
  }
  CHECK(wrong == 0);
}

TEST_CASE("mirrored normal variates lie on the other side of the mean at the same distance") {
  RandomStream first = stream(antithetic(7)), second = stream(antithetic(8));
  double most = 0;
  for (int i = 0; i < n; ++i) most = std::max(most, std::abs(first.normal(0, 1) + second.normal(0, 1)));
  CHECK(most < 1e-9);  // a quantile near 5 loses 10^-16 / density(5) = 10^-10 to the rounding of 1 - u
}

TEST_CASE("pairs are negatively correlated") {
  for (const auto& [name, draw] : variates) {
    INFO(name);
    CHECK(correlation(draw) < -0.5);
  }
  CHECK(correlation(variates[0].second) == Approx(-1).margin(1e-9));
  // E[log u log(1 - u)] = 2 - pi^2 / 6, so the correlation of exponential pairs is 1 - pi^2 / 6 = -0.645; its standard error is below
  // 1 / sqrt(n), and 5 of them are exceeded less than once in 10^6 tests.
  CHECK(std::abs(correlation(variates[1].second) - (1 - std::acos(-1.0) * std::acos(-1.0) / 6)) < 5 / std::sqrt(n));
}

TEST_CASE("impossible draws of inverted streams are refused") {
  RandomStream inverted = stream({1, Drawing::inverted});
  CHECK_THROWS_AS(inverted.poisson(0), ModelError);
  CHECK_THROWS_AS(inverted.binomial(1, 1.5), ModelError);
  CHECK_THROWS_AS(inverted.index(0), ModelError);
}
