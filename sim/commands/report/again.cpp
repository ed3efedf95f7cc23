// Which command makes these results again?

#include "sim/commands/report/again.hpp"

#include <fmt/format.h>

#include "sim/commands/shell_word.hpp"

namespace ccm {
namespace {

using nlohmann::ordered_json;

std::string word_of(const ordered_json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_number_float() ? fmt::format("{}", value.get<double>()) : value.dump();
}

/// A command that grows word by word.
class Command {
 public:
  explicit Command(const std::string& name) : text_("ccmsim " + name) {}

  Command& word(const std::string& one) { return text_ += " " + shell_word(one), *this; }
  Command& option(const std::string& name, const ordered_json& value) { return value.is_null() ? *this : word(name).word(word_of(value)); }
  Command& options(const std::string& name, const ordered_json& values) {
    for (const ordered_json& value : values) option(name, value);
    return *this;
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// "5 %" is typed as 5%.
std::string typed(std::string width) {
  std::erase(width, ' ');
  return width;
}

void add_width(Command& command, const ordered_json& until) {
  command.option("--half-width", typed(until.at("half_width").get<std::string>())).options("--output", until.at("outputs"));
}

std::string run_again(const ordered_json& manifest) {
  const ordered_json &replications = manifest.at("replications"), &asked = replications.at("asked"),
                     &finished = replications.at("finished");
  Command command("run effective.yaml");
  if (asked == 1 && finished.size() == 1 && finished.front() != 1) return command.option("--replication", finished.front()).text();
  if (asked != 1) command.option("--replications", asked);
  if (!replications.contains("until")) return command.text();
  add_width(command, replications.at("until"));
  return command.option("--max-replications", replications.at("until").at("replications_max")).text();
}

std::string plan_again(const ordered_json& manifest) {
  Command command("plan effective.yaml");
  command.option("--pilot", manifest.at("replications").at("asked"));
  add_width(command, manifest.at("replications").at("until"));
  return command.text();
}

Command of_scenarios(const std::string& name, const ordered_json& manifest) {
  Command command(name);
  for (std::size_t i = 1; i <= manifest.at("scenarios").size(); ++i) command.word(fmt::format("effective-{}.yaml", i));
  return command;
}

std::string compare_again(const ordered_json& manifest) {
  const ordered_json& arguments = manifest.at("arguments");
  return of_scenarios("compare", manifest)
      .options("--output", arguments.at("outputs"))
      .option("--replications", arguments.at("replications"))
      .option("--confidence", arguments.at("confidence"))
      .text();
}

std::string select_again(const ordered_json& manifest) {
  const ordered_json& arguments = manifest.at("arguments");
  const auto given = [&](const char* name) { return arguments.value(name, ordered_json()); };
  Command command = of_scenarios("select", manifest);
  command.option("--output", arguments.at("output")).option("--procedure", arguments.at("procedure"));
  if (arguments.at("best_is") == "lowest") command.word("--lowest");
  return command.option("--first-stage", arguments.at("first_stage"))
      .option("--budget", given("budget"))
      .option("--indifference", given("indifference"))
      .option("--confidence", given("confidence"))
      .option("--max-replications", given("max_replications"))
      .text();
}

/// Of experiments that an earlier version made, only the hash of their file is known.
std::string experiment_again(const ordered_json& manifest) {
  const ordered_json& experiment = manifest.at("experiment");
  if (!experiment.contains("arguments")) return "# ccmsim experiment, with a file that is not kept here";
  const ordered_json& arguments = experiment.at("arguments");
  return Command("experiment experiment.yaml")
      .options("--set", arguments.at("settings"))
      .option("--seed", arguments.at("seed"))
      .option("--replications", arguments.at("replications"))
      .option("--interactions", arguments.at("interactions"))
      .text();
}

std::string command_again(const ResultDirectory& results) {
  switch (results.kind) {
    case ResultKind::run:
      return run_again(results.manifest);
    case ResultKind::comparison:
      return compare_again(results.manifest);
    case ResultKind::selection:
      return select_again(results.manifest);
    case ResultKind::experiment:
      return experiment_again(results.manifest);
    case ResultKind::plan:
      break;
  }
  return plan_again(results.manifest);
}

}  // namespace

std::vector<std::string> commands_again(const ResultDirectory& results, const std::vector<std::string>& needs) {
  std::vector<std::string> lines;
  for (const std::string& file : needs) lines.push_back(fmt::format("# first copy {} to where the scenario names it", shell_word(file)));
  lines.push_back(command_again(results));
  return lines;
}

}  // namespace ccm
