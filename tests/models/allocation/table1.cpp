// What is the case study of the paper?

#include "tests/models/allocation/table1.hpp"

namespace ccm::test {
namespace {

constexpr double demand = 100, shift_min = 450, period_min = 26 * 2 * shift_min;

Operation on(std::size_t machine, double time_min) { return {machine - 1, minutes(time_min)}; }

Plant plant() {
  Plant plant{.energy_price = MoneyPerKilowattHour(0.0335 * 60)};
  for (const double power : {12, 7, 4, 6, 12, 6, 8}) plant.machines.push_back({Kilowatts(power), minutes(period_min)});
  const auto level = [](double wage_per_shift, std::vector<std::size_t> operates) {
    return Worker{MoneyPerHour(wage_per_shift / (shift_min / 60)), minutes(period_min), std::move(operates)};
  };
  plant.workers = {level(130, {0, 3}), level(150, {2, 4, 6}), level(180, {1, 5}), level(200, {1, 2, 4, 5, 6})};
  return plant;
}

PartDemand demanded(double setup, double holding, std::vector<Operation> route1, std::vector<Operation> route2) {
  return {{{{0, std::move(route1)}, {1, std::move(route2)}}, Money(setup), Money(holding), Money(1.2), {}}, demand};
}

}  // namespace

AllocationProblem table1() {
  AllocationProblem problem;
  problem.plant = plant();
  problem.groups = {{2, 5}, {2, 5}};
  problem.parts = {demanded(20, 4, {on(1, 2), on(2, 2), on(4, 3), on(6, 4)}, {on(2, 3), on(3, 4), on(5, 5), on(7, 4)}),
                   demanded(30, 3, {on(3, 4), on(4, 3), on(5, 3), on(7, 3)}, {on(2, 2), on(3, 2), on(4, 4), on(5, 2), on(7, 4)}),
                   demanded(25, 5, {on(1, 4), on(2, 2), on(4, 3), on(5, 2), on(6, 2)}, {on(2, 3), on(3, 4), on(7, 3)})};
  return problem;
}

}  // namespace ccm::test
