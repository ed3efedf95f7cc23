// What can a minifactory promise, and at what price?

#include <algorithm>

#include "sim/actors/minifactory.hpp"

namespace ccm {

void Minifactory::on(const CallForQuote& call) {
  const std::optional<Promise> promised = best_promise(call);
  const std::optional<Money> list = promised ? std::optional(list_price(class_of(call))) : std::nullopt;
  if (!call.again) selling_.asked(class_of(call), list);
  const std::optional<Money> price = list ? price_for(call, *list) : std::nullopt;
  if (!price) {
    floor_->release(floor_id(call));
    ++tally_.refusals;
    return answer_call(call, Refusal{call.request, index_, call.call});
  }
  ++tally_.quotes;
  Quote quote{call.request, call.segment, index_, call.call, *price, promised->delivery};
  if (reserves()) quote.valid_until = world_.now() + spec_.floor.hold;
  quote.load = in_hours(floor_->load());
  quote.co2 = co2_of_making(call, promised->units);
  if (!goes_on(call)) quote.co2 += freight_[call.segment].co2;
  if (call.lot) quote.lot = Lot{.units = promised->units, .quoted = promised->units, .stage = call.lot->stage};
  answer_call(call, std::move(quote));
}

/// What making so many units emits, on the average over the planned recipes.
Kilograms Minifactory::co2_of_making(const CallForQuote& call, std::int64_t units) const {
  KilowattHours energy{0};
  for (const Recipe& recipe : plan_->services[class_of(call).service].recipes) energy += recipe.cost.electricity * recipe.weight;
  return spec_.grid_co2 * (energy * static_cast<double>(units));
}

bool Minifactory::reserves() const { return spec_.floor.kind == FloorKind::machines && spec_.floor.promises == Promises::reserved; }

/// All units called for, or as many as it can make in time if fewer will do.
std::optional<Minifactory::Promise> Minifactory::best_promise(const CallForQuote& call) {
  const std::int64_t wanted = units_of(call);
  if (const auto delivery = promise(call, wanted)) return Promise{wanted, *delivery};
  const std::int64_t units = call.lot && call.lot->or_fewer ? most_units(call) : 0;
  if (units == 0) return std::nullopt;
  return Promise{units, *promise(call, units)};
}

std::int64_t Minifactory::most_units(const CallForQuote& call) {
  std::int64_t can = 0, cannot = units_of(call);
  while (cannot - can > 1) {
    const std::int64_t middle = can + (cannot - can) / 2;
    (promise(call, middle) ? can : cannot) = middle;
  }
  return can;
}

/// When it could deliver so many units; nothing if it cannot make the service, or not by the due time. Where time is reserved, the margin
/// for the talk before the order lies before the production; an estimate leaves it behind.
std::optional<Seconds> Minifactory::promise(const CallForQuote& call, std::int64_t units) {
  const std::size_t service = class_of(call).service;
  if (plan_->services[service].prices.empty()) return std::nullopt;
  const auto& due = scenario_.services[factory_.services[service].service].due;
  const bool is_due = due && !call.ignores_due;
  const Seconds delay = reserves() ? std::max(time_until_all_is_here(call), spec_.promise_margin) : time_until_all_is_here(call);
  const Wish asked{service, static_cast<double>(units), is_due ? world_.now() + *due : Wish{}.due};
  const std::optional<Seconds> ready = floor_->promise(floor_id(call), asked, delay);
  if (!ready) return std::nullopt;
  const Seconds margin = reserves() ? Seconds(0) : spec_.promise_margin;
  const Seconds promised = goes_on(call) ? *ready + margin : carrier_.arrival(index_, call.segment, *ready, margin);
  if (is_due && promised - world_.now() > *due) return std::nullopt;
  return promised;
}

/// Until the product data, and what the stage before makes, could be here.
Seconds Minifactory::time_until_all_is_here(const CallForQuote& call) const {
  const ServiceSpec& service = scenario_.services[factory_.services[class_of(call).service].service];
  const Seconds data_time = world_.idle_time(Seating::cloud_operator(), own_id_, service.product_data);
  if (!call.lot || !call.lot->before) return data_time;
  return std::max(data_time, call.lot->ready + carrier_.transfer_time(*call.lot->before, index_) - world_.now());
}

/// Whether another stage follows.
bool Minifactory::goes_on(const CallForQuote& call) const {
  return call.lot && call.lot->stage && *call.lot->stage + 1 < classes_[call.segment].size();
}

/// The price asked of these customers; where buyers name the price, that price, or nothing if it is too low.
std::optional<Money> Minifactory::price_for(const CallForQuote& call, Money list) const {
  const CustomerClass customers = class_of(call);
  const Money lowest = selling_.floor(customers.service, plan_->services[customers.service].unit_cost, call.segment);
  if (call.bid) return *call.bid >= lowest ? call.bid : std::nullopt;
  return selling_.price_in_round(list, lowest, call.betterings);
}

Money Minifactory::list_price(CustomerClass of) const {
  const ServicePlan& service = plan_->services[of.service];
  if (!factory_.pricing.strategy->follows_capacity) return service.prices[of.type];
  const ServiceDemand demand{factory_.services[of.service].demand, share_[of.service], {}, remaining(of.service)};
  return selling_.explored(of, factory_.pricing.prices(demand, factory_.cost_to_cover(of.service, service.unit_cost))[of.type]);
}

/// What the floor can still make in the rest of the period, after the orders it has. When a period begins, rounding may make the rest of it
/// longer than the period by its last digit.
Remaining Minifactory::remaining(std::size_t service) const {
  const Seconds length = scenario_.time.period, end = length * static_cast<double>(period_);
  if (!floor_->can_make(service) || end <= world_.now()) return {0, 1};
  return {floor_->can_still_make(service, end), std::min(1.0, (end - world_.now()) / length)};
}

void Minifactory::on(const Counteroffer& bid) {
  const std::size_t wanted = class_of(bid.quote).service;
  const ServicePlan& service = plan_->services[wanted];
  if (service.prices.empty()) return send_to_segment(bid.quote.segment, Withdrawal{bid.quote, bid.tick + 1});
  send_to_segment(bid.quote.segment, selling_.answer(bid, selling_.floor(wanted, service.unit_cost, bid.quote.segment)));
}

void Minifactory::answer_call(const CallForQuote& call, Message message) {
  if (scenario_.customers[call.segment].local) return send_to_segment(call.segment, std::move(message));
  send(std::move(message));
}

}  // namespace ccm
