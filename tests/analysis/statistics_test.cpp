// Are means and intervals those of the textbook?

#include "analysis/statistics.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/error.hpp"
#include "models/random.hpp"

using namespace ccm;

TEST_CASE("the interval of ten values, with t(0.975, 9) = 2.2622 from a table") {
  const Estimate e = estimate({1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  CHECK(e.n == 10);
  CHECK(e.mean == 5.5);
  CHECK(*e.standard_deviation == Approx(3.0277).margin(5e-5));  // sqrt(82.5 / 9)
  CHECK(*e.half_width == Approx(2.2622 * 3.0277 / std::sqrt(10.0)).margin(2e-4));
  CHECK(*estimate({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 0.9).half_width == Approx(1.8331 * 3.0277 / std::sqrt(10.0)).margin(2e-4));
}

TEST_CASE("one value has a mean and no interval, and none has nothing") {
  CHECK(estimate({3}).mean == 3);
  CHECK_FALSE(estimate({3}).half_width);
  CHECK_FALSE(estimate({3}).standard_deviation);
  CHECK_THROWS_AS(estimate({}), ModelError);
  CHECK_THROWS_AS(estimate({1, 2}, 1.0), ModelError);
}

TEST_CASE("95 % intervals of normal values hold the mean in 95 % of the experiments") {
  constexpr int experiments = 4000;
  RandomStream stream(1, 1, "test", "coverage");
  int held = 0;
  for (int i = 0; i < experiments; ++i) {
    std::vector<double> values;
    for (int j = 0; j < 5; ++j) values.push_back(stream.normal(7, 2));
    const Estimate e = estimate(values);
    held += std::abs(e.mean - 7) <= *e.half_width;
  }
  // 4.5 binomial standard deviations around 0.95: a correct interval fails once in 10^5 seeds.
  CHECK(std::abs(held / static_cast<double>(experiments) - 0.95) < 4.5 * std::sqrt(0.95 * 0.05 / experiments));
}
