// Does MSER-5 find where the beginning of a series ends?

#include "analysis/warm_up.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "models/error.hpp"
#include "models/random.hpp"

using namespace ccm;

namespace {

/// X_t = phi X_{t-1} + e_t around zero, from X_0 on; noise of deviation 1. Its bias is X_0 phi^t.
std::vector<double> autoregressive(std::uint64_t replication, std::size_t length, double phi, double start) {
  RandomStream stream(1, replication, "test", "autoregressive");
  std::vector<double> series;
  for (double x = start; series.size() < length; x = phi * x + stream.normal(0, 1)) series.push_back(x);
  return series;
}

/// By the definition, mean and squares anew for each cut.
std::vector<double> brute_force(const std::vector<double>& series) {
  std::vector<double> y;
  for (std::size_t i = 0; i + 5 <= series.size(); i += 5)
    y.push_back((series[i] + series[i + 1] + series[i + 2] + series[i + 3] + series[i + 4]) / 5);
  std::vector<double> statistic;
  for (std::size_t d = 0; d <= y.size() / 2; ++d) {
    const auto n = static_cast<double>(y.size() - d);
    const auto begin = y.begin() + static_cast<std::ptrdiff_t>(d);
    const double mean = std::accumulate(begin, y.end(), 0.0) / n;
    statistic.push_back(std::accumulate(begin, y.end(), 0.0, [&](double sum, double x) { return sum + (x - mean) * (x - mean); }) /
                        (n * n));
  }
  return statistic;
}

/// P(chi squared of n degrees > 2 n) = Q(n/2, n), by Q(a+1, x) = Q(a, x) + x^a e^-x / Gamma(a+1).
double chance_above_twice_its_mean(int n) {
  double a = n % 2 == 0 ? 1 : 0.5;
  double q = n % 2 == 0 ? std::exp(-n) : std::erfc(std::sqrt(n));
  for (; a < n / 2.0; ++a) q += std::exp(a * std::log(n) - n - std::lgamma(a + 1));
  return q;
}

}  // namespace

TEST_CASE("MSER of every cut, and the least of them, by brute force") {
  for (const std::size_t length : {50U, 53U, 55U, 300U, 1001U}) {
    const std::vector<double> series = autoregressive(length, length, 0.6, 20);
    const WarmUp warm_up = mser5(series);
    const std::vector<double> expected = brute_force(series);
    REQUIRE(warm_up.statistic.size() == expected.size());
    REQUIRE(warm_up.batch_means.size() == length / 5);
    // Sums of at most 200 squares: relative rounding below 200 * 2^-52.
    for (std::size_t d = 0; d < expected.size(); ++d) CHECK(warm_up.statistic[d] == Approx(expected[d]).epsilon(1e-12));
    CHECK(warm_up.cut == 5 * static_cast<std::size_t>(std::ranges::min_element(expected) - expected.begin()));
  }
}

TEST_CASE("MSER-5 cuts an autoregressive series where its bias sinks into the noise") {
  // Leaving out Y_1 pays when (Y_1 - mean)^2 > 2 Var Y, nearly. With phi = 0.8 the variance of a batch of 5 is 2.01, so the bias must
  // exceed 2.0: 50 * 0.8^t does for t < 14.4. Hence 15 observations; noise of about 1.4 on a batch moves that by a batch or two.
  constexpr int experiments = 500;
  std::vector<std::size_t> cuts;
  for (std::uint64_t r = 1; r <= experiments; ++r) cuts.push_back(mser5(autoregressive(r, 1000, 0.8, 50)).cut);
  std::ranges::sort(cuts);
  CHECK(cuts.front() >= 10);  // the bias of the second batch is 50 * 0.8^5 * 0.67 = 11, eight deviations
  CHECK(cuts[250] >= 15);
  CHECK(cuts[250] <= 20);
  CHECK(cuts[475] <= 100);
}

TEST_CASE("without bias MSER-5 leaves white noise whole as often as a random walk of negative drift stays below zero") {
  // Cutting d batches pays if chi^2_d > 2 d, nearly; P(never) = exp(-sum_d P(chi^2_d > 2 d) / d) = 0.71 (Spitzer's identity).
  double exponent = 0;
  for (int d = 1; d <= 100; ++d) exponent += chance_above_twice_its_mean(d) / d;
  constexpr int experiments = 2000;
  int whole = 0;
  int short_cut = 0;
  for (std::uint64_t r = 1; r <= experiments; ++r) {
    const WarmUp warm_up = mser5(autoregressive(r, 1000, 0, 0));
    whole += warm_up.cut == 0;
    short_cut += warm_up.cut <= 50;
  }
  // 3.3 binomial deviations of 0.0101, and 0.01 for the variance being estimated from 200 batches.
  CHECK(std::abs(whole / 2000.0 - std::exp(-exponent)) < 0.043);
  CHECK(short_cut / 2000.0 > 0.95);
}

TEST_CASE("a series that still rises has no steady state, and a constant one needs no cut") {
  std::vector<double> rising(100);
  std::iota(rising.begin(), rising.end(), 0.0);
  CHECK(mser5(rising).too_short);
  CHECK(mser5(rising).cut == 50);
  CHECK(mser5(std::vector<double>(100, 0.1)).cut == 0);
  CHECK_FALSE(mser5(std::vector<double>(100, 0.1)).too_short);
  CHECK_THROWS_WITH(mser5(std::vector<double>(49)), "mser5: the series must have at least 50 observations");
}

TEST_CASE("Welch's moving average by hand") {
  // Means across: 1 2 6 4 5; w = 1: 1, (1+2+6)/3, (2+6+4)/3, (6+4+5)/3.
  CHECK(welch_moving_average({{0, 2, 6, 4, 5}, {2, 2, 6, 4, 5}}, 1) == std::vector<double>{1, 3, 4, 5});
  CHECK(welch_moving_average({{1, 2, 6, 4, 5}}, 0) == std::vector<double>{1, 2, 6, 4, 5});
  // w = 2: 1, then 2 i - 1 = 3 of them, then all five.
  CHECK(welch_moving_average({{1, 2, 6, 4, 7}}, 2) == std::vector<double>{1, 3, 4});
  CHECK_THROWS_AS(welch_moving_average({{1, 2}, {1}}, 0), ModelError);
  CHECK_THROWS_AS(welch_moving_average({{1, 2}}, 2), ModelError);
  CHECK_THROWS_AS(welch_moving_average({}, 0), ModelError);
}
