// Whoever fixes the price, and whatever it is paid for: do simulated customers pay what the rules of the market say, and is no money lost?

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "sim/commands/verify/marketplace.hpp"
#include "sim/commands/verify/topics.hpp"
#include "sim/simulation.hpp"

namespace ccm {
namespace {

constexpr const char* value_by_hand = "uniform values, by hand";
constexpr const char* rauch = "[Rauch2016] section 3.3";
constexpr double highest_value = 50, operators_share = 0.2;
constexpr double least_accepted = marketplace_cost / (1 - operators_share);  // of which the operator leaves the cost
const std::vector<std::string> with_commission{"operator.commission=20 %"};

/// What became of a segment's visitors, per visitor.
struct PerVisitor {
  double visitors = 0, sales = 0, paid = 0;
};

std::map<std::string, PerVisitor, std::less<>> per_visitor(const Scenario& scenario, std::size_t run) {
  std::map<std::string, PerVisitor, std::less<>> all;
  Recorder recorder;
  recorder.connect<SegmentRecord>([&](const SegmentRecord& row) {
    PerVisitor& of = all[std::string(row.segment)];
    of.visitors += static_cast<double>(row.requests);
    of.sales += static_cast<double>(row.sales);
    of.paid += static_cast<double>(row.sales) * row.paid_price_mean.value_or(0);
  });
  simulate(scenario, run + 1, recorder);
  for (auto& [name, of] : all) of.sales /= of.visitors, of.paid /= of.visitors;
  return all;
}

/// Those who bid once bid what it is worth to them, v; those who bid three times 0.6 v, 0.8 v and v, until a bid is high enough.
std::vector<Check> named_price_checks(const Laboratory& laboratory) {
  const Scenario scenario = marketplace(2, R"(market: {prices: buyer}
customers:
  - {like: customers, name: once, type: price_taker, alpha: 200, beta: 4}
  - {like: customers, name: thrice, type: negotiator, alpha: 200, beta: 4, talks: {rounds: 3}}
minifactories: [{like: shop, name: shop, pricing: {strategy: cost_plus}}]
)",
                                        with_commission);
  const Measurements found = laboratory.measure(40, 3, [&](std::size_t run) {
    const auto all = per_visitor(scenario, run);
    return std::vector{all.at("once").sales, all.at("once").paid, all.at("thrice").paid};
  });
  const auto squares = [](double from, double to) { return (to * to - from * from) / (2 * highest_value); };
  const double last = least_accepted, second = last / 0.8, first = last / 0.6;  // values from which on that bid is taken
  const double thrice = squares(last, second) + 0.8 * squares(second, first) + 0.6 * squares(first, highest_value);
  return {mean_check("buyers name the price: sales per visitor", 1 - last / highest_value, found[0], value_by_hand),
          mean_check("buyers name the price once: paid per visitor", squares(last, highest_value), found[1], value_by_hand),
          mean_check("buyers name it up to three times: paid per visitor", thrice, found[2], value_by_hand)};
}

/// The lowest of three quotes is 30; a trade is at 30 + 0.25 (v - 30).
std::vector<Check> clearing_checks(const Laboratory& laboratory) {
  const Scenario scenario = marketplace(2, R"(market: {prices: clearing, split: 0.25}
customers: [{like: customers, name: c, type: price_taker, alpha: 400, beta: 8}]
minifactories:
  - {like: shop, name: dear, pricing: {strategy: cost_plus, markup: 3}}
  - {like: shop, name: cheap, pricing: {strategy: cost_plus, markup: 2}}
  - {like: shop, name: other, pricing: {strategy: cost_plus, markup: 2.5}}
)",
                                        with_commission);
  const Measurements found = laboratory.measure(40, 2, [&](std::size_t run) {
    const PerVisitor of = per_visitor(scenario, run).at("c");
    return std::vector{of.sales, of.paid};
  });
  constexpr double trade = 1 - 30 / highest_value, mean_price = 30 + 0.25 * (highest_value - 30) / 2;
  constexpr auto source = "[ChatterjeeSamuelson1983]";
  return {mean_check("the operator clears bids and quotes: sales per visitor", trade, found[0], source),
          mean_check("the operator clears bids and quotes: paid per visitor", trade * mean_price, found[1], source)};
}

/// Everybody buys at 20 EUR.
Scenario paid_for(const std::string& revenue, std::vector<std::string> settings = with_commission) {
  return marketplace(2,
                     fmt::format(R"(market: {{revenue: {{{}}}}}
customers: [{{like: customers, name: c, type: price_taker, alpha: 6400, beta: 100, lowest_value: 60}}]
minifactories: [{{like: shop, name: shop, pricing: {{strategy: cost_plus, markup: 1}}}}]
)",
                                 revenue),
                     settings);
}

/// Payments per unit received.
Check mean_payment_check(const Laboratory& laboratory, const std::string& name, const std::string& revenue) {
  const Scenario scenario = paid_for(revenue);
  const Measurements found = laboratory.measure(40, 1, [&](std::size_t run) {
    double paid = 0, received = 0;
    Recorder recorder;
    recorder.connect<SegmentRecord>([&](const SegmentRecord& row) { paid += row.paid, received += static_cast<double>(row.delivered); });
    simulate(scenario, run + 1, recorder);
    return std::vector{paid / received};
  });
  return mean_check(name, 20, found.front(), rauch);
}

/// An order takes ten hours, more or less, and a day of delay costs half of the price.
Check late_fee_check(const Laboratory& laboratory) {
  const Scenario scenario =
      paid_for("base: performance, late_fee: 50 %",
               {"parts.part.routes=[[{machine: m, minutes: 600}]]", "minifactories.shop.workers.w.wage=1 EUR/h", "customers.c.alpha=6060",
                "minifactories.shop.promise_margin=1 min", "minifactories.shop.processing_times=exponential"});
  const Measurements found = laboratory.measure(1, 2, [&](std::size_t run) {
    double due = 0, prices = 0, paid = 0;
    Recorder recorder;
    recorder.connect<OrderRecord>([&](const OrderRecord& order) {
      if (!order.delivered_at_d) return;
      const double late = std::max(0.0, *order.delivered_at_d - *order.promised_at_d);
      prices += *order.price;
      due += *order.price * std::max(0.0, 1 - 0.5 * late);
    });
    recorder.connect<SegmentRecord>([&](const SegmentRecord& row) { paid += row.paid; });
    simulate(scenario, run + 1, recorder);
    return std::vector{due / prices, paid / prices};
  });
  const double expected = found[0].front();
  return {"paid for punctuality: share of the price, from every delay", expected, found[1].front(), floating_point(expected), rauch};
}

/// The operator keeps a fifth. A third party adds 3 EUR, so that 7 of a cost of 10 are left, and the price is twice that.
std::vector<Check> split_checks(const Laboratory& laboratory) {
  const Scenario scenario = paid_for("third_party: 3 EUR");
  const Measurements found = laboratory.measure(1, 3, [&](std::size_t run) {
    double revenue = 0, commission = 0, third_party = 0, paid = 0, received = 0;
    Recorder recorder;
    recorder.connect<PeriodRecord>(
        [&](const PeriodRecord& row) { revenue += row.revenue, commission += row.commission, third_party += row.third_party; });
    recorder.connect<AccountRecord>([&](const AccountRecord& row) { paid += row.paid, received += row.received; });
    simulate(scenario, run + 1, recorder);
    return std::vector{commission / revenue, third_party / revenue, received / paid};
  });
  return {{"commission per revenue", operators_share, found[0].front(), floating_point(1), "by definition"},
          {"payments of a third party per revenue", 3.0 / 14, found[1].front(), floating_point(1), rauch},
          {"money received per money paid", 1, found[2].front(), floating_point(1), "double entry"}};
}

/// Three kinds of customers talk with three shops, and hosts and links fail meanwhile.
constexpr const char* failing = R"(market: {prices: negotiated, bulletin: 1 d}
customers:
  - {like: customers, name: takers, type: price_taker, alpha: 200, beta: 4}
  - {like: customers, name: talkers, type: negotiator, alpha: 200, beta: 4}
  - {like: customers, name: seekers, type: bargainer, alpha: 200, beta: 4, talks: {quote_cost: 0.1 EUR}}
minifactories:
  - {like: shop, name: a, pricing: {strategy: cost_plus, markup: 1}}
  - {like: shop, name: b, pricing: {strategy: cost_plus, markup: 2}}
  - {like: shop, name: c, pricing: {strategy: cost_plus, markup: 3}}
events: [{at: 5 d, host: a, down: 3 d}, {at: 12 d, host: operator, down: 6 h}, {at: 20 d, link: b, down: 2 d}, {at: 30 d, host: seekers, down: 1 d}]
)";

/// What the price lies above the seller's limit and below the buyer's, at the tightest, and how many requests ended in as many ways as one.
std::vector<Check> failing_checks(const Laboratory& laboratory) {
  const Measurements found = laboratory.measure(1, 3, [](std::size_t run) {
    double lowest = highest_value, above = -highest_value, requests = 0;
    std::multiset<std::int64_t> ends;
    Recorder recorder;
    recorder.connect<OrderRecord>([&](const OrderRecord& order) {
      ends.insert(order.request);
      if (!order.accepted_at_d) return;
      lowest = std::min(lowest, *order.price);
      above = std::max(above, *order.price - order.willingness_to_pay);
    });
    recorder.connect<SegmentRecord>([&](const SegmentRecord& row) { requests += static_cast<double>(row.requests); });
    simulate(marketplace(2, failing, with_commission), run + 1, recorder);
    const double once = static_cast<double>(std::ranges::count_if(ends, [&](std::int64_t request) { return ends.count(request) == 1; }));
    return std::vector{least_accepted - lowest, above, once / requests};
  });
  const Tolerance rounding{1e-9, "floating point"};
  constexpr auto source = "by definition";
  return {{"talks while hosts fail: seller's limit above a price", 0, found[0].front(), rounding, source, Relation::at_most},
          {"talks while hosts fail: price above a buyer's value", 0, found[1].front(), rounding, source, Relation::at_most},
          {"talks while hosts fail: requests that ended once", 1, found[2].front(), {0, "a count"}, source}};
}

}  // namespace

std::vector<Check> formation_checks(const Laboratory& laboratory) {
  std::vector<Check> checks = named_price_checks(laboratory);
  const auto add = [&](const std::vector<Check>& more) { checks.insert(checks.end(), more.begin(), more.end()); };
  add(clearing_checks(laboratory));
  add({mean_payment_check(laboratory, "paid for the time: mean payment at a price of 20", "base: duration, duration: 1 min"),
       mean_payment_check(laboratory, "paid for the uses: mean payment at a price of 20", "base: use, uses: 4, duration: 1 min"),
       late_fee_check(laboratory)});
  add(split_checks(laboratory));
  add(failing_checks(laboratory));
  return checks;
}

}  // namespace ccm
