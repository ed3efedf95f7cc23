// Do bargaining, search and posted prices give what other ways to compute them give?

#include <fmt/format.h>

#include <algorithm>
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
  const Tolerance two_ticks{1e-3, "change in two ticks"};
  constexpr auto source = "[Faratin1998]";
  const auto offers = [](const Negotiation& negotiation) { return static_cast<double>(negotiation.offers.size()); };
  return {{"concession: both evenly, price", 29, evenly.price->value(), floating_point(29), source},
          {"concession: both evenly, offers made", 7, offers(evenly), {0, "a count"}, source},
          {"concession: late buyer, early seller, price", 50 - 35 * std::sqrt(0.6), opposed.price->value(), floating_point(50), source},
          {"concession: continuous time", met, fine.price->value(), two_ticks, source}};
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

/// How many quotes customers ask for, and what they pay, quotes included, who take the first that is not above the reservation price.
struct SimulatedSearch {
  std::vector<double> quotes, outlays;
};

SimulatedSearch simulated_search(const QuoteSearch& search, Money reservation) {
  RandomStream chance(7, 1, "verify", "quotes");
  SimulatedSearch all;
  for (std::size_t i = 0; i < draws; ++i) {
    double quotes = 1, price = 0;
    while ((price = chance.uniform(search.lowest.value(), search.highest.value())) > reservation.value()) ++quotes;
    all.quotes.push_back(quotes);
    all.outlays.push_back(quotes * search.quote_cost.value() + price);
  }
  return all;
}

std::vector<Check> search_checks() {
  const QuoteSearch plain{Money(20), Money(40), Money(0.4), 1, Money(50)}, waiting{Money(20), Money(40), Money(0.4), 0.95, Money(50)};
  const SearchPlan plan = sequential_search(plain);
  const SimulatedSearch simulated = simulated_search(plain, plan.reservation_price);
  const Tolerance grid{1e-6, "grid of 20,000 prices"};
  constexpr auto source = "[Stigler1961], [McCall1970]";
  return {{"search: value by repetition", value_by_repetition(plain), plan.value_of_search.value(), grid, source},
          {"search with waiting: value by repetition", value_by_repetition(waiting), sequential_search(waiting).value_of_search.value(),
           grid, source},
          mean_check("search: quotes of simulated customers", plan.expected_quotes, simulated.quotes, source),
          mean_check("search: outlay of simulated customers", plan.expected_outlay.value(), simulated.outlays, source)};
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

/// The prices that earn most, each searched for with the other at its best.
PostedPrice searched_prices(const MixedCustomers& customers) {
  const PostedPrice best = best_posted_price(customers, Cutoff::committed);
  const auto earned = [&](Money posted, Money cutoff) { return profit_per_visitor(customers, {posted, cutoff}).value(); };
  const double most = customers.highest_value.value();
  return {Money(maximiser([&](double p) { return earned(Money(p), best.cutoff); }, best.cutoff.value(), most)),
          Money(maximiser([&](double z) { return earned(best.posted, Money(z)); }, 0, best.posted.value()))};
}

/// The largest distance of a closed form from a search over shares of takers and powers of the seller.
Check posted_grid_check() {
  double largest = 0;
  for (const double takers : {0.1, 0.3, 0.5, 0.7, 0.9})
    for (const double power : {0.1, 0.3, 0.5, 0.7, 0.9}) {
      const MixedCustomers customers{takers, power, Money(100), Money(20)};
      const PostedPrice best = best_posted_price(customers, Cutoff::committed), searched = searched_prices(customers);
      largest = std::max({largest, std::abs((best.posted - searched.posted).value()), std::abs((best.cutoff - searched.cutoff).value())});
    }
  return {"posted and cut-off prices, 25 mixtures of customers: largest distance", 0, largest, numeric_search, "[KuoAhnAydin2011]"};
}

std::vector<Check> posted_price_checks() {
  const MixedCustomers customers{0.5, 0.5, Money(100), Money(20)};
  const PostedPrice best = best_posted_price(customers, Cutoff::committed), searched = searched_prices(customers);
  constexpr auto source = "[KuoAhnAydin2011]";
  return {
      {"posted price that earns most", searched.posted.value(), best.posted.value(), numeric_search, source},
      {"cut-off price that earns most", searched.cutoff.value(), best.cutoff.value(), numeric_search, source},
      posted_grid_check(),
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
