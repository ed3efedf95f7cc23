// Are the prices of the dynamic program those of the closed forms and of enumeration, and is it solved once?

#include <catch2/catch.hpp>
#include <functional>

#include "models/pricing/policy_cache.hpp"
#include "tests/models/random_demand.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

/// The most that can be earned in so many periods with prices of a list at which somebody may buy, by trying all sequences; and the first
/// price of the best.
struct Best {
  double profit = -1e300;
  double first = 0;
};

Best best_sequence(const TypeDemand& type, const std::vector<double>& list, double cost, double discount, int periods) {
  Best best;
  const double highest = std::max(cost, choke_price(type.referenced, type.remembered->reference).value());
  for (const double price : list) {
    if (price > highest) continue;
    double profit = profit_at(type, price, cost);
    if (periods > 1) {
      TypeDemand next = type;
      next.remembered = remember(type.memory, type.remembered, Money(price));
      profit += discount * best_sequence(next, list, cost, discount, periods - 1).profit;
    }
    if (profit > best.profit) best = {profit, price};
  }
  return best;
}

}  // namespace

TEST_CASE("with many prices the dynamic program comes close to the closed form") {
  Draws draws(1);
  for (int instance = 0; instance < 10; ++instance) {
    const double choke = draws.between(20, 60), b = draws.between(0.5, 3), effect = draws.between(0.1, 1.2);
    const TypeDemand type = type_of({choke * b, b, effect, effect}, draws.between(0.4, 0.8) * choke);
    const PricingOptions options{.discount = 0.8, .grid_prices = 200};
    const double cost = draws.between(0, choke / 3), step = (choke - cost) / 199;
    // half a step from choosing among the grid's prices, half from the value between its references
    CHECK(price_of("dynamic_program", type, cost, options) == Approx(price_of("optimal_reference", type, cost, options)).margin(step));
  }
}

TEST_CASE("when the last periods are played the dynamic program is the best of all sequences of its prices") {
  Draws draws(2);
  for (int instance = 0; instance < 100; ++instance) {
    const double choke = draws.between(20, 60), b = draws.between(0.5, 3), cost = draws.between(0, choke / 3);
    TypeDemand type = type_of({choke * b, b, draws.between(0, 2), draws.between(0, 2)});
    type.memory.kind = MemoryKind::last_price;
    std::vector<double> list;
    for (int i = 0; i < 12; ++i) list.push_back(cost + (choke - cost) * i / 11);
    type.remembered = Remembered{Money(list[5]), Money(list[5])};
    const int periods = 1 + instance % 3;
    const PricingOptions options{.discount = 0.9, .periods_left = periods, .grid_prices = 12};
    CHECK(price_of("dynamic_program", type, cost, options) == Approx(best_sequence(type, list, cost, 0.9, periods).first).epsilon(1e-12));
  }
}

TEST_CASE("peak-end memory in the last period is priced as any other memory") {
  TypeDemand type = type_of({100, 2, 0.5, 1.5});
  type.memory = {MemoryKind::peak_end_lowest, 0.5};
  type.remembered = Remembered{Money(25), Money(20)};  // lowest 20, last 30
  const PricingOptions options{.discount = 0.9, .periods_left = 1, .grid_prices = 101};
  double best = 0;
  for (int i = 0; i <= 100; ++i)
    if (profit_at(type, i * 0.5, 0) > profit_at(type, best, 0)) best = i * 0.5;
  CHECK(price_of("dynamic_program", type, 0, options) == Approx(best));
}

TEST_CASE("customers who seek gains get high and low prices in turn") {
  TypeDemand type = type_of({100, 2, 3, 0.2}, 25);
  type.memory.kind = MemoryKind::last_price;
  std::vector<double> prices;
  for (int t = 0; t < 8; ++t) {
    prices.push_back(price_of("dynamic_program", type, 0, {.discount = 0.9}));
    type.remembered = remember(type.memory, type.remembered, Money(prices.back()));
  }
  CHECK(prices[7] == prices[5]);
  CHECK(prices[6] == prices[4]);
  CHECK(std::abs(prices[7] - prices[6]) > 5);
}

TEST_CASE("a first price for customers who remember nothing, and a price where nothing can be sold for ever") {
  const TypeDemand fresh = type_of({100, 2, 1, 1});
  CHECK(price_of("dynamic_program", fresh, 10, {.grid_prices = 200}) == Approx(price_of("optimal_reference", fresh, 10)).margin(0.5));
  const TypeDemand spoilt = type_of({100, 2, 1, 1}, 80);  // at 55 somebody buys who remembers 80, but not for long
  CHECK(price_of("dynamic_program", spoilt, 55) == price_of("myopic_reference", spoilt, 55));
}

TEST_CASE("a remembered price below cost or above what anybody pays is no matter, in whatever way it is remembered") {
  for (const MemoryKind kind : {MemoryKind::exponential, MemoryKind::last_price, MemoryKind::peak_end_lowest, MemoryKind::peak_end_highest})
    for (const double remembered : {1.0, 9.0, 30.0, 49.0, 51.0, 120.0})
      for (const auto periods : {std::optional<std::int64_t>(), std::optional<std::int64_t>(2)}) {
        CAPTURE(static_cast<int>(kind), remembered);
        TypeDemand type = type_of({100, 2, 1, 1}, remembered);
        type.memory.kind = kind;
        const double price = price_of("dynamic_program", type, 10, {.periods_left = periods, .grid_prices = 30});
        CHECK(price >= 10);
        CHECK(price <= choke_price(type.referenced, Money(remembered)).value() + 1e-9);
      }
}

TEST_CASE("a program is solved once for all remembered prices, and with a cache the prices are the same") {
  PolicyCache cache;
  for (const double remembered : {20.0, 25.0, 33.3}) {
    const std::vector<TypeDemand> types{type_of({100, 2, 1, 1}, remembered), type_of({100, 2, 0, 0}, remembered)};
    PricingContext context{types, Money(10), {.grid_prices = 50}};
    const auto alone = prices_of("dynamic_program", context);
    context.policies = &cache;
    CHECK(prices_of("dynamic_program", context) == alone);
  }
  CHECK(cache.asked() == 3);
  CHECK(cache.solved() == 1);
}

TEST_CASE("programs that differ in anything are solved apart, and a full cache starts again") {
  const PricingProgram base = with_default_grids({.demand = {100, 2, 1, 1}, .discount = 0.5}, Money(50), 10);
  std::vector<PricingProgram> programs(10, base);
  programs[1].demand.a = 101;
  programs[2].demand.b = 2.1;
  programs[3].demand.gain = 1.1;
  programs[4].demand.loss = 1.1;
  programs[5].cost = Money(1);
  programs[6].discount = 0.6;
  programs[7].memory.theta = 0.6;
  programs[8].memory.kind = MemoryKind::last_price;
  programs[9].periods = 3;
  PolicyCache cache(10);
  for (int round = 0; round < 2; ++round)
    for (const PricingProgram& program : programs) (void)cache.solve(program);
  CHECK(cache.solved() == 10);
  CHECK(cache.asked() == 20);
  PricingProgram eleventh = base;
  eleventh.prices.count = 11;
  (void)cache.solve(eleventh);
  (void)cache.solve(base);
  CHECK(cache.solved() == 12);
}
