// Is the replay of a run what its tables say?

#include <catch2/catch.hpp>

#include "tests/analysis/report_results.hpp"

using namespace ccm;
using namespace ccm::test;
using Numbers = std::vector<double>;

namespace {

struct Replayed : HandMadeRun {
  Replayed() {
    tables.add("segments", {{"period", 1}, {"segment", "takers"}, {"customer_type", "price_taker"}, {"offers", 2}, {"reference_price", 7}});
    tables.add("periods", {{"period", 1}, {"minifactory", "mill"}, {"utilisation", 0.5}});
  }

  void add_order(int request, double requested, nlohmann::json more = nlohmann::json::object()) const {
    more.update({{"request", request},
                 {"segment", "takers"},
                 {"customer_type", "price_taker"},
                 {"requested_at_d", requested},
                 {"service", "bracket"},
                 {"units", 3}});
    if (!more.contains("state")) more["state"] = "rejected";
    tables.add("orders", more);
  }

  [[nodiscard]] nlohmann::ordered_json replay() const { return data()["replay"]; }
};

/// An order that waits from day `joined`, is made from `started` to `finished`; below zero: not yet.
nlohmann::json made(double joined, double started, double finished) {
  nlohmann::json row{{"minifactory", "mill"}, {"state", "open"}, {"lots", 1}, {"joined_at_d", joined}};
  if (started >= 0) row["started_at_d"] = started;
  if (finished >= 0) row.update({{"finished_at_d", finished}, {"state", "delivered"}});
  return row;
}

}  // namespace

TEST_CASE("orders of a replay come by time, with indices for names, times in seconds and null for what is not") {
  const Replayed run;
  run.add_order(
      7, 0.5, {{"minifactory", "mill"}, {"state", "delivered"}, {"delivered_at_d", 1.25}, {"price", 12.345678}, {"distance_km", 3.14159}});
  run.add_order(3, 0.75);
  const auto replay = run.replay();
  const auto& orders = replay["orders"];
  CHECK(numbers(orders["request"]) == Numbers{7, 3});
  CHECK(numbers(orders["requested_s"]) == Numbers{43200, 64800});
  CHECK(numbers(orders["delivered_s"]) == Numbers{108000, -1});
  CHECK(numbers(orders["minifactory"]) == Numbers{1, -1});
  CHECK(numbers(orders["segment"]) == Numbers{2, 2});
  CHECK(numbers(orders["price"]) == Numbers{12.3457, -1});
  CHECK(numbers(orders["distance_km"]) == Numbers{3.14, -1});
  CHECK(replay["states"][orders["state"][1].get<std::size_t>()] == "rejected");
  CHECK(replay["services"].dump() == R"(["bracket"])");
  CHECK(replay["nodes"][2].dump() == R"({"kind":"segment","name":"takers","type":"price_taker","x":11.5,"y":46.25,"place":null})");
  CHECK(replay["located"] == true);
  CHECK(replay["horizon_s"] == 20 * 86400);
  CHECK(replay["market"].dump() == R"({"types":["price_taker"],"reference":[[7.0,null]],"paid":[[null,null]],"offered":[[null,null]]})");
}

TEST_CASE("of many requests every n-th by time is shown, with its calls") {
  const Replayed run;
  run.tables.execute(
      "WITH RECURSIVE k(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM k WHERE i < 4000) "
      "INSERT INTO orders (request, segment, customer_type, requested_at_d, service, state) "
      "SELECT 5000 - i, 'takers', 'price_taker', i * 0.001, 'bracket', 'rejected' FROM k");
  run.tables.execute(
      "INSERT INTO quotes (request, minifactory, round, answer, price, chosen) VALUES (5000, 'mill', 1, 'refusal', NULL, 0), "
      "(4997, 'mill', 1, 'quote', 20.00006, 1), (4999, 'mill', 1, 'quote', 1, 0)");
  const auto replay = run.replay();
  CHECK(replay["of"] == 4001);
  CHECK(replay["every"] == 3);
  CHECK(replay["shown"] == 1334);  // the first and every third after it
  CHECK(replay["orders"]["request"][1] == 4997);
  CHECK(numbers(replay["quotes"]["order"]) == Numbers{0, 1});
  CHECK(numbers(replay["quotes"]["price"]) == Numbers{-1, 20.0001});
  CHECK(numbers(replay["quotes"]["chosen"]) == Numbers{0, 1});
}

TEST_CASE("queues count all orders at each time, and lots where orders are split") {
  const Replayed run;  // 300 steps of 20 days / 300 = 1/15 day
  run.add_order(1, 0, made(1.01, 2, 3));
  run.add_order(2, 0, made(1.5, 4.01, -1));
  run.add_order(3, 0, made(2.5, -1, -1));
  run.add_order(4, 0, {{"minifactory", "mill"}, {"state", "cancelled"}, {"lots", 1}, {"joined_at_d", 1}});
  run.add_order(
      5, 0, {{"minifactory", "mill"}, {"state", "delivered"}, {"lots", 2}, {"joined_at_d", 1}, {"started_at_d", 1}, {"finished_at_d", 9}});
  run.tables.add("lots",
                 {{"request", 5}, {"lot", 1}, {"minifactory", "mill"}, {"joined_at_d", 5}, {"started_at_d", 5}, {"finished_at_d", 6}});
  const auto queues = run.replay()["queues"];
  REQUIRE(numbers(queues["minifactories"]) == Numbers{1});
  CHECK(queues["at_s"].size() == 301);
  CHECK(queues["at_s"][300] == 20 * 86400);
  const auto at = [&](const char* what, int day) { return queues[what][0][static_cast<std::size_t>(15 * day)]; };
  CHECK(at("waiting", 1) == 0);
  CHECK(queues["waiting"][0][16] == 1);
  CHECK(at("waiting", 2) == 1);  // the first one has begun
  CHECK(at("making", 2) == 1);
  CHECK(at("waiting", 4) == 2);
  CHECK(at("making", 4) == 0);
  CHECK(at("waiting", 20) == 1);
  CHECK(at("making", 5) == 2);  // the second order, and the lot
  CHECK(at("making", 20) == 1);
}

TEST_CASE("trips go to a place, to a customer segment, or to the minifactory of the next stage") {
  const Replayed run;
  for (const char* destination : {"town", "takers", "mill", "nowhere"})
    run.tables.add("shipments", {{"minifactory", "mill"},
                                 {"destination", destination},
                                 {"mode", "transfer"},
                                 {"departed_at_d", 1},
                                 {"arrived_at_d", 2},
                                 {"orders", 4}});
  run.add_order(1, 0);
  const auto replay = run.replay();
  CHECK(numbers(replay["shipments"]["to"]) == Numbers{3, 2, 1, -1});
  CHECK(numbers(replay["shipments"]["arrived_s"]) == Numbers(4, 172800));
  CHECK(replay["shipments_of"] == 4);
}

TEST_CASE("prices, first plans and machines are those of each period, and each stage is a service apart") {
  const Replayed run;
  run.add_order(1, 0);
  run.tables.add(
      "prices",
      {{"period", 1}, {"minifactory", "mill"}, {"service", "bracket"}, {"customer_type", "price_taker"}, {"price", 30}, {"unit_cost", 10}});
  run.tables.add(
      "prices",
      {{"period", 2}, {"minifactory", "mill"}, {"service", "bracket"}, {"stage", 2}, {"customer_type", "price_taker"}, {"price", 9}});
  for (int plan = 1; plan <= 2; ++plan) {
    run.tables.add("plans",
                   {{"period", 1}, {"plan", plan}, {"minifactory", "mill"}, {"part", "plate"}, {"route", 2}, {"planned_units", 4 * plan}});
    run.tables.add("machines",
                   {{"period", 1}, {"plan", plan}, {"minifactory", "mill"}, {"machine", "saw"}, {"group", 3}, {"planned_min", 5 * plan}});
  }
  const auto replay = run.replay();
  CHECK(replay["services"] == std::vector<std::string>{"bracket", "bracket (stage 2)"});
  CHECK(numbers(replay["prices"]["service"]) == Numbers{0, 1});
  CHECK(numbers(replay["prices"]["price"]) == Numbers{30, 9});
  CHECK(numbers(replay["plans"]["planned_units"]) == Numbers{4});
  CHECK(numbers(replay["machines"]["group"]) == Numbers{3});
  CHECK(replay["parts"].dump() == R"(["plate"])");
  CHECK(replay["machine_names"].dump() == R"(["saw"])");
}

TEST_CASE("bars of orders that overlap are in rows of their own, operations in rows by machine") {
  const Replayed run;
  run.add_order(1, 0, made(0, 1, 3));
  run.add_order(2, 0, made(0, 2, 4));
  run.add_order(3, 0, made(0, 3, 5));
  const auto lines = run.data()["gantt"][0];
  CHECK(lines["rows"].dump() == R"(["line 1","line 2"])");
  CHECK(numbers(lines["bars"]["row"]) == Numbers{0, 1, 0});
  CHECK(lines["bars"]["label"].dump() == R"(["bracket","bracket","bracket"])");
  for (const auto& [machine, began] : {std::pair("saw", 1.0), {"lathe", 1.5}, {"lathe", 1.75}})
    run.tables.add("operations",
                   {{"minifactory", "mill"}, {"machine", machine}, {"began_at_d", began}, {"ended_at_d", 2}, {"setup_min", 144}});
  const auto machines = run.data()["gantt"][0];
  CHECK(machines["kind"] == "operations");
  CHECK(machines["rows"].dump() == R"(["lathe 1","lathe 2","saw"])");
  CHECK(numbers(machines["bars"]["row"]) == Numbers{2, 0, 1});
  CHECK(numbers(machines["bars"]["setup_d"]) == Numbers(3, 0.1));
}

TEST_CASE("of many bars the stretch with the most work per time is shown") {
  const Replayed run;
  run.tables.execute(
      "WITH RECURSIVE k(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM k WHERE i < 599) "
      "INSERT INTO operations (minifactory, machine, request, began_at_d, ended_at_d) "
      "SELECT 'mill', 'saw', i, IIF(i < 150, i, 150 + i / 64.0), IIF(i < 150, i, 150 + i / 64.0) + 1 / 128.0 FROM k");
  const auto bars = run.data()["gantt"][0];
  CHECK(bars["shown"] == 400);
  CHECK(bars["of"] == 600);
  CHECK(bars["bars"]["request"][0] == 150);
  CHECK(bars["rows"].dump() == R"(["saw"])");
}
