// Do sellers who look at remembered prices earn the most that can be earned?

#include <catch2/catch.hpp>
#include <functional>

#include "models/error.hpp"
#include "models/pricing/myopic_reference.hpp"
#include "models/pricing/type_demand.hpp"
#include "tests/models/random_demand.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

constexpr double discount = 0.8;
constexpr int periods = 200;  // 0.8^200 is 4e-20

/// A type whose best prices stay clear of cost and choke price: c is well below a/b, and r between them.
struct Case {
  TypeDemand type;
  double cost = 0;
};

Case random_case(Draws& draws, double gain, double loss) {
  const double choke = draws.between(20, 60), b = draws.between(0.5, 3);
  Case made{type_of({choke * b, b, gain, loss}), draws.between(0, choke / 3)};
  made.type.memory.theta = draws.between(0, 0.9);
  const Money reference(draws.between(0.5, 0.8) * choke);
  made.type.remembered = Remembered{reference, reference};
  return made;
}

/// Discounted profit if the strategy sets all prices, of which period t is moved by the factor step(t).
double earned(const char* strategy, Case seller, const std::function<double(int)>& step) {
  double total = 0, weight = 1;
  for (int t = 0; t < periods; ++t, weight *= discount) {
    const double price = price_of(strategy, seller.type, seller.cost, {.discount = discount}) * step(t);
    total += weight * profit_at(seller.type, price, seller.cost);
    seller.type.remembered = remember(seller.type.memory, seller.type.remembered, Money(price));
  }
  return total;
}

/// Moving single prices, or the first few, by up to 3 % either way never pays. What follows a move is the strategy's answer to it.
void check_that_no_deviation_pays(const char* strategy, const Case& seller, Draws& draws) {
  const double best = earned(strategy, seller, [](int) { return 1; });
  for (int attempt = 0; attempt < 6; ++attempt) {
    const int first = attempt % 3, last = first + attempt / 3;
    const double factor = 1 + draws.between(-0.03, 0.03);
    const double other = earned(strategy, seller, [&](int t) { return t >= first && t <= last ? factor : 1; });
    CHECK(other <= best * (1 + 1e-12));  // sums of 200 terms: at most 200 roundings of 1e-16 of the whole
  }
}

double price_for_one(const char* strategy, const Case& seller) {
  return price_of(strategy, seller.type, seller.cost, {.discount = discount});
}

}  // namespace

TEST_CASE("what a type buys follows from what it remembers, and from alpha - beta P before it remembers anything") {
  TypeDemand type{.alpha = 100, .beta = 3, .referenced = {100, 2, 0.5, 1}};
  CHECK(expected_units(type, Money(10)) == 70);
  CHECK(choke_price(type) == Money(100.0 / 3));
  type.remembered = Remembered{Money(20), Money(20)};
  CHECK(expected_units(type, Money(10)) == 100 - 20 + 5);
  CHECK(expected_units(type, Money(30)) == 100 - 60 - 10);
  CHECK(expected_units(type, Money(60)) == 0);
  CHECK(choke_price(type) == Money(40));
  CHECK(within_bounds(type, Money(50), Money(10)) == Money(40));
  CHECK(within_bounds(type, Money(5), Money(10)) == Money(10));
  CHECK(within_bounds(type, Money(50), Money(45)) == Money(45));
}

TEST_CASE("without a reference effect every strategy sets the best prices, bit for bit") {
  Draws draws(1);
  for (int instance = 0; instance < 200; ++instance) {
    std::vector<TypeDemand> types;
    for (int k = 0; k < 3; ++k) {
      const double alpha = draws.between(1, 200), beta = draws.between(0.5, 5);
      types.push_back(type_of({alpha, beta, 0, 0}, k == 0 ? std::nullopt : std::optional(draws.between(0, 60))));
    }
    PricingContext context{types, Money(draws.between(0, 60)), {.answer = Answer::best_response}};
    context.rivals.mean = {Money(20), std::nullopt};
    const auto best = prices_of("differential", context);
    for (const char* strategy :
         {"myopic_reference", "optimal_reference", "loss_averse", "common_reference", "dynamic_program", "competitive", "capacity_yield"}) {
      CAPTURE(strategy);
      CHECK(prices_of(strategy, context) == best);
    }
  }
}

TEST_CASE("no price on a fine grid earns more in one period than the myopic one, whatever gains and losses weigh") {
  Draws draws(2);
  int at_the_reference = 0;
  for (int instance = 0; instance < 400; ++instance) {
    const ReferenceDemand demand{draws.between(20, 200), draws.between(0.5, 4), draws.between(0, 4), draws.between(0, 4)};
    const TypeDemand type = type_of(demand, (instance % 2 == 0 ? draws.between(0, 1.2) : draws.between(0.35, 0.6)) * demand.a / demand.b);
    const double cost = draws.between(0, 0.5) * demand.a / demand.b, price = myopic_price(type, Money(cost)).value();
    const double best = profit_at(type, price, cost);
    at_the_reference += price == type.remembered->reference.value();
    CHECK(price >= cost);
    CHECK((price <= choke_price(type).value() || price == cost));
    for (double other = cost; other < 300; other += 0.1) CHECK(profit_at(type, other, cost) <= best + 1e-9);  // of numbers up to 1e4
  }
  CHECK(at_the_reference > 20);
}

TEST_CASE("Eq. 13 with re-optimised prices: each type remembers what the one before paid") {
  // alpha = 100, C = 6.5195, gamma = 0.5, beta = 1.5, 2, 2.5: prices 36.5931, 32.8339, 26.5431 (models.md, section 14)
  const Money cost(6.5194935);
  std::optional<Remembered> previous;
  const std::vector<std::pair<double, double>> expected{{1.5, 36.5931}, {2, 32.8339}, {2.5, 26.5431}};
  for (const auto& [beta, price] : expected) {
    TypeDemand type{.alpha = 100, .beta = beta, .referenced = {100, beta - 0.5, 0.5, 0.5}};
    type.remembered = previous;
    const Money charged = myopic_price(type, cost);
    CHECK(charged.value() == Approx(price).margin(5e-5));
    previous = Remembered{charged, charged};
  }
}

TEST_CASE("no deviation from the optimal prices pays when gains weigh as losses") {
  Draws draws(3);
  for (int instance = 0; instance < 100; ++instance) {
    const double effect = draws.between(0.05, 1.5);
    const Case seller = random_case(draws, effect, effect);
    check_that_no_deviation_pays("optimal_reference", seller, draws);
    CHECK(price_for_one("loss_averse", seller) == price_for_one("optimal_reference", seller));
  }
}

TEST_CASE("no deviation from the loss-averse prices pays, and looking ahead earns more than not") {
  Draws draws(4);
  int more = 0;
  for (int instance = 0; instance < 100; ++instance) {
    const double gain = draws.between(0, 0.7);
    const Case seller = random_case(draws, gain, gain + draws.between(0, 1));
    check_that_no_deviation_pays("loss_averse", seller, draws);
    const auto as_it_is = [](int) { return 1.0; };
    const double ahead = earned("loss_averse", seller, as_it_is), myopic = earned("myopic_reference", seller, as_it_is);
    CHECK(ahead >= myopic * (1 - 1e-12));
    more += ahead > myopic * (1 + 1e-6);
  }
  CHECK(more > 50);
}

TEST_CASE("no other first price pays while customers remember nothing") {
  Draws draws(5);
  for (int instance = 0; instance < 100; ++instance) {
    const double gain = draws.between(0, 0.5);
    Case seller = random_case(draws, gain, gain + draws.between(0, 0.5));
    seller.type.remembered.reset();
    const double best = earned("loss_averse", seller, [](int) { return 1; });
    for (const double factor : {0.9, 0.98, 1.02, 1.1})
      CHECK(earned("loss_averse", seller, [&](int t) { return t == 0 ? factor : 1; }) <= best * (1 + 1e-12));
  }
}

TEST_CASE("the remembered price stays where no move pays a loss-averse customer's seller") {
  // a = 10, b = 1, c = 0, delta = 0.8, theta = 0.5, gG = 0.5, gL = 2: the band is [3.75, 4.615385]
  for (const double reference : {3.76, 4.0, 4.3, 4.61}) {
    CHECK(price_of("loss_averse", type_of({10, 1, 0.5, 2}, reference), 0, {.discount = 0.8}) == Approx(reference));
  }
  CHECK(price_of("loss_averse", type_of({10, 1, 0.5, 2}, 3.0), 0, {.discount = 0.8}) > 3);
  CHECK(price_of("loss_averse", type_of({10, 1, 0.5, 2}, 6.0), 0, {.discount = 0.8}) < 6);
  CHECK(price_of("optimal_reference", type_of({10, 1, 1, 1}, 6.0), 0, {.discount = 0.8}) == Approx(4.754314).margin(5e-7));
}

TEST_CASE("no strategy sells below cost or charges more than anybody pays, however high the remembered price") {
  Draws draws(6);
  for (int instance = 0; instance < 200; ++instance) {
    const double effect = draws.between(0.1, 3), cost = draws.between(0, 80);
    const TypeDemand type = type_of({draws.between(50, 100), draws.between(1, 2), effect, effect}, draws.between(0, 300));
    for (const char* strategy : {"myopic_reference", "optimal_reference", "loss_averse", "common_reference", "capacity_yield"}) {
      CAPTURE(strategy, cost);
      const double price = price_of(strategy, type, cost);
      const bool is_static = strategy == std::string("common_reference") && type.alpha <= type.beta * cost;  // nothing to be sold at all
      if (!is_static) CHECK(price >= cost);
      if (!is_static) CHECK((price <= choke_price(type).value() || price == cost));
    }
  }
}

TEST_CASE("what the closed forms cannot do is refused") {
  const TypeDemand averse = type_of({100, 2, 0.5, 1}, 30), seeking = type_of({100, 2, 1, 0.5}, 30);
  TypeDemand peak_end = type_of({100, 2, 1, 1}, 30);
  peak_end.memory.kind = MemoryKind::peak_end_lowest;
  CHECK_THROWS_AS(price_of("optimal_reference", averse, 0), ModelError);
  CHECK_THROWS_AS(price_of("loss_averse", seeking, 0), ModelError);
  CHECK_THROWS_AS(price_of("common_reference", averse, 0), ModelError);
  for (const char* strategy : {"optimal_reference", "loss_averse", "common_reference"})
    CHECK_THROWS_AS(price_of(strategy, peak_end, 0), ModelError);
}

TEST_CASE("memory of the last price alone is exponential memory with theta = 0") {
  TypeDemand last = type_of({100, 2, 1, 1}, 30), exponential = last;
  last.memory = {MemoryKind::last_price, 0.7};
  exponential.memory = {MemoryKind::exponential, 0};
  for (const char* strategy : {"optimal_reference", "loss_averse", "common_reference"})
    CHECK(price_of(strategy, last, 5) == price_of(strategy, exponential, 5));
}

TEST_CASE("a common reference price of one type is its own") {
  Draws draws(7);
  for (int instance = 0; instance < 100; ++instance) {
    const double effect = draws.between(0.05, 1.5);
    const Case seller = random_case(draws, effect, effect);
    CHECK(price_for_one("common_reference", seller) == Approx(price_for_one("optimal_reference", seller)).epsilon(1e-9));
  }
}

TEST_CASE("a type that does not compare pays more than its best price if others compare with what it pays") {
  std::vector<TypeDemand> types{type_of({100, 1.5, 0, 0}, 30), type_of({100, 2, 0.5, 0.5}, 30)};
  types[1].memory.theta = types[0].memory.theta;
  const PricingContext context{types, Money(5)};
  CHECK(prices_of("common_reference", context)[0] > prices_of("differential", context)[0]);
  CHECK(prices_of("optimal_reference", context)[0] == prices_of("differential", context)[0]);
}

TEST_CASE("before anybody remembers a price the common reference strategy charges best prices") {
  const std::vector<TypeDemand> types{type_of({100, 1.5, 0, 0}), type_of({100, 2, 0.5, 0.5})};
  CHECK(prices_of("common_reference", {types, Money(5)}) == prices_of("differential", {types, Money(5)}));
}

TEST_CASE("without a best policy for a common reference price each type pays its myopic price") {
  // The first type is hardly moved by its price, which makes half of what the second compares with.
  std::vector<TypeDemand> types{type_of({100, 0.0005, 0, 0}, 30), type_of({100, 0.1, 0.9, 0.9}, 30)};
  for (TypeDemand& type : types) type.memory.theta = 0.9;
  const PricingContext context{types, Money(5), {.discount = 0.99}};
  CHECK(prices_of("common_reference", context) == prices_of("myopic_reference", context));
}

TEST_CASE("no deviation from the common reference prices pays") {
  Draws draws(8);
  for (int instance = 0; instance < 100; ++instance) {
    std::vector<TypeDemand> types;
    for (int k = 0; k < 3; ++k) {
      const double effect = draws.between(0, 0.6), b = draws.between(1, 2.5);
      types.push_back(type_of({draws.between(80, 120), b, effect, effect}, 30));
    }
    const double cost = draws.between(0, 10), theta = types[0].memory.theta;
    std::vector<double> weights;
    double sales = 0;
    for (const TypeDemand& type : types) sales += weights.emplace_back((type.alpha - type.beta * cost) / 2);
    const auto earned_by = [&](double factor, std::size_t who) {
      double total = 0, weight = 1, reference = 30;
      for (int t = 0; t < periods; ++t, weight *= discount) {
        std::vector<TypeDemand> now = types;
        for (TypeDemand& type : now) type.remembered = Remembered{Money(reference), Money(reference)};
        auto prices = prices_of("common_reference", {now, Money(cost), {.discount = discount}});
        if (t == 0) prices[who] = prices[who] * factor;
        reference *= theta;
        for (std::size_t k = 0; k < now.size(); ++k) {
          total += weight * profit_at(now[k], prices[k].value(), cost);
          reference += (1 - theta) * weights[k] / sales * prices[k].value();
        }
      }
      return total;
    };
    const double best = earned_by(1, 0);
    for (std::size_t who = 0; who < 3; ++who)
      for (const double factor : {0.98, 1.02}) CHECK(earned_by(factor, who) <= best * (1 + 1e-12));
  }
}
