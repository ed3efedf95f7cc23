// ccmsim schema: which keys and tables are there, for editors and for reading?

#include "scenarios/schema.hpp"

#include "scenarios/experiments/experiment_docs.hpp"
#include "scenarios/problems/problem_docs.hpp"
#include "sim/commands/command.hpp"
#include "sim/results/tables_page.hpp"

namespace ccm {
namespace {

struct Options {
  bool markdown = false, tables = false, problems = false, experiments = false;
};

std::string indented(const Json& schema) { return schema.dump(2) + "\n"; }

std::string document(const Options& options) {
  if (options.tables) return tables_page();
  if (options.problems) return options.markdown ? problem_reference_page() : indented(problem_json_schema());
  if (options.experiments) return options.markdown ? experiment_reference_page() : indented(experiment_json_schema());
  return options.markdown ? scenario_reference_page() : indented(scenario_json_schema());
}

}  // namespace

void add_schema(CLI::App& program, Exit& code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("schema", "JSON Schema of scenario, problem and experiment files, for editors");
  auto* problems = command->add_flag("--problems", options->problems, "That of problem files instead");
  auto* experiments = command->add_flag("--experiments", options->experiments, "That of experiment files instead")->excludes(problems);
  auto* markdown = command->add_flag("--markdown", options->markdown, "The reference page of all keys instead");
  command->add_flag("--tables", options->tables, "The reference page of the result tables instead")
      ->excludes(markdown)
      ->excludes(problems)
      ->excludes(experiments);
  command->footer("Examples:\n  ccmsim schema > ccmsim.schema.json\n  ccmsim schema --problems --markdown");
  command->callback([options, &code] {
    print(document(*options));
    code = Exit::ok;
  });
}

}  // namespace ccm
