// Which run does a selection need next?

#include <algorithm>

#include "sim/commands/compare/selection.hpp"

namespace ccm {
namespace {

RunId run_of(const WantedReplication& wanted) { return {wanted.system + 1, static_cast<std::int64_t>(wanted.replication)}; }

}  // namespace

StagedRuns::StagedRuns(SelectionProcedure& procedure, std::size_t most) : procedure_(procedure), most_(most) { begin_stage(); }

std::optional<RunId> StagedRuns::next() {
  if (handed_out_ == stage_.size()) return std::nullopt;
  return run_of(stage_[handed_out_++]);
}

void StagedRuns::hear(const RunAnswer& answer) {
  answers_[answer.run] = answer.values;
  if (answers_.size() == stage_.size()) end_stage();
}

void StagedRuns::begin_stage() {
  stage_ = std::visit([](const auto& procedure) { return procedure.next(); }, procedure_);
  handed_out_ = 0;
  answers_.clear();
  at_limit_ = std::ranges::any_of(stage_, [this](const WantedReplication& wanted) { return wanted.replication > most_; });
  if (at_limit_) stage_.clear();
}

void StagedRuns::end_stage() {
  for (const WantedReplication& wanted : stage_) {
    const std::optional<double> value = answers_.at(run_of(wanted)).front();
    if (!value) {
      without_value_ = run_of(wanted);
      return;
    }
    std::visit([&](auto& procedure) { procedure.add(wanted.system, *value); }, procedure_);
  }
  begin_stage();
}

}  // namespace ccm
