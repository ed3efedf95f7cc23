#pragma once
/// The machines of a job.

#include <stdexcept>
#include <string>
#include <vector>

namespace ccm {

/// A machine, and how many ranks it takes.
struct Host {
  std::string name;
  int slots = 1;
};

/// What is wrong with the hosts that the user names, or with what is needed to reach them.
class HostError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// "a:2,b" is two slots on a, and one on b. Throws HostError.
[[nodiscard]] std::vector<Host> hosts_of_list(const std::string& list);

/// A hostfile of Open MPI: lines "NAME slots=N" or "NAME", and comments after "#". Throws HostError.
[[nodiscard]] std::vector<Host> hosts_of_file(const std::string& file);

/// "a:2,b:1", as mpirun --host takes it.
[[nodiscard]] std::string to_text(const std::vector<Host>& hosts);
[[nodiscard]] int slots_of(const std::vector<Host>& hosts);

/// Whether the name is an address of this machine.
[[nodiscard]] bool is_this_machine(const std::string& name);

/// Those who answer, in the same order; this machine always does. The others are asked by OMPI_MCA_plm_rsh_agent or else ssh, all at once.
[[nodiscard]] std::vector<Host> living(const std::vector<Host>& hosts);

}  // namespace ccm
