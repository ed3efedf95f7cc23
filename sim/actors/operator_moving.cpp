// What becomes of orders that a failure delays, and of those that customers cancel?

#include <algorithm>

#include "sim/actors/operator.hpp"

namespace ccm {

/// The others in reach are asked whether they would make it at the price agreed. News of an order that has moved meanwhile is old.
void Operator::on(const Delay& delay) {
  const RequestId request = delay.quote.request;
  const auto moved = moved_.find(request);
  const bool is_old = moved != moved_.end() && moved->second != delay.quote.minifactory;
  if (is_old || moves_.contains(request) || calls_.contains(request) || cancelled_.contains(request)) return;
  Call asked{.request = {request, delay.quote.segment, 0, 0, delay.quote.price}, .delay = delay};
  for (const Supplier& supplier : market_.suppliers[delay.quote.segment])
    if (supplier.minifactory != delay.quote.minifactory && asked.answers.size() < static_cast<std::size_t>(scenario_.cloud_operator.quotes))
      asked.answers.push_back({.supplier = &supplier});
  call(std::move(asked));
}

/// The earliest takes the order over, if it is earlier than the one who has it. That one is asked first to give it up, so that nothing is
/// made twice.
void Operator::move_or_leave(Call call) {
  Answer* best = nullptr;
  for (Answer& answer : call.answers)
    if (answer.quote && answer.quote->promised < (best ? best->quote->promised : call.delay->expected)) best = &answer;
  if (best) best->chosen = true;
  record_answers(call);
  decline_all_but_chosen(call);
  if (!best) return;
  moves_[call.request.request] = {*best->quote};
  send_to_minifactory(call.delay->quote.minifactory, Cancel{call.delay->quote});
}

void Operator::on(const Cancelled& cancelled) {
  const auto move = moves_.extract(cancelled.request);
  if (!move || move.mapped().is_cancelled) {
    if (move) decline(move.mapped().to);
    return send_to_segment(cancelled.segment, cancelled);
  }
  const Quote& to = move.mapped().to;
  moved_[cancelled.request] = to.minifactory;
  send_to_minifactory(to.minifactory, Order{to, product_data_[to.segment]});
}

/// It is made after all.
void Operator::on(const TooLate& too_late) {
  if (const auto move = moves_.extract(too_late.request)) decline(move.mapped().to);
}

/// A customer's cancellation goes to whoever has the order; if it is just moving, it is not made elsewhere.
void Operator::on(const Cancel& cancel) {
  cancelled_.insert(cancel.quote.request);
  calls_.erase(cancel.quote.request);
  const auto move = moves_.find(cancel.quote.request);
  if (move != moves_.end()) {
    move->second.is_cancelled = true;
    return;
  }
  const auto moved = moved_.find(cancel.quote.request);
  send_to_minifactory(moved == moved_.end() ? cancel.quote.minifactory : moved->second, cancel);
}

}  // namespace ccm
