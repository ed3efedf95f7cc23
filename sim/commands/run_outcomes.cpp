// What went wrong with the replications of a run?

#include "sim/commands/run_outcomes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ccm {

bool RunOutcomes::any(Outcome::Kind kind) const {
  return std::ranges::any_of(outcomes_, [kind](const auto& one) { return one.second.kind == kind; });
}

Exit RunOutcomes::code() const {
  if (any(Outcome::Kind::wrong_input)) return Exit::wrong_input;
  return any(Outcome::Kind::failed) || any(Outcome::Kind::lost) ? Exit::failed : Exit::ok;
}

void RunOutcomes::tell_mistakes() const {
  std::string last;
  for (const auto& [replication, outcome] : outcomes_) {
    const std::string who = outcome.kind == Outcome::Kind::wrong_input ? "" : fmt::format("replication {}: ", replication);
    if (!outcome.message.empty() && outcome.message != last) tell(fmt::format("ccmsim: error: {}{}\n", who, outcome.message));
    last = outcome.message;
  }
}

}  // namespace ccm
