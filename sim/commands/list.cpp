// ccmsim list: which strategies and outputs are there?

#include <fmt/format.h>

#include "analysis/outputs.hpp"
#include "models/pricing/strategy.hpp"
#include "sim/commands/command.hpp"

namespace ccm {
namespace {

/// A word of a scenario key that chooses a variant of a model.
struct Variant {
  std::string_view key, word, summary;
};

constexpr Variant variants[] = {
    {"planning.routes", "split", "demand may be shared over routes"},
    {"planning.routes", "single", "each part takes one route ([QamarAziz2023])"},
    {"planning.moves", "distinct_groups", "moves are the machine groups visited less one ([QamarAziz2023] Eq. 2)"},
    {"planning.moves", "changes", "moves are the changes of group on the way"},
    {"pricing.cost", "average", "prices are built on the average unit cost ([QamarAziz2023] Eq. 7)"},
    {"pricing.cost", "marginal", "prices are built on what one more unit costs"},
};

std::string variants_text() {
  std::string text;
  std::string_view key;
  for (const Variant& variant : variants) {
    if (variant.key != key) text += fmt::format("\n{}\n", key = variant.key);
    text += fmt::format("  {:<18} {}\n", variant.word, variant.summary);
  }
  return text;
}

}  // namespace

void add_list(CLI::App& program, Exit& code) {
  CLI::App* command = program.add_subcommand("list", "Every pricing strategy, model variant and output, in a line each");
  command->callback([&code] {
    std::string text = "pricing.strategy\n";
    for (const PricingStrategy& strategy : pricing_strategies())
      text += fmt::format("  {:<18} {} ({})\n", strategy.name, strategy.summary, strategy.source);
    text += variants_text();
    text += "\noutputs of summary.csv\n";
    for (const Output& output : outputs()) text += fmt::format("  {:<18} {} [{}]\n", output.name, output.doc, output.unit);
    print(text);
    code = Exit::ok;
  });
}

}  // namespace ccm
