// Do the sections of a run's report have the numbers of its tables?

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/analysis/report_results.hpp"

using namespace ccm;
using namespace ccm::test;
using Numbers = std::vector<double>;

TEST_CASE("prices of a period are means over segments by their weights, then over replications with Student's interval") {
  HandMadeRun results;
  const auto add = [&](int replication, int period, const char* segment, double reference, int offers, double paid, int units) {
    results.tables.add("segments", {{"replication", replication},
                                    {"period", period},
                                    {"segment", segment},
                                    {"customer_type", "price_taker"},
                                    {"reference_price", reference},
                                    {"offers", offers},
                                    {"offered_price_mean", 2 * reference},
                                    {"paid_price_mean", paid},
                                    {"units", units}});
  };
  add(1, 1, "takers", 20, 30, 21, 1);
  add(1, 1, "others", 40, 10, 25, 3);  // (20 * 30 + 40 * 10) / 40 = 25,  (21 + 3 * 25) / 4 = 24
  add(2, 1, "takers", 29, 5, 30, 2);
  results.tables.add("segments",
                     {{"replication", 1}, {"period", 2}, {"segment", "takers"}, {"customer_type", "price_taker"}, {"offers", 7}});
  const auto prices = results.data()["prices"]["by_type"];
  REQUIRE(prices.size() == 1);
  CHECK(prices[0]["type"] == "price_taker");
  CHECK(numbers(prices[0]["reference"]["mean"]) == Numbers{27, -1});
  CHECK(numbers(prices[0]["offered"]["mean"]) == Numbers{54, -1});
  CHECK(numbers(prices[0]["paid"]["mean"]) == Numbers{27, -1});
  // Two values x and y: t(0.975, 1) = 12.7062047364, half width = t |x - y| / 2; printed with nine digits.
  CHECK(prices[0]["reference"]["low"][0].get<double>() == Approx(27 - 12.7062047364 * 2).epsilon(1e-8));
  CHECK(prices[0]["paid"]["high"][0].get<double>() == Approx(27 + 12.7062047364 * 3).epsilon(1e-8));
  CHECK(prices[0]["paid"]["high"][1].is_null());
}

TEST_CASE("profit is by period, and after the warm-up by minifactory, those with the highest revenue first") {
  HandMadeRun results;
  results.setting.warm_up = 1;
  for (int period = 1; period <= 2; ++period) {
    results.tables.add("periods", {{"period", period}, {"minifactory", "mill"}, {"profit", 10 * period}, {"revenue", 1 / period}});
    results.tables.add("periods", {{"period", period},
                                   {"minifactory", "Söhne \"& Co\""},
                                   {"profit", 5},
                                   {"revenue", 2},
                                   {"forecast_units", 3},
                                   {"making_co2_kg", 4},
                                   {"freight_co2_kg", period}});
  }
  const auto data = results.data();
  CHECK(numbers(data["profit"]["by_period"]["mean"]) == Numbers{15, 25});
  CHECK(data["profit"]["by_period"]["low"].is_null());
  CHECK(data["profit"]["by_minifactory"].dump() ==
        R"([{"name":"Söhne \"& Co\"","mean":5.0,"low":null,"high":null,"n":1},{"name":"mill","mean":20.0,"low":null,"high":null,"n":1}])");
  CHECK(data["minifactories"].dump() == R"({"count":2,"shown":["Söhne \"& Co\"","mill"]})");
  CHECK(numbers(data["demand"]["forecast"]["mean"]) == Numbers{3, 3});
  CHECK(numbers(data["co2"]["making"]["mean"]) == Numbers{4, 4});
  CHECK(numbers(data["co2"]["freight"]["mean"]) == Numbers{1, 2});
}

TEST_CASE("beyond two hundred minifactories the rest is together") {
  HandMadeRun results;
  for (int i = 1; i <= 203; ++i)
    results.tables.add("periods", {{"period", 1}, {"minifactory", "m" + std::to_string(i)}, {"profit", i}, {"revenue", -i}});
  const auto profit = results.data()["profit"]["by_minifactory"];
  REQUIRE(profit.size() == 201);
  CHECK(profit[0]["name"] == "m1");
  CHECK(profit[200].dump() == R"({"name":"","mean":606.0,"low":null,"high":null,"n":1,"others":3})");  // 201 + 202 + 203
}

TEST_CASE("orders are counted by outcome after the warm-up, and contribute when they are delivered") {
  HandMadeRun results;
  results.setting.warm_up = 1;
  results.tables.add("segments", {{"period", 1}, {"segment", "takers"}, {"customer_type", "price_taker"}});
  const auto add = [&](double requested, const char* state, double delivered) {
    nlohmann::json row{{"segment", "takers"},
                       {"customer_type", "price_taker"},
                       {"requested_at_d", requested},
                       {"state", state},
                       {"minifactory", "mill"},
                       {"units", 2},
                       {"quotes", 1},
                       {"price", 30},
                       {"accepted_at_d", requested}};
    if (delivered > 0) row.update({{"delivered_at_d", delivered}, {"unit_cost", 12}, {"freight_cost", 5}, {"distance_km", 8}});
    results.tables.add("orders", row);
  };
  add(9, "delivered", 9.5);  // before the warm-up's end
  add(9, "delivered", 11);   // only delivered after it: 2 (30 - 12) - 5 = 31
  add(12, "picked_up", 13);  // the customer pays the trip: 36
  add(12, "open", 0);
  const auto data = results.data();
  CHECK(data["demand"]["outcomes"].dump() == R"([{"type":"price_taker","picked_up":1.0,"open":1.0}])");
  CHECK(data["profit"]["by_type"][0]["mean"] == 67.0);
  CHECK(data["matching"]["flows"].dump() ==
        R"([{"segment":"takers","type":"price_taker","minifactory":"mill","orders":2.0,"units":4.0,"distance_km":8.0}])");
  CHECK(data["matching"]["quotes_per_request"].dump() == R"({"value":[1],"count":[2.0]})");
}

TEST_CASE("quotes of a request count over all its calls, and requests without any are there") {
  HandMadeRun results;
  results.tables.add("segments", {{"period", 1}, {"segment", "takers"}, {"customer_type", "price_taker"}});
  for (int request = 1; request <= 3; ++request)
    results.tables.add("orders", {{"request", request}, {"segment", "takers"}, {"customer_type", "price_taker"}, {"state", "no_offer"}});
  for (const auto& [request, answer] : {std::pair(1, "quote"), {2, "quote"}, {2, "refusal"}, {1, "quote"}})
    results.tables.add("quotes", {{"request", request}, {"answer", answer}});
  CHECK(results.data()["matching"]["quotes_per_request"].dump() == R"({"value":[0,1,2],"count":[1.0,1.0,1.0]})");
}

TEST_CASE("the customers' share of the gain from trade is known of deals that were made") {
  HandMadeRun results;
  results.tables.add("segments", {{"period", 1}, {"segment", "takers"}, {"customer_type", "bargainer"}});
  const auto talk = [&](int request, const char* outcome, int messages) {
    nlohmann::json row{{"request", request},   {"segment", "takers"}, {"outcome", outcome},
                       {"messages", messages}, {"ended_at_d", 0.25},  {"reservation_price", 50}};
    if (outcome == std::string("agreed")) row["price"] = 35;
    results.tables.add("negotiations", row);
  };
  talk(1, "agreed", 4);
  talk(2, "agreed", 6);
  talk(3, "left", 4);
  results.tables.add("orders", {{"request", 1}, {"unit_cost", 30}});  // (50 - 35) / (50 - 30) = 0.75
  results.tables.add("orders", {{"request", 2}, {"unit_cost", 10}});  // 15 / 40 = 0.375
  const auto talks = results.data()["negotiation"]["by_type"][0];
  CHECK(talks["outcomes"].dump() == R"({"agreed":2,"at_asked_price":0,"left":1,"no_answer":0})");
  CHECK(talks["messages"].dump() == R"({"value":[4,6],"count":[2.0,1.0]})");
  CHECK(talks["share"]["mean"] == (0.75 + 0.375) / 2);
  CHECK(numbers(talks["hours"]["count"]) == Numbers{3});
}

TEST_CASE("without any row, and without the tables that may be left out, every section is empty or null") {
  HandMadeRun results;
  for (const char* table : {"orders", "quotes", "lots", "machines", "work", "mfca", "operations", "machine_use", "shipments",
                            "negotiations", "bulletin", "estimates"})
    results.tables.execute(std::string("DROP TABLE ") + table);
  const auto empty = results.data();
  for (const char* section : {"negotiation", "mfca", "replay"}) CHECK(empty[section].is_null());
  CHECK(empty["gantt"].empty());
  CHECK(numbers(empty["profit"]["by_period"]["mean"]) == Numbers{-1, -1});
  results.tables.add("segments", {{"period", 1}, {"customer_type", "negotiator"}, {"delivered", 4}, {"no_offer", 2}});
  CHECK(results.data()["demand"]["outcomes"].dump() == R"([{"type":"negotiator","delivered":4.0,"no_offer":2.0}])");
}

TEST_CASE("messages and accounts are means over replications in the order of the tables, the summary has the meaning of each output") {
  HandMadeRun results;
  for (int replication = 1; replication <= 2; ++replication) {
    results.tables.add("segments", {{"replication", replication}, {"period", 1}, {"customer_type", "price_taker"}, {"requests", 6}});
    results.tables.add("messages", {{"replication", replication}, {"kind", "request"}, {"sent", 3 * replication}});
    results.tables.add("accounts", {{"replication", replication}, {"account", "a"}, {"role", "minifactory"}, {"received", 8}});
    results.tables.add("accounts", {{"replication", replication}, {"account", "b"}, {"role", "minifactory"}, {"received", 1}});
  }
  const auto data = results.data();
  CHECK(data["messages"].dump() == R"([{"kind":"request","sent":4.5,"delivered":0.0,"duplicates":0.0,"lost":0.0,"size_b":0.0}])");
  CHECK(data["accounts"].dump() == R"([{"role":"minifactory","paid":0.0,"received":9.0}])");
  CHECK(data["summary"]["rows"][0].dump() == R"(["requests","","","requests",6.0,0.0,2,6.0,6.0,"customers who arrived"])");
  CHECK(data["summary"]["columns"].size() == 10);
}
