// Do quotes answer the right requests, and does the best one become the offer?

#include <algorithm>

#include "tests/properties/market_properties.hpp"

namespace ccm::test {
namespace {

constexpr double rounding_d = 1e-12;

/// By request and time: a request that comes again, since its offer was lost, is called for again.
std::map<std::pair<std::int64_t, double>, std::vector<QuoteRecord>> quotes_by_call(const MarketRun& run) {
  std::map<std::pair<std::int64_t, double>, std::vector<QuoteRecord>> calls;
  for (const QuoteRecord& quote : run.quotes()) calls[{quote.request, quote.called_at_d}].push_back(quote);
  return calls;
}

std::map<std::int64_t, OrderRecord> orders_by_request(const MarketRun& run) {
  std::map<std::int64_t, OrderRecord> orders;
  for (const OrderRecord& order : run.orders()) orders[order.request] = order;
  return orders;
}

void the_nearest_able_are_asked(const MarketRun& run, Violations& violations) {
  const auto orders = orders_by_request(run);
  for (const auto& [call, quotes] : quotes_by_call(run)) {
    const std::int64_t request = call.first;
    const auto order = orders.find(request);
    violations.unless(order != orders.end(), "a call for request {}, which does not exist", request);
    if (order == orders.end()) continue;
    std::vector<std::string_view> asked;
    for (const QuoteRecord& quote : quotes) {
      asked.push_back(quote.minifactory);
      violations.unless(quote.called_at_d >= order->second.requested_at_d, "request {}: called before it was made", request);
    }
    violations.unless(asked == run.suppliers(run.segment(order->second.segment)), "request {}: asked {} minifactories", request,
                      asked.size());
  }
}

void the_cheapest_quote_is_chosen(const MarketRun& run, Violations& violations) {
  for (const auto& [call, quotes] : quotes_by_call(run)) {
    const QuoteRecord* best = nullptr;
    for (const QuoteRecord& quote : quotes)
      if (quote.answer == "quote" && (!best || *quote.price < *best->price)) best = &quote;
    for (const QuoteRecord& quote : quotes)
      violations.unless((quote.chosen == 1) == (&quote == best), "request {}: chosen {} of {}", call.first, quote.chosen,
                        quote.minifactory);
  }
}

void the_offer_is_the_chosen_quote(const MarketRun& run, Violations& violations) {
  const auto orders = orders_by_request(run);
  std::map<std::int64_t, std::vector<QuoteRecord>> chosen;
  for (const QuoteRecord& quote : run.quotes())
    if (quote.chosen == 1) chosen[quote.request].push_back(quote);
  for (const OrderRecord& order : run.orders()) {
    if (!order.price) continue;
    const bool is_chosen = std::ranges::any_of(chosen[order.request], [&](const QuoteRecord& quote) {
      return quote.minifactory == order.minifactory && quote.price == order.price && quote.promised_at_d == order.promised_at_d;
    });
    violations.unless(is_chosen, "request {}: offered {} by {}, which was not chosen", order.request, *order.price, order.minifactory);
  }
  if (run.recording.messages("offer").lost > 0) return;
  for (const auto& [request, quotes] : chosen)
    violations.unless(quotes.empty() || orders.at(request).state != "no_offer", "request {}: no offer in spite of a quote", request);
}

void answers_have_their_fields_and_come_in_time(const MarketRun& run, Violations& violations) {
  const double deadline_d = in_days(run.scenario.cloud_operator.quote_deadline);
  for (const QuoteRecord& quote : run.quotes()) {
    const bool known = quote.answer == "quote" || quote.answer == "refusal" || quote.answer == "none";
    violations.unless(known, "request {}: answer {}", quote.request, quote.answer);
    const bool is_quote = quote.answer == "quote";
    violations.unless(quote.price.has_value() == is_quote && quote.promised_at_d.has_value() == is_quote, "request {}: fields of {}",
                      quote.request, quote.answer);
    violations.unless(quote.answered_at_d.has_value() == (quote.answer != "none"), "request {}: time of {}", quote.request, quote.answer);
    const double wait = quote.answered_at_d.value_or(quote.called_at_d) - quote.called_at_d;
    violations.unless(wait >= 0 && wait <= deadline_d + rounding_d, "request {}: answered after {} d", quote.request, wait);
  }
}

void quotes_are_posted_prices(const MarketRun& run, Violations& violations) {
  const auto orders = orders_by_request(run);
  std::map<std::tuple<std::int64_t, std::string_view, std::string_view, std::string_view>, double> posted;
  for (const PriceRecord& row : run.recording.all<PriceRecord>())
    posted[{row.period, row.minifactory, row.service, row.customer_type}] = row.price;
  for (const QuoteRecord& quote : run.quotes()) {
    if (!quote.price) continue;
    const OrderRecord& order = orders.at(quote.request);
    const auto posted_at = [&](double time_d) {
      return posted.at({std::min(run.period_at(time_d), run.scenario.time.periods), quote.minifactory, order.service, order.customer_type});
    };
    const bool matches = *quote.price == posted_at(quote.called_at_d) || *quote.price == posted_at(*quote.answered_at_d);
    violations.unless(matches, "request {}: {} quotes {}", quote.request, quote.minifactory, *quote.price);
  }
}

/// Whether some machine or worker level of the minifactory has its capacity limited, so that a plan may be unable to make a service.
bool lacks_capacity(const MarketRun& run, std::string_view name) {
  const MinifactorySpec& minifactory = run.minifactory(name);
  const auto limited = [](const auto& resource) { return resource.capacity.has_value(); };
  return std::ranges::any_of(minifactory.machines, limited) || std::ranges::any_of(minifactory.workers, limited);
}

void due_times_are_respected(const MarketRun& run, Violations& violations) {
  const auto orders = orders_by_request(run);
  for (const QuoteRecord& quote : run.quotes()) {
    const auto& due = service_named(run.scenario, std::string(orders.at(quote.request).service)).due;
    const bool may_refuse = due || run.has_breakdowns(quote.minifactory) || lacks_capacity(run, quote.minifactory);
    violations.unless(may_refuse || quote.answer != "refusal", "request {}: refused without a due time", quote.request);
    if (!due || !quote.promised_at_d) continue;
    violations.unless(*quote.promised_at_d <= *quote.answered_at_d + in_days(*due) + rounding_d, "request {}: promised after the due time",
                      quote.request);
  }
}

}  // namespace

Properties the_able_are_asked_and_answer() {
  return {the_nearest_able_are_asked, answers_have_their_fields_and_come_in_time, quotes_are_posted_prices, due_times_are_respected};
}

Properties the_cheapest_quote_becomes_the_offer() { return {the_cheapest_quote_is_chosen, the_offer_is_the_chosen_quote}; }

}  // namespace ccm::test
