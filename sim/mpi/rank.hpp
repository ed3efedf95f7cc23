#pragma once
/// A rank that simulates.

#include "sim/mpi/job.hpp"
#include "sim/mpi/ranks.hpp"

namespace ccm {

/// Passes requests of rank 0 on to a worker and its answers back, until rank 0 says that it is over.
///
/// Tested by: tests/mpi/relay.py.
void serve(const Ranks& ranks, const Job& job);

}  // namespace ccm
