// Does each numbered scenario show what its first lines promise?
//
// "More" and "less" mean that the 99 % confidence intervals of ten replications do not overlap.

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/support/process.hpp"
#include "tests/support/table.hpp"

using namespace ccm::test;

namespace {

/// A scenario, simulated ten times.
class Observed {
 public:
  explicit Observed(const std::string& name, const std::string& options = "") {
    const Finished run = ccmsim(
        fmt::format("run {}/scenarios/{}.yaml --replications 10 --quiet --out {} {}", CCM_SOURCE_DIR, name, directory_ / "out", options));
    INFO(run.err);
    REQUIRE(run.code == 0);
  }
  [[nodiscard]] Interval output(const std::string& name, const std::string& group = "") const {
    return interval99(directory_ / "out", name, group);
  }
  [[nodiscard]] std::vector<Row> table(const std::string& name) const { return read_table(directory_ / ("out/" + name + ".csv")); }

 private:
  TemporaryDirectory directory_;
};

bool more(const Interval& a, const Interval& b) { return a.mean - a.half_width > b.mean + b.half_width; }

double sum(const std::vector<Row>& rows, const std::string& column, int period) {
  double total = 0;
  for (const Row& row : rows)
    if (number(row, "period") == period) total += number(row, column);
  return total;
}

}  // namespace

TEST_CASE("01: about 40 customers ask in a period, and every sale is delivered in time") {
  const Observed observed("01_first_order");
  const Interval requests = observed.output("requests");
  CHECK(requests.holds(3 * 40));
  CHECK(observed.output("on_time_share").mean == 1);
  for (const Row& order : observed.table("orders")) {
    const bool buys = number(order, "willingness_to_pay") >= number(order, "price");
    CHECK((order.at("state") == "rejected") == !buys);
  }
}

TEST_CASE("02: differential prices earn more than the best single price, and that more than the first type's price") {
  const auto profit = [](const std::string& strategy) {
    return Observed("02_three_customer_types", "--set minifactories.workshop.pricing.strategy=" + strategy).output("profit");
  };
  const Interval differential = profit("differential"), uniform = profit("uniform"), fixed_first = profit("fixed_first");
  CHECK(more(differential, uniform));
  CHECK(more(uniform, fixed_first));
}

TEST_CASE("03: a second quote lowers the price, raises sales and lead times, and takes the northern shop's orders") {
  const Observed two("03_near_or_cheap"), one("03_near_or_cheap", "--set operator.quotes=1");
  CHECK(more(one.output("price_paid"), two.output("price_paid")));
  CHECK(more(two.output("sales"), one.output("sales")));
  CHECK(more(two.output("lead_time"), one.output("lead_time")));
  CHECK(two.output("utilisation", "bolzano_shop").mean < 0.02);
  CHECK(one.output("utilisation", "bolzano_shop").mean > 0.1);
}

TEST_CASE("04: the reference price loses a fifth of its distance to the price in every period, and sales fall with it") {
  const Observed observed("04_reference_price");
  for (const Row& row : observed.table("segments")) {
    const double price = number(row, "paid_price_mean");
    const double distance = (60 - price) * std::pow(0.8, number(row, "period") - 1);
    CHECK(number(row, "reference_price") == Approx(price + distance).epsilon(1e-9));
  }
  const auto rows = observed.table("segments");
  CHECK(sum(rows, "sales", 1) / 10 == Approx(215).margin(15));  // standard error sqrt(215 / 10) = 4.6
  CHECK(sum(rows, "sales", 24) / 10 == Approx(150).margin(13));
}

TEST_CASE("05: the outage costs requests in the second period, the broken link offers in the third, and no contract") {
  const Observed observed("05_outage");
  const auto segments = observed.table("segments");
  for (const int period : {1, 3, 4}) CHECK(sum(segments, "expired", period) == 0);
  CHECK(sum(segments, "expired", 2) > 0);
  for (const int period : {1, 2, 4}) CHECK(sum(segments, "no_offer", period) == 0);
  CHECK(sum(segments, "no_offer", 3) > 0);
  for (const Row& order : observed.table("orders")) {
    const bool long_accepted = !order.at("accepted_at_d").empty() && number(order, "accepted_at_d") < 4 * 26 - 3;
    if (long_accepted) CHECK(order.at("state") == "delivered");
  }
  double paid = 0, received = 0;
  for (const Row& account : observed.table("accounts")) paid += number(account, "paid"), received += number(account, "received");
  CHECK(paid == Approx(received).epsilon(1e-12));
}

TEST_CASE("06: minifactories with lower wages are busier") {
  const Observed observed("06_fifty_minifactories", "--set time.periods=26");
  // Rank by the price they post to the first type; the cheaper half must be busier than the dearer half.
  std::map<std::string, double> price;
  for (const Row& row : observed.table("prices")) price[row.at("minifactory")] += number(row, "price");
  std::vector<std::pair<double, std::string>> ranked;
  for (const auto& [name, total] : price) ranked.emplace_back(total, name);
  std::ranges::sort(ranked);
  double cheap = 0, dear = 0;
  for (std::size_t i = 0; i < ranked.size(); ++i)
    (i < ranked.size() / 2 ? cheap : dear) += observed.output("utilisation", ranked[i].second).mean;
  CHECK(cheap > 3 * dear);
}

TEST_CASE("07: losses cost more than their material, product and losses cost what was spent, and recycling saves") {
  const Observed recycling("07_material_losses"), wasting("07_material_losses", "--set parts.bracket.material.recycled=0");
  double spent = 0, lost = 0, lost_material = 0, of_products = 0;
  for (const Row& row : recycling.table("mfca")) {
    if (row.at("basis") != "actual") continue;
    const auto layers = [&](const std::string& what) {
      return number(row, what + "_material") + number(row, what + "_energy") + number(row, what + "_system");
    };
    spent += layers("new") + number(row, "new_waste");
    lost += layers("loss") + number(row, "loss_waste");
    lost_material += number(row, "loss_material");
    if (row.at("quantity_centre") == "drill") of_products += layers("product");
  }
  CHECK(lost > lost_material);
  CHECK(of_products + lost == Approx(spent).epsilon(1e-9));
  // One in 1.302 units started at the mill is good, and 40 % of what is lost is replaced: 2 kg * (1 + 0.4 * 0.302) of new material each.
  const double started = 1 / (0.8 * 0.96);
  const Row plan = recycling.table("plans").front();
  CHECK(number(plan, "material_cost") == Approx(3.2 * 2 * (1 + 0.4 * (started - 1))));
  CHECK(number(plan, "energy_cost") == Approx(0.19 * (11 * 0.4 * started + 3 * 0.1 / 0.96)));
  CHECK(number(wasting.table("prices").front(), "unit_cost") > number(recycling.table("prices").front(), "unit_cost"));
}

TEST_CASE("08: the plan goes around the broken machine and back, and waiting for it loses sales") {
  const Observed replanned("08_breakdown"), waited("08_breakdown", "--set minifactories.workshop.planning.replan_on_failure=false");
  for (const Row& plan : replanned.table("plans")) {
    const double at = number(plan, "planned_at_d");
    CHECK(number(plan, "route") == (at == 30 ? 2 : 1));
    CHECK((at == 0 || at == 26 || at == 30 || at == 35 || at == 52));
  }
  const auto made_meanwhile = [](const Observed& observed) {
    int made = 0;
    for (const Row& order : observed.table("orders"))
      if (order.at("state") == "delivered" && number(order, "started_at_d") > 30 && number(order, "started_at_d") < 35) ++made;
    return made;
  };
  CHECK(made_meanwhile(replanned) > 0);
  CHECK(made_meanwhile(waited) == 0);
  CHECK(more(replanned.output("sales"), waited.output("sales")));
  double dearest = 0, cheapest = 1e9;
  for (const Row& order : replanned.table("orders"))
    if (order.at("state") == "delivered") {
      dearest = std::max(dearest, number(order, "unit_cost"));
      cheapest = std::min(cheapest, number(order, "unit_cost"));
    }
  CHECK(dearest / cheapest > 1.5);
}

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

TEST_CASE("11: who bargains harder pays less and buys more, between the cost and the value") {
  const Observed observed("11_bargainers");
  const auto of = [&](const std::string& output, const std::string& type) { return observed.output(output, type); };
  CHECK(more(of("price_paid", "price_taker"), of("price_paid", "negotiator")));
  CHECK(more(of("price_paid", "negotiator"), of("price_paid", "bargainer")));
  CHECK(more(of("sales", "bargainer"), of("sales", "negotiator")));
  CHECK(more(of("sales", "negotiator"), of("sales", "price_taker")));
  for (const Row& order : observed.table("orders")) {
    if (order.at("accepted_at_d").empty()) continue;
    CHECK(number(order, "price") >= 20 * (1 - 1e-12));
    CHECK(number(order, "price") <= number(order, "willingness_to_pay") * (1 + 1e-12));
  }
}

TEST_CASE("12: competing prices climb to the Bertrand-Nash price, and their distance shrinks by a quarter a month") {
  const auto prices = Observed("12_competition", without_orders).table("prices");
  for (const std::string shop : {"bolzano_shop", "trento_shop"}) {
    const auto path = posted(prices, shop, "price_taker");
    for (std::size_t t = 0; t < path.size(); ++t) CHECK(40 - path[t] == Approx(10 * std::pow(0.25, static_cast<double>(t))).epsilon(1e-6));
  }
}

namespace {

/// Whether the 99 % confidence interval of the mean of ten values holds the expectation; 3.25 is Student's t with nine degrees of freedom.
bool ten_hold(const std::vector<double>& values, double expected) {
  REQUIRE(values.size() == 10);
  double mean = 0, squares = 0;
  for (const double value : values) mean += value / 10;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return std::abs(mean - expected) <= 3.25 * std::sqrt(squares / 9 / 10);
}

bool within(const Row& row, const std::string& column, double from, double to) {
  return !row.at(column).empty() && number(row, column) >= from && number(row, column) < to;
}

/// Mean of a column over the orders of a segment that ended well.
double mean_of(const std::vector<Row>& orders, const std::string& segment, const std::string& column) {
  double sum = 0, count = 0;
  for (const Row& order : orders)
    if (order.at("segment") == segment && !order.at("delivered_at_d").empty()) sum += number(order, column), ++count;
  return sum / count;
}

double mean_lead_time(const std::vector<Row>& orders, const std::string& segment) {
  return mean_of(orders, segment, "delivered_at_d") - mean_of(orders, segment, "requested_at_d");
}

}  // namespace

TEST_CASE("13: one request in nine finds the lathe down, and as many sales are lost") {
  const Observed breaking("13_breakdowns"), perfect("13_breakdowns", "--set faults=false");
  std::map<std::string, double> requests, unmet;
  for (const Row& row : breaking.table("segments")) {
    requests[row.at("replication")] += number(row, "requests");
    unmet[row.at("replication")] += number(row, "no_offer");
  }
  std::vector<double> shares;
  for (const auto& [replication, count] : unmet) shares.push_back(count / requests[replication]);
  CHECK(ten_hold(shares, 1.0 / 9));
  CHECK(more(perfect.output("sales"), breaking.output("sales")));
  CHECK(more(perfect.output("profit"), breaking.output("profit")));
  CHECK(breaking.output("sales").holds(perfect.output("sales").mean * 8 / 9));
  CHECK(perfect.output("no_offer").mean == 0);
  CHECK(perfect.output("on_time_share").mean == 1);
  CHECK(breaking.output("on_time_share").mean < 1);
}

TEST_CASE("14: Bolzano falls silent, the other towns go on, and Bolzano's customers are lost whose patience ends in the flood") {
  const Observed observed("14_regional_disruption");
  int answers_in_flood = 0, answers_after = 0;
  for (const Row& quote : observed.table("quotes")) {
    if (!quote.at("minifactory").starts_with("shop_bolzano")) continue;
    answers_in_flood += within(quote, "answered_at_d", 60.001, 70);
    answers_after += within(quote, "answered_at_d", 70, 130);
  }
  CHECK(answers_in_flood == 0);
  CHECK(answers_after > 0);
  double in_flood = 0, at_other_times = 0;  // sales to the other towns
  for (const Row& order : observed.table("orders")) {
    if (order.at("segment") == "makers_bolzano") {
      if (within(order, "requested_at_d", 60, 64.9)) CHECK(order.at("state") == "expired");
      if (order.at("state") == "expired") CHECK(within(order, "requested_at_d", 59.9, 70));
    } else {
      CHECK(order.at("state") != "expired");
      in_flood += within(order, "accepted_at_d", 60, 70);
      at_other_times += within(order, "accepted_at_d", 0, 60) + within(order, "accepted_at_d", 70, 130);
    }
    if (within(order, "accepted_at_d", 0, 120)) CHECK(order.at("state") == "delivered");
  }
  // Poisson numbers: those in ten days differ from a twelfth of those in 120 days by a standard deviation of sqrt(n (1 + 1/12)).
  const double expected = at_other_times / 12;
  CHECK(in_flood == Approx(expected).margin(3 * std::sqrt(expected * 13 / 12)));
}

namespace {

/// Mean time from the request to the delivery by replication, of a segment or of all.
std::map<std::string, double> lead_times(const std::vector<Row>& orders, const std::string& segment = "") {
  std::map<std::string, std::pair<double, double>> sums;
  for (const Row& order : orders) {
    if (order.at("delivered_at_d").empty() || (!segment.empty() && order.at("segment") != segment)) continue;
    auto& [sum, count] = sums[order.at("replication")];
    sum += number(order, "delivered_at_d") - number(order, "requested_at_d"), ++count;
  }
  std::map<std::string, double> means;
  for (const auto& [replication, of] : sums) means[replication] = of.first / of.second;
  return means;
}

/// Whether the 99 % confidence interval of the mean difference of ten pairs lies below zero: both have the same customers.
bool less_in_pairs(const std::map<std::string, double>& a, const std::map<std::string, double>& b) {
  std::vector<double> differences;
  double mean = 0;
  for (const auto& [replication, value] : a) mean += differences.emplace_back(value - b.at(replication)) / 10;
  return mean < 0 && !ten_hold(differences, 0);
}

}  // namespace

TEST_CASE("15: reserved promises are kept to the moment by any rule, and without them orders are sooner on average, and the rule counts") {
  const std::string floor = "--set minifactories.workshop.floor.";
  const Observed reserved("15_shop_floor"), edd("15_shop_floor", floor + "dispatch=edd"),
      fifo("15_shop_floor", floor + "promises=estimated"), spt("15_shop_floor", floor + "promises=estimated " + floor + "dispatch=spt");
  const auto kept = reserved.table("orders"), by_due_time = edd.table("orders"), estimated = fifo.table("orders"),
             shortest = spt.table("orders");
  for (const Row& order : kept)
    if (!order.at("delivered_at_d").empty()) CHECK(order.at("delivered_at_d") == order.at("promised_at_d"));
  REQUIRE(kept.size() == by_due_time.size());
  for (std::size_t i = 0; i < kept.size(); ++i) CHECK(kept[i].at("delivered_at_d") == by_due_time[i].at("delivered_at_d"));
  CHECK(reserved.output("on_time_share").mean == 1);
  CHECK(fifo.output("on_time_share").mean < 1);
  CHECK(less_in_pairs(lead_times(estimated), lead_times(kept)));
  CHECK(less_in_pairs(lead_times(shortest, "repairs"), lead_times(estimated, "repairs")));
  CHECK(less_in_pairs(lead_times(estimated, "mills"), lead_times(shortest, "mills")));
}

TEST_CASE("16: a daily van halves freight and CO2 and takes half a day longer, and who fetches pays less and drives as far") {
  const Observed observed("16_delivery_or_pickup");
  const auto orders = observed.table("orders");
  const auto mean = [&](const std::string& segment, const std::string& column) { return mean_of(orders, segment, column); };
  CHECK(mean("served_at_once", "freight_co2_kg") == Approx(2 * 58 * 0.25561));
  CHECK(mean("fetchers", "freight_co2_kg") == Approx(2 * 58 * 0.25561));
  CHECK(mean("served_at_once", "freight_cost") == Approx(2 * (0.3 * 58 + 25 * 50 / 60.0 + 4.5)));
  CHECK(mean("fetchers", "freight_cost") == Approx(2 * (0.3 * 58 + 4.5)));
  CHECK(mean("served_daily", "freight_cost") < 0.6 * mean("served_at_once", "freight_cost"));
  CHECK(mean("served_daily", "freight_co2_kg") < 0.6 * mean("served_at_once", "freight_co2_kg"));
  CHECK(mean_lead_time(orders, "served_daily") - mean_lead_time(orders, "served_at_once") == Approx(0.5).margin(0.1));
  CHECK(mean_lead_time(orders, "fetchers") == Approx(mean_lead_time(orders, "served_at_once")).margin(0.01));
  CHECK(mean("fetchers", "price") < mean("served_daily", "price"));
  CHECK(mean("served_daily", "price") < mean("served_at_once", "price"));
  for (const Row& order : orders)
    CHECK((order.at("state") == "picked_up") == (order.at("segment") == "fetchers" && !order.at("delivered_at_d").empty()));
}

TEST_CASE("17: two quotes raise sales and CO2 and lose money on the motorway, while the old road is cheaper and slower") {
  const std::string name = "17_near_or_cheap_by_road";
  const Observed two(name), one(name, "--set operator.quotes=1"), old_road(name, "--set travel.shortest=cost");
  CHECK(more(one.output("price_paid"), two.output("price_paid")));
  CHECK(more(two.output("sales"), one.output("sales")));
  CHECK(two.output("freight_co2").mean > 3 * (one.output("freight_co2").mean + 1));
  CHECK(more(two.output("freight_cost"), one.output("freight_cost")));
  CHECK(more(two.output("freight_cost"), old_road.output("freight_cost")));
  CHECK(more(one.output("profit"), two.output("profit")));
  CHECK(more(old_road.output("profit"), two.output("profit")));
  CHECK(more(old_road.output("lead_time"), two.output("lead_time")));
}

TEST_CASE("18: every series is made in lots and every controller in stages, in time, and without splitting no series is sold") {
  const Observed together("18_split_and_compose"), whole("18_split_and_compose", "--set operator.when_none=reject");
  std::map<std::string, double> lot_value;
  for (const Row& lot : together.table("lots"))
    lot_value[lot.at("replication") + " " + lot.at("request")] += number(lot, "price") * number(lot, "units");
  int series = 0;
  for (const Row& order : together.table("orders")) {
    if (order.at("state") != "delivered") continue;
    const bool is_series = order.at("segment") == "series";
    series += is_series;
    if (is_series) CHECK((number(order, "lots") == 2 || number(order, "lots") == 3));
    if (!is_series) CHECK(number(order, "lots") == 2);
    CHECK(number(order, "delivered_at_d") <= number(order, "promised_at_d"));
    if (is_series) CHECK(number(order, "delivered_at_d") - number(order, "requested_at_d") <= 1);
    CHECK(lot_value[order.at("replication") + " " + order.at("request")] ==
          Approx(number(order, "price") * number(order, "units")).epsilon(1e-9));
  }
  CHECK(series > 100);
  const auto sold = [](const Observed& observed, const std::string& segment) {
    double sales = 0;
    for (const Row& row : observed.table("segments"))
      if (row.at("segment") == segment) sales += number(row, "sales");
    return sales;
  };
  CHECK(sold(whole, "series") == 0);
  CHECK(sold(whole, "singles") == Approx(sold(together, "singles")).epsilon(0.1));  // fewer orders wait there, so cost and price differ
}

TEST_CASE("19: shared capacity loses fewer requests, sells more, keeps workshops busier and orders waiting less") {
  const Observed together("19_pooling");
  const Observed alone("19_pooling",
                       "--set customers.bolzano.local=bolzano_shop --set customers.merano.local=merano_shop "
                       "--set customers.brixen.local=brixen_shop");
  CHECK(more(alone.output("no_offer"), together.output("no_offer")));
  CHECK(alone.output("no_offer").mean > 2 * together.output("no_offer").mean);
  CHECK(more(together.output("sales"), alone.output("sales")));
  CHECK(more(together.output("utilisation"), alone.output("utilisation")));
  CHECK(more(alone.output("waiting"), together.output("waiting")));
}
