#pragma once
/// Starting mpirun, and starting it again without the hosts that died.

#include <string>
#include <vector>

#include "sim/mpi/hosts.hpp"
#include "sim/mpi/job.hpp"

namespace ccm {

/// How to start mpirun.
struct Launch {
  std::vector<Host> hosts;  // the first is this machine
  int ranks = 0;            // 0: as many as the hosts have slots
  int relaunches = 10;      // at most
  int patience = 16;        // seconds after which a host that is silent counts as dead
  std::string mpirun = "mpirun";
  std::vector<std::string> mpirun_options;
};

/// Runs the experiment by mpirun until it comes to its end, and gives its exit code. When a rank or host dies, it is started again on the
/// hosts that still answer, with the option --relaunched; it goes on where it was, from its store. Throws HostError.
///
/// Tested by: tests/mpi/experiments.py, tests/mpi/launcher.py, tests/mpi/three_hosts.py.
[[nodiscard]] int launch(const Launch& launch, const Job& job);

}  // namespace ccm
