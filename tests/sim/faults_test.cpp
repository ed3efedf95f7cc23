// Who fails, and when?

#include "sim/faults.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/sim/bare_world.hpp"

namespace ccm::test {
namespace {

/// Two towns 111.2 km apart; the operator and f1 stand in the first, f2 with two machines and c1 in the second.
Scenario two_towns() {
  Scenario market = small_market();
  market.places = {{.name = "south", .at = GeoPoint{46.5, 11.3}}, {.name = "north", .at = GeoPoint{47.5, 11.3}}};
  MinifactorySpec northern = market.minifactories[0];
  northern.name = "f2";
  northern.machines.push_back({.name = "m2"});
  northern.at.reset();
  northern.place = "north";
  market.minifactories.push_back(northern);
  market.customers[0].at.reset();
  market.customers[0].place = "north";
  return market;
}

const ActorId second_minifactory = 3;

TargetSpec around(const std::string& place, double km) { return {.place = place, .within = Kilometres(km)}; }

FailureSpec failure_of(const TargetSpec& target, Seconds up, Seconds down) {
  FailureSpec failure;
  static_cast<TargetSpec&>(failure) = target;
  failure.up = up;
  failure.down = down;
  return failure;
}

/// When resources break down, and for how long, if these failures go on until the horizon.
std::vector<std::pair<double, double>> breakdowns(const std::vector<FailureSpec>& failures, std::uint64_t replication, Seconds horizon) {
  Scenario market = two_towns();
  market.failures = failures;
  BareWorld bare(market);
  std::vector<std::pair<double, double>> times;
  Faults faults(bare.world, market, replication,
                [&](const Resource&, Seconds down) { times.emplace_back(bare.world.now().value(), down.value()); });
  faults.start();
  bare.world.run(horizon);
  return times;
}

}  // namespace

TEST_CASE("a machine and a worker level are struck alone") {
  const Scenario market = two_towns();
  const Struck machine = struck_by(market, {.machine = "f2.m2"}), worker = struck_by(market, {.worker = "f1.w"});
  CHECK(machine.resources == std::vector<Resource>{{1, &Resources::machines, 1}});
  CHECK(worker.resources == std::vector<Resource>{{0, &Resources::workers, 0}});
  CHECK((machine.hosts.empty() && !machine.link && worker.hosts.empty() && !worker.link));
}

TEST_CASE("a minifactory is struck with all its machines, and its host is not") {
  const Struck plant = struck_by(two_towns(), {.minifactory = "f2"});
  CHECK(plant.resources == std::vector<Resource>{{1, &Resources::machines, 0}, {1, &Resources::machines, 1}});
  CHECK(plant.hosts.empty());
}

TEST_CASE("a place is struck with the hosts of all who stand there, and the machines of its minifactories") {
  const Struck south = struck_by(two_towns(), {.place = "south"}), north = struck_by(two_towns(), around("north", 50));
  CHECK(south.hosts == std::vector<ActorId>{operator_id, minifactory_id});
  CHECK(south.resources == std::vector<Resource>{{0, &Resources::machines, 0}});
  CHECK(north.hosts == std::vector<ActorId>{customer_id, second_minifactory});
  CHECK(north.resources.size() == 2);
}

TEST_CASE("the distance around a place is as the crow flies: one degree of latitude is 111.195 km") {
  CHECK(struck_by(two_towns(), around("north", 111.1)).hosts.size() == 2);
  CHECK(struck_by(two_towns(), around("north", 111.3)).hosts.size() == 4);
}

TEST_CASE("random failures have the means of the scenario, and are exponential") {
  const auto times = breakdowns({failure_of({.machine = "f1.m"}, days(20), hours(6))}, 1, days(40'000));
  const auto count = static_cast<double>(times.size());
  double down = 0, squares = 0, up = times.front().first;
  for (const auto& [at, length] : times) down += length, squares += length * length;
  for (std::size_t i = 1; i < times.size(); ++i) up += times[i].first - times[i - 1].first - times[i - 1].second;
  // About 1975 renewals; the mean of n exponential times has a relative standard deviation of 1/sqrt(n), its square sqrt(20/n).
  CHECK(count == Approx(40'000 / 20.25).epsilon(4 / std::sqrt(count)));
  CHECK(up / count == Approx(20 * 86400.0).epsilon(4 / std::sqrt(count)));
  CHECK(down / count == Approx(6 * 3600.0).epsilon(4 / std::sqrt(count)));
  CHECK(squares / count == Approx(2 * std::pow(6 * 3600.0, 2)).epsilon(4 * std::sqrt(5 / count)));
}

TEST_CASE("each target fails by its own stream, and the same target once more by another") {
  const FailureSpec machine = failure_of({.machine = "f1.m"}, days(20), hours(6));
  const auto times = breakdowns({failure_of({.worker = "f1.w"}, days(9), hours(1)), machine, machine}, 3, days(100));
  for (const char* purpose : {"machine_failures", "machine_failures_2"}) {
    RandomStream chance(static_cast<std::uint64_t>(two_towns().seed), 3, "f1.m", purpose);
    const double first = chance.exponential(days(20)).value(), down = chance.exponential(hours(6)).value();
    CHECK(std::ranges::find(times, std::pair(first, down)) != times.end());
  }
}

TEST_CASE("overlapping failures of a target, random and by events, are counted") {
  Scenario market = two_towns();
  market.failures = {failure_of({.host = "f1"}, Seconds(50), Seconds(50)), failure_of({.host = "f1"}, Seconds(50), Seconds(50))};
  market.events = {event_at(Seconds(1000), {.host = "f1"}, Seconds(1000))};
  BareWorld bare(market);
  Faults faults(bare.world, market, 1, {});
  faults.start();
  int up = 0, up_in_event = 0;
  for (int i = 0; i < 4000; ++i)
    bare.world.at(Seconds(i + 0.5), [&, i] { (i >= 1000 && i < 2000 ? up_in_event : up) += bare.world.is_up(minifactory_id); });
  bare.world.run(Seconds(4000));
  CHECK(up_in_event == 0);
  // Up if both are: a quarter of the time; with a correlation time of 25 s the share has a standard deviation of about 0.05.
  CHECK(up / 3000.0 == Approx(0.25).margin(0.2));
}

TEST_CASE("with faults off nothing fails") {
  Scenario market = two_towns();
  market.failures = {failure_of({.host = "f1"}, Seconds(50), Seconds(50))};
  market.events = {event_at(Seconds(10), {.machine = "f1.m"}, Seconds(1000))};
  market.faults = false;
  BareWorld bare(market);
  int failures = 0;
  Faults faults(bare.world, market, 1, [&](const Resource&, Seconds) { ++failures; });
  faults.start();
  bare.world.at(Seconds(500), [&] { failures += !bare.world.is_up(minifactory_id); });
  bare.world.run(Seconds(1000));
  CHECK(failures == 0);
  CHECK_FALSE(bare.world.can_lose());
}

}  // namespace ccm::test
