// What do 64 random problems like those of the paper earn?

#include "sim/commands/qamar_factorial/factorial_study.hpp"

#include <algorithm>

#include "analysis/designs/factorial.hpp"
#include "models/cases/generators.hpp"

namespace ccm {
namespace {

std::array<double, 6> values_at(const std::vector<std::size_t>& levels) {
  std::array<double, 6> values{};
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = levels[i] == 0 ? qamar_factors[i].low : qamar_factors[i].high;
  return values;
}

FactorialProblem solved(const std::array<double, 6>& factors, std::size_t replication) {
  const auto outputs = problem_generator("qamar_2023")->solve(factors, factorial_seed, replication);
  const auto value = [&](std::string_view name) { return std::ranges::find(outputs, name, &OutputValue::name)->value; };
  return {factors, value("profit"), value("cost"), value("plan_cost"), value("unit_cost")};
}

Term term_of(std::string_view letters) {
  Term term;
  for (const char letter : letters) term.push_back(static_cast<std::size_t>(letter - 'A'));
  return term;
}

FactorialResults results_at(const std::vector<std::vector<std::size_t>>& points) {
  FactorialResults results{{}, points, {}};
  for (const QamarFactor& factor : qamar_factors) results.factors.emplace_back(factor.letter);
  return results;
}

}  // namespace

FactorialStudy solve_factorial() {
  const auto points = full_factorial(std::vector<std::size_t>(qamar_factors.size(), 2));
  FactorialStudy study{{}, results_at(points), results_at(points)};
  for (const auto& levels : points) {
    study.problems.push_back(solved(values_at(levels), 1));
    std::vector<double> profits{study.problems.back().profit};
    study.first.values.push_back(profits);
    for (std::size_t r = 2; r <= factorial_replications; ++r) profits.push_back(solved(values_at(levels), r).profit);
    study.replicated.values.push_back(profits);
  }
  return study;
}

const std::vector<Term>& printed_model_terms() {
  static const std::vector<Term> terms = [] {
    std::vector<Term> list;
    for (const auto* letters : {"A", "C", "D", "E", "F", "AC", "AD", "AE", "AF", "DF", "ADE", "ADF", "DE"})
      list.push_back(term_of(letters));
    return list;
  }();
  return terms;
}

std::vector<Term> all_factorial_terms() { return terms_up_to(qamar_factors.size(), qamar_factors.size()); }

std::string letters_of(const Term& term) {
  std::string letters;
  for (const std::size_t factor : term) letters += qamar_factors.at(factor).letter;
  return letters;
}

std::vector<Effect> effects_in(const FactorialStudy& study, std::size_t replication, const std::vector<Term>& terms) {
  FactorialResults results{study.first.factors, study.first.points, {}};
  for (const auto& profits : study.replicated.values) results.values.push_back({profits.at(replication)});
  std::vector<Effect> found = effects(results, terms);
  for (std::size_t i = 0; i < found.size(); ++i) found[i].name = letters_of(terms[i]);
  return found;
}

Estimate estimated_effect(const FactorialStudy& study, const Term& term) {
  std::vector<double> values;
  for (std::size_t r = 0; r < factorial_replications; ++r) values.push_back(effects_in(study, r, {term})[0].value);
  return estimate(values);
}

AnovaTable pooled_analysis(const FactorialStudy& study) { return anova(study.first, printed_model_terms()); }

AnovaTable replicated_analysis(const FactorialStudy& study) { return anova(study.replicated, all_factorial_terms(), Replications::blocks); }

}  // namespace ccm
