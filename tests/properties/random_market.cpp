// How may a random market come to its prices?

#include "tests/properties/random_market.hpp"

#include <fmt/format.h>

namespace ccm::test {

std::string RandomMarket::section() {
  if (!bargains_) return "";
  prices_ = chance_.one_of({"seller", "buyer", "clearing", "negotiated", "negotiated", "negotiated"});
  has_bulletin_ = chance_.maybe(0.6);
  const std::string bulletin = has_bulletin_ ? fmt::format(", bulletin: {}", chance_.one_of({"5 h", "1 d"})) : "";
  return fmt::format("market: {{prices: {}, split: {:.2f}, bargaining: {}{}, revenue: {{base: {}, third_party: {:.2f}}}}}\n", prices_,
                     chance_.real(0, 1), chance_.one_of({"concession", "concession", "nash", "rational"}), bulletin,
                     chance_.one_of({"unit", "unit", "duration", "performance", "use"}), chance_.maybe(0.3) ? chance_.real(0, 20) : 0);
}

std::string RandomMarket::concession() {
  return fmt::format("kappa: {:.2f}, beta: {:.2f}, family: {}", chance_.real(0.05, 0.5), chance_.real(0.2, 4),
                     chance_.one_of({"polynomial", "exponential"}));
}

std::string RandomMarket::buyer_talks() {
  if (!bargains_) return "";
  return fmt::format(", talks: {{{}{}opening: {:.2f}, quote_cost: {:.2f}, answer_within: {}, look_again: {}, {}}}",
                     chance_.optionally(0.6, fmt::format("rounds: {}, ", chance_.whole(0, 8))),
                     chance_.optionally(0.3, fmt::format("quotes: {}, ", chance_.whole(1, 4))), chance_.real(0.2, 1),
                     chance_.maybe(0.3) ? 0 : chance_.real(0, 5), chance_.one_of({"1 s", "30 s", "1 h"}), chance_.one_of({"1 h", "1 d"}),
                     concession());
}

std::string RandomMarket::seller_talks() {
  if (!bargains_) return "";
  return fmt::format(", talks: {{rounds: {}, margin: {:.2f}, power: {:.2f}{}, {}}}", chance_.whole(0, 8), chance_.real(0, 0.3),
                     chance_.real(0, 1), chance_.optionally(0.3, fmt::format(", cutoff: {:.2f}", chance_.real(0, 150))), concession());
}

std::string RandomMarket::of_operator() {
  return bargains_ ? fmt::format(", call_rounds: {}, contract_net: {}", chance_.whole(1, 3), chance_.one_of({"full", "brief"})) : "";
}

std::string RandomMarket::of_segment() {
  if (!bargains_) return "";
  const bool local = prices_ != "clearing" && chance_.maybe(0.2);  // f1 can make everything
  return fmt::format(", order_size: {}{}", chance_.one_of({"1", "1", "3"}), local ? std::string(", local: f1") : "");
}

std::string RandomMarket::of_memory() {
  if (!bargains_) return "";
  const std::string source =
      chance_.one_of({"own_type", "rsp", "market", has_bulletin_ ? "rivals" : "market", "individual", "individual, people: 7"});
  return fmt::format(", kind: {}, source: {}", chance_.one_of({"exponential", "peak_end_lowest", "peak_end_highest", "last_price"}),
                     source);
}

std::string RandomMarket::strategy() {
  if (!bargains_) return chance_.one_of({"differential", "fixed_first", "uniform", "cost_plus, markup: 0.35", "cost_plus, markup: 0"});
  return chance_.one_of({"cost_plus, markup: 0.8", "myopic_reference", "dynamic_program, grid_prices: 15", "capacity_yield",
                         "quantity_discount", has_bulletin_ ? "competitive, answer: follow" : "uniform",
                         has_bulletin_ ? "competitive, answer: undercut" : "uniform", "differential, learn: true"});
}

}  // namespace ccm::test
