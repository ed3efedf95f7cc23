#pragma once
/// Many runs, one process each.

#include <functional>
#include <vector>

#include "sim/fork_pool.hpp"

namespace ccm {

/// One task of a campaign; runs in a process of its own. `report` takes the share of the task that is done.
using Task = std::function<void(std::size_t index, const Report& report)>;

/// Hears, now and then, the share of all work that is done and the number of finished tasks.
using CampaignProgress = std::function<void(double share, std::size_t finished)>;

/// Runs tasks 0 .. count-1 in children forked from this process, at most `jobs` at a time, and waits for all. On SIGINT or SIGTERM the
/// children are ended and what has not finished is `interrupted`.
[[nodiscard]] std::vector<Outcome> run_forked(std::size_t count, std::size_t jobs, const Task& task, const CampaignProgress& progress);

}  // namespace ccm
