// What if a rank or a host dies?

#include "sim/mpi/launcher.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "sim/commands/command.hpp"
#include "sim/mpi/child.hpp"
#include "sim/mpi/descriptor.hpp"
#include "sim/mpi/interruption.hpp"
#include "sim/mpi/outcome.hpp"

namespace ccm {
namespace {

/// mpirun asks a silent host three times whether it is still there, before it takes it for dead.
std::vector<std::string> keepalive_words(int patience) {
  const std::string interval = fmt::format("{}", std::max(1, patience / 4));
  return {"--mca", "oob_tcp_keepalive_time",   interval, "--mca", "oob_tcp_keepalive_intvl", interval,
          "--mca", "oob_tcp_keepalive_probes", "3"};
}

void append(std::vector<std::string>& words, const std::vector<std::string>& more) { words.insert(words.end(), more.begin(), more.end()); }

std::vector<std::string> mpirun_words(const Launch& launch, const Job& job) {
  const int slots = slots_of(launch.hosts);
  const int ranks = launch.ranks == 0 ? slots : std::min(launch.ranks, slots);
  std::vector<std::string> words{launch.mpirun, "-np", fmt::format("{}", ranks), "--host", to_text(launch.hosts)};
  append(words, {"--quiet", "--bind-to", "none"});
  append(words, keepalive_words(launch.patience));
  append(words, launch.mpirun_options);
  append(words, {std::filesystem::read_symlink("/proc/self/exe"), "--program", job.program, "--outcome", job.outcome, "experiment"});
  append(words, job.experiment);
  return words;
}

using Clock = std::chrono::steady_clock;

/// How long mpirun may go on without rank 0. It gives the others two seconds; but when a rank dies while it starts, Open MPI 4.1 with PMIx
/// 4.2 may wait for ever in PMIx_server_finalize, for a lock that nobody will release.
constexpr auto longest_end = std::chrono::seconds(10);

/// Waits for mpirun; an interruption is passed on to it, once, since a second one would make it drop everything.
Ending wait_with_interruptions(pid_t mpirun, const Outcome& outcome) {
  bool passed_on = false;
  auto last_sign_of_rank_0 = Clock::now();
  for (;; std::this_thread::sleep_for(std::chrono::milliseconds(5))) {
    if (const auto ending = ending_of(mpirun)) return *ending;
    if (interruption() != 0 && !passed_on) passed_on = kill(mpirun, SIGTERM) == 0;
    if (!outcome.is_released()) last_sign_of_rank_0 = Clock::now();
    if (Clock::now() - last_sign_of_rank_0 > longest_end) kill(mpirun, SIGKILL);
  }
}

Ending run_mpirun(const Launch& launch, const Job& job, const Outcome& outcome) {
  const Descriptor nothing(open("/dev/null", O_RDONLY | O_CLOEXEC));
  return wait_with_interruptions(
      start({.words = mpirun_words(launch, job), .input = nothing.number(), .when_orphaned = SIGTERM, .apart = true}), outcome);
}

std::string names_of_missing(const std::vector<Host>& before, const std::vector<Host>& now) {
  std::string names;
  for (const Host& host : before) {
    const bool left = std::ranges::any_of(now, [&](const Host& other) { return other.name == host.name; });
    if (!left) names += fmt::format("{}{}", names.empty() ? "" : ", ", host.name);
  }
  return names;
}

/// Leaves out the hosts that do not answer, and says which; false if all answer.
bool drop_dead_hosts(std::vector<Host>& hosts) {
  const std::vector<Host> left = living(hosts);
  const std::string missing = names_of_missing(hosts, left);
  if (!missing.empty()) tell(fmt::format("ccmsim-mpi: no answer from {}; going on with {}\n", missing, to_text(left)));
  hosts = left;
  return !missing.empty();
}

/// Open MPI's own words on this are a page.
void require_permission() {
  if (geteuid() == 0 && !(std::getenv("OMPI_ALLOW_RUN_AS_ROOT") && std::getenv("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM")))
    throw HostError(
        "mpirun refuses to run as root; use another account, or set OMPI_ALLOW_RUN_AS_ROOT=1 and OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 in the "
        "environment");
}

/// One start of mpirun: the exit code of the experiment, or nothing if a rank or host died.
std::optional<int> attempt(Launch& launch, Job job) {
  const Outcome outcome;
  job.outcome = outcome.file();
  const Ending ending = run_mpirun(launch, job, outcome);
  outcome.wait_for_release();
  if (const auto code = outcome.code()) return code;
  if (interruption() != 0) return static_cast<int>(Exit::interrupted);
  const bool someone_died = drop_dead_hosts(launch.hosts);
  const bool killed = exit_code(ending) > 128;
  if (!outcome.has_started() && !someone_died && !killed) throw HostError(fmt::format("'{}' did not start the ranks", launch.mpirun));
  tell(fmt::format("ccmsim-mpi: mpirun {} before the experiment did\n", to_text(ending)));
  return std::nullopt;
}

}  // namespace

int launch(const Launch& launch, const Job& job) {
  require_permission();
  Launch next = launch;
  Job again = job;
  drop_dead_hosts(next.hosts);
  std::optional<int> code = attempt(next, job);
  again.experiment.push_back("--relaunched");
  for (int relaunches = 0; !code && relaunches < launch.relaunches; ++relaunches) {
    tell("ccmsim-mpi: starting again\n");
    code = attempt(next, again);
  }
  if (!code) throw std::runtime_error("given up after as many relaunches as allowed; the same command goes on with what is missing");
  return *code;
}

}  // namespace ccm
