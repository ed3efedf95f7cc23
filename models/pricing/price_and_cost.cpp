// At which prices does the demand cost what the prices assume?

#include "models/pricing/price_and_cost.hpp"

#include <algorithm>
#include <cmath>

#include "models/pricing/type_demand.hpp"

namespace ccm {
namespace {

constexpr int most_rounds = 1000;
constexpr double same_demand = 1e-12;

bool agree(const std::vector<double>& a, const std::vector<double>& b) {
  return std::ranges::equal(a, b, [](double x, double y) { return std::abs(x - y) <= same_demand * std::max(std::abs(x), std::abs(y)); });
}

}  // namespace

double expected_demand(const ServiceDemand& service, std::span<const Money> prices) {
  double demand = 0;
  for (std::size_t k = 0; k < service.types.size(); ++k) demand += expected_units(service.types[k], prices[k]);
  return service.share * demand;
}

std::vector<Money> PricingRule::prices(const ServiceDemand& service, Money unit_cost) const {
  auto prices = strategy->prices({service.types, unit_cost, options, service.rivals, service.remaining, service.share, policies});
  for (Money& price : prices) price = std::max(price, unit_cost);
  return prices;
}

SettledPrices settle_prices(std::span<const ServiceDemand> services, const PricingRule& rule, std::vector<double> start,
                            const std::function<std::vector<Money>(const std::vector<double>&)>& unit_cost) {
  SettledPrices now{.prices = std::vector<std::vector<Money>>(services.size()), .demand = std::move(start)};
  for (int round = 0; round < most_rounds && !now.settled; ++round) {
    const std::vector<Money> costs = unit_cost(now.demand);
    std::vector<double> demand;
    for (std::size_t s = 0; s < services.size(); ++s) {
      now.prices[s] = rule.prices(services[s], costs[s]);
      demand.push_back(expected_demand(services[s], now.prices[s]));
    }
    now.settled = agree(demand, now.demand);
    now.demand = std::move(demand);
  }
  return now;
}

}  // namespace ccm
