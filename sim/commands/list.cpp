// ccmsim list: which strategies and outputs are there?

#include <fmt/format.h>

#include "analysis/outputs.hpp"
#include "models/pricing/strategy.hpp"
#include "sim/commands/command.hpp"

namespace ccm {

void add_list(CLI::App& program, Exit& code) {
  CLI::App* command = program.add_subcommand("list", "Every pricing strategy and every output, in a line each");
  command->callback([&code] {
    std::string text = "pricing.strategy\n";
    for (const PricingStrategy& strategy : pricing_strategies())
      text += fmt::format("  {:<18} {} ({})\n", strategy.name, strategy.summary, strategy.source);
    text += "\noutputs of summary.csv\n";
    for (const Output& output : outputs()) text += fmt::format("  {:<18} {} [{}]\n", output.name, output.doc, output.unit);
    print(text);
    code = Exit::ok;
  });
}

}  // namespace ccm
