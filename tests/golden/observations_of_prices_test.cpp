// Do the numbered scenarios of prices, memory and talks show what their first lines promise?
//
// "More" and "less" mean that the 99 % confidence intervals of ten replications do not overlap.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/golden/observed.hpp"

using namespace ccm::test;

namespace {

const std::string without_orders = "--set results.orders=false --set results.quotes=false";

/// The prices that a minifactory posted to a type, period by period.
std::vector<double> posted(const std::vector<Row>& prices, const std::string& minifactory, const std::string& type) {
  std::vector<double> found;
  for (const Row& row : prices)
    if (row.at("replication") == "1" && row.at("minifactory") == minifactory && row.at("customer_type") == type)
      found.push_back(number(row, "price"));
  return found;
}

}  // namespace

TEST_CASE("02: differential prices earn more than the best single price, and that more than the first type's price") {
  const auto profit = [](const std::string& strategy) {
    return Observed("02_three_customer_types", "--set minifactories.workshop.pricing.strategy=" + strategy).output("profit");
  };
  const Interval differential = profit("differential"), uniform = profit("uniform"), fixed_first = profit("fixed_first");
  CHECK(more(differential, uniform));
  CHECK(more(uniform, fixed_first));
}

TEST_CASE(
    "04: the reference price loses a fifth of its distance to the price in every period, sales fall with it, and the gain until then") {
  const Observed observed("04_reference_price");
  for (const Row& row : observed.table("segments")) {
    const double price = number(row, "paid_price_mean");
    const double distance = (60 - price) * std::pow(0.8, number(row, "period") - 1);
    CHECK(number(row, "reference_price") == Approx(price + distance).epsilon(1e-9));
  }
  const auto rows = observed.table("segments");
  CHECK(sum(rows, "sales", 1) / 10 == Approx(215).margin(15));  // standard error sqrt(215 / 10) = 4.6
  CHECK(sum(rows, "sales", 24) / 10 == Approx(150).margin(13));
  const double cost = 0.5 * (52 + 9 * 0.19), price = (40 + cost) / 2, earned = 0.95 * price - cost;  // the operator keeps 5 %
  const double forgotten = 2.5 * (60 - price) / 0.2, remembered_still = forgotten * std::pow(0.8, 24);
  CHECK(forgotten == Approx(332).margin(0.5));
  CHECK(earned == Approx(4.90).margin(0.005));
  CHECK(observed.output("profit").holds(earned * (24 * (400 - 7.5 * price) + forgotten - remembered_still)));
}

TEST_CASE("09: the far-sighted seller ends at the higher price, forgoes sales at first, and earns more from then on") {
  const Observed observed("09_far_sighted_seller", without_orders);
  const auto prices = observed.table("prices");
  const auto far_sighted = posted(prices, "far_sighted", "bargainer"), myopic = posted(prices, "myopic", "bargainer");
  CHECK(std::ranges::is_sorted(far_sighted, std::ranges::greater()));
  CHECK(std::ranges::is_sorted(myopic, std::ranges::greater()));
  CHECK(far_sighted.back() == Approx(190.0 / 7).epsilon(1e-6));  // 27.14: (a + c (b + g/3)) / (2 b + g/3)
  CHECK(myopic.back() == Approx(70.0 / 3).epsilon(1e-6));        // 23.33: (a + c (b + g)) / (2 b + g)
  std::map<std::string, double> early_sales, late_profit;
  for (const Row& row : observed.table("segments"))
    if (number(row, "period") <= 3) early_sales[row.at("segment")] += number(row, "sales");
  for (const Row& row : observed.table("periods"))
    if (number(row, "period") > 10) late_profit[row.at("minifactory")] += number(row, "profit");
  CHECK(early_sales["bolzano_customers"] < early_sales["trento_customers"]);
  CHECK(late_profit["far_sighted"] > 1.05 * late_profit["myopic"]);
  CHECK(more(observed.output("profit", "far_sighted"), observed.output("profit", "myopic")));
}

TEST_CASE("10: within the band of loss aversion the price stays, from below it rises, from above it falls, to the ends of the band") {
  const auto prices = Observed("10_loss_aversion", without_orders).table("prices");
  const auto low = posted(prices, "workshop", "price_taker"), middle = posted(prices, "workshop", "negotiator"),
             high = posted(prices, "workshop", "bargainer");
  CHECK(std::ranges::is_sorted(low));
  CHECK(low.back() == Approx(25).epsilon(1e-5));
  for (const double price : middle) CHECK(price == 27);
  CHECK(std::ranges::is_sorted(high, std::ranges::greater()));
  CHECK(high.back() == Approx(370.0 / 13).epsilon(1e-5));  // 28.46
}

TEST_CASE("11: who bargains harder pays less and buys more, between the cost and the value, and spends on quotes what it saves") {
  const Observed observed("11_bargainers");
  const auto of = [&](const std::string& output, const std::string& type) { return observed.output(output, type); };
  CHECK(more(of("price_paid", "price_taker"), of("price_paid", "negotiator")));
  CHECK(more(of("price_paid", "negotiator"), of("price_paid", "bargainer")));
  CHECK(more(of("sales", "bargainer"), of("sales", "negotiator")));
  CHECK(more(of("sales", "negotiator"), of("sales", "price_taker")));
  for (const Row& order : observed.table("orders")) {
    if (order.at("accepted_at_d").empty()) continue;
    CHECK(0.95 * number(order, "price") >= 20 * (1 - 1e-12));
    CHECK(number(order, "price") <= number(order, "willingness_to_pay") * (1 + 1e-12));
  }
  const Interval costs = of("bargaining_costs", "bargainer"), sales = of("sales", "bargainer"), price = of("price_paid", "bargainer"),
                 talked = of("price_paid", "negotiator");
  CHECK(costs.mean / sales.mean == Approx(7).margin(1));
  CHECK((costs.mean - costs.half_width) / (sales.mean + sales.half_width) + price.mean - price.half_width >
        talked.mean + talked.half_width);
  CHECK(of("bargaining_costs", "negotiator").mean == 0);
}

TEST_CASE("12: competing prices climb to the Bertrand-Nash price, and their distance shrinks by a quarter a month") {
  const auto prices = Observed("12_competition", without_orders).table("prices");
  for (const std::string shop : {"bolzano_shop", "trento_shop"}) {
    const auto path = posted(prices, shop, "price_taker");
    for (std::size_t t = 0; t < path.size(); ++t) CHECK(40 - path[t] == Approx(10 * std::pow(0.25, static_cast<double>(t))).epsilon(1e-6));
  }
}
