// ccmsim list: which strategies, rules and outputs are there?

#include <fmt/format.h>

#include "analysis/outputs.hpp"
#include "models/market/matching/policy.hpp"
#include "models/pricing/strategy.hpp"
#include "models/production/dispatch_rule.hpp"
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
    {"pricing.answer", "follow", "a competitive seller asks the mean of the other sellers' prices"},
    {"pricing.answer", "undercut", "it asks less than the lowest of them"},
    {"pricing.answer", "best_response", "it asks what is best for it at their mean ([Vives1999])"},
    {"market.prices", "seller", "the seller posts the price ([Rauch2016] section 3.3)"},
    {"market.prices", "buyer",
     "the buyer names the price, and sellers whom it leaves their cost after the commission take it ([Rauch2016] section 3.3)"},
    {"market.prices", "clearing", "the operator clears bids and quotes by rule ([ChatterjeeSamuelson1983])"},
    {"market.prices", "negotiated", "customers search and talk, as their type does ([Rauch2016] section 3.3)"},
    {"market.bargaining", "concession", "alternating offers that concede with time ([Faratin1998])"},
    {"market.bargaining", "nash", "Nash's split between the value and the seller's cut-off price ([Nash1950])"},
    {"market.bargaining", "rational", "the split of rational and impatient parties ([Rubinstein1982])"},
    {"market.revenue.base", "unit", "the price is paid for the unit ([Rauch2016] section 3.3, as the others)"},
    {"market.revenue.base", "duration", "it is paid for the time for which the unit is provided"},
    {"market.revenue.base", "performance", "it falls with the delay of the delivery"},
    {"market.revenue.base", "use", "it is paid for the uses"},
    {"talks.family", "polynomial", "what is conceded grows with a power of time ([Faratin1998])"},
    {"talks.family", "exponential", "what is conceded grows exponentially ([Faratin1998])"},
    {"customers.type", "price_taker", "takes the price of one quote or leaves ([QamarAziz2023] section 3.1)"},
    {"customers.type", "negotiator", "asks several and haggles over the best quote ([QamarAziz2023] section 3.1)"},
    {"customers.type", "bargainer", "compares with what it remembers, searches, and haggles longest ([QamarAziz2023] section 3.1)"},
    {"customers.demand", "absolute", "alpha - beta P + gamma r ([QamarAziz2023] Eq. 13)"},
    {"customers.demand", "difference", "a - b p + g (r - p), with losses that may weigh more than gains ([PopescuWu2007])"},
    {"reference_price.kind", "exponential", "a fading mean of the prices seen ([PopescuWu2007])"},
    {"reference_price.kind", "peak_end_lowest", "the lowest price and the last one ([NasiryPopescu2011])"},
    {"reference_price.kind", "peak_end_highest", "the highest price and the last one ([DeMaeyerEstelami2013])"},
    {"reference_price.kind", "last_price", "the last price alone"},
    {"reference_price.source", "own_type", "what the own type paid at the same minifactory"},
    {"reference_price.source", "rsp", "what all its customers paid"},
    {"reference_price.source", "market", "what was paid anywhere"},
    {"reference_price.source", "rivals", "what the other minifactories publish"},
    {"reference_price.source", "individual", "what this very customer was quoted"},
    {"operator.contract_net", "full", "those who are not chosen are told, and the operator that an order is done ([SC00029H])"},
    {"operator.contract_net", "brief", "they are not"},
    {"operator.when_none", "reject", "the customer gets no offer"},
    {"operator.when_none", "widen", "the next ones are asked, until somebody can"},
    {"operator.when_none", "earliest", "the same are asked for their earliest delivery, and the customer decides"},
    {"operator.when_none", "split", "each makes the units that it can in time ([Rauch2016] section 3.3)"},
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
  CLI::App* command = program.add_subcommand("list", "Every pricing strategy, model variant, dispatch rule and output, in a line each");
  command->callback([&code] {
    std::string text = "pricing.strategy\n";
    for (const PricingStrategy& strategy : pricing_strategies())
      text += fmt::format("  {:<18} {} ({})\n", strategy.name, strategy.summary, strategy.source);
    text += "\noperator.matching\n";
    for (const MatchingPolicy& policy : matching_policies())
      text += fmt::format("  {:<18} {} ({})\n", policy.name, policy.summary, policy.source);
    text += variants_text();
    text += "\nrules of 'ccmsim schedule'\n";
    for (const DispatchRule& rule : dispatch_rules()) text += fmt::format("  {:<18} {} ({})\n", rule.name, rule.summary, rule.source);
    text += "\noutputs of summary.csv\n";
    for (const Output& output : outputs()) text += fmt::format("  {:<18} {} [{}]\n", output.name, output.doc, output.unit);
    print(text);
    code = Exit::ok;
  });
}

}  // namespace ccm
