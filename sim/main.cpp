// ccmsim: the command line.

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <sstream>

#include "analysis/store/run_store.hpp"
#include "scenarios/mistake.hpp"
#include "sim/commands/command.hpp"
#include "sim/platform.hpp"
#include "sim/results/manifest.hpp"
#include "sim/results/run_directory.hpp"

namespace ccm {
namespace {

constexpr AddCommand commands[] = {add_run,      add_plan,      add_compare, add_select,   add_experiment, add_report, add_work, add_solve,
                                   add_schedule, add_reproduce, add_verify,  add_validate, add_explain,    add_schema, add_list};

/// A standard stream that was closed is opened so that it takes nothing: otherwise the next file would get its number, and its text.
void occupy_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(stream, F_GETFD) < 0) static_cast<void>(open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY));
}

int fail(Exit code, const std::string& message) {
  tell(fmt::format("{}\n", message));
  return static_cast<int>(code);
}

std::vector<std::string> commands_of(const CLI::App& program) {
  std::vector<std::string> names;
  for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) names.push_back(command->get_name());
  return names;
}

std::vector<std::string> options_of(const CLI::App& command) {
  std::vector<std::string> options;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) options.push_back("--" + name);
    for (const std::string& name : option->get_snames()) options.push_back("-" + name);
  }
  return options;
}

/// The first word of the form "-x", "--xyz" or "--xyz=..." that the command does not know, without the "=..."; or nothing.
std::string unknown_option(const std::vector<std::string>& words, const std::vector<std::string>& known) {
  for (const std::string& word : words) {
    const std::string option = word.substr(0, word.find('='));
    if (option.starts_with("-") && std::ranges::find(known, option) == known.end()) return option;
  }
  return "";
}

/// What is wrong with the words of the command line, where it can be said better than by CLI11.
std::string usage_mistake(const CLI::App& program, const CLI::ParseError& error, const std::vector<std::string>& words) {
  if (words.empty()) return "a command is missing";
  const auto known = commands_of(program);
  if (std::ranges::find(known, words[0]) == known.end()) {
    if (!words[0].starts_with("-")) return fmt::format("there is no command {}{}", in_quotes(words[0]), did_you_mean(words[0], known));
    return fmt::format("ccmsim has no option {}{}", in_quotes(words[0]), did_you_mean(words[0], options_of(program)));
  }
  if (error.get_exit_code() != static_cast<int>(CLI::ExitCodes::ExtrasError)) return error.what();
  const auto options = options_of(*program.get_subcommand(words[0]));
  const std::string option = unknown_option({words.begin() + 1, words.end()}, options);
  if (option.empty()) return fmt::format("'{}' does not take so many arguments", words[0]);
  return fmt::format("'{}' has no option {}{}", words[0], in_quotes(option), option.starts_with("--") ? did_you_mean(option, options) : "");
}

int print_help(const CLI::App& program, const CLI::ParseError& asked_for) {
  std::ostringstream out, nothing;
  program.exit(asked_for, out, nothing);
  print(out.str());
  return static_cast<int>(Exit::ok);
}

int explain_usage(const CLI::App& program, const CLI::ParseError& error, const std::vector<std::string>& words) {
  if (error.get_exit_code() == 0) return print_help(program, error);
  return fail(Exit::wrong_input,
              fmt::format("ccmsim: error: {}\n  'ccmsim --help' lists the commands, 'ccmsim COMMAND --help' its options.",
                          usage_mistake(program, error, words)));
}

int run(int argc, char** argv) {
  Exit code = Exit::ok;
  CLI::App program("ccmsim simulates collaborative cloud manufacturing networks.", "ccmsim");
  program.require_subcommand(1);
  program.set_version_flag("--version", version_text());
  program.footer(
      "Examples:\n  ccmsim run scenarios/02_three_customer_types.yaml\n  ccmsim solve scenarios/problems/steel_cutting.yaml\n  ccmsim explain beta");
  for (const AddCommand add : commands) add(program, code);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return explain_usage(program, error, {argv + std::min(1, argc), argv + argc});
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
  } catch (const StoreError& error) {
    return fail(Exit::wrong_input, fmt::format("ccmsim: error: {}", error.what()));
  } catch (const std::exception& error) {
    return fail(Exit::failed, fmt::format("ccmsim: error: {}", error.what()));
  }
}
