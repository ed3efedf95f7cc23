// How do the prices of one seller over time read?

#include <fmt/format.h>

#include <algorithm>

#include "sim/commands/price_path.hpp"
#include "sim/commands/solve_pricing.hpp"
#include "sim/commands/text_table.hpp"

namespace ccm {
namespace {

constexpr std::size_t longest_shown = 12;

Json number_or_null(const std::optional<Money>& amount) { return amount ? Json(amount->value()) : Json(nullptr); }

Json column(const std::vector<PathStep>& steps, Money PathStep::*member) {
  Json list = Json::array();
  for (const PathStep& step : steps) list.push_back((step.*member).value());
  return list;
}

std::string grid_text(const PricesOverTime& asked) {
  return asked.lists_prices && asked.closed_form ? "The grid was not looked at: it is for 'method: dynamic_program'.\n" : "";
}

std::string rule_text(const PricesOverTime& asked, const SolvedPath& solved) {
  if (asked.program.periods) return "Closed form: in each period the price is k0 + k1 r, worked out from the last period back.\n";
  const auto& [k0, k1, mu] = *solved.rule;
  if (mu == 1) return "Closed form: the start lies where no change is worth its while, so the price stays what customers expect.\n";
  return fmt::format("Closed form: p = {:.6g} + {:.6g} r. Prices go to {:.6g}; each period, {:.1f} % of the distance is left.\n", k0, k1,
                     k0 / (1 - k1), 100 * mu);
}

std::string program_text(const PricesOverTime& asked) {
  const MoneyGrid& prices = asked.program.prices;
  return fmt::format("Dynamic program: the best of {} prices from {:.6g} to {:.6g}.\n", prices.count, prices.from.value(),
                     prices.to.value());
}

std::string cycle_text(const std::vector<Money>& cycle) {
  if (cycle.empty()) return "Prices of this grid come to no rest and to no short cycle.\n";
  if (cycle.size() == 1) return fmt::format("In the end the price rests at {}.\n", shown(cycle[0]));
  if (cycle.size() > longest_shown)
    return fmt::format("In the end {} prices come in turn, from {} to {}.\n", cycle.size(), shown(std::ranges::min(cycle)),
                       shown(cycle[0]));
  std::string text = "In the end these prices come in turn:";
  for (std::size_t i = 0; i < cycle.size(); ++i) text += (i == 0 ? " " : ", ") + shown(cycle[i]);
  return text + ".\n";
}

std::string rest_text(const PricesOverTime& asked, const SolvedPath& solved) {
  if (asked.program.periods) return "";
  std::string text;
  if (solved.steady) text += fmt::format("From every start, prices go to {}.\n", shown(*solved.steady));
  if (solved.band)
    text += fmt::format("A price from {} to {} stays for ever once customers are used to it.\n", shown(solved.band->low),
                        shown(solved.band->high));
  if (solved.surcharge)
    text += fmt::format("They have seen {}: if any price were allowed, it would go to {} and stay, a surcharge for ever.\n",
                        shown(asked.start.extreme), shown(*solved.surcharge));
  if (solved.discount)
    text += fmt::format("They have seen {}: if any price were allowed, it would go to {} and stay, a discount for ever.\n",
                        shown(asked.start.extreme), shown(*solved.discount));
  if (solved.turns)
    text += fmt::format("If any price were allowed, {} and {} in turn could not be improved one at a time.\n", shown(solved.turns->high),
                        shown(solved.turns->low));
  return asked.closed_form ? text : text + cycle_text(solved.cycle);
}

std::string path_text(const std::vector<PathStep>& steps) {
  TextTable table({{"period"}, {"reference"}, {"price"}, {"demand"}, {"profit"}});
  for (std::size_t t = 0; t < steps.size(); ++t)
    table.add({fmt::format("{}", t + 1), shown(steps[t].reference), shown(steps[t].price), fmt::format("{:.4f}", steps[t].demand),
               shown(steps[t].profit)});
  return table.text();
}

}  // namespace

std::string pricing_page(const PricesOverTime& asked, const std::string& currency) {
  const SolvedPath solved = solve_path(asked);
  std::string page = fmt::format("Best price now: {} {}. All profits from now on are worth {:.4f} {}.\n", shown(solved.steps[0].price),
                                 currency, solved.value, currency);
  page += (asked.closed_form ? rule_text(asked, solved) : program_text(asked)) + grid_text(asked) + rest_text(asked, solved);
  page += fmt::format("If nobody remembered prices, {} would be best.", shown(static_price(solved.seller)));
  if (solved.myopic_steady) page += fmt::format(" A seller who never looks ahead would end at {}.", shown(*solved.myopic_steady));
  return page + "\n\n" + path_text(solved.steps);
}

Json pricing_document(const PricesOverTime& asked) {
  const SolvedPath solved = solve_path(asked);
  Json demands = Json::array(), policy, range;
  for (const PathStep& step : solved.steps) demands.push_back(step.demand);
  if (solved.rule) policy = {{"k0", solved.rule->k0}, {"k1", solved.rule->k1}, {"mu", solved.rule->mu}};
  if (solved.band) range = {solved.band->low.value(), solved.band->high.value()};
  return {{"method", asked.closed_form ? "closed_form" : "dynamic_program"},
          {"static_price", static_price(solved.seller).value()},
          {"myopic_steady_price", number_or_null(solved.myopic_steady)},
          {"steady_price", number_or_null(solved.steady)},
          {"steady_range", range},
          {"surcharge_price", number_or_null(solved.surcharge)},
          {"discount_price", number_or_null(solved.discount)},
          {"policy", policy},
          {"cycle", solved.cycle.empty() ? Json(nullptr) : numbers(solved.cycle)},
          {"path", column(solved.steps, &PathStep::price)},
          {"references", column(solved.steps, &PathStep::reference)},
          {"demands", demands},
          {"profits", column(solved.steps, &PathStep::profit)},
          {"value", solved.value}};
}

}  // namespace ccm
