// ccmsim schedule: how soon is a job shop done, and by which rule?

#include <fmt/format.h>

#include <algorithm>

#include "scenarios/mistake.hpp"
#include "scenarios/problems/fjs.hpp"
#include "scenarios/type.hpp"
#include "sim/commands/command.hpp"
#include "sim/commands/text_table.hpp"

namespace ccm {
namespace {

struct ScheduleOptions {
  std::string file;
  std::string rule;  // empty: all
  bool json = false;
};

/// A job shop scheduled by one rule or by all of them.
struct ScheduledShop {
  struct ByRule {
    std::string_view rule;
    ShopSchedule schedule;
  };
  JobShop shop;
  Seconds bound;
  std::vector<ByRule> by_rule;

  /// The shortest schedule; of equals the first.
  [[nodiscard]] const ByRule& best() const {
    return *std::ranges::min_element(by_rule, {}, [](const ByRule& one) { return one.schedule.makespan; });
  }
  /// How much longer than the bound a schedule is, as a share of the bound.
  [[nodiscard]] double gap(const ByRule& one) const { return one.schedule.makespan / bound - 1; }
};

ScheduledShop scheduled(const ScheduleOptions& options) {
  ScheduledShop made{load_job_shop(options.file), Seconds(0), {}};
  made.bound = makespan_bound(made.shop);
  for (const DispatchRule& rule : dispatch_rules())
    if (options.rule.empty() || options.rule == rule.name) made.by_rule.push_back({rule.name, schedule_jobs(made.shop, rule)});
  return made;
}

std::string time_text(Seconds time) { return fmt::format("{:.10g}", time.value()); }

std::string rules_text(const ScheduledShop& made) {
  TextTable table({{"rule", Align::left}, {"makespan"}, {"gap %"}});
  for (const auto& one : made.by_rule)
    table.add({std::string(one.rule), time_text(one.schedule.makespan), fmt::format("{:.1f}", 100 * made.gap(one))});
  return table.text();
}

std::string schedule_text(const ShopSchedule& schedule) {
  TextTable table({{"job"}, {"operation"}, {"machine"}, {"start"}, {"end"}});
  for (const ScheduledOperation& done : schedule.operations)
    table.add({std::to_string(done.job + 1), std::to_string(done.operation + 1), std::to_string(done.machine + 1), time_text(done.start),
               time_text(done.end)});
  return table.text();
}

std::string page(const ScheduledShop& made) {
  const auto& best = made.best();
  return fmt::format("jobs: {}, operations: {}, machines: {}\n\nNo schedule is shorter than {}.\n{}\nSchedule by {}\n{}",
                     made.shop.jobs.size(), best.schedule.operations.size(), made.shop.machines, time_text(made.bound), rules_text(made),
                     best.rule, schedule_text(best.schedule));
}

Json rules_json(const ScheduledShop& made) {
  Json rules = Json::array();
  for (const auto& one : made.by_rule)
    rules.push_back({{"rule", one.rule}, {"makespan", one.schedule.makespan.value()}, {"gap", made.gap(one)}});
  return rules;
}

Json schedule_json(const ShopSchedule& schedule) {
  Json operations = Json::array();
  for (const ScheduledOperation& done : schedule.operations)
    operations.push_back({{"job", done.job + 1},
                          {"operation", done.operation + 1},
                          {"machine", done.machine + 1},
                          {"start", done.start.value()},
                          {"end", done.end.value()}});
  return operations;
}

Json document(const ScheduledShop& made) {
  const auto& best = made.best();
  return {{"jobs", made.shop.jobs.size()},
          {"machines", made.shop.machines},
          {"operations", best.schedule.operations.size()},
          {"lower_bound", made.bound.value()},
          {"rules", rules_json(made)},
          {"rule", best.rule},
          {"makespan", best.schedule.makespan.value()},
          {"schedule", schedule_json(best.schedule)}};
}

CLI::Validator rule_name() {
  const auto complaint = [](const std::string& word) -> std::string {
    std::vector<std::string> names;
    for (const DispatchRule& rule : dispatch_rules()) names.emplace_back(rule.name);
    if (std::ranges::find(names, word) != names.end()) return "";
    return fmt::format("there is no rule {}{}\n  Known: {}.", in_quotes(word), did_you_mean(word, names), CLI::detail::join(names, ", "));
  };
  return {complaint, ""};
}

}  // namespace

void add_schedule(CLI::App& program, Exit& code) {
  const auto options = std::make_shared<ScheduleOptions>();
  CLI::App* command = program.add_subcommand("schedule", "Schedule a flexible job shop, a file of the format .fjs, by dispatch rules");
  command->add_option("FILE", options->file, "File of jobs, operations and machines")->required();
  command
      ->add_option("--rule", options->rule,
                   "The rule that says which operation goes first; without it all are tried, and the best is shown")
      ->type_name("RULE")
      ->check(rule_name());
  command->add_flag("--json", options->json, "One JSON document instead of the page");
  command->footer(
      "Jobs, operations and machines are numbered from 1, as in the file. 'ccmsim list' shows the rules.\n\n"
      "Examples:\n  ccmsim schedule scenarios/problems/brandimarte_1993/mk01.fjs\n"
      "  ccmsim schedule scenarios/problems/brandimarte_1993/mk02.fjs --rule fifo --json");
  command->callback([options, &code] {
    const ScheduledShop made = scheduled(*options);
    print(options->json ? document(made).dump(2) + "\n" : page(made));
    code = Exit::ok;
  });
}

}  // namespace ccm
