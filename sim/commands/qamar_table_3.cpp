// What do the columns of Table 3 of Qamar and Aziz (2023) hold, and what would the strategies earn?

#include "sim/commands/qamar_table_3.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>
#include <optional>

#include "models/pricing/optimal/eq13.hpp"
#include "sim/commands/text_table.hpp"

namespace ccm {
namespace {

constexpr std::array<std::string_view, 3> type_names{"price_taker", "negotiator", "bargainer"};
constexpr double gamma = 0.5;  // of Eq. 13, for all types
constexpr std::array eq13_types{Eq13Type{table_3_types[0].alpha, table_3_types[0].beta},
                                Eq13Type{table_3_types[1].alpha, table_3_types[1].beta},
                                Eq13Type{table_3_types[2].alpha, table_3_types[2].beta}};

/// A row: a strategy, and the column of the paper that it gives.
struct StrategyRow {
  std::string_view strategy;
  std::string_view what;
  std::array<const char*, 4> printed{};  // by type, and the total; nothing if it is not in the paper
  std::optional<Eq13Reading> reading{};  // of those of Eq. 13
  bool mixture = false;                  // what is printed is no profit
};

/// The cells as Table 3 prints them.
constexpr std::array rows{
    StrategyRow{"differential", "each type its own price (Eq. 7); printed as differential pricing", {"1356.6", "945.3", "700.6", "3002.5"}},
    StrategyRow{"fixed_first", "everybody the price-takers' price; printed as fixed pricing", {"1356.6", "806.4", "256.1", "2419.2"}},
    StrategyRow{"uniform", "everybody the best single price; not in the paper"},
    StrategyRow{"eq13_as_printed",
                "no profit: the price-takers' profit and the others' revenue, at the prices of Eq. 7; printed as reference effect",
                {"1356.6", "1745.8", "1302.0", "4404.5"},
                Eq13Reading::plugged,
                true},
    StrategyRow{"eq13_plugged", "the profit at the same prices", {}, Eq13Reading::plugged},
    StrategyRow{"eq13_sequential", "each price the best one given the price before it", {}, Eq13Reading::sequential},
    StrategyRow{"eq13_joint", "all prices the best ones together", {}, Eq13Reading::joint}};

std::vector<Money> prices_of(const StrategyRow& row) {
  if (row.reading) return eq13_prices(eq13_types, table_3_cost, gamma, *row.reading);
  return pricing_strategy(row.strategy).prices({table_3_types, table_3_cost});
}

std::vector<double> demands_of(const StrategyRow& row) { return eq13_demands(eq13_types, row.reading ? gamma : 0, prices_of(row)); }

std::vector<double> profits_of(const StrategyRow& row) {
  const std::vector<Money> prices = prices_of(row);
  std::vector<double> profits = demands_of(row);
  for (std::size_t k = 0; k < profits.size(); ++k) profits[k] *= (prices[k] - table_3_cost).value();
  return profits;
}

double total(const std::vector<double>& amounts) { return std::accumulate(amounts.begin(), amounts.end(), 0.0); }

const StrategyRow& named(std::string_view strategy) { return *std::ranges::find(rows, strategy, &StrategyRow::strategy); }

double earned(std::string_view strategy) { return total(profits_of(named(strategy))); }

void add_rows(TextTable& table, const StrategyRow& row) {
  const auto amounts = row.mixture ? eq13_as_printed(eq13_types, table_3_cost, gamma) : profits_of(row);
  std::vector<std::string> prices;
  for (const Money price : prices_of(row)) prices.push_back(fmt::format("{:.4f}", price.value()));
  std::vector<std::string> cells{std::string(row.strategy), fmt::format("{}", fmt::join(prices, " "))};
  for (const double amount : amounts) cells.push_back(fmt::format("{:.3f}", amount));
  cells.push_back(fmt::format("{:.3f}", total(amounts)));
  table.add(cells);
  if (row.printed[0]) table.add({"  printed", "", row.printed[0], row.printed[1], row.printed[2], row.printed[3]});
}

Json row_document(const StrategyRow& row) {
  Json prices = Json::array();
  for (const Money price : prices_of(row)) prices.push_back(price.value());
  const std::vector<double> profits = profits_of(row);
  Json document = {{"strategy", row.strategy},   {"what", row.what},   {"prices", prices},
                   {"demands", demands_of(row)}, {"profits", profits}, {"total", total(profits)}};
  if (row.mixture) document["mixture"] = eq13_as_printed(eq13_types, table_3_cost, gamma);
  if (row.mixture) document["mixture_total"] = total(eq13_as_printed(eq13_types, table_3_cost, gamma));
  document["printed"] = row.printed[0] ? Json(row.printed) : Json(nullptr);
  return document;
}

/// The paper's word for a row that it has.
ResultCell printed_as(const StrategyRow& row) {
  constexpr std::string_view mark = "printed as ";
  const std::size_t at = row.what.find(mark);
  return at == std::string_view::npos ? ResultCell() : ResultCell(std::string(row.what.substr(at + mark.size())));
}

}  // namespace

std::string table_3_page() {
  TextTable table({{"strategy", Align::left}, {"prices"}, {"price-takers"}, {"negotiators"}, {"bargainers"}, {"total"}});
  for (const StrategyRow& row : rows) add_rows(table, row);
  std::string text = fmt::format("\nTable 3, profits with alpha = 100 and C = {} (both inferred: the paper gives neither)\n{}",
                                 table_3_cost.value(), table.text());
  for (const StrategyRow& row : rows) text += fmt::format("{:<15} {}\n", row.strategy, row.what);
  return text +
         "Of what is printed, every digit is right but one: 1302.0 should read 1302.1, with which the column sums to its total, 4404.5.\n"
         "The text gives 2419.2 as 2419.165, from which C follows.\n";
}

Json table_3_document() {
  Json strategies = Json::array();
  for (const StrategyRow& row : rows) strategies.push_back(row_document(row));
  return {{"alpha", table_3_types[0].alpha}, {"unit_cost", table_3_cost.value()}, {"gamma", gamma}, {"strategies", strategies}};
}

ResultTable figure_3_table() {
  ResultTable table{"fig3_demand", {"strategy", "customer_type", "price_currency_per_unit", "demand_units", "printed_as"}, {}};
  for (const StrategyRow& row : rows) {
    const auto prices = prices_of(row);
    const auto demands = demands_of(row);
    for (std::size_t k = 0; k < table_3_types.size(); ++k)
      table.rows.push_back({std::string(row.strategy), std::string(type_names[k]), prices[k].value(), demands[k], printed_as(row)});
  }
  return table;
}

std::string figure_3_page() {
  TextTable table({{"strategy", Align::left}, {"price-takers"}, {"negotiators"}, {"bargainers"}});
  for (const std::string_view strategy : {"differential", "fixed_first", "uniform", "eq13_as_printed"}) {
    const std::vector<double> demands = demands_of(named(strategy));
    table.add(
        {std::string(strategy), fmt::format("{:.4f}", demands[0]), fmt::format("{:.4f}", demands[1]), fmt::format("{:.4f}", demands[2])});
  }
  return "\nFig. 3: demands at these prices (the paper prints no numbers)\n" + table.text() +
         "The paper says that demand falls from bargainers to price-takers. By type and at one price, it falls from price-takers to bargainers;\n"
         "with the reference effect negotiators buy most. And that fixed prices lower the demand of each type: that of price-takers is the same.\n";
}

std::string table_3_gains() {
  const auto gain = [](double profit, double over) { return 100 * (profit / over - 1); };
  const double differential = earned("differential"), mixture = total(eq13_as_printed(eq13_types, table_3_cost, gamma));
  return fmt::format(
      "- Prices by type gain {:.1f} % over the printed fixed price, but {:.1f} % over the best single price.\n"
      "- The printed gain of the reference effect, {:.1f} %, compares revenues with profits. At the same prices the profit gains {:.1f} %; with\n"
      "  prices made for Eq. 13, {:.1f} % one after the other and {:.1f} % all at once.\n",
      gain(differential, earned("fixed_first")), gain(differential, earned("uniform")), gain(mixture, differential),
      gain(earned("eq13_plugged"), differential), gain(earned("eq13_sequential"), differential), gain(earned("eq13_joint"), differential));
}

}  // namespace ccm
