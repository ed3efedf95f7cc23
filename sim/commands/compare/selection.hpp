#pragma once
/// The best of several scenarios, by a procedure that says what to run next.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "analysis/selection/kn.hpp"
#include "analysis/selection/ocba.hpp"
#include "analysis/statistics.hpp"
#include "sim/commands/compare/candidate_runs.hpp"

namespace ccm {

using SelectionProcedure = std::variant<KnProcedure, OcbaProcedure>;

/// Hands out the runs that a procedure wants, stage by stage, and gives it the values of a stage in the order in which it wanted them, so
/// that the order in which runs end changes nothing.
class StagedRuns {
 public:
  /// No scenario gets more than `most` replications.
  StagedRuns(SelectionProcedure& procedure, std::size_t most);

  /// The next run; nothing while the stage waits for answers, and at the end.
  [[nodiscard]] std::optional<RunId> next();
  /// Of a run that finished.
  void hear(const RunAnswer& answer);

  /// A run without a value, which ends the selection.
  [[nodiscard]] std::optional<RunId> without_value() const { return without_value_; }
  [[nodiscard]] bool at_limit() const { return at_limit_; }

 private:
  void begin_stage();
  void end_stage();

  SelectionProcedure& procedure_;
  std::size_t most_;
  std::vector<WantedReplication> stage_;
  std::size_t handed_out_ = 0;
  std::map<RunId, RunValues> answers_;
  std::optional<RunId> without_value_;
  bool at_limit_ = false;
};

/// By what scenarios are told apart.
struct SelectionGoal {
  std::string output;
  std::string unit;
  BestMean best = BestMean::highest;
  double confidence = 0;
  double indifference = 0;
};

/// Where a scenario stands.
struct Standing {
  std::optional<Estimate> estimate;  // none without a run
  std::string state;                 // "best", "equal" to it in all runs, "eliminated", "behind", "undecided"
};

/// What a selection says; scenarios are numbered from 1.
struct Selection {
  std::optional<std::size_t> best;
  std::vector<Standing> standings;
  std::string words;
};

[[nodiscard]] Selection selection_of(const SelectionProcedure& procedure, const CandidateRuns& runs, std::size_t candidates,
                                     const SelectionGoal& goal);

/// selection.csv: scenario, n, mean, sd, state.
[[nodiscard]] ResultTable table_of(const Selection& selection);
/// For a terminal: the table, then the words.
[[nodiscard]] std::string page_of(const Selection& selection, const SelectionGoal& goal);

}  // namespace ccm
