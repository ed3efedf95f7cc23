// Do bargaining, search and posted prices give what other ways to compute them give?

#include <fmt/format.h>

#include <boost/math/tools/minima.hpp>
#include <cmath>

#include "models/market/negotiation/alternating_offers.hpp"
#include "models/market/negotiation/nash.hpp"
#include "models/market/negotiation/posted_price.hpp"
#include "models/market/negotiation/rubinstein.hpp"
#include "models/market/negotiation/search.hpp"
#include "models/random.hpp"
#include "sim/commands/verify/topics.hpp"

namespace ccm {
namespace {

constexpr std::size_t draws = 20'000;

/// A maximum that is searched for is found to about the square root of the machine precision, some 1e-8 of the range.
template <class Function>
double maximiser(Function function, double low, double high) {
  return boost::math::tools::brent_find_minima([&](double x) { return -function(x); }, low, high, 40).first;
}
const Tolerance numeric_search{1e-5, "numeric search"};

std::vector<Check> rubinstein_checks() {
  RubinsteinGame game{.value = Money(40), .cost = Money(10), .seller_discount = 0.9, .buyer_discount = 0.8};
  game.rounds = 200;
  const double endless = 0.2 / 0.28;  // two rounds more bring a game nearer to the endless one by 0.72
  const double far = proposers_share(game);
  game.rounds = 5;
  const double five = proposers_share(game);  // backwards: 1, 1 - 0.9, 1 - 0.8 0.1, 1 - 0.9 0.92, 1 - 0.8 0.172
  game = {.value = Money(40), .cost = Money(10), .seller_discount = std::exp(-1e-7), .buyer_discount = std::exp(-3e-7)};
  const Money nash = *nash_price({.value = Money(40), .cost = Money(10), .seller_power = 0.75});
  constexpr auto source = "[Rubinstein1982]";
  return {{"Rubinstein: share of the first of 200 rounds", endless, far, floating_point(endless), source},
          {"Rubinstein: share of the first of 5 rounds", 0.8624, five, floating_point(0.8624), source},
          {"Rubinstein: short rounds give Nash's price",
           nash.value(),
           proposed_price(game).value(),
           {30 * 3e-7, "one round's impatience"},
           "[Binmore1986]"}};
}

Check nash_check() {
  const NashBargain bargain{Money(40), Money(10), 0.6, Money(4), Money(12)};
  const double best = maximiser([](double p) { return 0.6 * std::log(p - 14) + 0.4 * std::log(28 - p); }, 14, 28);
  return {"Nash: price that maximises the product of gains", best, nash_price(bargain)->value(), numeric_search, "[Nash1950]"};
}

Negotiators negotiators(double buyers_beta, double sellers_beta, std::int64_t deadline) {
  return {{Party::buyer, {Money(10), Money(40)}, {.beta = buyers_beta, .deadline = deadline}},
          {Party::seller, {Money(50), Money(15)}, {.beta = sellers_beta, .deadline = deadline}},
          Party::seller};
}

std::vector<Check> concession_checks() {
  const Negotiation evenly = alternating_offers(negotiators(1, 1, 10));     // 50, 13, 43, 19, 36, 25, 29; next the buyer would bid 31
  const Negotiation opposed = alternating_offers(negotiators(0.5, 2, 10));  // the seller's offer at tick 6, 50 - 35 sqrt(0.6)
  const Negotiation fine = alternating_offers(negotiators(3, 3, 1'000'000));
  const double met = 10 + 30 * 40.0 / 65;  // both concede at once: b0 + (hi_b - b0)(s0 - b0)/((hi_b - b0) + (s0 - lo_s))
  constexpr auto source = "[Faratin1998]";
  const auto offers = [](const Negotiation& negotiation) { return static_cast<double>(negotiation.offers.size()); };
  return {{"concession: both evenly, price", 29, evenly.price->value(), floating_point(29), source},
          {"concession: both evenly, offers made", 7, offers(evenly), {0, "a count"}, source},
          {"concession: late buyer, early seller, price", 50 - 35 * std::sqrt(0.6), opposed.price->value(), floating_point(50), source},
          {"concession: continuous time", met, fine.price->value(), {1e-3, "change in two ticks"}, source}};
}

/// V = -k + E[max(v - p, V)] by repetition, the mean being a sum over a fine grid of prices.
double value_by_repetition(const QuoteSearch& search) {
  constexpr int cells = 20'000, rounds = 200;
  const double low = search.lowest.value(), range = (search.highest - search.lowest).value();
  double value = 0;
  for (int round = 0; round < rounds; ++round) {
    double mean = 0;
    for (int i = 0; i < cells; ++i) mean += std::max(search.value.value() - (low + (i + 0.5) * range / cells), value) / cells;
    value = -search.quote_cost.value() + search.discount * mean;
  }
  return value;
}

/// What customers pay, quotes included, who take the first quote that is not above the reservation price.
std::vector<double> simulated_outlays(const QuoteSearch& search, Money reservation) {
  RandomStream chance(7, 1, "verify", "quotes");
  std::vector<double> outlays;
  for (std::size_t i = 0; i < draws; ++i) {
    double outlay = search.quote_cost.value(), price = 0;
    while ((price = chance.uniform(search.lowest.value(), search.highest.value())) > reservation.value())
      outlay += search.quote_cost.value();
    outlays.push_back(outlay + price);
  }
  return outlays;
}

std::vector<Check> search_checks() {
  const QuoteSearch plain{Money(20), Money(40), Money(0.4), 1, Money(50)}, waiting{Money(20), Money(40), Money(0.4), 0.95, Money(50)};
  const SearchPlan plan = sequential_search(plain);
  const Tolerance grid{1e-6, "grid of 20,000 prices"};
  constexpr auto source = "[Stigler1961], [McCall1970]";
  return {{"search: value by repetition", value_by_repetition(plain), plan.value_of_search.value(), grid, source},
          {"search with waiting: value by repetition", value_by_repetition(waiting), sequential_search(waiting).value_of_search.value(),
           grid, source},
          mean_check("search: outlay of simulated customers", plan.expected_outlay.value(),
                     simulated_outlays(plain, plan.reservation_price), source)};
}

std::vector<double> simulated_profits(const MixedCustomers& customers, const PostedPrice& price) {
  RandomStream chance(7, 1, "verify", "visitors");
  std::vector<double> profits;
  for (std::size_t i = 0; i < draws; ++i) {
    const bool takes = chance.uniform(0, 1) < customers.takers;
    const Money value(chance.uniform(0, customers.highest_value.value()));
    const Money haggled = (1 - customers.seller_power) * price.cutoff + customers.seller_power * std::min(value, price.posted);
    const bool buys = value >= (takes ? price.posted : price.cutoff);
    profits.push_back(buys ? ((takes ? price.posted : haggled) - customers.cost).value() : 0);
  }
  return profits;
}

std::vector<Check> posted_price_checks() {
  const MixedCustomers customers{0.5, 0.5, Money(100), Money(20)};
  const PostedPrice best = best_posted_price(customers, Cutoff::committed);
  const double posted = maximiser([&](double p) { return profit_per_visitor(customers, {Money(p), best.cutoff}).value(); }, 50, 100);
  const double cutoff = maximiser([&](double z) { return profit_per_visitor(customers, {best.posted, Money(z)}).value(); }, 0, 60);
  constexpr auto source = "[KuoAhnAydin2011]";
  return {
      {"posted price that earns most", posted, best.posted.value(), numeric_search, source},
      {"cut-off price that earns most", cutoff, best.cutoff.value(), numeric_search, source},
      mean_check("profit per simulated visitor", profit_per_visitor(customers, best).value(), simulated_profits(customers, best), source)};
}

}  // namespace

std::vector<Check> negotiation_checks(const Laboratory&) {
  std::vector<Check> checks = rubinstein_checks();
  checks.push_back(nash_check());
  for (const auto& more : {concession_checks(), search_checks(), posted_price_checks()})
    checks.insert(checks.end(), more.begin(), more.end());
  return checks;
}

}  // namespace ccm
