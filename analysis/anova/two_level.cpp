// What does going from the low to the high level of each factor change?

#include "analysis/anova/two_level.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <boost/dynamic_bitset.hpp>
#include <numeric>

#include "analysis/anova/squares.hpp"
#include "models/error.hpp"

namespace ccm {

namespace {

/// The points at which the product of a term's levels is +1.
using Contrast = boost::dynamic_bitset<>;

std::uint32_t high_factors(const std::vector<std::size_t>& point) {
  std::uint32_t high = 0;
  for (std::size_t i = 0; i < point.size(); ++i) high |= static_cast<std::uint32_t>(point[i]) << i;
  return high;
}

Contrast contrast_of(std::uint32_t term, const FactorialResults& results) {
  Contrast contrast(results.points.size());
  for (std::size_t i = 0; i < results.points.size(); ++i) contrast[i] = std::popcount(term & ~high_factors(results.points[i])) % 2 == 0;
  return contrast;
}

[[noreturn]] void refuse(const std::string& term, const std::string& other, bool aliased) {
  throw ModelError(fmt::format("{} {} {} in this design, so that they cannot be told apart", term,
                               aliased ? "is aliased with" : "overlaps in part with", other));
}

void require_two_levels(const FactorialResults& results) {
  require(results.factors.size() <= 32, "two-level results have at most 32 factors");
  const std::vector<std::size_t> levels = levels_of(results);
  for (std::size_t i = 0; i < levels.size(); ++i)
    if (levels[i] != 2) throw ModelError(fmt::format("the factor {} has {} levels where 2 were expected", results.factors[i], levels[i]));
}

/// Whether the points, no two of which are the same, are all that there can be.
bool is_full(const FactorialResults& results) { return results.points.size() == std::size_t{1} << results.factors.size(); }

/// Half of the points agree when two contrasts are orthogonal, all or none of them when they are aliased.
void require_orthogonal(const std::vector<Contrast>& contrasts, const FactorialResults& results, const std::vector<Term>& terms) {
  const std::size_t points = results.points.size();
  const auto name = [&](std::size_t i) { return name_of_term(terms[i], results.factors); };
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const std::size_t high = contrasts[i].count();
    if (2 * high != points) refuse(name(i), "the mean", high == 0 || high == points);
    for (std::size_t j = 0; j < i; ++j) {
      const std::size_t differing = (contrasts[i] ^ contrasts[j]).count();
      if (2 * differing != points) refuse(name(i), name(j), differing == 0 || differing == points);
    }
  }
}

std::vector<Contrast> contrasts_of(const FactorialResults& results, const std::vector<Term>& terms) {
  require_balanced(results);
  require_two_levels(results);
  std::vector<Contrast> contrasts;
  for (const std::uint32_t term : masks_of_terms(terms, results.factors)) contrasts.push_back(contrast_of(term, results));
  if (!is_full(results)) require_orthogonal(contrasts, results, terms);
  return contrasts;
}

/// The values of all points one after the other.
std::vector<double> all_values(const FactorialResults& results) {
  std::vector<double> values;
  for (const auto& of_point : results.values) values.insert(values.end(), of_point.begin(), of_point.end());
  return values;
}

std::vector<double> means_of_points(const std::vector<double>& values, std::size_t points) {
  const std::size_t n = values.size() / points;
  std::vector<double> means;
  for (auto from = values.begin(); from != values.end(); from += static_cast<std::ptrdiff_t>(n))
    means.push_back(std::accumulate(from, from + static_cast<std::ptrdiff_t>(n), 0.0) / static_cast<double>(n));
  return means;
}

double effect_of(const Contrast& contrast, const std::vector<double>& means) {
  double difference = 0;
  for (std::size_t i = 0; i < means.size(); ++i) difference += contrast[i] ? means[i] : -means[i];
  return 2 * difference / static_cast<double>(means.size());
}

void take_off(double effect, const Contrast& contrast, std::vector<double>& means) {
  for (std::size_t i = 0; i < means.size(); ++i) means[i] -= contrast[i] ? effect / 2 : -effect / 2;
}

/// Takes the effects off the means, and lists what they explain.
void explain_by_terms(SquaresOfResults& squares, const std::vector<Contrast>& contrasts, std::vector<double>& means, std::size_t n) {
  for (const Contrast& contrast : contrasts) {
    const double effect = effect_of(contrast, means);
    take_off(effect, contrast, means);
    squares.terms.push_back({.sum = static_cast<double>(n * means.size()) * effect * effect / 4, .degrees_of_freedom = 1});
  }
}

Squares squares_of(const std::vector<double>& left, std::size_t n, std::size_t degrees_of_freedom) {
  const double sum = std::inner_product(left.begin(), left.end(), left.begin(), 0.0);
  return {.sum = degrees_of_freedom == 0 ? 0 : static_cast<double>(n) * sum, .degrees_of_freedom = degrees_of_freedom};
}

/// Between replications: bit 0 of the directions stands for the replications, bit 1 for the points.
void add_replications(SquaresOfResults& squares, const std::vector<double>& values, std::size_t points, Replications replications) {
  const std::size_t n = values.size() / points;
  const std::vector<double> sums = sums_of_squares({n, points}, values);
  const Squares shared{.sum = sums[0b01], .degrees_of_freedom = n - 1};
  const Squares own{.sum = sums[0b11], .degrees_of_freedom = (n - 1) * (points - 1)};
  if (replications == Replications::blocks) squares.blocks = shared;
  squares.pure_error = replications == Replications::blocks ? own : own + shared;
}

}  // namespace

std::vector<Effect> effects(const FactorialResults& results, const std::vector<Term>& terms) {
  const std::vector<Contrast> contrasts = contrasts_of(results, terms);
  const std::vector<double> means = means_of_points(centred(all_values(results)), results.points.size());
  std::vector<Effect> found;
  for (std::size_t i = 0; i < terms.size(); ++i)
    found.push_back({.name = name_of_term(terms[i], results.factors), .value = effect_of(contrasts[i], means)});
  return found;
}

AnovaTable anova_of_fraction(const FactorialResults& results, const std::vector<Term>& terms, Replications replications) {
  const std::vector<Contrast> contrasts = contrasts_of(results, terms);
  const std::vector<double> values = centred(all_values(results));
  const std::size_t points = results.points.size(), n = values.size() / points;
  SquaresOfResults squares{.names = names_of_terms(terms, results.factors), .rounding = rounding_of_squares(all_values(results))};
  std::vector<double> means = means_of_points(values, points);
  explain_by_terms(squares, contrasts, means, n);
  squares.lack_of_fit = squares_of(means, n, points - 1 - terms.size());
  add_replications(squares, values, points, replications);
  return anova_table(std::move(squares));
}

}  // namespace ccm
