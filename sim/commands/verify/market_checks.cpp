// Do simulated sellers post the prices that theory says, and earn what it says, with and without talks?

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "models/market/negotiation/posted_price.hpp"
#include "models/pricing/optimal/linear_policy.hpp"
#include "sim/commands/verify/marketplace.hpp"
#include "sim/commands/verify/topics.hpp"
#include "sim/simulation.hpp"

namespace ccm {
namespace {

constexpr const char* popescu_wu = "[PopescuWu2007]";
constexpr double unit_cost = marketplace_cost;

/// One shop, and bargainers whose demand is a difference of prices: a - b p + g (r - p).
Scenario remembering(int periods, const std::string& demand, const std::string& memory, const std::string& pricing) {
  return marketplace(periods, fmt::format("customers: [{{like: customers, name: c, type: bargainer, demand: difference, {}, "
                                          "reference_price: {{{}}}}}]\nminifactories: [{{like: shop, name: shop, pricing: {{{}}}}}]\n",
                                          demand, memory, pricing));
}

/// What a run showed.
struct Seen {
  std::vector<double> prices;  // as posted, shop by shop, period by period
  double visitors = 0, sales = 0, profit = 0;
};

/// `discount` weighs the profit of each period against the one before.
Seen seen(const Scenario& scenario, std::size_t run, double discount = 1) {
  Seen all;
  Recorder recorder;
  recorder.connect<PriceRecord>([&](const PriceRecord& row) { all.prices.push_back(row.price); });
  recorder.connect<SegmentRecord>([&](const SegmentRecord& row) {
    const double sales = static_cast<double>(row.sales), weight = std::pow(discount, static_cast<double>(row.period) - 1);
    all.visitors += static_cast<double>(row.requests);
    all.sales += sales;
    all.profit += weight * sales * (row.paid_price_mean.value_or(unit_cost) - unit_cost);
  });
  simulate(scenario, run + 1, recorder);
  return all;
}

/// The prices that one run posts; chance does not move them.
std::vector<double> prices(const Laboratory& laboratory, const Scenario& scenario, std::size_t count) {
  std::vector<double> posted;
  for (const auto& price : laboratory.measure(1, count, [&](std::size_t run) { return seen(scenario, run).prices; }))
    posted.push_back(price.front());
  return posted;
}

double largest_distance(const std::vector<double>& prices, double from) {
  double largest = 0;
  for (const double price : prices) largest = std::max(largest, std::abs(price - from));
  return largest;
}

const std::string neutral = "alpha: 400, beta: 8, lowest_value: -60", remembers_45 = "effect: 4, memory: 0.5, start: 45";

/// V(r_1) - delta^T V(r_{T+1}), V by the Riccati equation.
double value_of_periods(int periods) {
  const LinearPolicy policy = riccati_policy({{400, 8, 4, 4}, Money(unit_cost), 0.8, 0.5});
  const Money start(45), end = policy.steady + (start - policy.steady) * std::pow(policy.mu, periods);
  return policy.value_at(start) - std::pow(0.8, periods) * policy.value_at(end);
}

/// p** and mu by hand, with B = 12, n = 0.8, w = 0.5 in the formulas of linear_policy.hpp.
std::vector<Check> far_sighted_checks(const Laboratory& laboratory) {
  constexpr int periods = 20;
  const Scenario scenario = remembering(periods, neutral, remembers_45, "strategy: optimal_reference, discount: 0.8");
  const Measurements profits = laboratory.measure(40, 1, [&](std::size_t run) { return std::vector{seen(scenario, run, 0.8).profit}; });
  const std::vector<double> posted = prices(laboratory, scenario, periods);
  const double steady = (400 + unit_cost * (8 + 4.0 / 3)) / (16 + 4.0 / 3), mu = 0.5 + 0.5 * 3.2 / (9.6 + std::sqrt(74.24));
  const double shrunk = std::pow((posted[8] - steady) / (posted[0] - steady), 1.0 / 8);
  return {mean_check("optimal_reference: discounted profit", value_of_periods(periods), profits.front(), popescu_wu),
          {"optimal_reference: distance to the steady price shrinks by", mu, shrunk, floating_point(mu), popescu_wu}};
}

std::vector<Check> steady_price_checks(const Laboratory& laboratory) {
  const auto myopic = prices(laboratory, remembering(60, neutral, remembers_45, "strategy: myopic_reference"), 60);
  const auto staying = prices(laboratory,
                              remembering(30, "alpha: 100, beta: 2, lowest_value: -60",
                                          "effect: 0.5, loss_effect: 2, memory: 0.7, start: 27.5", "strategy: loss_averse, discount: 0.8"),
                              30);
  const double steady = (400 + unit_cost * 12) / 20;  // (a + c (b + g)) / (2 b + g)
  return {{"myopic_reference: steady price", steady, myopic.back(), floating_point(steady), "[FibichGaviousLowengart2003]"},
          {"loss_averse: largest movement within the band", 0, largest_distance(staying, 27.5), {0, "none at all"}, popescu_wu}};
}

/// Customers who remember no price, and long: p** with kappa = 0.05 / 0.24. The distance left is 20 mu^59 at most, since nobody pays
/// above 50.
Check first_price_check(const Laboratory& laboratory) {
  const auto posted = prices(laboratory, remembering(60, neutral, "effect: 4, memory: 0.8", "strategy: optimal_reference"), 60);
  const double slope = 8 + 4 * 0.05 / 0.24, steady = (400 + unit_cost * slope) / (8 + slope);
  const double left = 20 * std::pow(riccati_policy({{400, 8, 4, 4}, Money(unit_cost), 0.95, 0.8}).mu, 59);
  return {"optimal_reference: steady price after no remembered one", steady, posted.back(), {left, "distance left"}, popescu_wu};
}

/// 26 days of 2.4 minutes make 62.4 of the 90 units that would sell at the best price: a / b - units / b is asked.
Check scarcity_check(const Laboratory& laboratory) {
  const Scenario scenario = marketplace(1, R"(customers: [{like: customers, name: c, type: negotiator, alpha: 200, beta: 4}]
minifactories: [{like: shop, name: shop, working_time: 2.4 min/d, pricing: {strategy: capacity_yield}}]
)");
  const double price = (200 - 26 * 2.4) / 4;
  return {"capacity_yield: price when a period begins", price, prices(laboratory, scenario, 1).front(), floating_point(price),
          "[GallegoVanRyzin1994]"};
}

/// The equations of price_cycle.hpp: 6 H - 4.2 L = 98 and 12 L - 4.8 H = 152, so L = 80/3 and H = 35.
std::vector<Check> cycle_checks(const Laboratory& laboratory) {
  const auto turns =
      prices(laboratory,
             remembering(40, "alpha: 100, beta: 2, lowest_value: -60", "effect: 4, loss_effect: 1, kind: last_price, start: 30",
                         "strategy: dynamic_program, discount: 0.8, grid_prices: 400"),
             40);
  const auto [low, high] = std::minmax(turns[38], turns[39]);
  const Tolerance grid{2 * (50 - unit_cost) / 399, "two steps of the grid"};
  constexpr auto source = "[HuChenHu2016]";
  return {{"gain seeking: high price in turn", 35, high, grid, source}, {"gain seeking: low price in turn", 80.0 / 3, low, grid, source}};
}

/// Two shops, each with customers of its own: D = 500 - 10 p + 5 (price of the other).
Check competition_check(const Laboratory& laboratory) {
  constexpr int periods = 24;  // the first price is 10 off, and each further one a quarter of the one before
  const auto posted = prices(laboratory, marketplace(periods, R"(market: {bulletin: 1 d}
customers:
  - {like: customers, name: a, type: price_taker, alpha: 500, beta: 10, lowest_value: -50, local: left, reference_price: {effect: 5, source: rivals}}
  - {like: customers, name: b, type: price_taker, alpha: 500, beta: 10, lowest_value: -50, local: right, reference_price: {effect: 5, source: rivals}}
minifactories:
  - {like: shop, name: left, pricing: {strategy: competitive, answer: best_response}}
  - {like: shop, name: right, pricing: {strategy: competitive, answer: best_response}}
)"),
                             2 * periods);
  const double nash = (500 + 10 * unit_cost) / (20 - 5);
  const std::vector<double> last(posted.end() - 2, posted.end());
  return {"competitive: distance of two sellers to the Nash price", 0, largest_distance(last, nash), floating_point(nash),
          "Nash equilibrium by hand"};
}

/// Half of the visitors take the price on the tag, the others bargain; the seller has the power 0.7.
std::vector<Check> haggling_checks(const Laboratory& laboratory) {
  const MixedCustomers mix{0.5, 0.7, Money(50), Money(unit_cost)};
  const PostedPrice price = best_posted_price(mix, Cutoff::committed);
  const Scenario scenario = marketplace(2, fmt::format(R"(market: {{prices: negotiated, bargaining: nash}}
customers:
  - {{like: customers, name: takers, type: price_taker, alpha: 200, beta: 4}}
  - {{like: customers, name: others, type: bargainer, alpha: 200, beta: 4, talks: {{quotes: 1, rounds: 1}}}}
minifactories:
  - {{like: shop, name: shop, pricing: {{strategy: cost_plus, markup: {:.17g}}}, talks: {{power: 0.7, cutoff: {:.17g}}}}}
)",
                                                       price.posted.value() / unit_cost - 1, price.cutoff.value()));
  const Measurements found = laboratory.measure(40, 2, [&](std::size_t run) {
    const Seen all = seen(scenario, run);
    return std::vector{all.sales / all.visitors, all.profit / all.visitors};
  });
  constexpr auto source = "[KuoAhnAydin2011]";
  return {mean_check("posted price with bargainers: sales per visitor", sales_per_visitor(mix, price), found[0], source),
          mean_check("posted price with bargainers: profit per visitor", profit_per_visitor(mix, price).value(), found[1], source)};
}

/// Everybody buys.
const std::string buyers = "customers: [{like: customers, name: c, type: price_taker, alpha: 6100, beta: 100, lowest_value: 60}]\n";

Check messages_of_calls(const Laboratory& laboratory, const std::string& what, const Scenario& scenario, double expected) {
  const Measurements found = laboratory.measure(1, 1, [&](std::size_t run) {
    std::map<std::string, double, std::less<>> sent;
    Recorder recorder;
    recorder.connect<MessageRecord>([&](const MessageRecord& row) { sent[std::string(row.kind)] = static_cast<double>(row.sent); });
    simulate(scenario, run + 1, recorder);
    double all = 0;
    for (const auto* kind : {"call_for_quote", "quote", "refusal", "not_chosen", "order", "done"}) all += sent[kind];
    return std::vector{all / sent["request"]};
  });
  return {what, expected, found[0].front(), floating_point(expected), "[SC00029H]"};
}

/// Of three shops the far one cannot deliver within two hours.
Check contract_net_check(const Laboratory& laboratory) {
  const Scenario scenario = marketplace(2, buyers + R"(minifactories:
  - {like: shop, name: a, pricing: {strategy: cost_plus}}
  - {like: shop, name: b, pricing: {strategy: cost_plus}}
  - {like: shop, name: distant, place: far, pricing: {strategy: cost_plus}}
)",
                                        {"services.job.due=2 h"});
  return messages_of_calls(laboratory, "contract net: messages per request, m = 3 asked, k = 2 propose", scenario, 3 + 3 + 2 + 1);
}

/// Of three shops one is told no after the first round, one after the second.
Check iterated_contract_net_check(const Laboratory& laboratory) {
  const Scenario scenario = marketplace(2, buyers + "minifactories: [{like: shop, name: shop, count: 3, pricing: {strategy: cost_plus}}]\n",
                                        {"operator.call_rounds=2"});
  return messages_of_calls(laboratory, "iterated contract net: messages per request, 3 asked, then 2", scenario, 3 + 3 + 1 + 2 + 2 + 1 + 2);
}

/// Talks of no rounds leave the posted price.
Check silent_talks_check(const Laboratory& laboratory) {
  const std::string rest =
      R"(customers: [{like: customers, name: c, type: negotiator, alpha: 500, beta: 10, talks: {rounds: 0}}]
minifactories: [{like: shop, name: shop, count: 5, pricing: {strategy: cost_plus, markup: {uniform: [0.1, 1]}}}]
)";
  const auto profit = [&](const char* formation) {
    const Scenario scenario = marketplace(2, rest, {std::string("market.prices=") + formation});
    return laboratory.measure(1, 1, [&](std::size_t run) { return std::vector{seen(scenario, run).profit}; }).front().front();
  };
  return {"talks of no rounds: profit as with posted prices", profit("seller"), profit("negotiated"), {0, "none at all"}, "by definition"};
}

}  // namespace

std::vector<Check> market_checks(const Laboratory& laboratory) {
  std::vector<Check> checks = far_sighted_checks(laboratory);
  for (const auto& more : {steady_price_checks(laboratory), cycle_checks(laboratory), haggling_checks(laboratory)})
    std::ranges::copy(more, std::back_inserter(checks));
  for (const auto check :
       {first_price_check, scarcity_check, competition_check, contract_net_check, iterated_contract_net_check, silent_talks_check})
    checks.push_back(check(laboratory));
  return checks;
}

}  // namespace ccm
