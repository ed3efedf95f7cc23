// ccmsim schema: which keys and tables are there, for editors and for reading?

#include "scenarios/schema.hpp"

#include <fmt/format.h>

#include "sim/commands/command.hpp"
#include "sim/results/tables_page.hpp"

namespace ccm {

void add_schema(CLI::App& program, Exit& code) {
  struct Options {
    bool markdown = false, tables = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("schema", "JSON Schema of scenario files, for editors");
  auto* markdown = command->add_flag("--markdown", options->markdown, "The reference page of all keys instead");
  command->add_flag("--tables", options->tables, "The reference page of the result tables instead")->excludes(markdown);
  command->footer("Example:\n  ccmsim schema > ccmsim.schema.json");
  command->callback([options, &code] {
    print(options->markdown ? scenario_reference_page() : options->tables ? tables_page() : scenario_json_schema().dump(2) + "\n");
    code = Exit::ok;
  });
}

}  // namespace ccm
