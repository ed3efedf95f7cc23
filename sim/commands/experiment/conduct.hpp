#pragma once
/// How many runs get done: handing them out, and trying again when a process is lost.

#include "sim/commands/experiment/workforce.hpp"

namespace ccm {

/// Where the runs come from, and where their answers go.
struct RunPlan {
  /// The next run; nothing if there is none, or none before an answer is heard.
  std::function<std::optional<RunId>()> next;
  /// Hears each run's answer once, in any order. `lost` has been tried as often as it may be.
  std::function<void(const RunAnswer&)> hear;
  /// Called every now and then, with the share of the work that is under way.
  std::function<void(double shares)> progress = [](double) {};
};

/// How often a run is tried when the process that has it in hands is lost.
inline constexpr int attempts_max = 3;

enum class Conducted { all, interrupted, cut_short };

/// Keeps the workforce busy until there are no runs left, the user interrupts (SIGINT, SIGTERM), or a run fails and `fail_fast` is set.
/// Tested by: tests/cli/workforce_test.cpp.
[[nodiscard]] Conducted conduct(Workforce& workforce, const RunPlan& plan, bool fail_fast = false);

}  // namespace ccm
