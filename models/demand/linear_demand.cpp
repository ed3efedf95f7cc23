// Who buys at a price, given what they paid before?

#include "models/demand/linear_demand.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {

void require_valid(const LinearDemand& demand) {
  require(demand.alpha > 0, "linear demand: alpha must be positive");
  require(demand.beta > 0, "linear demand: beta must be positive");
  require(demand.gain >= 0 && demand.loss >= 0, "linear demand: reference effects must not be negative");
  require(demand.lowest_value < highest_value(demand), "linear demand: the lowest value must be below alpha / beta");
  if (demand.form == DemandForm::absolute) {
    require(demand.gain == demand.loss, "linear demand: the absolute form is loss-neutral");
    require(demand.gain < demand.beta, "linear demand: the absolute form needs gamma < beta");
  }
}

Money highest_value(const LinearDemand& demand) { return Money(demand.alpha / demand.beta); }

double potential_customers(const LinearDemand& demand) { return demand.beta * (highest_value(demand) - demand.lowest_value).value(); }

Money threshold(const LinearDemand& demand, Money price, std::optional<Money> reference) {
  if (!reference) return price;
  if (demand.form == DemandForm::absolute) return price - *reference * (demand.gain / demand.beta);
  const double effect = price > *reference ? demand.loss : demand.gain;
  return price + (price - *reference) * (effect / demand.beta);
}

Money reservation_price(const LinearDemand& demand, Money value, std::optional<Money> reference) {
  if (!reference) return value;
  if (demand.form == DemandForm::absolute) return value + *reference * (demand.gain / demand.beta);
  const double effect = value > *reference ? demand.loss : demand.gain;
  return (value * demand.beta + *reference * effect) / (demand.beta + effect);
}

double expected_sales(const LinearDemand& demand, Money price, std::optional<Money> reference) {
  const Money from = threshold(demand, price, reference);
  const double buyers = demand.beta * (highest_value(demand) - from).value();
  return std::clamp(buyers, 0.0, potential_customers(demand));
}

Money draw_value(const LinearDemand& demand, RandomStream& stream) {
  return Money(stream.uniform(demand.lowest_value.value(), highest_value(demand).value()));
}

}  // namespace ccm
