// Does a price sell anything worth mentioning, and in how many orders?

#include "models/pricing/few_orders.hpp"

#include <algorithm>

#include "models/pricing/myopic_reference.hpp"
#include "models/pricing/type_demand.hpp"

namespace ccm {
namespace {

constexpr double hardly_any = 0.1;
constexpr double least_share = 1e-6;  // of a seller from whom nobody has bought for long

}  // namespace

bool sells_hardly_any(const TypeDemand& demand, Money price, Money unit_cost) {
  return expected_units(demand, price) < hardly_any * expected_units(demand, myopic_price(demand, unit_cost));
}

OrderedDemand ordered_demand(const TypeDemand& demand, double share) {
  const double orders_per_unit = std::max(share, least_share) / demand.order_units;
  if (!feels_reference(demand)) return {demand.alpha, demand.beta, orders_per_unit};
  const ReferenceDemand& d = demand.referenced;
  return {d.a + d.loss * demand.remembered->reference.value(), d.b + d.loss, orders_per_unit};
}

}  // namespace ccm
