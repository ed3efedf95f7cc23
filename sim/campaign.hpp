#pragma once
/// Many runs, one process each.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace ccm {

/// How one task ended.
struct Outcome {
  enum class Kind { finished, wrong_input, failed, interrupted };
  Kind kind = Kind::interrupted;
  std::string message;
};

/// One task of a campaign; runs in a process of its own. `report` takes the share of the task that is done, from 0 to 1.
using Task = std::function<void(std::size_t index, const std::function<void(double)>& report)>;

/// Hears, now and then, the share of all work that is done and the number of finished tasks.
using CampaignProgress = std::function<void(double share, std::size_t finished)>;

/// Runs tasks 0 .. count-1 in children forked from this process, at most `jobs` at a time, and waits for all. SimGrid allows one engine
/// per process, and a child that crashes is one failed task. On SIGINT or SIGTERM the children are ended and what has not finished is
/// `interrupted`. A PlatformError in a task is wrong input; any other exception, signal or exit is a failure.
[[nodiscard]] std::vector<Outcome> run_forked(std::size_t count, std::size_t jobs, const Task& task, const CampaignProgress& progress);

}  // namespace ccm
