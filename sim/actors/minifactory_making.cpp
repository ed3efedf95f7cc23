// What becomes of the orders of a minifactory, until they are made and paid?

#include "sim/actors/minifactory.hpp"
#include "sim/lots.hpp"

namespace ccm {

bool Minifactory::may_be_cancelled(const Quote& quote) const {
  return scenario_.customers[quote.segment].cancels > 0 || scenario_.cloud_operator.reassign_when_late;
}

/// What was spent on the order is written off. A cancellation may overtake the order, whose data take long.
void Minifactory::on(const Cancel& cancel) {
  const RequestId request = cancel.quote.request;
  const bool is_local = scenario_.customers[cancel.quote.segment].local.has_value();
  const auto answer = [&](Message message) {
    is_local ? send_to_segment(cancel.quote.segment, std::move(message)) : send(std::move(message));
  };
  const bool is_here = orders_.contains(request);
  const std::optional<CostByKind> spent = is_here ? floor_->abandon(request) : CostByKind{};
  if (!spent || made_.contains(request)) return answer(TooLate{request});
  if (!is_here) cancelled_early_.insert(request);
  orders_.erase(request);
  tally_.written_off += spent->total();
  answer(Cancelled{request, cancel.quote.segment});
}

void Minifactory::on(const Order& order) {
  if (cancelled_early_.erase(order.quote.request) > 0) return;
  const CustomerClass customers = class_of(order.quote);
  const auto units = static_cast<double>(units_of(order.quote));
  ++tally_.orders;
  tally_.demand[customers.service] += units;
  selling_.sold(customers, order.quote.price, units);
  if (!order.quote.lot || order.quote.lot->stage.value_or(0) == 0) return begin(order.quote, {});
  gatherings_[floor_id(order.quote)].order = order.quote;
  gather(floor_id(order.quote));
}

void Minifactory::receive(const Quote& from, const ProductionStory& story) {
  const RequestId order = stage_id(from.request, *from.lot->stage + 1);
  gatherings_[order].before = story;
  gather(order);
}

/// Production begins when both the order and what the stage before has made are here.
void Minifactory::gather(RequestId order) {
  const Gathering& gathered = gatherings_.at(order);
  if (!gathered.order || !gathered.before) return;
  begin(*gathered.order, gathered.before);
  gatherings_.erase(order);
}

/// Time that was reserved for more units than are ordered is given back first.
void Minifactory::begin(const Quote& quote, const std::optional<ProductionStory>& before) {
  if (quote.lot && quote.lot->units < quote.lot->quoted) floor_->release(floor_id(quote));
  orders_.emplace(floor_id(quote), OpenOrder{quote, {.joined = world_.now()}, before});
  floor_->join(floor_id(quote), {class_of(quote).service, static_cast<double>(units_of(quote)), quote.promised});
}

void Minifactory::started(RequestId id) {
  ProductionStory& story = orders_.at(id).story;
  story.started = world_.now();
  ++tally_.started;
  tally_.waiting += story.started - story.joined;
}

void Minifactory::finished(RequestId id, const CostByKind& unit_cost) {
  const auto done = orders_.extract(id);
  OpenOrder& order = done.mapped();
  if (may_be_cancelled(order.quote)) made_.insert(id);
  const std::int64_t units = units_of(order.quote);
  order.story.finished = world_.now();
  order.story.unit_cost = unit_cost.total();
  order.story.co2 = spec_.grid_co2 * (unit_cost.electricity * static_cast<double>(units));
  tally_.produced += units;
  tally_.cost += unit_cost * static_cast<double>(units);
  if (order.quote.lot) record_(lot_row(scenario_, order.quote, order.story));
  carrier_.take(order.quote, order.before ? continued(*order.before, order.story) : order.story);
  if (scenario_.cloud_operator.contract_net == ContractNet::full && !scenario_.customers[order.quote.segment].local)
    send(Done{order.quote, ready(order.quote)});
}

/// When what is made now will be with the customer, or is there for the next stage.
Seconds Minifactory::ready(const Quote& quote) const {
  const bool goes_on = quote.lot && quote.lot->onward;
  return goes_on ? world_.now() : carrier_.arrival(index_, quote.segment, world_.now(), Seconds(0));
}

/// A local customer pays here.
void Minifactory::on(const Payment& payment) { earn(cashier_.settle_order(payment.quote, payment.amount, false)); }

void Minifactory::earn(const Income& income) {
  tally_.income.paid += income.paid;
  tally_.income.commission += income.commission;
  tally_.income.third_party += income.third_party;
}

}  // namespace ccm
