// Do prices, demand and cost agree where they should, and does the search for them end where they cannot?
//
// Demand settles when it changes by less than 1e-12 of itself. Each round leaves at most 0.9 of the distance to the fixed point in these
// markets, so what remains is below 1e-12 / (1 - 0.9); 1e-9 leaves room for that and for rounding.

#include "models/pricing/price_and_cost.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <optional>

#include "tests/support/draws.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

constexpr double tolerance = 1e-9;

/// Three types of customers, and cost v D + m sqrt(D).
struct Market {
  std::vector<TypeDemand> types;
  double v = 0, m = 0;

  [[nodiscard]] double total_cost(double demand) const { return v * demand + m * std::sqrt(demand); }
  [[nodiscard]] double average(double demand) const { return v + m / std::sqrt(demand); }
  [[nodiscard]] double marginal(double demand) const { return v + m / (2 * std::sqrt(demand)); }
  [[nodiscard]] double sum_of_alpha() const {
    double sum = 0;
    for (const TypeDemand& type : types) sum += type.alpha;
    return sum;
  }
  [[nodiscard]] double sum_of_beta() const {
    double sum = 0;
    for (const TypeDemand& type : types) sum += type.beta;
    return sum;
  }
  [[nodiscard]] double profit(const std::vector<Money>& prices) const {
    double profit = 0, demand = 0;
    for (std::size_t k = 0; k < types.size(); ++k) {
      const double sold = std::max(0.0, types[k].alpha - types[k].beta * prices[k].value());
      profit += prices[k].value() * sold;
      demand += sold;
    }
    return profit - total_cost(demand);
  }
};

Market random_market(std::uint64_t seed) {
  Draws draws(seed);
  Market market;
  for (const CustomerType type : {CustomerType::price_taker, CustomerType::negotiator, CustomerType::bargainer})
    market.types.push_back({type, draws.between(50, 500), draws.between(0.5, 3)});
  market.v = draws.between(0, 15);
  market.m = draws.between(0, 200);
  return market;
}

/// The largest root x of  x^3 - K x + c = 0,  if there is one at which a round at most leaves 0.9 of a distance:  c / (2 x^3) < 0.9.
std::optional<double> largest_root(double k, double c) {
  if (k <= 0) return std::nullopt;
  const auto value = [&](double x) { return x * x * x - k * x + c; };
  double low = std::sqrt(k / 3), high = std::sqrt(k);  // the value falls before, and is c >= 0 at sqrt(K)
  if (value(low) >= 0) return std::nullopt;
  for (int halving = 0; halving < 200; ++halving) {
    const double middle = (low + high) / 2;
    (value(middle) < 0 ? low : high) = middle;
  }
  if (c / (2 * high * high * high) > 0.9) return std::nullopt;
  return high;
}

PricingRule differential() { return {&pricing_strategy("differential")}; }

SettledPrices settle(const Market& market, bool with_marginal_cost, double start) {
  const std::vector<ServiceDemand> services{{market.types, 1}};
  return settle_prices(services, differential(), {start}, [&](const std::vector<double>& demand) {
    return std::vector<Money>{Money(with_marginal_cost ? market.marginal(demand[0]) : market.average(demand[0]))};
  });
}

/// Whether each type buys at that cost; else the sums over all types mean nothing.
bool serves_all(const Market& market, double unit_cost) {
  return std::all_of(market.types.begin(), market.types.end(), [&](const TypeDemand& type) { return type.alpha > type.beta * unit_cost; });
}

/// The demand at which differential prices and cost agree:  D = K - c / sqrt(D)  with K = (sum alpha - v sum beta) / 2.
std::optional<double> known_demand(const Market& market, bool with_marginal_cost) {
  const double k = (market.sum_of_alpha() - market.v * market.sum_of_beta()) / 2;
  const auto root = largest_root(k, market.sum_of_beta() * market.m / (with_marginal_cost ? 4 : 2));
  if (!root) return std::nullopt;
  const double demand = *root * *root;
  const double cost = with_marginal_cost ? market.marginal(demand) : market.average(demand);
  return serves_all(market, cost) ? std::optional(demand) : std::nullopt;
}

}  // namespace

TEST_CASE("demand is that of all types that still buy, times the expected share") {
  const std::vector<TypeDemand> types{{CustomerType::price_taker, 100, 2}, {CustomerType::bargainer, 50, 5}};
  const std::vector<Money> cheap{Money(10), Money(4)}, dear{Money(10), Money(11)};
  CHECK(expected_demand({types, 1}, cheap) == 80 + 30);
  CHECK(expected_demand({types, 0.25}, cheap) == 27.5);
  CHECK(expected_demand({types, 1}, dear) == 80);
}

TEST_CASE("demand is what those buy who remember a price, whatever they order at once") {
  TypeDemand type{.alpha = 100, .beta = 3, .referenced = {100, 2, 0.5, 1}, .order_units = 4};
  std::vector<TypeDemand> types{type, type};
  types[1].remembered = Remembered{Money(20), Money(20)};
  const std::vector<Money> gain{Money(10), Money(10)}, loss{Money(10), Money(30)};
  CHECK(expected_demand({types, 0.5}, gain) == 0.5 * (70 + 85));
  CHECK(expected_demand({types, 0.5}, loss) == 0.5 * (70 + 30));
}

TEST_CASE("a rule hands on all that its strategy may look at") {
  const std::vector<TypeDemand> types{{CustomerType::price_taker, 100, 2}};
  ServiceDemand service{.types = types, .share = 0.5, .rivals = {{Money(30)}, {Money(20)}}, .remaining = {5, 0.5}};
  CHECK(PricingRule{&pricing_strategy("competitive")}.prices(service, Money(1)) == std::vector<Money>{Money(30)});
  const PricingRule undercutting{&pricing_strategy("competitive"), {.answer = Answer::undercut, .undercut = 0.5}};
  CHECK(undercutting.prices(service, Money(1)) == std::vector<Money>{Money(10)});
  // 0.25 (100 - 2 P) = 5
  CHECK(PricingRule{&pricing_strategy("capacity_yield")}.prices(service, Money(1))[0].value() == Approx(40));
}

TEST_CASE("no strategy sells below cost, whomever it prices for") {
  const std::vector<TypeDemand> types{{CustomerType::price_taker, 1, 1}, {CustomerType::bargainer, 100, 1}};
  CHECK(PricingRule{&pricing_strategy("fixed_first")}.prices({types}, Money(40)) == std::vector{Money(40), Money(40)});
  CHECK(PricingRule{&pricing_strategy("differential")}.prices({types}, Money(40)) == std::vector{Money(40), Money(70)});
}

TEST_CASE("a cost that does not depend on demand settles at the strategy's prices") {
  const Market market{
      {{CustomerType::price_taker, 100, 1.5}, {CustomerType::negotiator, 100, 2}, {CustomerType::bargainer, 100, 2.5}}, 6, 0};
  const SettledPrices found = settle(market, true, 500);
  CHECK(found.settled);
  CHECK(found.prices[0][0].value() == Approx(100 / 3.0 + 3));
  CHECK(found.demand[0] == Approx((300 - 6 * 6) / 2.0));
}

TEST_CASE("the fixed point is the largest root of x^3 - K x + (sum beta) m / 4, and m / 2 with average cost") {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < 500; ++seed)
    for (const bool marginal : {true, false}) {
      CAPTURE(seed, marginal);
      const Market market = random_market(seed);
      const auto known = known_demand(market, marginal);
      if (!known) continue;
      const SettledPrices found = settle(market, marginal, market.sum_of_alpha());
      CHECK(found.settled);
      CHECK(found.demand[0] == Approx(*known).epsilon(tolerance));
      const double cost = marginal ? market.marginal(*known) : market.average(*known);
      for (std::size_t k = 0; k < market.types.size(); ++k)
        CHECK(found.prices[0][k].value() == Approx(market.types[k].alpha / (2 * market.types[k].beta) + cost / 2).epsilon(tolerance));
      ++compared;
    }
  CHECK(compared > 400);
}

TEST_CASE("prices at marginal cost earn at least what prices at average cost earn, and what prices nearby earn") {
  int compared = 0, clearly_more = 0;
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    CAPTURE(seed);
    const Market market = random_market(seed);
    if (!known_demand(market, true) || !known_demand(market, false)) continue;
    const auto best = settle(market, true, market.sum_of_alpha()).prices[0], usual = settle(market, false, market.sum_of_alpha()).prices[0];
    const double profit = market.profit(best);
    CHECK(profit >= market.profit(usual) * (1 - tolerance));
    clearly_more += profit > market.profit(usual) * (1 + 1e-6);
    for (std::size_t k = 0; k < best.size(); ++k) {
      CHECK(usual[k] >= best[k]);  // the average cost is above the marginal
      for (const double step : {-0.01, 0.01}) {
        auto nearby = best;
        nearby[k] = nearby[k] * (1 + step);
        CHECK(market.profit(nearby) < profit);
      }
    }
    ++compared;
  }
  CHECK(compared >= 200);
  CHECK(clearly_more > compared / 2);
}

TEST_CASE("any start at or above the largest fixed point leads to it") {
  const Market market = random_market(11);
  const auto known = known_demand(market, true);
  REQUIRE(known);
  for (const double factor : {1.0, 1.1, 3.0, 1e6}) {
    const SettledPrices found = settle(market, true, *known * factor);
    CHECK(found.settled);
    CHECK(found.demand[0] == Approx(*known).epsilon(tolerance));
  }
}

TEST_CASE("where no demand pays its cost, there is none in the end, or it says that nothing has settled") {
  int rounds = 0;
  for (const double m : {1e3, 1e4, 1e6, 1e300}) {
    Market market = random_market(3);
    market.m = m;
    const std::vector<ServiceDemand> services{{market.types, 1}};
    const SettledPrices found = settle_prices(services, differential(), {500}, [&](const std::vector<double>& demand) {
      ++rounds;
      return std::vector<Money>{Money(market.marginal(demand[0]))};
    });
    CHECK((!found.settled || found.demand[0] == 0 || known_demand(market, true)));
    CHECK(std::isfinite(found.demand[0]));
  }
  CHECK(rounds <= 4 * 1000);
  Market choked = random_market(3);
  choked.v = 1e9;
  CHECK(settle(choked, true, 500).demand[0] == 0);
}

TEST_CASE("starting from no demand, where the first unit costs without end, ends") {
  const SettledPrices found = settle(random_market(5), true, 0);
  CHECK((found.demand[0] == 0 || !found.settled));
}

TEST_CASE("a cost that jumps with demand goes round, and says so after a thousand rounds") {
  const std::vector<TypeDemand> types{{CustomerType::price_taker, 100, 1}};
  const std::vector<ServiceDemand> services{{types, 1}};
  int rounds = 0;
  const SettledPrices found = settle_prices(services, differential(), {50}, [&](const std::vector<double>& demand) {
    ++rounds;
    return std::vector<Money>{Money(demand[0] > 40 ? 60 : 0)};
  });
  CHECK_FALSE(found.settled);
  CHECK(rounds == 1000);
  CHECK((found.demand[0] == 50 || found.demand[0] == 20));
}

TEST_CASE("services that share no cost settle as if each were alone") {
  const Market a = random_market(21), b = random_market(22);
  REQUIRE(known_demand(a, true));
  REQUIRE(known_demand(b, true));
  const std::vector<ServiceDemand> services{{a.types, 1}, {b.types, 1}};
  const SettledPrices found =
      settle_prices(services, differential(), {a.sum_of_alpha(), b.sum_of_alpha()}, [&](const std::vector<double>& demand) {
        return std::vector<Money>{Money(a.marginal(demand[0])), Money(b.marginal(demand[1]))};
      });
  CHECK(found.settled);
  CHECK(found.demand[0] == Approx(*known_demand(a, true)).epsilon(tolerance));
  CHECK(found.demand[1] == Approx(*known_demand(b, true)).epsilon(tolerance));
}

TEST_CASE("services with a common cost agree with the demands of both") {
  const std::vector<TypeDemand> types{{CustomerType::price_taker, 100, 1}};
  const std::vector<ServiceDemand> services{{types, 1}, {types, 0.5}};
  // C = (D1 + D2) / 10 for both: P = 50 + C / 2, so D1 = 50 - C / 2, D2 = D1 / 2, and C = 7.5 - 0.075 C
  const SettledPrices found = settle_prices(services, differential(), {10, 10}, [](const std::vector<double>& demand) {
    return std::vector<Money>(2, Money((demand[0] + demand[1]) / 10));
  });
  const double cost = 7.5 / 1.075;
  CHECK(found.settled);
  CHECK(found.demand[0] == Approx(50 - cost / 2).epsilon(tolerance));
  CHECK(found.demand[1] == Approx((50 - cost / 2) / 2).epsilon(tolerance));
  CHECK(found.prices[1][0].value() == Approx(50 + cost / 2).epsilon(tolerance));
}

TEST_CASE("a markup, and no service at all") {
  const std::vector<TypeDemand> types{{CustomerType::price_taker, 100, 1}};
  const std::vector<ServiceDemand> services{{types, 1}};
  const auto constant = [](const std::vector<double>& demand) { return std::vector<Money>(demand.size(), Money(20)); };
  const SettledPrices found = settle_prices(services, {&pricing_strategy("cost_plus"), {.markup = 0.5}}, {1}, constant);
  CHECK(found.settled);
  CHECK(found.prices[0][0] == Money(30));
  CHECK(found.demand[0] == 70);
  CHECK(settle_prices({}, differential(), {}, constant).settled);
}
