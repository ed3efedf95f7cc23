// What is wrong with the printed analysis of variance, and what do problems that can be computed say?

#include "sim/commands/qamar_factorial/factorial_findings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/commands/qamar_factorial/printed_table_5.hpp"
#include "sim/commands/qamar_table_3.hpp"

namespace ccm {
namespace {

double size(std::string_view letters) { return effect_by_squares(*printed_term(letters)); }

std::string share_of_a() {
  double sum = 0;
  for (const PrintedTerm& term : printed_terms) sum += std::stod(term.share);
  return fmt::format(
      "A's share is {:.2f} % by its sum of squares, not {} %. As printed, the rows make {:.2f} %, and the model as a whole {:.2f} %.",
      share_by_squares(*printed_term("A")).value, printed_term("A")->share, sum, share_by_squares(printed_model).value);
}

std::string missing_row() {
  const Rounded rest = squares_without_row();
  return fmt::format(
      "The model has {} degrees of freedom and {} rows. The row left out has a sum of squares of {:.1e}, give or take {:.1e} of\n"
      "rounding: about 0. It is probably DE, without which ADE would stand alone; it is in our model.",
      printed_model_df, printed_terms.size(), rest.value, rest.error);
}

std::string highest_shares() {
  return fmt::format("\"Customer types and Machine types have the highest contribution\": AD, {} %, comes before D, {} %.",
                     printed_term("AD")->share, printed_term("D")->share);
}

std::string signs_on_average() {
  return fmt::format(
      "C, D and E are said to lower the profit. By the sums of squares, AC, AD and AE ({:.0f}, {:.0f}, {:.0f}) are larger than C, D and E\n"
      "({:.0f}, {:.0f}, {:.0f}): with two customer types or with three, each of them raises it. The signs hold only on average.",
      size("AC"), size("AD"), size("AE"), size("C"), size("D"), size("E"));
}

std::string pooled_residual() {
  return fmt::format(
      "{:.0f} problems at {:.0f} points leave no error. The residual is that of {} effects left out because they were small, so that F\n"
      "compares the largest effects with the smallest.",
      printed_problems, printed_problems, printed_residual_df);
}

double mean_highest(double alpha) { return (highest_profit(alpha, 2) + highest_profit(alpha, 3)) / 2; }

std::string impossible_a() {
  const double most = (mean_highest(100) + mean_highest(500)) - (highest_profit(100, 2) + highest_profit(500, 2));
  return fmt::format(
      "A's sum of squares is an effect of {:.0f}. A third customer type adds at most alpha^2 / (4 beta) in Eq. 6, on average {:.0f}, and Eq. 4\n"
      "has no customer types: no costs give Table 5. (Only where C is above 2 alpha / beta does Eq. 6 give more at the prices of Eq. 7: it then\n"
      "multiplies a negative demand by a negative margin.)",
      size("A"), most);
}

std::string impossible_f() {
  const double low = mean_highest(100), effect = size("F");
  return fmt::format(
      "F's share of {} % is no better. Its effect is {:.0f}, and at alpha = 100 Eq. 6 gives at most {:.0f} on average. So at alpha = 500 it is at\n"
      "most {:.0f}, of {:.0f} that are possible, and {:.0f} over all problems; A's effect alone needs {:.0f}.",
      printed_term("F")->share, effect, low, low + effect, mean_highest(500), low + effect / 2, size("A") / 2);
}

std::string conflicting_levels() {
  return "Section 3.6 solves problems from seven machines and three parts up; Table 4 begins with five machines and seven parts. And if\n"
         "groups have at least two machines, as in section 4, three of them cannot be made of five: 16 of the 64 problems.";
}

/// Of one replication, in per cent.
double our_share(const AnovaTable& analysis, std::string_view letters) {
  for (std::size_t i = 0; i < analysis.terms.size(); ++i)
    if (letters_of(printed_model_terms()[i]) == letters) return *analysis.terms[i].contribution;
  return 0;
}

std::string our_shares(const FactorialStudy& study) {
  const AnovaTable analysis = pooled_analysis(study);
  const double f = our_share(analysis, "F"), a = our_share(analysis, "A"), af = our_share(analysis, "AF");
  return fmt::format("Demand decides: F {:.2f} %, A {:.2f} %, AF {:.2f} %, all the rest {:.2f} %; printed {}, {} and {} %.", f, a, af,
                     100 - f - a - af, printed_term("F")->share, printed_term("A")->share, printed_term("AF")->share);
}

double effect(const FactorialStudy& study, const Term& term) { return effects_in(study, 0, {term})[0].value; }

std::string our_signs(const FactorialStudy& study) {
  return fmt::format(
      "The signs are those of Fig. 5: A {:+.0f}, C {:+.0f}, D {:+.0f}, E {:+.0f}, F {:+.0f}. D lowers the profit with two types of customers and with\n"
      "three, since AD is but {:+.0f}.",
      effect(study, {0}), effect(study, {2}), effect(study, {3}), effect(study, {4}), effect(study, {5}), effect(study, {0, 3}));
}

std::string chance_as_effect(const FactorialStudy& study) {
  const Estimate c = estimated_effect(study, {2}), b = estimated_effect(study, {1});
  return fmt::format(
      "C may well be chance. Against the pooled residual it has p = {:.2g}; over {} replications it is {:.0f} ± {:.0f}. B, left out as nil, is {:.2f} ± {:.2f}:\n"
      "small, but real.",
      *pooled_analysis(study).terms[1].p, factorial_replications, c.mean, *c.half_width, b.mean, *b.half_width);
}

/// Of the problems from one rank to the next, by rising profit.
double mean_cost(const std::vector<FactorialProblem>& sorted, std::size_t from, std::size_t to) {
  double sum = 0;
  for (std::size_t i = from; i < to; ++i) sum += sorted[i].cost;
  return sum / static_cast<double>(to - from);
}

std::string our_regions(const FactorialStudy& study) {
  std::vector<FactorialProblem> sorted = study.problems;
  std::ranges::stable_sort(sorted, {}, &FactorialProblem::profit);
  return fmt::format(
      "Fig. 4's regions have no bounds in the paper. Here cost rises with profit: on average {:.0f} in the 32 problems of low demand, which earn\n"
      "least, {:.0f} in the 16 of high demand with two types of customers, and {:.0f} in the 16 with three.",
      mean_cost(sorted, 0, 32), mean_cost(sorted, 32, 48), mean_cost(sorted, 48, 64));
}

}  // namespace

double highest_profit(double alpha, std::size_t customer_types) {
  double sum = 0;
  for (std::size_t t = 0; t < customer_types; ++t) sum += alpha * alpha / (4 * table_3_types.at(t).beta);
  return sum;
}

std::vector<std::string> contradictions_of_table_5() {
  return {share_of_a(),      missing_row(),  highest_shares(), signs_on_average(),
          pooled_residual(), impossible_a(), impossible_f(),   conflicting_levels()};
}

std::vector<std::string> findings_of_our_problems(const FactorialStudy& study) {
  return {our_shares(study), our_signs(study), chance_as_effect(study), our_regions(study)};
}

}  // namespace ccm
