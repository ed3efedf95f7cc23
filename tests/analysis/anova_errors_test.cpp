// Are results that are not balanced refused with a word, and what cannot be computed left out?

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "analysis/anova/means.hpp"
#include "analysis/anova/two_level.hpp"
#include "analysis/designs/factorial.hpp"
#include "models/error.hpp"

using namespace ccm;

namespace {

FactorialResults two_by_three() {
  return {.factors = {"price", "speed"}, .points = full_factorial({2, 3}), .values = {{1, 2}, {3, 5}, {4, 4}, {6, 7}, {9, 8}, {2, 3}}};
}

std::string complaint(const FactorialResults& results, const std::vector<Term>& terms = {{0}}) {
  try {
    return "accepted: " + name_of_term(terms[0], results.factors) + " has " + std::to_string(anova(results, terms).terms.size()) + " line";
  } catch (const ModelError& error) {
    return error.what();
  }
}

void check_untested(const AnovaLine& line) {
  CHECK_FALSE(line.f);
  CHECK_FALSE(line.p);
}

}  // namespace

TEST_CASE("unbalanced results are refused with the point and its count") {
  CHECK(complaint(two_by_three()) == "accepted: price has 1 line");
  FactorialResults results = two_by_three();
  results.values[3].pop_back();
  CHECK(complaint(results) == "unbalanced results: the point (price = 1, speed = 1) has 1 values where 2 were expected");
  results = two_by_three();
  results.points.erase(results.points.begin() + 2);
  results.values.erase(results.values.begin() + 2);
  CHECK(complaint(results) == "unbalanced results: the point (price = 0, speed = 1) has 0 values where 2 were expected");
  results = two_by_three();
  results.points[1] = results.points[0];
  CHECK(complaint(results) == "the point (price = 0, speed = 0) stands twice");
}

TEST_CASE("values that are no numbers are refused with their place") {
  FactorialResults results = two_by_three();
  results.values[4][1] = std::numeric_limits<double>::quiet_NaN();
  CHECK(complaint(results) == "replication 2 of the point (price = 0, speed = 2) is nan");
  results.values[4] = {-std::numeric_limits<double>::infinity(), 1};
  CHECK(complaint(results) == "replication 1 of the point (price = 0, speed = 2) is -inf");
  results.values[4] = {1e200, -1e200};
  CHECK(complaint(results) == "analysis of variance: the values are too large to be squared");
}

TEST_CASE("results without shape are refused") {
  CHECK(complaint({}) == "factorial results need a factor");
  CHECK(complaint({.factors = {"a"}, .points = {}, .values = {}}) == "factorial results need a point");
  CHECK(complaint({.factors = {"a"}, .points = {{0}, {1}}, .values = {{1}}}) ==
        "factorial results: there are not as many lists of values as points");
  CHECK(complaint({.factors = {"a"}, .points = {{0}, {1, 1}}, .values = {{1}, {2}}}) ==
        "factorial results: a point does not have one level per factor");
  CHECK(complaint({.factors = {"a"}, .points = {{0}, {1}}, .values = {{}, {}}}) == "factorial results: there are no values");
  CHECK(complaint({.factors = {"a", "b"}, .points = {{0, 0}, {1, 0}}, .values = {{1}, {2}}}) ==
        "the factor b has one level; an analysis of variance needs two");
  CHECK(complaint({.factors = {"a", "b"}, .points = {{4000, 4000}}, .values = {{1}}}) ==
        "factorial results: the factors have more than 2^20 combinations of levels");
}

TEST_CASE("terms that do not exist or stand twice are refused") {
  CHECK(complaint(two_by_three(), {{0}, {2}}) == "a term names factor 2 (counted from 0) of 2");
  CHECK(complaint(two_by_three(), {{0}, {1, 1}}) == "a term names a factor twice");
  CHECK(complaint(two_by_three(), {{0}, {}}) == "a term has no factors");
  CHECK(complaint(two_by_three(), {{0, 1}, {0}, {1, 0}}) == "the term price:speed stands twice");
  CHECK_THROWS_AS(terms_up_to(0, 1), ModelError);
  CHECK_THROWS_AS(terms_up_to(3, 0), ModelError);
  CHECK_THROWS_AS(terms_up_to(26, 26), ModelError);
}

TEST_CASE("without an error there is no F, and without differences no contribution") {
  FactorialResults results = two_by_three();
  for (auto& values : results.values) values.pop_back();
  const AnovaTable saturated = anova(results, terms_up_to(2, 2), Replications::blocks);
  for (const AnovaLine& line : saturated.terms) check_untested(line);
  CHECK(saturated.residual.degrees_of_freedom == 0);
  CHECK_FALSE(saturated.residual.mean_square);
  CHECK_FALSE(saturated.blocks);
  CHECK(*saturated.model.contribution == Approx(100));
  results.values.assign(6, {0.1, 0.1, 0.1});
  const AnovaTable equal = anova(results, terms_up_to(2, 2));
  CHECK(equal.total.sum_of_squares == 0);
  CHECK_FALSE(equal.terms[0].contribution);
  check_untested(equal.terms[0]);
}

TEST_CASE("a residual that only rounding makes is zero, and no F is infinite") {
  // Values that add up from their factors, but for their own rounding, and all replications equal.
  for (const double scale : {1.0, 1e-12, 1e9}) {
    FactorialResults results{.factors = {"A", "B", "C"}, .points = full_factorial({3, 4, 2}), .values = {}};
    for (const auto& point : results.points)
      results.values.emplace_back(3, scale * (0.1 * static_cast<double>(point[0]) + 0.7 * static_cast<double>(point[1] * point[1]) +
                                              1e3 / 3 * static_cast<double>(point[2])));
    const AnovaTable table = anova(results, terms_up_to(3, 1));
    CHECK(table.residual.sum_of_squares == 0);
    CHECK(table.residual.degrees_of_freedom == 72 - 1 - 2 - 3 - 1);
    for (const AnovaLine& line : table.terms) check_untested(line);
    check_untested(*table.lack_of_fit);
  }
}

TEST_CASE("terms of a fraction that cannot be told apart are refused by name") {
  const auto refused = [](std::vector<std::vector<std::size_t>> points, const std::vector<Term>& terms) {
    FactorialResults results{.factors = {"A", "B", "C"}, .points = std::move(points), .values = {}};
    results.values.assign(results.points.size(), {1.0});
    return Catch::Matchers::Equals([&] {
      try {
        return "accepted " + std::to_string(effects(results, terms).size());
      } catch (const ModelError& error) {
        return std::string(error.what());
      }
    }());
  };
  const auto half = fractional_factorial(3, {"C=-AB"}).points;
  CHECK_THAT("accepted 3", refused(half, {{0}, {1}, {2}}));
  CHECK_THAT("A:B is aliased with C in this design, so that they cannot be told apart", refused(half, {{2}, {0, 1}}));
  CHECK_THAT("A:B:C is aliased with the mean in this design, so that they cannot be told apart", refused(half, {{0, 1, 2}}));
  CHECK_THAT("B overlaps in part with A in this design, so that they cannot be told apart",
             refused({{0, 0, 0}, {1, 1, 0}, {1, 1, 1}, {0, 0, 1}, {0, 1, 0}, {1, 0, 1}}, {{0}, {1}}));
  CHECK_THAT("A overlaps in part with the mean in this design, so that they cannot be told apart",
             refused({{0, 0, 0}, {1, 1, 0}, {1, 1, 1}}, {{0}}));
  CHECK_THAT("the factor B has 3 levels where 2 were expected", refused(full_factorial({2, 3, 2}), {{0}}));
}

TEST_CASE("means of factors that do not exist are refused") {
  CHECK_THROWS_AS(level_means(two_by_three(), 2, {}), ModelError);
  CHECK_THROWS_AS(level_means(two_by_three(), 0, {}, 1.0), ModelError);
  CHECK_THROWS_AS(interaction_means(two_by_three(), 0, 2), ModelError);
  CHECK_THROWS_AS(interaction_means(two_by_three(), 1, 1), ModelError);
}
