// ccmsim-mpi: an experiment on many machines.

#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <thread>

#include "scenarios/mistake.hpp"
#include "sim/commands/command.hpp"
#include "sim/mpi/interruption.hpp"
#include "sim/mpi/launcher.hpp"
#include "sim/mpi/rank.hpp"
#include "sim/mpi/ranks.hpp"
#include "sim/mpi/relay.hpp"

namespace ccm {
namespace {

/// What the command line says.
struct CommandLine {
  Launch launch;
  Job job;
  std::string host_list, hostfile;
};

/// What is wrong with the command line.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

std::string beside_this_program() { return std::filesystem::read_symlink("/proc/self/exe").replace_filename("ccmsim"); }

void add_host_options(CLI::App& program, CommandLine& line) {
  program.add_option("--hosts", line.host_list, "Hosts, and how many ranks each takes; the first is this machine")->type_name("A:N,B:M");
  program.add_option("--hostfile", line.hostfile, "The same as a file, with lines 'NAME slots=N'")->type_name("FILE");
  program.add_option("--np", line.launch.ranks, "Ranks in all (default: as many as the hosts take)")
      ->type_name("N")
      ->check(whole_number(1, 1'000'000));
}

void add_fault_options(CLI::App& program, CommandLine& line) {
  program.add_option("--relaunches", line.launch.relaunches, "How often to start again after a rank or host died (default: 10)")
      ->type_name("N")
      ->check(whole_number(0, 1'000'000));
  program.add_option("--patience", line.launch.patience, "After how long a host that is silent counts as dead (default: 16)")
      ->type_name("SECONDS")
      ->check(whole_number(4, 86'400));
}

void add_program_options(CLI::App& program, CommandLine& line) {
  program.add_option("--mpirun", line.launch.mpirun, "The mpirun to start")->type_name("PATH");
  program.add_option("--mpirun-option", line.launch.mpirun_options, "One more word for mpirun; may be repeated")
      ->type_name("WORD")
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  program.add_option("--program", line.job.program, "The ccmsim to start, on every host (default: the one beside ccmsim-mpi)")
      ->type_name("PATH");
  program.add_option("--outcome", line.job.outcome)->group("");
}

void add_options(CLI::App& program, CommandLine& line) {
  line.job.program = beside_this_program();
  program.prefix_command();
  add_host_options(program, line);
  add_fault_options(program, line);
  add_program_options(program, line);
  program.footer(
      "Everything from the word 'experiment' on is for ccmsim; see 'ccmsim experiment --help'.\n\n"
      "Examples:\n  ccmsim-mpi --np 4 experiment FILE --out runs/mine\n"
      "  ccmsim-mpi --hosts here:4,there:8 experiment FILE --out runs/mine\n"
      "  mpirun -np 12 --bind-to none ccmsim-mpi experiment FILE --out runs/mine");
}

std::vector<std::string> long_options_of(const CLI::App& program) {
  std::vector<std::string> names;
  for (const CLI::Option* option : program.get_options())
    if (!option->get_lnames().empty()) names.push_back("--" + option->get_lnames()[0]);
  return names;
}

/// The words from `experiment` on, without it.
std::vector<std::string> experiment_in(const CLI::App& program) {
  const std::vector<std::string> words = program.remaining();
  if (words.empty()) throw UsageError("'experiment FILE' is missing");
  if (words[0].starts_with("-"))
    throw UsageError(fmt::format("ccmsim-mpi has no option {}{}", in_quotes(words[0]), did_you_mean(words[0], long_options_of(program))));
  if (words[0] != "experiment") throw UsageError(fmt::format("there is no command {}, only 'experiment'", in_quotes(words[0])));
  if (words.size() < 2 || words[1].starts_with("-")) throw UsageError("the FILE of the experiment must follow the word 'experiment'");
  return {words.begin() + 1, words.end()};
}

std::vector<Host> hosts_of(const CommandLine& line) {
  if (!line.host_list.empty() && !line.hostfile.empty()) throw UsageError("--hosts and --hostfile exclude each other");
  if (!line.host_list.empty()) return hosts_of_list(line.host_list);
  if (!line.hostfile.empty()) return hosts_of_file(line.hostfile);
  const int cores = static_cast<int>(std::thread::hardware_concurrency());
  return {{"localhost", line.launch.ranks > 0 ? line.launch.ranks : cores}};
}

int launch_by(CommandLine& line) {
  line.launch.hosts = hosts_of(line);
  if (line.launch.hosts.empty() || !is_this_machine(line.launch.hosts[0].name))
    throw UsageError("the first of the hosts must be this machine, since its rank 0 keeps the results");
  return launch(line.launch, line.job);
}

/// What mpirun starts. Of a job with an outcome, mpirun need not complain of the exit code of rank 0.
int take_part(const Job& job) {
  end_with_parent();
  const bool first = std::getenv("OMPI_COMM_WORLD_RANK") == std::string("0");
  const OutcomeNotes outcome(first ? job.outcome : "");
  const Ranks ranks;
  int code = 0;
  if (ranks.self() == 0) code = relay(ranks, job, outcome);
  if (ranks.self() != 0) serve(ranks, job);
  if (interruption() != 0) _exit(code);  // mpirun is ending everything; nobody waits for anybody
  ranks.finish();
  return job.outcome.empty() || code > 128 ? code : 0;
}

int fail(Exit code, const std::string& message) {
  tell(fmt::format("ccmsim-mpi: error: {}\n", message));
  return static_cast<int>(code);
}

int fail_by_usage(const std::string& message) { return fail(Exit::wrong_input, message + "\n  'ccmsim-mpi --help' shows how to use it."); }

int print_help(const CLI::App& program, const CLI::ParseError& asked_for) {
  std::ostringstream out, nothing;
  program.exit(asked_for, out, nothing);
  print(out.str());
  return static_cast<int>(Exit::ok);
}

int run(int argc, char** argv) {
  CommandLine line;
  CLI::App program("ccmsim-mpi makes the runs of an experiment on many machines, by Open MPI.", "ccmsim-mpi");
  add_options(program, line);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return error.get_exit_code() == 0 ? print_help(program, error) : fail_by_usage(error.what());
  }
  line.job.experiment = experiment_in(program);
  if (access(line.job.program.c_str(), X_OK) != 0) throw UsageError(fmt::format("there is no program {}", in_quotes(line.job.program)));
  note_interruptions();
  return std::getenv("OMPI_COMM_WORLD_SIZE") ? take_part(line.job) : launch_by(line);
}

}  // namespace
}  // namespace ccm

int main(int argc, char** argv) {
  using namespace ccm;
  signal(SIGPIPE, SIG_IGN);
  try {
    return run(argc, argv);
  } catch (const UsageError& error) {
    return fail_by_usage(error.what());
  } catch (const HostError& error) {
    return fail(Exit::wrong_input, error.what());
  } catch (const std::exception& error) {
    return fail(Exit::failed, error.what());
  }
}
