// ccmsim: the command line.

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <sstream>

#include "scenarios/mistake.hpp"
#include "sim/commands/command.hpp"
#include "sim/platform.hpp"
#include "sim/results/manifest.hpp"
#include "sim/results/run_directory.hpp"

namespace ccm {
namespace {

constexpr AddCommand commands[] = {add_run, add_validate, add_explain, add_schema, add_list};

/// A standard stream that was closed is opened so that it takes nothing: otherwise the next file would get its number, and its text.
void occupy_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(stream, F_GETFD) < 0) static_cast<void>(open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY));
}

int fail(Exit code, const std::string& message) {
  tell(fmt::format("{}\n", message));
  return static_cast<int>(code);
}

/// The word of the command line that CLI11 did not know, and what it may have meant.
std::string hint_for(const CLI::App& program, int argc, char** argv) {
  std::vector<std::string> known;
  const CLI::App* chosen = &program;
  for (const CLI::App* command : program.get_subcommands({})) known.push_back(command->get_name());
  const std::string first = argc > 1 ? argv[1] : "";
  if (std::find(known.begin(), known.end(), first) == known.end()) return first.starts_with("-") ? "" : did_you_mean(first, known);
  chosen = program.get_subcommand(first);
  std::vector<std::string> options;
  for (const CLI::Option* option : chosen->get_options())
    for (const std::string& name : option->get_lnames()) options.push_back("--" + name);
  for (int i = 2; i < argc; ++i) {
    const std::string word = std::string(argv[i]).substr(0, std::string(argv[i]).find('='));
    if (word.starts_with("--") && std::find(options.begin(), options.end(), word) == options.end()) return did_you_mean(word, options);
  }
  return "";
}

int print_help(const CLI::App& program, const CLI::ParseError& asked_for) {
  std::ostringstream out, nothing;
  program.exit(asked_for, out, nothing);
  print(out.str());
  return static_cast<int>(Exit::ok);
}

int explain_usage(const CLI::App& program, const CLI::ParseError& error, int argc, char** argv) {
  if (error.get_exit_code() == 0) return print_help(program, error);
  return fail(Exit::wrong_input, fmt::format("ccmsim: error: {}{}\n  'ccmsim --help' lists the commands, 'ccmsim COMMAND --help' its options.", error.what(), hint_for(program, argc, argv)));
}

int run(int argc, char** argv) {
  Exit code = Exit::ok;
  CLI::App program("ccmsim simulates collaborative cloud manufacturing networks.", "ccmsim");
  program.require_subcommand(1);
  program.set_version_flag("--version", version_text());
  program.footer("Examples:\n  ccmsim run scenarios/02_three_customer_types.yaml\n  ccmsim explain beta");
  for (const AddCommand add : commands) add(program, code);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return explain_usage(program, error, argc, argv);
  }
  return static_cast<int>(code);
}

}  // namespace
}  // namespace ccm

int main(int argc, char** argv) {
  using namespace ccm;
  signal(SIGPIPE, SIG_IGN);
  occupy_standard_streams();
  try {
    return run(argc, argv);
  } catch (const ScenarioError& error) {
    return fail(Exit::wrong_input, error.what());
  } catch (const PlatformError& error) {
    return fail(Exit::wrong_input, fmt::format("ccmsim: error: {}", error.what()));
  } catch (const DirectoryError& error) {
    return fail(Exit::wrong_input, fmt::format("ccmsim: error: {}", error.what()));
  } catch (const std::exception& error) {
    return fail(Exit::failed, fmt::format("ccmsim: error: {}", error.what()));
  }
}
