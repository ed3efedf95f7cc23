// Are orders made in batches, at their cost, and when they were promised?

#include "sim/floor/machine_floor.hpp"

#include <catch2/catch.hpp>

#include "models/production/lots.hpp"
#include "models/random.hpp"
#include "tests/support/bare_floor.hpp"

namespace ccm::test {
namespace {

constexpr Resources::Kind machines = &Resources::machines;

/// Machine m takes an hour and a half of set-up for a batch, and an hour a unit; energy has three prices of power.
Scenario with_setups() {
  Scenario shop = small_shop();
  shop.parts[0].routes = {{{.machine = "m", .minutes = 60, .setup_minutes = 30}}};
  shop.minifactories[0].machines = {{.name = "m", .power = Kilowatts(4), .idle_power = Kilowatts(1), .setup_power = Kilowatts(2)}};
  shop.minifactories[0].energy_price = MoneyPerKilowattHour(0.5);
  return shop;
}

/// Two machines in two groups, lots of 4, and a move of half an hour between the groups.
Scenario two_groups() {
  Scenario shop = small_shop();
  shop.parts[0] = {.name = "P",
                   .routes = {{{.machine = "m", .minutes = 30, .setup_minutes = 10}, {.machine = "n", .minutes = 20}}},
                   .setup_cost = Money(8),
                   .holding_cost = Money(100),
                   .move_cost = Money(3),
                   .move_time = minutes(30)};
  MinifactorySpec& minifactory = shop.minifactories[0];
  minifactory.machines = {{.name = "m", .units = 2}, {.name = "n"}};
  minifactory.workers = {{.name = "w", .wage = MoneyPerHour(10), .operates = {"m", "n"}, .headcount = 2, .shifts = {1}},
                         {.name = "v", .wage = MoneyPerHour(20), .operates = {"m", "n"}}};
  minifactory.calendar = CalendarSpec{.starts = hours(6), .shifts = 2, .working_days = 6};
  minifactory.groups = {{"m"}, {"n"}};
  minifactory.promise_margin = hours(1);
  return shop;
}

Money sum_of_own(const FlowLedger& ledger, bool only_losses = false) {
  Money sum{0};
  for (const CentreFlow& flow : ledger.by_machine()) sum += only_losses ? flow.loss_cost.total() : flow.own.total();
  return sum;
}

}  // namespace

TEST_CASE("lots have the economic order quantity, and the last one the rest") {
  using Lots = std::vector<std::int64_t>;
  CHECK(lots(7, 0) == Lots{7});
  CHECK(lots(7, 2.9) == Lots{2, 2, 2, 1});
  CHECK(lots(6, 2) == Lots{2, 2, 2});
  CHECK(lots(3, 0.2) == Lots{1, 1, 1});
  CHECK(lots(3, 3) == Lots{3});
}

TEST_CASE("an order is made in lots, each with a set-up, and takes time and money to move") {
  BareFloor shop(two_groups(), 100);  // sqrt(2 * 100 * 8 / 100) = 4
  shop.clock.at(days(1) + hours(6), [&] { shop.floor.join(1, {.units = 10}); });
  shop.clock.run();
  std::vector<std::int64_t> started, setups;
  for (const OperationRecord& row : shop.operations()) {
    if (row.operation == 1) started.push_back(row.started_units), setups.push_back(std::llround(row.setup_min));
    const double minutes_each = row.operation == 1 ? 30 : 20;
    CHECK(row.work_min == Approx(minutes_each * static_cast<double>(row.started_units)).epsilon(1e-9));
  }
  CHECK(started == std::vector<std::int64_t>{4, 4, 2});
  CHECK(setups == std::vector<std::int64_t>{10, 10, 10});
  // m: two units of it, 6:00 to 8:10 twice, then 8:10 to 9:20; n: 8:40 to 10:00, to 11:20, and to 12:00.
  CHECK(shop.finished.at(1) == days(1) + hours(12));
  const CostByKind cost = shop.costs.at(1) * 10;
  CHECK(cost.movement.value() == Approx(9));
  CHECK(cost.labour.value() == Approx(10 * (5.5 + 10 / 3.0)));
}

TEST_CASE("an order costs its energy by state, its labour, and nothing for what stands still") {
  BareFloor shop(with_setups());
  shop.floor.join(1, {.units = 3});
  shop.clock.run_until(hours(10));
  CHECK(shop.finished.at(1) == hours(3.5));
  const CostByKind cost = shop.costs.at(1) * 3;
  CHECK(cost.electricity.value() == Approx(2 * 0.5 + 4 * 3));
  CHECK(cost.energy.value() == Approx(0.5 * 13));
  CHECK(cost.labour.value() == Approx(10 * 3.5));
  CHECK(cost.material + cost.movement + cost.waste == Money(0));
  CHECK(sum_of_own(shop.floor.take_flows()).value() == Approx(cost.total().value()));
  const FloorUse use = shop.floor.close_period(1, shop.recorder);
  CHECK(use.idle_energy.value() == Approx(6.5));
  CHECK(use.utilisation == Approx(0.35));
  const MachineUseRecord& row = shop.recording.all<MachineUseRecord>().at(0);
  CHECK(row.setup_kwh == Approx(1));
  CHECK(row.work_kwh == Approx(12));
  CHECK(row.idle_h == Approx(6.5));
}

TEST_CASE("scrap is made again until the order is complete, and the order pays for it") {
  Scenario scrapping = with_setups();
  scrapping.parts[0].routes[0][0].yield = 0.5;
  scrapping.parts[0].material = MaterialSpec{.mass = Kilograms(2), .price = MoneyPerKilogram(3)};
  BareFloor shop(scrapping);
  shop.floor.join(1, {.units = 40});
  shop.clock.run();
  std::int64_t started = 0, good = 0;
  for (const OperationRecord& row : shop.operations()) started += row.started_units, good += row.good_units.value();
  CHECK(good == 40);
  CHECK(started > 40);
  CHECK(shop.operations().front().good_units.value() < 40);
  CHECK(shop.costs.at(1).material.value() * 40 == Approx(2 * 3 * static_cast<double>(started)));
  CHECK(shop.costs.at(1).labour.value() * 40 ==
        Approx(10 * (static_cast<double>(started) + 0.5 * static_cast<double>(shop.operations().size()))));
  CHECK_FALSE(shop.floor.keeps_time_free());
}

TEST_CASE("promises with reserved time are kept exactly, whenever orders come") {
  BareFloor shop(two_groups());
  RandomStream chance(3, 1, "test", "orders");
  std::map<RequestId, Seconds> promised;
  Seconds time{0};
  for (RequestId order = 1; order <= 200; ++order) {
    time += chance.exponential(hours(5));
    const Wish wish{.units = static_cast<double>(1 + chance.index(9))};
    const bool buys = chance.uniform(0, 1) < 0.7;
    const Seconds wait = minutes(chance.uniform(0, 60));
    shop.clock.at(time, [&, order, wish] { promised[order] = shop.floor.promise(order, wish, hours(1)).value(); });
    if (buys) shop.clock.at(time + wait, [&, order, wish] { shop.floor.join(order, wish); });
  }
  shop.clock.run();
  CHECK(shop.finished.size() > 100);
  for (const auto& [order, end] : shop.finished) {
    CAPTURE(order);
    CHECK(end == promised.at(order));
  }
  CHECK_FALSE(shop.floor.keeps_time_free());
}

TEST_CASE("time is kept free for a quote as long as it holds, or until it is declined") {
  BareFloor shop(small_shop());  // hold and margin: an hour each
  const Wish two{.units = 2};
  CHECK(shop.floor.promise(1, two, hours(1)) == hours(3));
  CHECK(shop.floor.promise(2, two, hours(1)) == hours(5));
  CHECK(shop.floor.promise(2, two, hours(1)) == hours(5));  // asked again, it does not stand in its own way
  shop.floor.release(1);
  CHECK(shop.floor.promise(3, two, hours(1)) == hours(3));
  shop.clock.run_until(hours(2));
  CHECK_FALSE(shop.floor.keeps_time_free());
  CHECK(shop.floor.promise(4, two, hours(1)) == hours(5));
}

TEST_CASE("an order that comes after its time has lapsed is booked anew, and does not disturb the others") {
  BareFloor shop(small_shop());
  CHECK(shop.floor.promise(1, {.units = 2}, hours(1)) == hours(3));
  shop.clock.run_until(hours(2.5));
  CHECK(shop.floor.promise(2, {.units = 2}, hours(1)) == hours(5.5));
  shop.floor.join(1, {.units = 2});  // there is no room for it before order 2
  shop.floor.join(2, {.units = 2});
  shop.clock.run();
  CHECK(shop.finished.at(2) == hours(5.5));
  CHECK(shop.finished.at(1) == hours(7.5));
}

TEST_CASE("estimated promises of lots on one machine are exact, and of an order under way too") {
  Scenario estimated = with_setups();
  estimated.minifactories[0].floor.promises = Promises::estimated;
  estimated.parts[0].setup_cost = Money(8), estimated.parts[0].holding_cost = Money(100);  // lots of 4
  BareFloor shop(estimated);
  const Wish ten{.units = 10};
  CHECK(shop.floor.promise(1, ten, Seconds(0)) == hours(11.5));
  shop.floor.join(1, ten);
  CHECK(shop.floor.expected(1) == hours(11.5));
  shop.clock.run_until(hours(2));
  CHECK(shop.floor.expected(1) == hours(11.5));
  CHECK(shop.floor.promise(2, ten, Seconds(0)) == hours(23));
  CHECK(shop.floor.load() == hours(9.5));
  shop.floor.join(2, ten);
  shop.clock.run();
  CHECK(shop.finished.at(1) == hours(11.5));
  CHECK(shop.finished.at(2) == hours(23));
}

TEST_CASE("an order that is given up is a loss of all that was spent on it") {
  Scenario given_up = with_setups();
  given_up.parts[0].material = MaterialSpec{.mass = Kilograms(2), .price = MoneyPerKilogram(3)};
  BareFloor shop(given_up);
  shop.floor.join(1, {.units = 3});
  shop.floor.join(2, {.units = 1});
  shop.clock.run_until(hours(2));
  const CostByKind spent = shop.floor.abandon(1).value();
  CHECK(spent.material.value() == Approx(2 * 3 * 3));
  CHECK(spent.labour.value() == Approx(20));
  CHECK(spent.electricity.value() == Approx(2 * 0.5 + 4 * 1.5));
  const FlowLedger flows = shop.floor.take_flows();
  CHECK(sum_of_own(flows).value() == Approx(spent.total().value()));
  CHECK(sum_of_own(flows, true).value() == Approx(spent.total().value()));
  CHECK(shop.floor.abandon(2)->total() == Money(0));  // it had not begun
  CHECK_FALSE(shop.floor.abandon(1));
  CHECK(sum_of_own(shop.floor.take_flows()) == Money(0));
  shop.clock.run();
  CHECK(shop.finished.empty());
  CHECK_FALSE(shop.floor.keeps_time_free());
  CHECK(shop.floor.load() == Seconds(0));
}

TEST_CASE("after a failure all that is left is booked anew, before anything more is promised") {
  BareFloor shop(small_shop());
  shop.floor.join(1, {.units = 4});
  shop.floor.join(2, {.units = 2});
  shop.clock.run_until(hours(1));
  shop.floor.fail(machines, 0);
  CHECK_FALSE(shop.floor.promise(3, {.units = 1}, Seconds(0)));
  shop.clock.run_until(hours(3));
  shop.floor.repair(machines, 0);
  shop.floor.go_on();
  CHECK(shop.floor.expected(1) == hours(6));
  CHECK(shop.floor.promise(3, {.units = 1}, Seconds(0)) == hours(9));
  shop.floor.join(3, {.units = 1});
  shop.clock.run();
  CHECK(shop.finished == std::map<RequestId, Seconds>{{1, hours(6)}, {2, hours(8)}, {3, hours(9)}});
}

TEST_CASE("rerouted orders keep the order in which they came") {
  Scenario estimated = small_shop();
  estimated.minifactories[0].floor.promises = Promises::estimated;
  BareFloor shop(estimated);
  for (const RequestId order : {9, 7, 3, 5}) shop.floor.join(order, {.units = 2});
  shop.clock.run_until(hours(1));
  shop.floor.reroute();
  shop.clock.run();
  CHECK(shop.finished == std::map<RequestId, Seconds>{{9, hours(2)}, {7, hours(4)}, {3, hours(6)}, {5, hours(8)}});
}

}  // namespace ccm::test
