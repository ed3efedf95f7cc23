// Are effects, half-normal plots, Lenth's limits and means those of the textbooks and the paper?

#include "analysis/anova/two_level.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/anova/half_normal.hpp"
#include "analysis/anova/means.hpp"
#include "analysis/designs/factorial.hpp"
#include "models/error.hpp"

using namespace ccm;

namespace {

/// The filtration rate experiment of [Montgomery2017], example 6.2: 2^4 points, one value each.
FactorialResults filtration() {
  FactorialResults results{.factors = {"A", "B", "C", "D"}, .points = full_factorial({2, 2, 2, 2}), .values = {}};
  for (const double rate : {45, 71, 48, 65, 68, 60, 80, 65, 43, 100, 45, 104, 75, 86, 70, 96}) results.values.push_back({rate});
  return results;
}

std::vector<double> values_of(const std::vector<Effect>& effects) {
  std::vector<double> values;
  for (const Effect& effect : effects) values.push_back(effect.value);
  return values;
}

void check_near(double ours, double printed, double half_digit) { CHECK(std::abs(ours - printed) <= half_digit * (1 + 1e-9)); }

}  // namespace

TEST_CASE("effects of the filtration rate experiment are those of the textbook") {
  CHECK(values_of(effects(filtration(), terms_up_to(4, 4))) == std::vector<double>{21.625, 3.125, 9.875, 14.625, 0.125, -18.125, 16.625,
                                                                                   2.375, -0.375, -1.125, 1.875, 4.125, -1.625, -2.625,
                                                                                   1.375});
  const AnovaTable table = anova(filtration(), {{0}, {2}, {3}, {0, 2}, {0, 3}});
  check_near(table.terms[0].sum_of_squares, 1870.56, 0.005);
  check_near(table.terms[4].sum_of_squares, 1105.56, 0.005);
  check_near(table.total.sum_of_squares, 5730.94, 0.005);
  CHECK(table.terms[4].name == "A:D");
}

TEST_CASE("effects of its half fraction are those of the textbook") {
  // [Montgomery2017], example 8.1: D = ABC.
  FactorialResults results{.factors = {"A", "B", "C", "D"}, .points = fractional_factorial(4, {"D=ABC"}).points, .values = {}};
  for (const double rate : {45, 100, 45, 65, 75, 60, 80, 96}) results.values.push_back({rate});
  const std::vector<Term> terms = {{0}, {1}, {2}, {3}, {0, 1}, {0, 2}, {0, 3}};
  CHECK(values_of(effects(results, terms)) == std::vector<double>{19, 1.5, 14, 16.5, -1, -18.5, 19});
  CHECK(anova_of_fraction(results, terms).residual.degrees_of_freedom == 0);
  const AnovaTable some = anova_of_fraction(results, {{0}, {2}, {3}, {0, 2}, {0, 3}});
  CHECK(some.residual.sum_of_squares == Approx(2 * (1.5 * 1.5 + 1)));
  CHECK(*some.terms[0].f == Approx(2 * 19 * 19 / (1.5 * 1.5 + 1)));
}

TEST_CASE("a fraction with replications has lack of fit and pure error, and blocks when asked for") {
  FactorialResults results{
      .factors = {"A", "B", "C"}, .points = fractional_factorial(3, {"C=AB"}).points, .values = {{1, 2}, {5, 8}, {3, 3}, {9, 10}}};
  // By hand: means 1.5, 6.5, 3, 9.5; effects A 5.75, B 2.25, C 0.75, so SS 66.125, 10.125, 1.125; within points 0.5 + 4.5 + 0 + 0.5 = 5.5;
  // means of replications 4.5 and 5.75, so SS of blocks 2 * 4 * 0.625^2 = 3.125.
  const AnovaTable table = anova_of_fraction(results, {{0}, {1}});
  CHECK(table.lack_of_fit->sum_of_squares == Approx(1.125));
  CHECK(table.lack_of_fit->degrees_of_freedom == 1);
  CHECK(*table.lack_of_fit->f == Approx(1.125 / (5.5 / 4)));
  CHECK(table.pure_error->sum_of_squares == Approx(5.5));
  CHECK(*table.terms[0].f == Approx(66.125 / (6.625 / 5)));
  const AnovaTable blocked = anova_of_fraction(results, {{0}, {1}}, Replications::blocks);
  CHECK(blocked.blocks->sum_of_squares == Approx(3.125));
  CHECK(blocked.pure_error->sum_of_squares == Approx(2.375));
  CHECK(blocked.residual.degrees_of_freedom == 4);
}

TEST_CASE("the half-normal plot sorts effects and places them at the quantiles of R's qnorm") {
  const auto plot = half_normal_plot(effects(filtration(), terms_up_to(4, 4)));
  REQUIRE(plot.size() == 15);
  CHECK(plot.front().name == "A:B");
  CHECK(plot.front().magnitude == 0.125);
  CHECK(plot.front().quantile == Approx(0.0417892978165).epsilon(1e-11));  // qnorm(0.5 + 0.5 / 30)
  CHECK(plot[13].name == "A:C");
  CHECK(plot.back().quantile == Approx(2.12804523418).epsilon(1e-11));  // qnorm(0.5 + 14.5 / 30)
  CHECK(half_normal_plot({}).empty());
}

TEST_CASE("Lenth's limits, by hand") {
  // Median |effect| 2.625; below 2.5 * 1.5 * 2.625 = 9.84 are ten, whose median is 1.75; so PSE = 2.625. t from R: qt with 5 df.
  const LenthLimits limits = lenth_limits(effects(filtration(), terms_up_to(4, 4)));
  CHECK(limits.pseudo_standard_error == 2.625);
  CHECK(limits.margin_of_error == Approx(2.625 * 2.57058183564).epsilon(1e-11));
  CHECK(limits.simultaneous_margin_of_error == Approx(2.625 * 5.21865126202).epsilon(1e-11));
  // Median 3; below 11.25 are 1, 2, 3 and 9, but not 11.25 itself.
  CHECK(lenth_limits({{"A", 1}, {"B", -9}, {"C", 3}, {"D", -100}, {"E", 2}}).pseudo_standard_error == 1.5 * 2.5);
  CHECK(lenth_limits({{"A", 1}, {"B", -11.25}, {"C", 3}, {"D", -100}, {"E", 2}}).pseudo_standard_error == 1.5 * 2);
  CHECK(lenth_limits({{"A", 0}, {"B", 0}, {"C", 0}, {"D", 5}}).margin_of_error == 0);
  CHECK_THROWS_AS(lenth_limits({{"A", 1}, {"B", 2}}), ModelError);
  CHECK_THROWS_AS(lenth_limits({{"A", 1}, {"B", 2}, {"C", 3}}, 1.0), ModelError);
}

TEST_CASE("means per level and per pair of levels") {
  const FactorialResults results{
      .factors = {"A", "B"}, .points = full_factorial({2, 3}), .values = {{1, 3}, {2, 2}, {4, 6}, {3, 5}, {9, 7}, {1, 1}}};
  const AnovaTable table = anova(results, terms_up_to(2, 2));
  const auto levels = level_means(results, 1, table.residual);
  REQUIRE(levels.size() == 3);
  CHECK(levels[0].mean == Approx(2));
  CHECK(levels[1].mean == Approx(4.5));
  CHECK(levels[2].mean == Approx(4.5));
  // Pure error (2 + 0 + 2 + 2 + 2 + 0) / 6 = 4/3; t(0.975, 6) = 2.4469 from a table; 4 values per level.
  CHECK(*levels[2].half_width == Approx(2.4469 * std::sqrt(4.0 / 3 / 4)).epsilon(1e-4));
  CHECK(level_means(results, 0, table.residual)[1].mean == Approx(14.0 / 6));
  const auto pairs = interaction_means(results, 1, 0);
  REQUIRE(pairs.size() == 3);
  CHECK(pairs[1] == std::vector<std::optional<double>>{5, 4});
  CHECK(*interaction_means(results, 0, 1)[0][2] == 8);
}

TEST_CASE("means of a fraction leave out pairs that it lacks, and need an error for an interval") {
  const FactorialResults results{.factors = {"A", "B"}, .points = {{0, 0}, {1, 1}}, .values = {{1}, {4}}};
  const auto pairs = interaction_means(results, 0, 1);
  CHECK(pairs[0] == std::vector<std::optional<double>>{1, std::nullopt});
  CHECK(pairs[1] == std::vector<std::optional<double>>{std::nullopt, 4});
  CHECK_FALSE(level_means(results, 0, anova_of_fraction(results, {{0}}).residual)[0].half_width);
}

TEST_CASE("Table 5 of the paper follows from its sums of squares, but for one contribution") {
  struct Printed {
    std::string name;
    double sum_of_squares, f, contribution;
  };
  const std::vector<Printed> printed = {{"A", 2.826e10, 5094.45, 59.98}, {"C", 6.874e7, 12.39, 0.14},    {"D", 4.457e9, 803.45, 9.30},
                                        {"E", 3.437e8, 61.96, 0.72},     {"F", 9.996e8, 180.21, 2.09},   {"AC", 2.961e8, 53.39, 0.62},
                                        {"AD", 9.716e9, 1751.57, 20.28}, {"AE", 1.777e9, 320.30, 3.71},  {"AF", 5.435e8, 97.98, 1.13},
                                        {"DF", 1.221e8, 22.02, 0.25},    {"ADE", 7.024e8, 126.62, 1.47}, {"ADF", 3.546e8, 63.93, 0.74}};
  // The model has 13 degrees of freedom and 12 lines; the thirteenth must have a sum of squares of about 0.
  SquaresOfResults squares{.names = {"not listed"}, .terms = {{0, 1}}, .lack_of_fit = {2.773e8, 50}, .pure_error = {}, .blocks = {}};
  for (const Printed& row : printed) {
    squares.names.push_back(row.name);
    squares.terms.push_back({row.sum_of_squares, 1});
  }
  const AnovaTable table = anova_table(squares);
  const double digits = 5e-4;  // half a unit of the fourth digit, of the sum of squares and of the residual
  std::vector<std::string> different;
  for (std::size_t i = 0; i < printed.size(); ++i) {
    const AnovaLine& line = table.terms[i + 1];
    if (std::abs(*line.f - printed[i].f) > digits * printed[i].f + 0.005) different.push_back(line.name + " F");
    if (std::abs(*line.contribution - printed[i].contribution) > digits * printed[i].contribution + 0.005)
      different.push_back(line.name + " %");
  }
  CHECK(different == std::vector<std::string>{"A %"});
  check_near(*table.terms[1].contribution, 58.97, 0.01);
  check_near(table.model.sum_of_squares, 4.764e10, 0.0005e10 * 2);
  check_near(*table.model.mean_square, 3.665e9, 0.0005e9 * 2);
  check_near(*table.model.f, 660.64, digits * 660.64);
  check_near(*table.residual.mean_square, 5.547e6, 0.0005e6 * 2);
  check_near(table.total.sum_of_squares, 4.792e10, 0.0005e10 * 2);
  CHECK(table.total.degrees_of_freedom == 63);
}
