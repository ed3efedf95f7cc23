// Whom do customers ask for a price, and when do they ask again?

#include <algorithm>

#include "sim/actors/customers.hpp"

namespace ccm {

/// Asks as many minifactories as the segment does at a time, from the next one on. Without the operator there may be nobody to ask.
void Customers::ask(RequestId request, Visit& visit) {
  if (spec_.local && suppliers_.empty()) return leave(request, "no_offer", "");
  const std::size_t left = suppliers_.size() - visit.next_supplier;
  const auto count = static_cast<std::uint32_t>(std::min(left, static_cast<std::size_t>(quotes_of(scenario_, spec_))));
  if (count > 0) visit.reference = references_.against(suppliers_[visit.next_supplier].minifactory, visit.person);
  if (count > 0 && !is_worth_asking(visit)) return wait_to_look_again(request);
  const std::optional<Money> bid = buying_.bid(shopper(visit), visit.bids);
  visit.bids += bid.has_value();
  visit.bargaining_costs += spec_.talks.quote_cost * static_cast<double>(count);
  put({{request, segment_, visit.next_supplier, count, bid, buying_.searches(), ++visit.questions}});
  if (buying_.searches()) visit.next_supplier += count;
}

/// A local customer asks its minifactory itself. Where messages may get lost, the question is put again if nothing is heard.
void Customers::put(const Question& question) {
  const Request& asked = question.request;
  if (spec_.local)
    world_.send(own_id_, seating_.minifactory(suppliers_.front().minifactory),
                CallForQuote{asked.request, segment_, asked.question, asked.bid});
  else
    send(asked);
  if (world_.can_lose()) world_.after(answer_time() + backoff_.wait(question.repetitions), [this, question] { ask_again(question); });
}

/// If the customer still waits for the answer to this very question.
void Customers::ask_again(Question question) {
  if (!awaiting_answer(question.request.request, question.request.question)) return;
  ++question.repetitions;
  put(question);
}

/// When an answer is there at the latest, if nothing is lost: there and back, each with a computation, and all rounds of the call
/// meanwhile.
Seconds Customers::answer_time() {
  const ActorId asked = spec_.local ? seating_.minifactory(suppliers_.front().minifactory) : Seating::cloud_operator();
  const Seconds way =
      world_.idle_time(own_id_, asked, Bytes(0)) + world_.idle_time(asked, own_id_, Bytes(0)) + 2 * scenario_.network.computing;
  const OperatorSpec& platform = scenario_.cloud_operator;
  return spec_.local ? way : way + platform.quote_deadline * static_cast<double>(platform.call_rounds);
}

/// The visit, if it waits for the first answer to this question; an answer that comes twice, to an earlier question, or after the patience
/// has ended, finds none.
Visit* Customers::awaiting_answer(RequestId request, CallId question) {
  const auto found = visits_.find(request);
  const bool waits = found != visits_.end() && found->second.answers < found->second.questions && found->second.questions == question;
  return waits ? &found->second : nullptr;
}

}  // namespace ccm
