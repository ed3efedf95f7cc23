// Are comparisons of scenarios those of the textbook, and do they say what they see?

#include "analysis/paired.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

#include "analysis/student.hpp"
#include "models/error.hpp"

using namespace ccm;

TEST_CASE("four pairs by hand") {
  const PairedComparison c = paired_comparison({10, 12, 14, 16}, {12, 15, 15, 20});
  // D = 2 3 1 4: mean 2.5, variance 5/3; t(0.975, 3) = 3.1824. Var A = 20/3, Var B = 11, so Cov = (20/3 + 11 - 5/3) / 2 = 8.
  const double half_width = 3.1824 * std::sqrt(5.0 / 12);
  CHECK(c.n == 4);
  CHECK(c.verdict == PairedVerdict::higher);
  CHECK(c.difference == 2.5);
  CHECK(c.interval->low == Approx(2.5 - half_width).margin(1e-4));
  CHECK(c.interval->high == Approx(2.5 + half_width).margin(1e-4));
  CHECK(c.baseline_mean == 13);
  CHECK(*c.relative_difference == Approx(2.5 / 13));
  CHECK(*c.correlation == Approx(8 / std::sqrt(20.0 / 3 * 11)));
  CHECK(*c.variance_reduction == Approx(1 - (5.0 / 3) / (20.0 / 3 + 11)));
  // t = sqrt(15); with 3 degrees p = 1 - 2/pi (theta + sin theta cos theta), tan theta = t / sqrt 3.
  CHECK(*c.p_value == Approx(1 - 2 / std::numbers::pi * (std::atan(std::sqrt(5.0)) + std::sqrt(5.0) / 6)));
  // Satterthwaite: 3 (53/3)^2 / (400/9 + 121) = 5.6595 degrees, between the table's t of 5 and 6.
  const double independent = *c.narrowing * half_width / std::sqrt(53.0 / 12);
  CHECK(independent == Approx(student_quantile(0.95, 3 * 2809.0 / 1489)).epsilon(1e-4));
  CHECK(independent < 2.5706);
  CHECK(independent > 2.4469);
  CHECK(verdict_in_words(c, "EUR") == "higher by 2.5 [0.4, 4.6] EUR (+19.2 %)");
}

TEST_CASE("lower, and no difference seen, in words") {
  const PairedComparison lower = paired_comparison({12, 15, 15, 20}, {10, 12, 14, 16});
  CHECK(lower.verdict == PairedVerdict::lower);
  CHECK(verdict_in_words(lower, "h") == "lower by 2.5 [0.4, 4.6] h (-16.1 %)");
  const PairedComparison unseen = paired_comparison({1, 1, 1, 1}, {2, 0.5, 2.5, 0});
  CHECK(unseen.verdict == PairedVerdict::no_difference_seen);
  // D = 1 -0.5 1.5 -1: mean 0.25, variance 4.25/3, half-width 3.1824 sqrt(4.25/12) = 1.894.
  CHECK(verdict_in_words(unseen, "h") == "no difference seen: between -1.6 and +2.1 h");
  CHECK_FALSE(unseen.correlation);  // the baseline does not vary
  CHECK(*unseen.variance_reduction == Approx(0).margin(1e-15));
  const PairedComparison negative = paired_comparison({-10, -12, -14, -16}, {-8, -9, -13, -12});
  CHECK(*negative.relative_difference == Approx(2.5 / 13));  // higher is a plus, whatever the sign of the baseline
}

TEST_CASE("decimals follow the half-width, not the size of the values") {
  const PairedComparison c = paired_comparison({123456, 123458}, {123456.75, 123458.76});
  // D = 0.75 0.76: half-width 12.706 * 0.005 = 0.0635.
  CHECK(verdict_in_words(c, "EUR") == "higher by 0.755 [0.691, 0.819] EUR (+0.000612 %)");
}

TEST_CASE("a constant difference has an interval without width") {
  const PairedComparison c = paired_comparison({1, 5, 3}, {1.25, 5.25, 3.25});
  CHECK(c.constant_difference);
  CHECK(c.verdict == PairedVerdict::higher);
  CHECK(c.interval->low == c.interval->high);
  CHECK(*c.p_value == 0);
  CHECK_FALSE(c.narrowing);
  CHECK(*c.variance_reduction == 1);
  CHECK(*c.correlation == 1);
  CHECK(verdict_in_words(c, "EUR") == "higher by 0.25 EUR in all 3 replications (+8.33 %)");
  // 0.1 + 0.2 - 0.2 and the like: constant up to rounding.
  CHECK(paired_comparison({0.1, 0.7, 0.3}, {0.1 + 0.2, 0.7 + 0.2, 0.3 + 0.2}).constant_difference);
  const PairedComparison rounded = paired_comparison({0.3, 0.1 + 0.2, 0.3}, {0.5, 0.5, 0.5});
  CHECK(rounded.constant_difference);
  CHECK_FALSE(rounded.correlation);
  CHECK_FALSE(rounded.variance_reduction);
}

TEST_CASE("identical values, exactly or up to rounding") {
  const PairedComparison c = paired_comparison({0.3, 5, 0}, {0.1 + 0.2, 5, 0});
  CHECK(c.verdict == PairedVerdict::identical);
  CHECK(*c.p_value == 1);
  CHECK(c.constant_difference);
  CHECK(verdict_in_words(c, "EUR") == "identical in all 3 replications");
  const PairedComparison zero = paired_comparison({0, 0}, {0, 0});
  CHECK(zero.verdict == PairedVerdict::identical);
  CHECK_FALSE(zero.relative_difference);
  CHECK_FALSE(zero.variance_reduction);
}

TEST_CASE("a missing value leaves its pair out, and one pair is not enough") {
  const PairedComparison c = paired_comparison({10, std::nullopt, 12, 99, 14, 16}, {12, 7, 15, std::nullopt, 15, 20});
  CHECK(c.n == 4);
  CHECK(c.difference == 2.5);
  const PairedComparison one = paired_comparison({1, std::nullopt}, {2, 3});
  CHECK(one.n == 1);
  CHECK(one.verdict == PairedVerdict::not_enough);
  CHECK_FALSE(one.interval);
  CHECK_FALSE(one.p_value);
  CHECK(verdict_in_words(one, "EUR") == "not enough replications with a value in both: 1, and two are needed");
  CHECK(paired_comparison({}, {}).n == 0);
}

TEST_CASE("Bonferroni shares the error among the comparisons with the first scenario") {
  const std::vector<OutputByReplication> scenarios{{10, 12, 14, 16}, {12, 15, 15, 20}, {9, 12, 15, 16}, {10, 12, 14, 16}};
  const auto comparisons = compare_with_first(scenarios, 0.94);
  REQUIRE(comparisons.size() == 3);
  const PairedComparison alone = paired_comparison(scenarios[0], scenarios[1], 1, 0.98);
  CHECK(comparisons[0].confidence == Approx(0.98));
  CHECK(comparisons[0].interval->low == Approx(alone.interval->low));
  CHECK(*comparisons[0].p_value == Approx(3 * *alone.p_value));
  CHECK(*comparisons[1].p_value == 1);  // not above
  CHECK(comparisons[2].verdict == PairedVerdict::identical);
  CHECK_THROWS_AS(compare_with_first({{1, 2}}), ModelError);
  CHECK_THROWS_AS(paired_comparison({1, 2}, {1}), ModelError);
  CHECK_THROWS_AS(paired_comparison({1, 2}, {1, 2}, 0), ModelError);
  CHECK_THROWS_AS(paired_comparison({1, 2}, {1, 2}, 1, 1.0), ModelError);
}
