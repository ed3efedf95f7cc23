// Do simulated sellers post the prices that theory says, and earn what it says?
//
// One provider with a constant unit cost of 10 EUR sells to customers whose reference price only its own prices move. A price that is paid
// at all enters the reference as it was posted, so prices follow their equations without chance; tolerances on them are those of floating
// point. Profits are compared by 99 % Student intervals over 40 independent replications.

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/statistics.hpp"
#include "models/pricing/optimal/loss_averse_policy.hpp"
#include "models/pricing/optimal/price_cycle.hpp"
#include "tests/support/process.hpp"
#include "tests/support/table.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

constexpr double unit_cost = 10;
constexpr double rounding = 1e-9;  // of some thirty steps of a contracting recursion on prices of two digits

const std::string no_long_tables = " --set results.orders=false --set results.quotes=false";

/// The demand a - b p + g (r - p) of one segment, and how its customers remember.
struct Customers {
  ReferenceDemand demand{400, 8, 4, 4};
  std::string memory = "memory: 0.5, start: 45 EUR";
};

std::string scenario(const Customers& customers, const std::string& pricing, int periods) {
  const auto& d = customers.demand;
  return fmt::format(R"(ccmsim: 1
name: pricing validation
time: {{period: 26 d, periods: {}}}
places: {{here: {{at: [46, 11]}}}}
operator: {{place: here, quotes: 1, commission: 0 %}}
services: {{job: {{parts: {{part: 1}}, product_data: 1 kB}}}}
parts: {{part: {{routes: [[{{machine: m, minutes: 1}}]]}}}}
minifactories:
  - name: shop
    place: here
    machines: {{m: {{power: 0 kW}}}}
    workers: {{w: {{wage: {} EUR/min, operates: [m]}}}}
    pricing: {{{}}}
customers:
  - {{name: c, type: bargainer, place: here, service: job, demand: difference, alpha: {}, beta: {}, lowest_value: -60, reference_price: {{effect: {}, loss_effect: {}, {}}}}}
)",
                     periods, unit_cost, pricing, d.a, d.b, d.gain, d.loss, customers.memory);
}

/// A simulated scenario.
class Simulated {
 public:
  Simulated(const std::string& text, const std::string& options = "") {
    write_file(directory_ / "s.yaml", text);
    const Finished run = ccmsim(fmt::format("run {} --quiet --out {} {}", directory_ / "s.yaml", directory_ / "out", options));
    INFO(run.err);
    REQUIRE(run.code == 0);
  }
  [[nodiscard]] std::vector<Row> table(const std::string& name) const { return read_table(file(name)); }
  [[nodiscard]] std::string file(const std::string& name) const { return directory_ / ("out/" + name + ".csv"); }
  /// The prices posted, period by period.
  [[nodiscard]] std::vector<double> prices() const {
    std::vector<double> prices;
    for (const Row& row : table("prices")) prices.push_back(number(row, "price"));
    return prices;
  }

 private:
  TemporaryDirectory directory_;
};

/// The discounted profit of each replication.
std::vector<double> discounted_profits(const Simulated& run, double discount, std::size_t replications) {
  std::vector<double> profits(replications);
  for (const Row& row : run.table("segments")) {
    if (row.at("paid_price_mean").empty()) continue;
    const double profit = number(row, "units") * (number(row, "paid_price_mean") - unit_cost);
    profits[static_cast<std::size_t>(number(row, "replication")) - 1] += std::pow(discount, number(row, "period") - 1) * profit;
  }
  return profits;
}

}  // namespace

TEST_CASE("optimal_reference follows its closed form without overshooting, at rate mu, and earns its value") {
  const Customers customers;
  constexpr double discount = 0.8;
  constexpr int periods = 20, replications = 40;
  const LinearPolicy policy = linear_policy({customers.demand, Money(unit_cost), discount, 0.5});
  const Simulated run(scenario(customers, "strategy: optimal_reference, discount: 0.8", periods),
                      fmt::format("--replications {}{}", replications, no_long_tables));
  double reference = 45;
  for (int t = 0; t < periods; ++t) {
    const double price = run.prices()[static_cast<std::size_t>(t)];
    CHECK(price == Approx(policy.price_at(Money(reference)).value()).epsilon(rounding));
    CHECK(price > policy.steady.value());
    const double next = 0.5 * reference + 0.5 * price;
    if (t < 10)  // later the distance to the steady price is too small to tell its ratio to nine digits
      CHECK((next - policy.steady.value()) / (reference - policy.steady.value()) == Approx(policy.mu).epsilon(1e-7));
    reference = next;
  }
  const Estimate profit = estimate(discounted_profits(run, discount, replications), 0.99);
  const double value = policy.value_at(Money(45)) - std::pow(discount, periods) * policy.value_at(Money(reference));
  INFO(fmt::format("{} ± {}, expected {}", profit.mean, *profit.half_width, value));
  CHECK(std::abs(profit.mean - value) <= *profit.half_width);
  CHECK(*profit.half_width < 0.02 * value);  // or the check would say nothing
}

TEST_CASE("a seller who looks ahead earns more than a myopic one, by the difference of their values") {
  const auto profits = [](const std::string& pricing) {
    return discounted_profits(Simulated(scenario({}, pricing, 40), "--replications 40" + no_long_tables), 0.95, 40);
  };
  const auto far_sighted = profits("strategy: optimal_reference, discount: 0.95"), myopic = profits("strategy: myopic_reference");
  std::vector<double> gain(40);
  for (std::size_t i = 0; i < gain.size(); ++i) gain[i] = far_sighted[i] - myopic[i];
  const Estimate mean = estimate(gain, 0.99);
  CHECK(mean.mean - *mean.half_width > 0);
}

TEST_CASE("myopic_reference converges to its own steady price") {
  const auto prices = Simulated(scenario({}, "strategy: myopic_reference", 60), no_long_tables).prices();
  CHECK(prices.front() == Approx((400 + 4 * 45 + 12 * unit_cost) / 24).epsilon(rounding));  // (a + g r + B c) / (2 B)
  CHECK(prices.back() == Approx((400 + unit_cost * 12) / 20).epsilon(rounding));            // (a + c (b + g)) / (2 b + g)
}

TEST_CASE("a remembered price within the loss-averse band stays the price, to the last bit") {
  const Customers customers{{100, 2, 0.5, 2}, "memory: 0.7, start: 27.5 EUR"};
  const LossAversePolicy policy = loss_averse_policy({customers.demand, Money(unit_cost), 0.8, 0.7});
  REQUIRE((policy.low() < Money(27.5) && Money(27.5) < policy.high()));
  for (const double price : Simulated(scenario(customers, "strategy: loss_averse, discount: 0.8", 30)).prices()) CHECK(price == 27.5);
}

TEST_CASE("under gain seeking prices go up and down for ever") {
  const Customers customers{{100, 2, 4, 1}, "kind: last_price, start: 30 EUR"};
  const auto cycle = discounted_price_cycle({customers.demand, Money(unit_cost), 0.8, 0});
  REQUIRE(cycle);
  const auto prices = Simulated(scenario(customers, "strategy: dynamic_program, discount: 0.8, grid_prices: 400", 40)).prices();
  const double step = (50 - unit_cost) / 399;  // of the grid between the cost and a/b; the cycle is the best pair on it
  for (std::size_t t = 20; t < 40; ++t) {
    CHECK(prices[t] == prices[t - 2]);
    CHECK(std::max(prices[t], prices[t - 1]) == Approx(cycle->high.value()).margin(2 * step));
    CHECK(std::min(prices[t], prices[t - 1]) == Approx(cycle->low.value()).margin(2 * step));
  }
}

TEST_CASE("peak-end memory: a price within the steady range stays, and the lowest price is never forgotten") {
  const Customers customers{{100, 2, 1, 1}, "kind: peak_end_lowest, memory: 0.5, start: 20 EUR"};
  const auto prices = Simulated(scenario(customers, "strategy: dynamic_program, discount: 0.8, grid_prices: 81", 30)).prices();
  CHECK(prices.back() == prices[20]);
  // p_ss(m) = (a + gL theta m + c (b + gL (1 - delta (1 - theta)))) / (2 b + gL theta + gL (1 - delta (1 - theta))), on a grid of 0.5
  CHECK(prices.back() == Approx((100 + 0.5 * 20 + 10 * (2 + 0.6)) / (4 + 0.5 + 0.6)).margin(0.5));
}

TEST_CASE("without a reference effect every strategy posts the price of its static counterpart, bit for bit") {
  const std::string kinds[] = {"exponential", "peak_end_lowest", "peak_end_highest", "last_price"};
  const std::string sources[] = {"own_type", "rsp", "market", "rivals", "individual"};
  const auto orders = [&](const std::string& pricing, std::size_t variant) {
    const auto memory = fmt::format("kind: {}, source: {}, start: 45 EUR", kinds[variant % 4], sources[variant % 5]);
    const std::string two_types = scenario({{100, 2, 0, 0}, memory}, pricing, 3) +
                                  "  - {name: d, type: price_taker, place: here, service: job, alpha: 90, beta: 1.5, reference_price: {" +
                                  memory + "}}\nmarket: {bulletin: 1 d}\n";
    const Simulated run(two_types);
    return shell("cat " + run.file("orders") + " " + run.file("prices")).out;
  };
  std::size_t variant = 0;
  for (const std::string strategy :
       {"myopic_reference", "optimal_reference", "loss_averse", "common_reference", "dynamic_program", "dynamic_program, horizon: 2",
        "competitive", "competitive, answer: best_response", "capacity_yield"}) {
    INFO(strategy);
    const std::string expected = orders("strategy: differential", ++variant);
    CHECK(expected.size() > 10'000);
    CHECK(orders("strategy: " + strategy, variant) == expected);
  }
  CHECK(orders("strategy: quantity_discount", 3) == orders("strategy: uniform", 3));
}

TEST_CASE("to customers who remember nothing a seller who looks ahead sells in the first period, and comes to its steady price") {
  const Customers fresh{{400, 8, 4, 4}, "memory: 0.9"};
  const LinearPolicy policy = linear_policy({fresh.demand, Money(unit_cost), 0.95, 0.9});
  for (const std::string strategy : {"optimal_reference", "loss_averse", "dynamic_program, grid_prices: 400"}) {
    INFO(strategy);
    const Simulated run(scenario(fresh, "discount: 0.95, strategy: " + strategy, 60), no_long_tables);
    CHECK(number(run.table("segments").front(), "sales") > 0);
    const double step = 40.0 / 399, left = std::pow(policy.mu, 58) * 20;  // of the grid; of the way from a first price of at most 50
    CHECK(run.prices().back() == Approx(policy.steady.value()).margin(step + left));
  }
}

TEST_CASE("capacity_yield asks the run-out price in every period, and more as the period's capacity fills") {
  // 600 of the 37,440 minutes of a period for one unit: 62.4 units, which sell at 50 - 62.4 / 4 = 34.4; 90 would at 5/2 + 25 = 27.5
  std::string text = scenario({{200, 4, 0, 0}, ""}, "strategy: capacity_yield", 12);
  text.replace(text.find("minutes: 1}"), 11, "minutes: 600}").replace(text.find("wage: 10 EUR/min"), 16, "wage: 0.5 EUR/h");
  const Simulated run(text);
  const auto posted = run.prices();
  CHECK(posted.front() == Approx(34.4).epsilon(rounding));
  for (const double price : posted)
    CHECK(price == Approx(34.4).margin(2.5));  // its share is learned from some 60 sales: +-13 %, half of it
  double emptiest = 1e9, fullest = 0;          // mean ask of the customers who come when little, and much, of the period's work is waiting
  std::vector<double> idle, busy;
  for (const Row& row : run.table("quotes")) (number(row, "load_h") == 0 ? idle : busy).push_back(number(row, "price"));
  emptiest = estimate(idle, 0.99).mean, fullest = estimate(busy, 0.99).mean;
  CHECK(fullest > emptiest);
}

TEST_CASE("a seller that learns covers the truth with its intervals, whatever it believed first, and says what it cannot know") {
  constexpr int replications = 60, periods = 50;
  const Customers customers{{400, 8, 4, 4}, "memory: 0.5, start: 45 EUR"};
  const std::string wrong = "first_guess: 0.6, slope_guess: 1.5, effect_guess: 0";
  const Simulated run(scenario(customers, "strategy: optimal_reference, learn: true, learning: {exploration: 0.1, " + wrong + "}", periods),
                      fmt::format("--replications {}{}", replications, no_long_tables));
  int a = 0, b = 0, g = 0;
  const auto covers = [](const Row& row, const std::string& name, double truth) {
    const bool learned = !row.at(name + "_error").empty();                                          // or of the wrong sign, by chance
    return learned && std::abs(number(row, name) - truth) <= 2.685 * number(row, name + "_error");  // Student's t of 47 degrees, 99.5 %
  };
  for (const Row& row : run.table("estimates")) {
    if (number(row, "period") < periods) continue;
    a += covers(row, "a", customers.demand.a);
    b += covers(row, "b", customers.demand.b);
    g += covers(row, "g", customers.demand.gain);
  }
  // if each interval covers with 99 %, fewer than 54 of 60 have a chance of 3e-6
  for (const int covered : {a, b, g}) CHECK(covered >= 54);
  const Simulated resting(scenario(customers, "strategy: myopic_reference, learn: true, learning: {exploration: 0, window: 10}", 60));
  for (const Row& row : resting.table("estimates"))
    if (number(row, "period") == 60) {
      CHECK(row.at("identified") == "nothing");
      CHECK(row.at("g_error").empty());
    }
}
