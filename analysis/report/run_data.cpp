// What does the report of a run show?

#include "analysis/report/run_data.hpp"

#include <algorithm>

#include "analysis/report/gantt.hpp"
#include "analysis/report/matching.hpp"
#include "analysis/report/mfca_flows.hpp"
#include "analysis/report/negotiation.hpp"
#include "analysis/report/prices.hpp"
#include "analysis/report/replay.hpp"
#include "analysis/report/totals.hpp"
#include "analysis/report/utilisation.hpp"

namespace ccm {
namespace report {
namespace {

Json frame_of(const RunTables& tables) {
  const RunSetting& setting = tables.setting();
  const auto& names = tables.minifactories();
  const auto shown = std::min(names.size(), static_cast<std::size_t>(minifactories_shown));
  return {{"replications", tables.replications().size()},
          {"periods", setting.periods},
          {"period_d", setting.period_d},
          {"warm_up", setting.warm_up},
          {"horizon_d", setting.horizon_d()},
          {"customer_types", tables.types()},
          {"minifactories",
           {{"count", names.size()}, {"shown", std::vector(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown))}}}};
}

Json sections(const std::filesystem::path& directory, const RunTables& tables, const OrderTotals& totals, ReplayOrders& replayed) {
  return {{"summary", summary(tables, directory)}, {"prices", prices(tables)},
          {"profit", profit(tables, totals)},      {"demand", demand(tables, totals)},
          {"negotiation", negotiation(tables)},    {"mfca", mfca(tables)},
          {"utilisation", utilisation(tables)},    {"gantt", gantt(tables, replayed)},
          {"matching", matching(tables, totals)},  {"co2", co2(tables)},
          {"messages", messages(tables)},          {"accounts", accounts(tables)},
          {"replay", replay(tables, replayed)}};
}

}  // namespace
}  // namespace report

nlohmann::ordered_json run_data(const std::filesystem::path& directory, const RunSetting& setting) {
  const report::RunTables tables(directory, setting);
  report::NameNumbers names;
  report::OrderTotals totals(tables, names);
  report::ReplayOrders replayed(tables, names);
  report::for_each_order(tables, names, [&](const report::OrderFacts& order) {
    totals.add(order);
    replayed.add(order);
  });
  nlohmann::ordered_json data = report::frame_of(tables);
  data.update(report::sections(directory, tables, totals, replayed));
  return data;
}

}  // namespace ccm
