// How do the prices of several customer types in one period read?

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "models/pricing/price_and_cost.hpp"
#include "sim/commands/solve_pricing.hpp"
#include "sim/commands/text_table.hpp"

namespace ccm {
namespace {

struct NamedStrategy {
  const char* name;
  const char* what;
};

/// In the order of OnePeriodStrategy.
constexpr std::array<NamedStrategy, 7> strategies{
    NamedStrategy{"differential", "each type pays its own best price (Eq. 7)"},
    NamedStrategy{"uniform", "all types pay the best single price"},
    NamedStrategy{"fixed_first", "all types pay the first type's best price (the paper's fixed price)"},
    NamedStrategy{"eq13_plugged", "the prices of Eq. 7, sold to types that have the price before theirs in mind"},
    NamedStrategy{"eq13_sequential", "each type's price is best given the price before it (Eq. 13, one after the other)"},
    NamedStrategy{"eq13_joint", "all prices together are best (Eq. 13, all at once)"},
    NamedStrategy{"eq13_as_printed", "the prices of Eq. 7, and the paper's column: the first type's profit, the others' revenue"}};

/// What is sold at which prices.
struct Sales {
  std::vector<Money> prices;
  std::vector<double> demands, revenues, profits, printed{};
  std::optional<Money> unit_cost{};  // that the prices assume, with a cost at scale
  Money cost{0};                     // of a unit, on average

  [[nodiscard]] double profit() const { return std::accumulate(profits.begin(), profits.end(), 0.0); }
  [[nodiscard]] double units() const { return std::accumulate(demands.begin(), demands.end(), 0.0); }
};

bool at_least_one(const std::vector<double>& demands) {
  return std::ranges::any_of(demands, [](double units) { return units > 0; });
}

std::vector<TypeDemand> type_demands(const PricesOfTypes& asked) {
  std::vector<TypeDemand> types;
  for (const auto& [alpha, beta] : asked.types) types.push_back({.alpha = alpha, .beta = beta});
  return types;
}

double demand_of(const ScaleType& type, Money price) { return std::max(0.0, type.alpha - type.beta * price.value()); }

/// Revenue less the cost at scale.
double profit_of(const PricesOfTypes& asked, const ScalePrices& at) {
  double profit = -asked.scale->v * at.demand - asked.scale->m * std::sqrt(at.demand);
  for (std::size_t k = 0; k < at.prices.size(); ++k) profit += at.prices[k].value() * demand_of(asked.types[k], at.prices[k]);
  return profit;
}

/// Prices and the unit cost that they assume, with a cost at scale; nothing if nothing is sold, or all of it costs more than it brings.
std::optional<ScalePrices> prices_at_scale(const PricesOfTypes& asked, const PricingStrategy& strategy) {
  if (asked.strategy == OnePeriodStrategy::differential) return scale_prices(asked.types, *asked.scale, asked.rule);
  const std::vector<TypeDemand> types = type_demands(asked);
  const double m = (asked.rule == CostOfUnit::marginal ? 0.5 : 1) * asked.scale->m;
  const auto unit_cost = [&](const std::vector<double>& units) {
    return std::vector<Money>{Money(asked.scale->v + (m > 0 ? m / std::sqrt(units[0]) : 0))};
  };
  double most = 0;
  for (const TypeDemand& type : types) most += type.alpha;
  const std::array<ServiceDemand, 1> service{ServiceDemand{types}};
  const SettledPrices settled = settle_prices(service, {&strategy}, {most}, unit_cost);
  if (!settled.settled || settled.demand[0] <= 0) return std::nullopt;
  const ScalePrices found{settled.prices[0], settled.demand[0], unit_cost(settled.demand)[0]};
  return profit_of(asked, found) < 0 ? std::nullopt : std::optional(found);
}

void sell_nothing(const PricesOfTypes& asked, Sales& sales) {
  for (const auto& [alpha, beta] : asked.types) sales.prices.push_back(Money(alpha / beta));
  sales.demands.assign(asked.types.size(), 0);
}

void set_prices(const PricesOfTypes& asked, Sales& sales) {
  const PricingStrategy& strategy = pricing_strategy(strategies[static_cast<std::size_t>(asked.strategy)].name);
  if (!asked.scale) {
    const std::vector<TypeDemand> types = type_demands(asked);
    sales.prices = PricingRule{&strategy}.prices({types}, asked.cost);
  } else if (const auto solved = prices_at_scale(asked, strategy)) {
    sales.prices = solved->prices;
    sales.unit_cost = solved->unit_cost;
  } else {
    return sell_nothing(asked, sales);
  }
  for (std::size_t k = 0; k < asked.types.size(); ++k) sales.demands.push_back(demand_of(asked.types[k], sales.prices[k]));
}

void set_eq13_prices(const PricesOfTypes& asked, Sales& sales) {
  const auto types = asked.eq13_types();
  sales.prices = eq13_prices(types, asked.cost, asked.gamma, *asked.eq13);
  sales.demands = eq13_demands(types, asked.gamma, sales.prices);
  if (asked.strategy == OnePeriodStrategy::eq13_as_printed) sales.printed = eq13_as_printed(types, asked.cost, asked.gamma);
}

Sales sales_of(const PricesOfTypes& asked) {
  Sales sales;
  asked.eq13 ? set_eq13_prices(asked, sales) : set_prices(asked, sales);
  sales.cost = asked.cost;
  if (asked.scale && at_least_one(sales.demands)) sales.cost = Money(asked.scale->v + asked.scale->m / std::sqrt(sales.units()));
  for (std::size_t k = 0; k < sales.prices.size(); ++k) {
    sales.revenues.push_back(sales.prices[k].value() * sales.demands[k]);
    sales.profits.push_back((sales.prices[k] - sales.cost).value() * sales.demands[k]);
  }
  return sales;
}

std::string shown(double number) { return fmt::format("{:.4f}", number); }

std::string sales_table(const PricesOfTypes& asked, const Sales& sales) {
  std::vector<TextColumn> heads{{"type", Align::left}, {"price"}, {"demand"}, {"revenue"}, {"profit"}};
  if (!sales.printed.empty()) heads.push_back({"printed"});
  TextTable table(heads);
  const auto add = [&](std::string name, std::string price, double units, double revenue, double profit, double printed) {
    std::vector<std::string> row{std::move(name), std::move(price), shown(units), shown(revenue), shown(profit)};
    if (!sales.printed.empty()) row.push_back(shown(printed));
    table.add(std::move(row));
  };
  for (std::size_t k = 0; k < sales.prices.size(); ++k)
    add(asked.names[k], shown(sales.prices[k].value()), sales.demands[k], sales.revenues[k], sales.profits[k],
        sales.printed.empty() ? 0 : sales.printed[k]);
  const auto sum = [](const std::vector<double>& amounts) { return std::accumulate(amounts.begin(), amounts.end(), 0.0); };
  add("all", "", sales.units(), sum(sales.revenues), sales.profit(), sum(sales.printed));
  return table.text();
}

std::string scale_text(const PricesOfTypes& asked, const Sales& sales, const std::string& currency) {
  if (!asked.scale) return "";
  if (!sales.unit_cost) return "Nothing is worth selling: at every demand a unit costs more than it brings.\n";
  return fmt::format("Prices assume {} {} for a unit, the {}; on average a unit costs {}.\n", shown(sales.unit_cost->value()), currency,
                     asked.rule == CostOfUnit::marginal ? "cost of one more" : "average cost", shown(sales.cost.value()));
}

}  // namespace

std::string pricing_page(const PricesOfTypes& asked, const std::string& currency) {
  const Sales sales = sales_of(asked);
  const auto& [name, what] = strategies[static_cast<std::size_t>(asked.strategy)];
  return fmt::format("{}: {}.\n{}Profit {} {}.\n\n{}", name, what, scale_text(asked, sales, currency), shown(sales.profit()), currency,
                     sales_table(asked, sales));
}

Json pricing_document(const PricesOfTypes& asked) {
  const Sales sales = sales_of(asked);
  Json document = {{"strategy", strategies[static_cast<std::size_t>(asked.strategy)].name},
                   {"names", asked.names},
                   {"prices", numbers(sales.prices)},
                   {"demands", sales.demands},
                   {"revenues", sales.revenues},
                   {"profits", sales.profits},
                   {"profit", sales.profit()}};
  if (!sales.printed.empty()) document["printed"] = sales.printed;
  if (!asked.scale) return document;
  document["unit_cost"] = sales.unit_cost ? Json(sales.unit_cost->value()) : Json(nullptr);
  document["average_cost"] = sales.unit_cost ? Json(sales.cost.value()) : Json(nullptr);
  return document;
}

}  // namespace ccm
