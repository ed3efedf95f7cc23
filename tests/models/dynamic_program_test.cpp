// Does the dynamic program find the best prices of the grid, and does it agree with what is known in closed form?

#include "models/pricing/optimal/dynamic_program.hpp"

#include <catch2/catch.hpp>
#include <functional>
#include <random>

#include "models/error.hpp"
#include "models/pricing/optimal/finite_horizon.hpp"
#include "models/pricing/optimal/loss_averse_policy.hpp"
#include "models/pricing/optimal/peak_end_range.hpp"
#include "models/pricing/optimal/price_cycle.hpp"
#include "models/pricing/optimal/price_states.hpp"
#include "tests/models/random_seller.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

Remembered known(Money price) { return {price, price}; }

PricingProgram program_of(const ReferenceSeller& seller, MemoryKind kind) {
  return {.demand = seller.demand, .cost = seller.cost, .discount = seller.discount, .memory = {kind, seller.theta}};
}

/// The prices that may be posted (see kept_within_demand).
std::vector<Money> allowed(const PricingProgram& program, Money reference) {
  std::vector<Money> prices;
  for (std::size_t i = 0; i < program.prices.count; ++i) {
    const Money price = program.prices.at(i);
    if (i == 0 || price <= program.cost || demand_at(program.demand, price, reference) > 0) prices.push_back(price);
  }
  return prices;
}

/// The most that can be earned in so many periods, by trying every sequence of prices.
double by_enumeration(const PricingProgram& program, const Remembered& remembered, std::int64_t periods) {
  if (periods == 0) return 0;
  double best = -1e300;
  for (const Money price : allowed(program, remembered.reference)) {
    const double now = (price - program.cost).value() * demand_at(program.demand, price, remembered.reference);
    best = std::max(best, now + program.discount * by_enumeration(program, *remember(program.memory, remembered, price), periods - 1));
  }
  return best;
}

Remembered follow(const DynamicProgram& solved, Remembered remembered, int periods, const std::function<void(Money)>& see) {
  for (int t = 0; t < periods; ++t) {
    const Money price = solved.price_at(remembered);
    see(price);
    remembered = *remember(solved.program().memory, remembered, price);
  }
  return remembered;
}

constexpr std::array kinds{MemoryKind::exponential, MemoryKind::peak_end_lowest, MemoryKind::peak_end_highest, MemoryKind::last_price};
constexpr std::array effects{Effect::neutral, Effect::loss_averse, Effect::gain_seeking};

}  // namespace

TEST_CASE("with a last period it finds what trying every sequence of prices finds", "[optimal]") {
  std::mt19937_64 random(41);
  for (int i = 0; i < 120; ++i) {
    ReferenceSeller seller = random_seller(random, effects[static_cast<std::size_t>(i) % 3], 1);
    seller.theta = 0.5;  // with a reference grid of 1/16 of a step, no reference price of four periods falls between two points
    PricingProgram program = program_of(seller, kinds[static_cast<std::size_t>(i / 3) % 4]);
    program.periods = 1 + i / 12 % 4;
    program.prices = {seller.cost * 0.9, Money(seller.demand.a / seller.demand.b), 6};
    program.references = {program.prices.from, program.prices.to, 5 * 16 + 1};
    const DynamicProgram solved = solve_prices(program);
    for (const std::size_t start : {0, 2, 5}) {
      const Remembered remembered = known(program.prices.at(start));
      CHECK(solved.value_at(remembered) == Approx(by_enumeration(program, remembered, *program.periods)).epsilon(1e-11).margin(1e-11));
    }
  }
}

TEST_CASE("without a last period it finds the limit of ever more periods", "[optimal]") {
  std::mt19937_64 random(42);
  for (int i = 0; i < 120; ++i) {
    const ReferenceSeller seller = random_seller(random, effects[static_cast<std::size_t>(i) % 3], 0.9);
    const std::size_t count = i < 3 ? 400 : 12;
    PricingProgram program =
        with_default_grids(program_of(seller, kinds[static_cast<std::size_t>(i / 3) % 4]), static_price(seller), count);
    const DynamicProgram for_ever = solve_prices(program);
    program.periods = 240;  // 0.9^240 < 1.1e-11 of the value is left
    const DynamicProgram long_time = solve_prices(program);
    for (const std::size_t start : {std::size_t{0}, count / 2 - 1, count - 1}) {
      const Remembered remembered = known(program.prices.at(start));
      CHECK(for_ever.value_at(remembered) == Approx(long_time.value_at(remembered)).epsilon(2e-9));
    }
  }
}

TEST_CASE("on a fine grid it comes to the closed forms", "[optimal]") {
  std::mt19937_64 random(43);
  for (int i = 0; i < 40; ++i) {
    const ReferenceSeller seller = random_seller(random, i % 2 == 0 ? Effect::neutral : Effect::loss_averse, 0.9);
    const PricingProgram program = with_default_grids(program_of(seller, MemoryKind::exponential), static_price(seller), 400);
    const DynamicProgram solved = solve_prices(program);
    const LossAversePolicy policy = loss_averse_policy(seller);
    // A price half a step off costs at most (b + g) step^2 / 4 of a period's profit, and the straight line between two references is above
    // a value of second derivative V'' by at most step^2 V'' / 8; both come again every period.
    const double step = program.prices.step().value(), slope = seller.demand.b + seller.demand.loss;
    const double curvature = 2 * std::max(policy.rising.value.curvature, seller.demand.b / (1 - seller.discount));
    const double off = step * step * (slope + curvature) / (1 - seller.discount);
    for (const Money r : references_of(seller)) CHECK(solved.value_at(known(r)) == Approx(policy.value_at(r)).margin(off).epsilon(0));
  }
}

TEST_CASE("with a last period, too, it comes to the closed form", "[optimal]") {
  const ReferenceSeller seller{{100, 2, 1, 1}, Money(10), 0.95, 0.6};
  PricingProgram program = with_default_grids(program_of(seller, MemoryKind::exponential), Money(25), 801);
  program.periods = 10;
  const DynamicProgram solved = solve_prices(program);
  const FiniteHorizonPolicy policy = finite_horizon_policy(seller, 10);
  for (std::size_t period = 0; period < 10; ++period)
    CHECK(solved.price_at(known(Money(25)), period).value() == Approx(policy.price_at(Money(25), period).value()).margin(0.15).epsilon(0));
  CHECK(solved.value_at(known(Money(25))) == Approx(policy.value_at(Money(25))).epsilon(1e-5));
}

TEST_CASE("customers who seek gains and remember the last price see a high and a low price in turn", "[optimal]") {
  std::mt19937_64 random(44);
  int cycles = 0;
  for (int i = 0; i < 150; ++i) {
    ReferenceSeller seller = random_seller(random, Effect::gain_seeking, 0.95);
    seller.theta = 0;
    const auto cycle = discounted_price_cycle(seller);
    if (!cycle || (cycle->high - cycle->low) / cycle->high < 0.02) continue;
    PricingProgram program = with_default_grids(program_of(seller, MemoryKind::last_price), cycle->low, 300);
    std::vector<double> path;
    static_cast<void>(follow(solve_prices(program), known(cycle->low), 60, [&](Money price) { path.push_back(price.value()); }));
    const double step = program.prices.step().value();  // the profit is flat at its top: neighbouring prices are nearly as good
    CHECK(std::max(path[58], path[59]) == Approx(cycle->high.value()).margin(2 * step).epsilon(0));
    CHECK(std::min(path[58], path[59]) == Approx(cycle->low.value()).margin(2 * step).epsilon(0));
    ++cycles;
  }
  CHECK(cycles >= 50);
}

TEST_CASE("the undiscounted cycle is the best of all pairs of prices, and beats the static price", "[optimal]") {
  std::mt19937_64 random(45);
  int cycles = 0;
  for (int i = 0; i < 150; ++i) {
    ReferenceSeller seller = random_seller(random, Effect::gain_seeking, 0.95);
    seller.theta = 0;
    const auto cycle = undiscounted_price_cycle(seller);
    if (!cycle) continue;
    const auto average = [&](double high, double low) {
      const Money H(high), L(low);
      return ((H - seller.cost).value() * demand_at(seller.demand, H, L) + (L - seller.cost).value() * demand_at(seller.demand, L, H)) / 2;
    };
    const double best = average(cycle->high.value(), cycle->low.value()), still = static_price(seller).value();
    CHECK(best >= average(still, still) * (1 - 1e-12));
    const double c = seller.cost.value(), top = seller.demand.a / seller.demand.b;
    for (int h = 0; h <= 40; ++h)
      for (int l = 0; l <= h; ++l) REQUIRE(best >= average(c + (top - c) * h / 40, c + (top - c) * l / 40) * (1 - 1e-12));
    ++cycles;
  }
  CHECK(cycles >= 50);
  CHECK_THROWS_AS(discounted_price_cycle({{10, 1, 2, 1}, Money(0), 0.9, 0.5}), ModelError);
  CHECK_THROWS_AS(undiscounted_price_cycle({{10, 1, 1, 2}, Money(0), 0.9, 0}), ModelError);
}

TEST_CASE("with peak-end memory, prices within the range stay, and one beyond it is remembered for ever", "[optimal]") {
  std::mt19937_64 random(46);
  int ranges = 0;
  for (int i = 0; i < 60; ++i) {
    ReferenceSeller seller = random_seller(random, i % 4 < 2 ? Effect::neutral : Effect::loss_averse, 0.95);
    const MemoryKind memory = i % 2 == 0 ? MemoryKind::peak_end_lowest : MemoryKind::peak_end_highest;
    if (memory == MemoryKind::peak_end_highest && i % 3 > 0) seller.demand.gain *= (1 - seller.discount) * draw(random, 0, 1);
    const auto range = peak_end_range(seller, memory);
    const PricingProgram program = with_default_grids(program_of(seller, memory), static_price(seller), 100);
    const DynamicProgram solved = solve_prices(program);
    const Money step = program.prices.step();
    int at_rest = 0;
    for (std::size_t k = 2; k + 2 < program.prices.count; ++k) {  // but for the ends, where there is nowhere to go
      const Money price = program.prices.at(k);
      const bool stays = solved.price_at(known(price)) == price;
      if (range && price > range->low + step && price < range->high - step) CHECK(stays);
      if (range && (price < range->low - 2.0 * step || price > range->high + 2.0 * step)) CHECK_FALSE(stays);
      at_rest += stays;
    }
    if (!range) CHECK(at_rest <= 4);  // where the gain from raising equals the one from lowering, both are less than the grid can tell
    if (!range) continue;
    ++ranges;
    CHECK(range->low <= range->high);
    const bool lowest = memory == MemoryKind::peak_end_lowest;
    const Money beyond = lowest ? (seller.cost + range->low) / 2 : (range->high + program.prices.to) / 2;
    const Money extreme = program.prices.at(static_cast<std::size_t>((beyond - seller.cost) / step));
    const Money rest = price_for_ever(seller, memory, extreme).value();
    Money last{0};
    static_cast<void>(follow(solved, known(extreme), 200, [&](Money price) { last = price; }));
    CHECK((lowest ? rest > extreme : rest < extreme));
    CHECK(last.value() == Approx(rest.value()).margin(2.5 * step.value()).epsilon(0));
    CHECK_FALSE(price_for_ever(seller, memory, range->low + (range->high - range->low) / 2));
  }
  CHECK((ranges >= 40 && ranges < 60));
  CHECK_THROWS_AS(peak_end_range({{10, 1, 1, 1}, Money(0), 0.9, 0.5}, MemoryKind::exponential), ModelError);
}

TEST_CASE("what follows a price is looked up where it is, of states that can be only", "[optimal]") {
  const ReferenceSeller seller{{100, 2, 0.5, 2}, Money(10), 0.9, 0.5};
  for (const MemoryKind kind : kinds) {
    PricingProgram program = program_of(seller, kind);
    program.prices = {Money(10), Money(40), 7};
    program.references = {Money(8), Money(41), 12};
    const PriceStates states(program);
    const bool peak_end = kind == MemoryKind::peak_end_lowest || kind == MemoryKind::peak_end_highest;
    std::vector<double> values, worth(7);  // linear in what is remembered, so that interpolation loses nothing
    for (std::size_t state = 0; state < states.count(); ++state) {
      const double extreme = program.prices.at(peak_end ? state / 7 : 0).value(), last = program.prices.at(state % 7).value();
      const double value = kind == MemoryKind::exponential ? states.reference(state).value() : peak_end ? 3 * extreme + last : last;
      values.push_back(states.exists(state) ? value : std::nan(""));
    }
    for (const double extreme : {10.0, 12.0, 15.0, 33.25, 39.0, 40.0}) {
      states.worth_after(Remembered{Money(20), Money(extreme)}, values, worth);
      for (std::size_t i = 0; i < 7; ++i) {
        const double price = program.prices.at(i).value();
        const double kept = kind == MemoryKind::peak_end_lowest ? std::min(extreme, price) : std::max(extreme, price);
        CHECK(worth[i] == Approx(kind == MemoryKind::exponential ? 10 + price / 2 : peak_end ? 3 * kept + price : price).epsilon(1e-13));
      }
    }
  }
}

TEST_CASE("between grid points, what is remembered is looked up one period later", "[optimal]") {
  const ReferenceSeller seller{{100, 2, 0.5, 2}, Money(10), 0.9, 0.5};
  for (const MemoryKind kind : kinds) {
    const PricingProgram program = with_default_grids(program_of(seller, kind), Money(25), 81);
    const DynamicProgram solved = solve_prices(program);
    const double at = solved.value_at(known(Money(22))), between = solved.value_at(known(Money(22.25))),
                 next = solved.value_at(known(Money(22.5)));
    CHECK((between > std::min(at, next) && between < std::max(at, next)));
  }
}

TEST_CASE("the first price to customers who remember nothing is the best of the grid", "[optimal]") {
  const ReferenceSeller seller{{100, 2, 0.5, 1}, Money(10), 0.9, 0.5};
  const Money closed = price_without_reference(loss_averse_policy(seller), 100, 2.5);
  const DynamicProgram solved = solve_prices(with_default_grids(program_of(seller, MemoryKind::exponential), Money(25), 801));
  CHECK(solved.decide_without_reference(100, 2.5).price.value() == Approx(closed.value()).margin(0.15).epsilon(0));
  for (const MemoryKind kind : kinds) {
    PricingProgram program = with_default_grids(program_of(seller, kind), Money(25), 41);
    program.periods = 3;
    const PriceDecision first = solve_prices(program).decide_without_reference(100, 2.5);
    program.periods = 2;
    const DynamicProgram rest = solve_prices(program);
    double best = 0;
    for (std::size_t i = 0; i < 41; ++i) {
      const Money price = program.prices.at(i);
      if (price.value() <= 40)
        best = std::max(best, (price.value() - 10) * (100 - 2.5 * price.value()) + 0.9 * rest.value_at(known(price)));
    }
    if (kind != MemoryKind::exponential) CHECK(first.value == Approx(best).epsilon(1e-12));
    if (kind == MemoryKind::exponential) CHECK(first.value == Approx(best).epsilon(1e-4));  // its references are another grid
  }
}

TEST_CASE("prices stop at the choke price: raising expectations with a price at which nothing is sold does not pay", "[optimal]") {
  const ReferenceSeller seller{{10, 1, 20, 20}, Money(0), 0.95, 0.5};
  const PricingProgram program = with_default_grids(program_of(seller, MemoryKind::exponential), Money(4), 200);
  const DynamicProgram solved = solve_prices(program);
  for (const double r : {0.5, 2.0, 6.0, 9.0}) {
    const Money price = solved.price_at(known(Money(r)));
    CHECK(price <= choke_price(seller.demand, Money(r)));
  }
}

TEST_CASE("nothing is extrapolated, and nonsense is refused", "[optimal]") {
  const ReferenceSeller seller{{100, 2, 0.5, 2}, Money(10), 0.9, 0.5};
  const PricingProgram program = with_default_grids(program_of(seller, MemoryKind::exponential), Money(25), 20);
  const auto refused = [&](auto change) {
    PricingProgram changed = program;
    change(changed);
    CHECK_THROWS_AS(solve_prices(changed), ModelError);
  };
  CHECK_THROWS_AS(solve_prices(program).price_at(known(Money(60))), ModelError);
  CHECK_THROWS_AS(solve_prices(program).price_at(known(Money(5))), ModelError);
  refused([](auto& p) { p.discount = 1; });
  refused([](auto& p) { p.discount = std::nan(""); });
  refused([](auto& p) { p.periods = 0; });
  refused([](auto& p) { p.prices.count = 1; });
  refused([](auto& p) { p.prices.to = p.prices.from; });
  refused([](auto& p) { p.references.to = Money(30); });
  refused([](auto& p) { p.memory.theta = 1; });
  refused([](auto& p) { p.cost = Money(-1); });
  CHECK_THROWS_AS(with_default_grids(program_of({{10, 1, 0, 0}, Money(10), 0.9, 0.5}, MemoryKind::exponential), Money(5), 10), ModelError);
}
