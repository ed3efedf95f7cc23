// ccmsim solve: what does one model alone say to these numbers?

#include <fmt/format.h>

#include "sim/commands/command.hpp"
#include "sim/commands/shared_options.hpp"
#include "sim/commands/solution.hpp"

namespace ccm {
namespace {

struct SolveOptions {
  std::string file;
  std::vector<std::string> settings;
  bool json = false, what_if = false;
};

Exit solve_problem(const SolveOptions& options) {
  const Problem problem = load_problem(options.file, options.settings);
  print(std::visit(
      [&](const auto& task) { return options.json ? solution_document(task, options.what_if).dump(2) + "\n" : solution_page(task); },
      problem));
  return Exit::ok;
}

std::string kinds_text() {
  std::string text = "Kinds of problem:\n";
  for (const ProblemKind& kind : problem_kinds()) text += fmt::format("  {:<12} {}\n", kind.name, kind.summary);
  return text;
}

}  // namespace

void add_solve(CLI::App& program, Exit& code) {
  const auto options = std::make_shared<SolveOptions>();
  CLI::App* command = program.add_subcommand("solve", "Solve one model alone, without a simulation: the answer on stdout");
  command->add_option("FILE", options->file, "Problem file")->required();
  command->add_flag("--json", options->json, "One JSON document instead of the page");
  command->add_flag("--what-if", options->what_if, "With --json: also the next best alternatives, and what more capacity is worth");
  add_set_option(*command, options->settings, "Change one key of the problem, e.g. energy_price=0.05; may be repeated");
  command->footer(kinds_text() +
                  "\nExamples:\n  ccmsim solve scenarios/problems/steel_cutting.yaml\n"
                  "  ccmsim solve scenarios/problems/qamar_2023_table1.yaml --set parts.P1.demand=200 --json");
  command->callback([options, &code] { code = solve_problem(*options); });
}

}  // namespace ccm
