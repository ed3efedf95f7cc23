#pragma once
/// A floor of machines without a network and without customers.

#include <map>

#include "sim/floor/machine_floor.hpp"
#include "tests/support/bare_clock.hpp"
#include "tests/support/recording.hpp"
#include "tests/support/small_market.hpp"

namespace ccm::test {

/// The floor of the first minifactory of a scenario, which plans for so many units of each service; it notes what it does.
class BareFloor {
 public:
  explicit BareFloor(Scenario given, double forecast = 100)
      : scenario(std::move(given)),
        factory(factory_model(scenario, market_of(scenario, Geography(scenario)), 0)),
        recorder(recording.recorder()),
        floor(clock, {scenario, scenario.minifactories[0], factory, 1},
              {[this](RequestId order) { started[order] = clock.now(); },
               [this](RequestId order, const CostByKind& unit_cost) {
                 finished[order] = clock.now();
                 costs[order] = unit_cost;
               }},
              recorder) {
    AllocationCache cache;
    const Expectation expectation{std::vector<double>(factory.services.size(), 1), forecast};
    floor.adopt(std::make_shared<const PeriodPlan>(plan_period(factory, expectation, cache, nullptr)));
  }
  BareFloor(const BareFloor&) = delete;
  BareFloor& operator=(const BareFloor&) = delete;

  [[nodiscard]] const std::vector<OperationRecord>& operations() const { return recording.all<OperationRecord>(); }

  Scenario scenario;
  BareClock clock;
  std::map<RequestId, Seconds> started, finished;
  std::map<RequestId, CostByKind> costs;  // of a unit
  FactoryModel factory;
  Recording recording;
  Recorder recorder;
  MachineFloor floor;
};

/// The small market, whose minifactory f1 works machine by machine.
[[nodiscard]] inline Scenario small_shop() {
  Scenario shop = small_market();
  shop.minifactories[0].floor.kind = FloorKind::machines;
  return shop;
}

}  // namespace ccm::test
