// What do the columns of results mean?

#include "analysis/report/column_notes.hpp"

#include <array>
#include <string_view>

#include "analysis/outputs.hpp"

namespace ccm {
namespace {

struct KnownColumn {
  std::string_view name, unit, doc;
};

constexpr std::array known_columns{
    KnownColumn{"scenario", "", "number of the scenario; the first is the one that the others are compared with"},
    KnownColumn{"replication", "", "number of the run; runs of the same number share their chance"},
    KnownColumn{"point", "", "number of the point of the design"},
    KnownColumn{"output", "", "what was measured"},
    KnownColumn{"unit", "", "of the output"},
    KnownColumn{"n", "", "independent values behind the mean"},
    KnownColumn{"mean", "", "over the runs"},
    KnownColumn{"sd", "", "standard deviation of single runs"},
    KnownColumn{"ci95_low", "", "lower end of the 95 % confidence interval of the mean (Student)"},
    KnownColumn{"ci95_high", "", "upper end of the 95 % confidence interval of the mean (Student)"},
    KnownColumn{"baseline_mean", "", "mean of the first scenario"},
    KnownColumn{"difference", "", "mean of the differences to the first scenario, run by run"},
    KnownColumn{"ci_low", "", "lower end of the confidence interval of the difference"},
    KnownColumn{"ci_high", "", "upper end of the confidence interval of the difference"},
    KnownColumn{"confidence", "", "of the interval, so that all scenarios together have the one asked for (Bonferroni)"},
    KnownColumn{"p_value", "", "probability of such a difference or a larger one if there were none"},
    KnownColumn{"relative_difference", "", "difference as a share of the first scenario's mean"},
    KnownColumn{"correlation", "", "of the two scenarios' values over the runs that share their chance"},
    KnownColumn{"variance_reduction", "", "share of the variance of the difference that common chance took away"},
    KnownColumn{"narrowing", "", "how many times narrower the interval is than with independent runs"},
    KnownColumn{"verdict", "", "whether the interval leaves zero out"},
    KnownColumn{"in_words", "", "the same as a sentence"},
    KnownColumn{"state", "", "how it ended"},
    KnownColumn{"message", "", "why it failed"},
    KnownColumn{"term", "", "factor or interaction, or what is left"},
    KnownColumn{"sum_of_squares", "", "variation that the term explains, in squares of the output's unit"},
    KnownColumn{"degrees_of_freedom", "", "independent comparisons behind it"},
    KnownColumn{"mean_square", "", "sum of squares per degree of freedom"},
    KnownColumn{"f", "", "mean square over that of the error"},
    KnownColumn{"p", "", "probability of such an F or a larger one if the term did nothing"},
    KnownColumn{"contribution_percent", "%", "share of the whole variation"},
    KnownColumn{"effect", "", "factor or interaction"},
    KnownColumn{"value", "", "change of the output from the low to the high level, in its unit"},
    KnownColumn{"half_normal_quantile", "", "where its size would lie if it were chance alone"},
    KnownColumn{"lenth_margin", "", "an effect that is larger stands out, judged alone (Lenth)"},
    KnownColumn{"lenth_simultaneous_margin", "", "an effect that is larger stands out among all (Lenth)"},
    KnownColumn{"factor", "", "what was varied"},
    KnownColumn{"level", "", "value of the factor"},
    KnownColumn{"first_factor", "", "what was varied"},
    KnownColumn{"first_level", "", "value of the first factor"},
    KnownColumn{"second_factor", "", "what was varied together with the first"},
    KnownColumn{"second_level", "", "value of the second factor"},
    KnownColumn{"half_width", "", "of the 95 % confidence interval of the mean"},
    KnownColumn{"mu_star", "", "mean size of the elementary effects over the factor's whole range, in the output's unit"},
    KnownColumn{"mu_star_ci95_low", "", "lower end of its 95 % confidence interval"},
    KnownColumn{"mu_star_ci95_high", "", "upper end of its 95 % confidence interval"},
    KnownColumn{"mu", "", "mean of the elementary effects with their signs"},
    KnownColumn{"mu_ci95_low", "", "lower end of its 95 % confidence interval"},
    KnownColumn{"mu_ci95_high", "", "upper end of its 95 % confidence interval"},
    KnownColumn{"sigma", "", "standard deviation of the elementary effects: curvature or interactions"},
    KnownColumn{"first", "", "share of the variance that the factor explains alone"},
    KnownColumn{"first_ci95_low", "", "lower end of its 95 % bootstrap interval"},
    KnownColumn{"first_ci95_high", "", "upper end of its 95 % bootstrap interval"},
    KnownColumn{"total", "", "share of the variance in which the factor takes part, interactions included"},
    KnownColumn{"total_ci95_low", "", "lower end of its 95 % bootstrap interval"},
    KnownColumn{"total_ci95_high", "", "upper end of its 95 % bootstrap interval"},
    KnownColumn{"wanted", "", "the half-width asked for, in the output's unit"},
    KnownColumn{"reached", "", "1 if the pilot runs have it already"},
    KnownColumn{"replications", "", "how many it is expected to take"}};

}  // namespace

ColumnNote note_of_column(const std::string& column) {
  for (const KnownColumn& known : known_columns)
    if (known.name == column) return {std::string(known.unit), std::string(known.doc)};
  return {};
}

ColumnNote note_of_output(const std::string& column, const std::string& currency) {
  const auto named = output_named(column);
  if (!named) return note_of_column(column);
  return {unit_of(*named->output, currency), std::string(named->output->doc)};
}

}  // namespace ccm
