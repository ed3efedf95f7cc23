// Do the numbered scenarios of places, failures, transport and shared orders show what their first lines promise?
//
// "More" and "less" mean that the 99 % confidence intervals of ten replications do not overlap.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/golden/observed.hpp"

using namespace ccm::test;

namespace {

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

TEST_CASE("03: a second quote lowers the price, raises sales and lead times, and takes the northern shop's orders") {
  const Observed two("03_near_or_cheap"), one("03_near_or_cheap", "--set operator.quotes=1");
  CHECK(more(one.output("price_paid"), two.output("price_paid")));
  CHECK(more(two.output("sales"), one.output("sales")));
  CHECK(more(two.output("lead_time"), one.output("lead_time")));
  CHECK(two.output("utilisation", "bolzano_shop").mean < 0.02);
  CHECK(one.output("utilisation", "bolzano_shop").mean > 0.1);
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
