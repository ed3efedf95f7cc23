// How does a bargain read for programs?

#include "sim/commands/solution.hpp"

namespace ccm {
namespace {

Json amount(const std::optional<Money>& money) { return money ? Json(money->value()) : Json(); }

Json answer_to(const RubinsteinGame& game) { return {{"share_first", proposers_share(game)}, {"price", proposed_price(game).value()}}; }

Json answer_to(const NashBargain& bargain) { return {{"price", amount(nash_price(bargain))}}; }

Json answer_to(const Negotiators& who) {
  const Negotiation negotiation = alternating_offers(who);
  Json trace = Json::array();
  for (const SpokenOffer& offer : negotiation.offers)
    trace.push_back({{"tick", offer.tick}, {"who", name_of(offer.party)}, {"price", offer.price.value()}});
  return {{"price", amount(negotiation.price)},
          {"tick", negotiation.last_tick()},
          {"messages", negotiation.offers.size()},
          {"trace", std::move(trace)}};
}

/// The best number of quotes to ask for at once; null where more are always better.
Json all_at_once(const QuoteSearch& search) {
  if (search.quote_cost == Money(0)) return {};
  const std::int64_t quotes = best_fixed_sample(search);
  return {{"quotes", quotes}, {"outlay", fixed_sample_outlay(search, quotes).value()}};
}

Json answer_to(const QuoteSearch& search) {
  const SearchPlan plan = sequential_search(search);
  return {{"reservation_price", plan.reservation_price.value()}, {"expected_quotes", plan.expected_quotes},
          {"expected_price", plan.expected_price.value()},       {"expected_outlay", plan.expected_outlay.value()},
          {"value_of_search", plan.value_of_search.value()},     {"all_at_once", all_at_once(search)}};
}

Json answer_to(const PostedPriceQuestion& question) {
  const PostedPrice price = best_posted_price(question.customers, question.cutoff);
  return {{"posted_price", price.posted.value()},
          {"cutoff_price", price.cutoff.value()},
          {"sales", sales_per_visitor(question.customers, price)},
          {"profit", profit_per_visitor(question.customers, price).value()}};
}

}  // namespace

Json solution_document(const BargainingTask& task, bool) {
  Json document = {{"problem", "bargaining"}, {"kind", task.kind}, {"currency", task.currency}};
  document.update(std::visit([](const auto& question) { return answer_to(question); }, task.question));
  return document;
}

}  // namespace ccm
