#pragma once
/// Rank 0: the coordinator of the experiment, and what it has to do with the ranks.

#include "sim/mpi/job.hpp"
#include "sim/mpi/outcome.hpp"
#include "sim/mpi/ranks.hpp"

namespace ccm {

/// Starts the coordinator and passes its requests on, each to a rank that is idle, and the answers back; a worker of its own is among them.
/// Gives the exit code of the coordinator, or 1 or 2 if a rank cannot work, and notes it as the outcome of the job. If the coordinator is
/// killed, or mpirun ends the job, there is no outcome.
///
/// Tested by: tests/mpi/relay.py.
[[nodiscard]] int relay(const Ranks& ranks, const Job& job, const OutcomeNotes& outcome);

}  // namespace ccm
