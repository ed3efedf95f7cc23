// Which scenario is the best, and how sure is that?

#include "sim/commands/compare/selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/commands/text_table.hpp"

namespace ccm {
namespace {

std::string_view word_for(BestMean best) { return best == BestMean::highest ? "highest" : "lowest"; }

/// Rounded down, so that nothing uncertain becomes certain.
std::string at_least(double probability) {
  if (probability > 0.999) return "more than 99.9 %";
  return fmt::format("at least {:.1f} %", std::floor(1000 * probability) / 10);
}

struct Words {
  const SelectionGoal& goal;
  std::size_t runs;

  std::string operator()(const KnProcedure& kn) const {
    return fmt::format("With a probability of at least {:.6g} %, scenario {} has the {} mean {}, or one within {:.6g} {} of it.",
                       100 * goal.confidence, *kn.best() + 1, word_for(goal.best), goal.output, goal.indifference, goal.unit);
  }
  std::string operator()(const OcbaProcedure& ocba) const {
    return fmt::format(
        "Scenario {} has the {} mean {} of {} runs. Taking the estimates for the truth, it is the best with a probability of {}.",
        *ocba.best() + 1, word_for(goal.best), goal.output, runs, at_least(ocba.correct_selection()));
  }
};

/// Of a scenario that is not the best.
struct StateOfOthers {
  std::size_t system;

  std::string operator()(const KnProcedure& kn) const {
    if (std::ranges::count(kn.survivors(), system) == 0) return "eliminated";
    return kn.finished() ? "equal" : "undecided";
  }
  std::string operator()(const OcbaProcedure& ocba) const { return ocba.finished() ? "behind" : "undecided"; }
};

std::optional<Estimate> estimate_of(const CandidateRuns& runs, std::size_t scenario) {
  std::vector<double> values;
  for (const auto& [run, outputs] : runs.finished())
    if (run.point == scenario && outputs.front()) values.push_back(*outputs.front());
  if (values.empty()) return std::nullopt;
  return estimate(values);
}

std::optional<double> mean_of(const Standing& standing) {
  return standing.estimate ? std::optional(standing.estimate->mean) : std::nullopt;
}

std::optional<double> deviation_of(const Standing& standing) {
  return standing.estimate ? standing.estimate->standard_deviation : std::nullopt;
}

}  // namespace

Selection selection_of(const SelectionProcedure& procedure, const CandidateRuns& runs, std::size_t candidates, const SelectionGoal& goal) {
  Selection selection;
  if (const auto best = std::visit([](const auto& one) { return one.best(); }, procedure)) selection.best = *best + 1;
  for (std::size_t scenario = 1; scenario <= candidates; ++scenario)
    selection.standings.push_back(
        {estimate_of(runs, scenario), selection.best == scenario ? "best" : std::visit(StateOfOthers{scenario - 1}, procedure)});
  selection.words = selection.best ? std::visit(Words{goal, runs.finished().size()}, procedure) : "No scenario was selected.";
  return selection;
}

ResultTable table_of(const Selection& selection) {
  ResultTable table{"selection", {"scenario", "n", "mean", "sd", "state"}, {}};
  for (const Standing& standing : selection.standings)
    table.rows.push_back({static_cast<std::int64_t>(table.rows.size() + 1),
                          static_cast<std::int64_t>(standing.estimate ? standing.estimate->n : 0), result_cell(mean_of(standing)),
                          result_cell(deviation_of(standing)), standing.state});
  return table;
}

std::string page_of(const Selection& selection, const SelectionGoal& goal) {
  TextTable table({{"scenario"}, {fmt::format("mean {} [{}]", goal.output, goal.unit)}, {"sd"}, {"n"}, {"", Align::left}});
  const auto number = [](std::optional<double> value) { return value ? fmt::format("{:.6g}", *value) : ""; };
  for (std::size_t i = 0; i < selection.standings.size(); ++i) {
    const Standing& standing = selection.standings[i];
    table.add({fmt::format("{}", i + 1), number(mean_of(standing)), number(deviation_of(standing)),
               fmt::format("{}", standing.estimate ? standing.estimate->n : 0), standing.state});
  }
  return table.text() + "\n" + selection.words + "\n";
}

}  // namespace ccm
