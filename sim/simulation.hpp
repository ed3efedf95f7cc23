#pragma once
/// One run of a scenario.

#include <functional>

#include "models/replication.hpp"
#include "scenarios/scenario.hpp"
#include "sim/recorder.hpp"

namespace ccm {

/// Called at the end of every period with the number of periods done.
using Progress = std::function<void(std::int64_t)>;

/// Simulates one replication (numbered from 1, or one of an antithetic pair) of the scenario and states its facts to the recorder. The
/// result depends on the scenario, its seed and the replication only. At most one call per process (see World). Throws PlatformError.
void simulate(const Scenario& scenario, Replication replication, const Recorder& record, const Progress& progress = {});

}  // namespace ccm
