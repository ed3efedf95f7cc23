// Does the analysis of variance keep what it must, whatever the data?

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "analysis/anova/squares.hpp"
#include "analysis/anova/two_level.hpp"
#include "analysis/designs/factorial.hpp"
#include "models/random.hpp"
#include "tests/analysis/anova_sets.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

/// Sums of up to some thousand terms carry relative errors far below this one.
constexpr double rounding = 1e-12;

Approx nearly(double value) { return Approx(value).epsilon(rounding).scale(0); }

double sum_of_terms(const AnovaTable& table) {
  return std::accumulate(table.terms.begin(), table.terms.end(), 0.0,
                         [](double sum, const AnovaLine& line) { return sum + line.sum_of_squares; });
}

/// Straight from the definition, in extended precision.
double squares_about_mean(const FactorialResults& results) {
  long double sum = 0, squares = 0, count = 0;
  for (const auto& values : results.values)
    for (const double value : values) sum += value, ++count;
  for (const auto& values : results.values)
    for (const double value : values) squares += (value - sum / count) * (value - sum / count);
  return static_cast<double>(squares);
}

/// The same results with the factors in another order: order[i] is the old place of the i-th.
FactorialResults permuted(const FactorialResults& results, const std::vector<std::size_t>& order) {
  FactorialResults other = results;
  for (std::size_t i = 0; i < order.size(); ++i) {
    other.factors[i] = results.factors[order[i]];
    for (std::size_t p = 0; p < results.points.size(); ++p) other.points[p][i] = results.points[p][order[i]];
  }
  return other;
}

FactorialResults changed(FactorialResults results, double factor, double offset) {
  for (auto& values : results.values)
    for (double& value : values) value = factor * value + offset;
  return results;
}

void check_same(const AnovaLine& ours, const AnovaLine& theirs) {
  INFO(ours.name);
  CHECK(ours.name == theirs.name);
  CHECK(ours.degrees_of_freedom == theirs.degrees_of_freedom);
  CHECK(ours.sum_of_squares == nearly(theirs.sum_of_squares));
  REQUIRE(ours.f.has_value() == theirs.f.has_value());
  if (!ours.f) return;
  CHECK(*ours.f == nearly(*theirs.f));
  CHECK(*ours.p == Approx(*theirs.p).epsilon(200 * rounding).scale(0));
}

void check_same(const AnovaTable& ours, const AnovaTable& theirs) {
  REQUIRE(ours.terms.size() == theirs.terms.size());
  for (std::size_t i = 0; i < ours.terms.size(); ++i) check_same(ours.terms[i], theirs.terms[i]);
  check_same(ours.residual, theirs.residual);
  REQUIRE(ours.blocks.has_value() == theirs.blocks.has_value());
  if (ours.blocks) check_same(*ours.blocks, *theirs.blocks);
  REQUIRE(ours.lack_of_fit.has_value() == theirs.lack_of_fit.has_value());
  if (ours.lack_of_fit) check_same(*ours.lack_of_fit, *theirs.lack_of_fit);
}

bool is_two_level(const AnovaSet& set) {
  return std::ranges::all_of(levels_of(set.results), [](std::size_t count) { return count == 2; });
}

FactorialResults random_results(const std::vector<std::vector<std::size_t>>& points, std::size_t factors, std::size_t n) {
  RandomStream stream(1, 1, "test", "results");
  FactorialResults results{.factors = {}, .points = points, .values = {}};
  for (std::size_t i = 0; i < factors; ++i) results.factors.emplace_back(1, static_cast<char>('A' + i));
  for (std::size_t i = 0; i < points.size(); ++i) {
    results.values.emplace_back();
    for (std::size_t r = 0; r < n; ++r) results.values.back().push_back(stream.normal(50, 10));
  }
  return results;
}

}  // namespace

TEST_CASE("terms, blocks and residual add up to the sum of squares about the mean") {
  for (const AnovaSet& set : anova_sets()) {
    INFO(set.name);
    const AnovaTable table = anova(set.results, set.terms, set.replications);
    const double blocks = table.blocks ? table.blocks->sum_of_squares : 0;
    CHECK(sum_of_terms(table) + blocks + table.residual.sum_of_squares == nearly(squares_about_mean(set.results)));
    CHECK(table.total.sum_of_squares == nearly(squares_about_mean(set.results)));
    CHECK(table.model.sum_of_squares == nearly(sum_of_terms(table)));
    CHECK(table.total.degrees_of_freedom + 1 == set.results.points.size() * set.results.values[0].size());
    const double residual = *table.residual.contribution + *table.model.contribution + (table.blocks ? *table.blocks->contribution : 0);
    CHECK(residual == nearly(100));
    if (table.lack_of_fit)
      CHECK(table.lack_of_fit->sum_of_squares + table.pure_error->sum_of_squares == nearly(table.residual.sum_of_squares));
  }
}

TEST_CASE("the order of factors and points does not matter") {
  for (const AnovaSet& set : anova_sets()) {
    std::vector<std::size_t> order(set.results.factors.size());
    std::iota(order.rbegin(), order.rend(), 0U);
    std::vector<Term> terms = set.terms;
    for (Term& term : terms)
      for (std::size_t& factor : term) factor = order.size() - 1 - factor;
    FactorialResults other = permuted(set.results, order);
    std::ranges::reverse(other.points);
    std::ranges::reverse(other.values);
    AnovaTable table = anova(other, terms, set.replications);
    for (AnovaLine& line : table.terms) std::ranges::reverse(line.name);  // names of one letter: "B:A" is "A:B" reversed
    INFO(set.name);
    check_same(table, anova(set.results, set.terms, set.replications));
  }
}

TEST_CASE("a constant changes nothing and a unit only the sums of squares") {
  // Multiples of 2^-10 below 2^12 stay exact beside 2^30, so that only the computation may differ.
  FactorialResults results = random_results(full_factorial({3, 2, 4}), 3, 3);
  for (auto& values : results.values)
    for (double& value : values) value = std::round(value * 1024) / 1024;
  const auto table = anova(results, terms_up_to(3, 2), Replications::blocks);
  check_same(anova(changed(results, 1, std::ldexp(1, 30)), terms_up_to(3, 2), Replications::blocks), table);
  const auto scaled = anova(changed(results, -0.125, 0), terms_up_to(3, 2), Replications::blocks);
  for (std::size_t i = 0; i < table.terms.size(); ++i) {
    CHECK(scaled.terms[i].sum_of_squares * 64 == nearly(table.terms[i].sum_of_squares));
    CHECK(*scaled.terms[i].f == nearly(*table.terms[i].f));
  }
}

TEST_CASE("terms are orthogonal: each has the same sum of squares alone, and results of one term have no other") {
  const FactorialResults results = random_results(full_factorial({3, 2, 4}), 3, 2);
  const std::vector<Term> terms = terms_up_to(3, 3);
  const AnovaTable all = anova(results, terms);
  for (std::size_t i = 0; i < terms.size(); ++i)
    CHECK(anova(results, {terms[i]}).terms[0].sum_of_squares == nearly(all.terms[i].sum_of_squares));
  FactorialResults only_second = results;
  for (std::size_t p = 0; p < results.points.size(); ++p) only_second.values[p].assign(2, results.points[p][1] == 0 ? 0.3 : 0.7);
  const AnovaTable one = anova(only_second, terms);
  for (std::size_t i = 0; i < terms.size(); ++i) CHECK(one.terms[i].sum_of_squares == Approx(i == 1 ? 48 * 0.04 : 0).epsilon(1e-14));
}

TEST_CASE("a sum of squares is N effect^2 / 4, and a full design is analysed alike as a fraction") {
  for (const AnovaSet& set : anova_sets()) {
    if (!is_two_level(set)) continue;
    INFO(set.name);
    const AnovaTable table = anova(set.results, set.terms, set.replications);
    const auto found = effects(set.results, set.terms);
    const auto count = static_cast<double>(set.results.points.size() * set.results.values[0].size());
    for (std::size_t i = 0; i < found.size(); ++i)
      CHECK(table.terms[i].sum_of_squares == nearly(count * found[i].value * found[i].value / 4));
    check_same(anova_of_fraction(set.results, set.terms, set.replications), table);
  }
}

TEST_CASE("an effect of a fraction is the sum of the effects of its aliases in the full design") {
  const FractionalFactorial design = fractional_factorial(6, {"E=-ABC", "F=BCD"});
  const FactorialResults full = random_results(full_factorial(std::vector<std::size_t>(6, 2)), 6, 2);
  FactorialResults part{.factors = full.factors, .points = design.points, .values = {}};
  for (const auto& point : design.points)
    part.values.push_back(full.values[static_cast<std::size_t>(std::ranges::find(full.points, point) - full.points.begin())]);
  const auto effect = [](const FactorialResults& results, const Word& word) { return effects(results, {factors_of(word)})[0].value; };
  for (const auto& set : design.alias_sets) {
    double sum = effect(full, set.front());
    for (const Word& word : design.defining_relation) {
      const Word alias = set.front() * word;
      sum += (alias.negative ? -1 : 1) * effect(full, alias);
    }
    CHECK(effect(part, set.front()) == Approx(sum).margin(1e-12));  // 4 effects of up to 10, each of 64 means
  }
}

TEST_CASE("ten factors with all interactions in ten replications keep the sum of squares") {
  const FactorialResults results = random_results(full_factorial(std::vector<std::size_t>(10, 2)), 10, 10);
  const AnovaTable table = anova(results, terms_up_to(10, 10));
  CHECK(table.terms.size() == 1023);
  CHECK(sum_of_terms(table) + table.residual.sum_of_squares == nearly(squares_about_mean(results)));
  CHECK(table.residual.degrees_of_freedom == 9 * 1024);
}
