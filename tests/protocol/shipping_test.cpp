// When do products leave, with which others, what does each trip cost and emit, and who pays it?

#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "sim/freight.hpp"
#include "tests/protocol/market_story.hpp"

namespace ccm::test {
namespace {

constexpr double km = 100;

/// The small market over a road of 100 km, 2 h and a toll of 0.5; orders of 400 kg go in a van for 900 kg that costs 1 a trip, 0.02 per km
/// and 1.5 per hour, and emits 0.2 to 0.29 kg/km. A lone trip costs 1 + 2 (2 + 3 + 0.5) = 12.
Scenario market_with_a_road() {
  Scenario market = small_market();
  market.places = {{.name = "here", .at = GeoPoint{46.5, 11.3}}, {.name = "there", .at = GeoPoint{46, 11}}};
  market.roads = {{.between = {"here", "there"}, .distance = Kilometres(km), .time = hours(2), .toll = Money(0.5)}};
  market.vehicles = {{.name = "van",
                      .model = "van",
                      .payload = Kilograms(900),
                      .cost_per_trip = Money(1),
                      .cost_per_km = MoneyPerKilometre(0.02),
                      .cost_per_hour = MoneyPerHour(1.5),
                      .co2_per_km_empty = KilogramsPerKilometre(0.2),
                      .co2_per_km_full = KilogramsPerKilometre(0.29),
                      .co2_per_tkm = KilogramsPerTonneKilometre(1)}};
  market.services[0].mass = Kilograms(400);
  market.customers[0].at.reset();
  market.customers[0].place = "there";
  market.minifactories[0].at.reset();
  market.minifactories[0].place = "here";
  market.travel.handling = minutes(30);
  return market;
}

constexpr double lone_cost = 12, lone_co2 = 0.2 * km + (0.2 + 0.09 * 4 / 9) * km;

/// The same with a second segment at the same place, departures every 2 d at 6 h, and customers enough to fill vans.
Scenario market_with_departures() {
  Scenario market = market_with_a_road();
  market.minifactories[0].machines[0].power = Kilowatts(12);
  market.minifactories[0].lines = 4;
  market.minifactories[0].shipping.departures = Departures{hours(6), days(2)};
  market.customers.push_back(market.customers[0]);
  market.customers[1].name = "c2";
  return market;
}

double departure_after(double ready_d) { return 0.25 + 2 * std::ceil((ready_d - 0.25) / 2 - 1e-9); }

double account(const MarketStory& story, std::string_view name, double AccountRecord::*column) {
  for (const AccountRecord& row : story.all<AccountRecord>())
    if (row.account == name) return row.*column;
  throw std::out_of_range("no such account");
}

template <class Record>
double total(const MarketStory& story, double Record::*column) {
  double sum = 0;
  for (const Record& row : story.all<Record>()) sum += row.*column;
  return sum;
}

}  // namespace

TEST_CASE("a product without departures leaves when it is done, alone, and the minifactory pays the trip there and back") {
  const MarketStory story(market_with_a_road());
  const OrderRecord& order = story.order(1);
  REQUIRE(order.state == "delivered");
  CHECK((*order.delivered_at_d - *order.finished_at_d) * day == seconds(2.5 * hour));
  CHECK(*order.distance_km == km);
  CHECK(*order.freight_cost == Approx(lone_cost));
  CHECK(*order.freight_co2_kg == Approx(lone_co2));
  CHECK(*order.price == Approx(10 + lone_cost));  // wages and freight, without a markup
  const auto& trips = story.all<ShipmentRecord>();
  REQUIRE_FALSE(trips.empty());
  for (const ShipmentRecord& trip : trips) {
    CHECK(trip.orders == 1);
    CHECK(trip.mass_kg == 400);
    CHECK(trip.cost == Approx(lone_cost));
    CHECK(trip.destination == "there");
    CHECK(trip.mode == "delivery");
  }
  const double paid = lone_cost * static_cast<double>(trips.size());
  CHECK(account(story, "f1", &AccountRecord::paid) == Approx(paid));
  CHECK(account(story, "carriers", &AccountRecord::received) == account(story, "f1", &AccountRecord::paid));
  CHECK(total(story, &PeriodRecord::freight_cost) == Approx(paid));
  CHECK(total(story, &PeriodRecord::profit) == Approx(total(story, &PeriodRecord::revenue) - total(story, &PeriodRecord::commission) -
                                                      total(story, &PeriodRecord::labour_cost) - paid));
}

TEST_CASE("products of one departure to one place share vans: by hand, two orders of 400 kg to a van of 900 kg") {
  const MarketStory story(market_with_departures());
  std::map<double, std::vector<const OrderRecord*>> by_departure;
  for (const OrderRecord& order : story.orders()) {
    if (order.state != "delivered") continue;
    CHECK(*order.delivered_at_d == Approx(departure_after(*order.finished_at_d) + 2.5 / 24).epsilon(1e-12));
    by_departure[std::round(departure_after(*order.finished_at_d) * 24)].push_back(&order);
  }
  std::map<double, std::vector<const ShipmentRecord*>> trips;
  for (const ShipmentRecord& trip : story.all<ShipmentRecord>()) trips[std::round(trip.departed_at_d * 24)].push_back(&trip);
  int shared = 0;
  for (const auto& [departure, orders] : by_departure) {
    const auto& vans = trips.at(departure);
    CHECK(vans.size() == (orders.size() + 1) / 2);
    double cost = 0, co2 = 0, borne = 0, borne_co2 = 0;
    for (const ShipmentRecord* van : vans) {
      CHECK(van->mass_kg == 400.0 * static_cast<double>(van->orders));
      CHECK(van->cost == Approx(lone_cost));
      CHECK(van->co2_kg == Approx(km * (0.4 + 0.09 * van->mass_kg / 900)));
      cost += van->cost, co2 += van->co2_kg;
    }
    for (const OrderRecord* order : orders) {
      const bool alone = std::abs(*order->freight_cost - lone_cost) < 1e-9, half = std::abs(*order->freight_cost - lone_cost / 2) < 1e-9;
      CHECK((alone || half));
      shared += half;
      borne += *order->freight_cost, borne_co2 += *order->freight_co2_kg;
    }
    CHECK(borne == Approx(cost).epsilon(1e-13));
    CHECK(borne_co2 == Approx(co2).epsilon(1e-13));
  }
  CHECK(shared > 20);
}

TEST_CASE("a promise includes the wait for the departure after the margin, and so does the refusal of what is due sooner") {
  Scenario market = market_with_departures();
  market.services[0].due = days(1.5);
  const MarketStory story(market);
  int refused = 0;
  for (const OrderRecord& order : story.orders()) {
    refused += order.state == "no_offer";
    if (!order.promised_at_d) continue;
    CHECK(std::remainder(*order.promised_at_d - 2.5 / 24 - 0.25, 2) == Approx(0).margin(1e-9));
    CHECK(*order.promised_at_d - order.requested_at_d <= 1.5 + 2 * talk / day);  // since the minifactory was asked
    if (order.delivered_at_d) CHECK(*order.delivered_at_d <= *order.promised_at_d + 1e-12);
  }
  CHECK(refused > 3);
}

TEST_CASE("an order above the payload takes several trips") {
  Scenario market = market_with_a_road();
  market.services[0].mass = Kilograms(2000);
  const MarketStory story(market);
  const OrderRecord& order = story.order(1);
  CHECK(*order.freight_cost == Approx(3 * lone_cost));
  CHECK(*order.freight_co2_kg == Approx(km * (2 * (0.2 + 0.29) + 0.4 + 0.09 * 200 / 900)));
  const auto& trips = story.all<ShipmentRecord>();
  REQUIRE(trips.size() >= 3);
  CHECK(trips[0].mass_kg == 900);
  CHECK(trips[1].mass_kg == 900);
  CHECK(trips[2].mass_kg == Approx(200));
}

TEST_CASE("a customer who fetches drives when the product is done, waits for no departure, and pays the trip") {
  Scenario market = market_with_departures();
  for (SegmentSpec& segment : market.customers) segment.delivery = DeliveryMode::pickup;
  const MarketStory story(market);
  const OrderRecord& order = story.order(1);
  REQUIRE(order.state == "picked_up");
  CHECK((*order.delivered_at_d - *order.finished_at_d) * day == seconds(2.5 * hour));
  CHECK(*order.freight_cost == Approx(lone_cost));
  CHECK(*order.price == Approx(*order.unit_cost));
  CHECK(total(story, &PeriodRecord::freight_cost) == 0);
  CHECK(account(story, "f1", &AccountRecord::paid) == 0);
  double driven = 0;
  for (const ShipmentRecord& trip : story.all<ShipmentRecord>()) {
    CHECK(trip.mode == "pickup");
    driven += trip.cost;
  }
  CHECK(account(story, "carriers", &AccountRecord::received) == Approx(driven));
  CHECK(account(story, "c1", &AccountRecord::paid) + account(story, "c2", &AccountRecord::paid) ==
        Approx(driven + total(story, &SegmentRecord::paid)).epsilon(1e-9));
}

TEST_CASE("the CO2 of making an order is its electricity times the grid's, and the quote tells both kinds") {
  Scenario market = market_with_departures();
  market.minifactories[0].grid_co2 = KilogramsPerKilowattHour(0.5);
  const MarketStory story(market);
  CHECK(*story.order(1).making_co2_kg == Approx(12 * 0.5));
  double made = 0;
  for (const PeriodRecord& row : story.all<PeriodRecord>()) {
    CHECK(row.making_co2_kg == Approx(0.5 * row.energy_kwh));
    made += row.freight_co2_kg;
  }
  CHECK(made == Approx(total(story, &ShipmentRecord::co2_kg)));
}

TEST_CASE("the freight expected of a shared departure is what many departures bear on the average") {
  const Scenario market = market_with_departures();
  const Geography geography(market);
  const Freight expected = expected_freight(market, geography, market_of(market, geography), 0)[0];
  // Each of two segments buys 20 units at the best price of a free product in 10 d: 8 orders come per departure of 2 d, which all find
  // others to share with, but only two of them fit into a van: 400 of 900 kg of it. Its load of 0.09 * 400 / 900 kg/km more is not shared.
  CHECK(expected.cost.value() == Approx(lone_cost * 4 / 9));
  CHECK(expected.co2.value() == Approx(0.4 * km * 4 / 9 + 0.09 * km * 4 / 9));
}

}  // namespace ccm::test
