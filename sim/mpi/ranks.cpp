// How do texts go from rank to rank?

#include "sim/mpi/ranks.hpp"

#include <mpi.h>

#include <array>
#include <cstdlib>

namespace ccm {
namespace {

constexpr int tag = 0;

/// Defaults of Open MPI that would complain where nothing is wrong, or leave something behind; the user's own values stand.
void set_defaults() {
  setenv("OMPI_MCA_mpi_warn_on_fork", "0", 0);                    // workers are forked, and replace themselves at once
  setenv("OMPI_MCA_btl_vader_single_copy_mechanism", "none", 0);  // containers forbid it, and messages are small
  // Shared memory of ranks that are killed stays in /dev/shm; the directory of the session is removed.
  if (const char* session = std::getenv("OMPI_MCA_orte_jobfam_session_dir")) setenv("OMPI_MCA_btl_vader_backing_directory", session, 0);
}

}  // namespace

Ranks::Ranks() {
  set_defaults();
  MPI_Init(nullptr, nullptr);
  MPI_Comm_rank(MPI_COMM_WORLD, &self_);
  MPI_Comm_size(MPI_COMM_WORLD, &size_);
  learn_hosts();
}

void Ranks::learn_hosts() {
  using Name = std::array<char, MPI_MAX_PROCESSOR_NAME>;
  Name own{};
  int length = 0;
  MPI_Get_processor_name(own.data(), &length);
  std::vector<Name> names(static_cast<std::size_t>(size_));
  constexpr int size = MPI_MAX_PROCESSOR_NAME;
  MPI_Gather(own.data(), size, MPI_CHAR, names.data(), size, MPI_CHAR, 0, MPI_COMM_WORLD);
  for (const Name& name : names) hosts_.emplace_back(name.data());
}

void Ranks::send(int to, const std::string& text) const {
  MPI_Send(text.data(), static_cast<int>(text.size()), MPI_CHAR, to, tag, MPI_COMM_WORLD);
}

std::optional<Letter> Ranks::receive() const {
  int there = 0, size = 0;
  MPI_Status status;
  MPI_Iprobe(MPI_ANY_SOURCE, tag, MPI_COMM_WORLD, &there, &status);
  if (there == 0) return std::nullopt;
  MPI_Get_count(&status, MPI_CHAR, &size);
  Letter letter{status.MPI_SOURCE, std::string(static_cast<std::size_t>(size), ' ')};
  MPI_Recv(letter.text.data(), size, MPI_CHAR, letter.from, tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
  return letter;
}

void Ranks::finish() const { MPI_Finalize(); }

}  // namespace ccm
