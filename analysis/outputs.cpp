// Which numbers sum a run up?

#include "analysis/outputs.hpp"

#include <algorithm>
#include <array>

namespace ccm {

std::span<const Output> outputs() {
  using enum Breakdown;
  static constexpr std::array table{
      Output{"requests", "requests", "segments", "SUM(requests)", customer_type, "customers who arrived"},
      Output{"sales", "orders", "segments", "SUM(sales)", customer_type, "offers accepted"},
      Output{"sales_per_period", "orders/period", "segments", "1.0 * SUM(sales) / COUNT(DISTINCT period)", customer_type,
             "mean sales per period"},
      Output{"units", "units", "segments", "SUM(units)", customer_type, "units sold: the demand d(P, r)"},
      Output{"sales_share", "share", "segments", "1.0 * SUM(sales) / NULLIF(SUM(requests), 0)", customer_type,
             "share of the requests that became sales"},
      Output{"delivered", "orders", "segments", "SUM(delivered)", customer_type, "products received"},
      Output{"on_time_share", "share", "segments", "1.0 * SUM(on_time) / NULLIF(SUM(delivered), 0)", customer_type,
             "share of the deliveries by the promised time"},
      Output{"lead_time", "d", "segments", "SUM(lead_time_mean_d * delivered) / NULLIF(SUM(delivered), 0)", customer_type,
             "mean time from request to delivery"},
      Output{"rejected", "requests", "segments", "SUM(rejected)", customer_type, "offers rejected as too dear"},
      Output{"no_offer", "requests", "segments", "SUM(no_offer)", customer_type, "requests without a quote"},
      Output{"expired", "requests", "segments", "SUM(expired)", customer_type, "requests given up"},
      Output{"cancelled", "orders", "segments", "SUM(cancelled)", customer_type, "orders cancelled before they were made"},
      Output{"price_paid", "currency", "segments", "SUM(paid_price_mean * units) / NULLIF(SUM(units), 0)", customer_type,
             "mean price of a unit sold"},
      Output{"reference_price", "currency", "segments", "AVG(reference_price)", customer_type,
             "mean reference price over periods and segments"},
      Output{"talks", "talks", "segments", "SUM(talks)", customer_type, "offers about which customers made a bid"},
      Output{"agreements", "talks", "segments", "SUM(agreements)", customer_type, "talks that ended below the price asked"},
      Output{"bargaining_costs", "currency", "segments", "SUM(bargaining_costs)", customer_type,
             "what asking for quotes, and talking, cost customers"},
      Output{"surplus", "currency", "segments", "SUM(surplus)", customer_type, "customers' surplus: private value less price"},
      Output{"revenue", "currency", "periods", "SUM(revenue)", minifactory, "payments for deliveries, commission included"},
      Output{"commission", "currency", "periods", "SUM(commission)", minifactory, "the operator's share"},
      Output{"third_party", "currency", "periods", "SUM(third_party)", minifactory, "what a third party paid for deliveries"},
      Output{"material_cost", "currency", "periods", "SUM(material_cost)", minifactory, "cost of new material in production"},
      Output{"energy_cost", "currency", "periods", "SUM(energy_cost)", minifactory, "energy cost of production"},
      Output{"labour_cost", "currency", "periods", "SUM(labour_cost)", minifactory, "labour cost of production"},
      Output{"movement_cost", "currency", "periods", "SUM(movement_cost)", minifactory, "movement cost of production"},
      Output{"waste_cost", "currency", "periods", "SUM(waste_cost)", minifactory, "waste management cost of production"},
      Output{"loss_cost", "currency", "periods", "SUM(loss_cost)", minifactory, "the part of all costs that went into lost material"},
      Output{"planned_cost", "currency", "periods", "SUM(planned_cost)", minifactory, "cost of production as planned for the forecasts"},
      Output{"unserved_parts", "units", "periods", "SUM(unserved_parts)", minifactory, "parts forecast for which capacity did not suffice"},
      Output{"freight_cost", "currency", "periods", "SUM(freight_cost)", minifactory, "what minifactories paid for trips"},
      Output{"profit", "currency", "periods", "SUM(profit)", minifactory,
             "minifactories' revenue and third-party payments less commission less cost, freight included"},
      Output{"energy", "kWh", "periods", "SUM(energy_kwh)", minifactory, "electricity of production"},
      Output{"making_co2", "kg", "periods", "SUM(making_co2_kg)", minifactory, "CO2 of the electricity of production"},
      Output{"freight_co2", "kg", "periods", "SUM(freight_co2_kg)", minifactory, "CO2 of the trips that minifactories paid"},
      Output{"utilisation", "share", "periods", "AVG(utilisation)", minifactory, "mean share of the lines that was busy"},
      Output{"queue", "orders", "periods", "AVG(queue_mean)", minifactory, "mean number of orders waiting at a minifactory"},
      Output{"waiting", "h", "periods", "SUM(waiting_mean_h * started) / NULLIF(SUM(started), 0)", minifactory, "mean wait for the line"},
      Output{"messages", "messages", "messages", "SUM(sent)", none, "messages sent, warm-up included"},
      Output{"data_sent", "MB", "messages", "SUM(size_b) / 1e6", none, "data sent, warm-up included"},
  };
  return table;
}

bool has_periods(const Output& output) { return output.table != "messages"; }

std::string_view column_of(Breakdown breakdown) {
  if (breakdown == Breakdown::none) return "";
  return breakdown == Breakdown::customer_type ? "customer_type" : "minifactory";
}

std::string unit_of(const Output& output, const std::string& currency) {
  return output.unit == "currency" ? currency : std::string(output.unit);
}

std::string NamedOutput::name() const { return std::string(output->name) + (group.empty() ? "" : "." + group); }

std::optional<NamedOutput> output_named(std::string_view name) {
  const std::size_t dot = std::min(name.find('.'), name.size());
  const auto found = std::ranges::find(outputs(), name.substr(0, dot), &Output::name);
  if (found == outputs().end()) return std::nullopt;
  if (dot == name.size()) return NamedOutput{&*found, ""};
  if (found->breakdown == Breakdown::none || dot + 1 == name.size()) return std::nullopt;
  return NamedOutput{&*found, std::string(name.substr(dot + 1))};
}

}  // namespace ccm
