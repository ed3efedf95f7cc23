// Is a scarce capacity sold to the last unit at the best prices, and is the menu by order size the best that nobody can outwit?

#include <catch2/catch.hpp>
#include <optional>

#include "models/error.hpp"
#include "models/pricing/capacity_yield.hpp"
#include "models/pricing/falling_root.hpp"
#include "models/pricing/menu.hpp"
#include "models/pricing/myopic_reference.hpp"
#include "models/pricing/price_and_cost.hpp"
#include "tests/models/random_demand.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

std::vector<TypeDemand> random_types(Draws& draws, std::size_t count) {
  std::vector<TypeDemand> types;
  for (std::size_t k = 0; k < count; ++k) types.push_back(type_of({draws.between(20, 200), draws.between(0.5, 4), 0, 0}));
  return types;
}

double units_at(const std::vector<TypeDemand>& types, const std::vector<Money>& prices) { return expected_demand({types}, prices); }

double profit_at(const std::vector<TypeDemand>& types, const std::vector<Money>& prices, double cost) {
  double profit = 0;
  for (std::size_t k = 0; k < types.size(); ++k) profit += test::profit_at(types[k], prices[k].value(), cost);
  return profit;
}

/// The shadow price of capacity, the other way: for the m types with the highest choke prices alone the condition is one linear equation,
///     scale sum_k (alpha_k - beta_k (C + lambda)) / 2 = units,
/// and the m is right for which those m, and no others, buy at C + lambda.
double known_run_out_cost(std::vector<TypeDemand> types, double cost, double scale, double units) {
  std::ranges::sort(types, std::ranges::greater(), [](const TypeDemand& d) { return d.alpha / d.beta; });
  double alpha = 0, beta = 0;
  for (std::size_t m = 0; m < types.size(); ++m) {
    alpha += types[m].alpha;
    beta += types[m].beta;
    const double at = (alpha - 2 * units / scale) / beta;
    if (m + 1 == types.size() || types[m + 1].alpha / types[m + 1].beta <= at) return std::max(cost, at);
  }
  return cost;
}

/// Menus of two or three sizes as active sets: each pair of neighbours has equal unit prices, equal totals, or neither. The best feasible
/// of the solutions is the optimum of the concave program.
std::vector<double> best_of_active_sets(const std::vector<SizeDemand>& sizes, double cost) {
  const auto ratio = [&](std::size_t j) { return sizes[j].size / sizes[j - 1].size; };
  const auto profit = [&](const std::vector<double>& u) {
    double sum = 0;
    for (std::size_t j = 0; j < u.size(); ++j) sum += (u[j] - cost) * (sizes[j].alpha - sizes[j].beta * u[j]);
    return sum;
  };
  std::size_t sets = 1;
  for (std::size_t j = 1; j < sizes.size(); ++j) sets *= 3;
  std::vector<double> best;
  for (std::size_t set = 0; set < sets; ++set) {
    // u_j = weight_j times the price of its block's first size
    std::vector<double> weight(sizes.size(), 1), prices(sizes.size());
    std::vector<std::size_t> starts{0};
    for (std::size_t j = 1, code = set; j < sizes.size(); ++j, code /= 3) {
      if (code % 3 == 0) starts.push_back(j);
      if (code % 3 == 1) weight[j] = weight[j - 1];
      if (code % 3 == 2) weight[j] = weight[j - 1] / ratio(j);
    }
    starts.push_back(sizes.size());
    for (std::size_t block = 0; block + 1 < starts.size(); ++block) {
      double linear = 0, square = 0;
      for (std::size_t j = starts[block]; j < starts[block + 1]; ++j) {
        linear += weight[j] * (sizes[j].alpha + sizes[j].beta * cost);
        square += 2 * weight[j] * weight[j] * sizes[j].beta;
      }
      for (std::size_t j = starts[block]; j < starts[block + 1]; ++j) prices[j] = weight[j] * linear / square;
    }
    bool feasible = true;
    for (std::size_t j = 1; j < sizes.size(); ++j)
      feasible = feasible && prices[j] <= prices[j - 1] * (1 + 1e-12) && prices[j - 1] <= prices[j] * ratio(j) * (1 + 1e-12);
    if (feasible && (best.empty() || profit(prices) > profit(best))) best = prices;
  }
  return best;
}

}  // namespace

TEST_CASE("a falling function is zero where it should be, with kinks and jumps") {
  CHECK(falling_root([](double x) { return 3 - x; }, 0, 10) == Approx(3).epsilon(1e-15));
  CHECK(falling_root([](double x) { return x < 2 ? 5 - x : -1; }, 0, 10) == Approx(2).epsilon(1e-15));
  CHECK(falling_root([](double x) { return 3 - x; }, 4, 10) == 4);
  CHECK(falling_root([](double x) { return 30 - x; }, 4, 10) == 10);
}

TEST_CASE("run-out prices sell exactly what is left, at the shadow price that solves the linear equation") {
  Draws draws(1);
  int scarce = 0;
  for (int instance = 0; instance < 300; ++instance) {
    const auto types = random_types(draws, 3);
    PricingContext context{types, Money(draws.between(0, 30))};
    context.share = draws.between(0.1, 1);
    context.remaining = {draws.between(0, 80), draws.between(0.1, 1)};
    const double scale = context.share * context.remaining.time, cost = run_out_cost(context).value();
    CHECK(cost == Approx(known_run_out_cost(types, context.unit_cost.value(), scale, context.remaining.units)).epsilon(1e-12));
    const double sold = scale * units_at(types, prices_of("capacity_yield", context));
    CHECK(sold <= context.remaining.units * (1 + 1e-12));
    if (cost <= context.unit_cost.value()) continue;
    CHECK(sold == Approx(context.remaining.units).epsilon(1e-10));
    ++scarce;
  }
  CHECK(scarce > 100);
}

TEST_CASE("no prices nearby that sell no more than what is left earn more than run-out prices") {
  Draws draws(2);
  for (int instance = 0; instance < 200; ++instance) {
    const auto types = random_types(draws, 2);
    PricingContext context{types, Money(draws.between(0, 20))};
    context.remaining.units = draws.between(5, 100);
    const auto prices = prices_of("capacity_yield", context);
    const double best = profit_at(types, prices, context.unit_cost.value());
    for (double first = 0.7; first < 1.4; first += 0.02)
      for (double second = 0.7; second < 1.4; second += 0.02) {
        const std::vector<Money> other{prices[0] * first, prices[1] * second};
        if (units_at(types, other) <= context.remaining.units) CHECK(profit_at(types, other, context.unit_cost.value()) <= best + 1e-9);
      }
  }
}

TEST_CASE("prices rise as units are sold, and fall as time passes without sales") {
  const auto types = std::vector<TypeDemand>{type_of({100, 2, 0, 0})};
  PricingContext context{types, Money(10)};
  Money before{0};
  for (const double units : {50.0, 30.0, 20.0, 10.0, 0.0}) {
    context.remaining = {units, 1};
    const Money price = prices_of("capacity_yield", context)[0];
    CHECK(price >= before);
    before = price;
  }
  CHECK(before == Money(50));  // nothing left: the choke price
  context.remaining = {20, 1};
  const Money early = prices_of("capacity_yield", context)[0];
  context.remaining = {20, 0.6};
  CHECK(prices_of("capacity_yield", context)[0] < early);
  CHECK(early == Money(40));
}

TEST_CASE("with references, run-out prices are myopic at the run-out cost and sell what is left, also where gains count more") {
  Draws draws(3);
  for (int instance = 0; instance < 300; ++instance) {
    std::vector<TypeDemand> types;
    for (int k = 0; k < 3; ++k) {
      const ReferenceDemand demand{draws.between(20, 200), draws.between(0.5, 4), draws.between(0, 2), draws.between(0, 2)};
      types.push_back(type_of(demand, draws.between(5, 60)));
    }
    PricingContext context{types, Money(draws.between(0, 30))};
    context.remaining.units = draws.between(0, 150);
    const auto prices = prices_of("capacity_yield", context);
    const Money cost = run_out_cost(context);
    CHECK(units_at(types, prices) <= context.remaining.units * (1 + 1e-12) + 1e-12);
    if (cost == context.unit_cost) continue;
    std::vector<Money> cheaper;
    for (const TypeDemand& type : types) cheaper.push_back(myopic_price(type, cost * (1 - 1e-9)));
    CHECK(units_at(types, cheaper) >= context.remaining.units * (1 - 1e-9));  // no smaller shadow price would do
  }
}

TEST_CASE("what is left must be something") {
  const auto types = std::vector<TypeDemand>{type_of({100, 2, 0, 0})};
  PricingContext context{types, Money(10)};
  context.remaining.units = -1;
  CHECK_THROWS_AS(run_out_cost(context), ModelError);
  context.remaining = {1, 0};
  CHECK_THROWS_AS(run_out_cost(context), ModelError);
}

TEST_CASE("the menu is the best of all active sets") {
  Draws draws(4);
  int bounded = 0;
  for (int instance = 0; instance < 1000; ++instance) {
    std::vector<SizeDemand> sizes;
    double size = 1;
    const std::size_t count = 1 + static_cast<std::size_t>(instance % 5);
    for (std::size_t j = 0; j < count; ++j, size *= draws.between(1.05, 3)) {
      const double beta = draws.between(0.2, 4);
      sizes.push_back({size, beta * draws.between(20, 80), beta});
    }
    const double cost = draws.between(0, 15);
    const auto menu = best_menu(sizes, Money(cost));
    const auto known = best_of_active_sets(sizes, cost);
    for (std::size_t j = 0; j < count; ++j) CHECK(menu[j].value() == Approx(known[j]).epsilon(1e-12));
    bounded += count > 1 && menu[0].value() != Approx((sizes[0].alpha / sizes[0].beta + cost) / 2);
    for (const Money price : menu) CHECK(price.value() >= cost);
  }
  CHECK(bounded > 200);
}

TEST_CASE("sizes must ascend and have demand") {
  CHECK_THROWS_AS(best_menu(std::vector<SizeDemand>{}, Money(0)), ModelError);
  CHECK_THROWS_AS(best_menu(std::vector<SizeDemand>{{2, 10, 1}, {1, 10, 1}}, Money(0)), ModelError);
  CHECK_THROWS_AS(best_menu(std::vector<SizeDemand>{{1, 10, 0}}, Money(0)), ModelError);
}

TEST_CASE("no menu on a grid that nobody can outwit earns more than quantity_discount, also where some are left unserved") {
  Draws draws(5);
  int unserved = 0;
  for (int instance = 0; instance < 100; ++instance) {
    auto types = random_types(draws, 4);
    for (std::size_t k = 0; k < 4; ++k) types[k].order_units = k < 2 ? 1 : 1.0 + static_cast<double>(instance % 4);
    const double large = types[3].order_units, cost = draws.between(0, 20);
    const auto menu = prices_of("quantity_discount", {types, Money(cost)});
    const double best = profit_at(types, menu, cost);
    CHECK(menu[0] == menu[1]);
    CHECK(menu[2] == menu[3]);
    CHECK(menu[2] <= menu[0]);
    CHECK(menu[0].value() <= menu[2].value() * large * (1 + 1e-15));
    for (double small = cost; small < 150; small += 0.5)
      for (double unit = std::max(cost, small / large); unit <= small; unit += 0.5) {
        const std::vector<Money> other{Money(small), Money(small), Money(unit), Money(unit)};
        CHECK(profit_at(types, other, cost) <= best + 1e-9);
      }
    for (std::size_t k = 0; k < 4; ++k) unserved += test::profit_at(types[k], menu[k].value(), cost) == 0;
  }
  CHECK(unserved > 20);
}

TEST_CASE("orders of one size have one price, the uniform one") {
  Draws draws(6);
  for (int instance = 0; instance < 100; ++instance) {
    const auto types = random_types(draws, 3);
    const Money cost(draws.between(0, 100));
    CHECK(prices_of("quantity_discount", {types, cost}) == prices_of("uniform", {types, cost}));
  }
}

TEST_CASE("a size that nobody buys has a price between its neighbours") {
  std::vector<TypeDemand> types{type_of({100, 1, 0, 0}), type_of({1, 1, 0, 0}), type_of({100, 1.25, 0, 0})};
  types[1].order_units = 2;
  types[2].order_units = 10;
  const auto menu = prices_of("quantity_discount", {types, Money(0)});
  CHECK(menu[0].value() == Approx(50));
  CHECK(menu[2].value() == Approx(40));
  CHECK(menu[1].value() == Approx(50));  // for two: no more per unit than one, and no more in all than ten
}
