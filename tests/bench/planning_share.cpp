// How much of a run goes into solving allocations?
//
// Simulates a scenario with its results kept in memory, then solves the allocations of every minifactory and period once more, each as
// often as there were rounds of planning, and compares the times. No allocation comes from the cache the second time.

#include <fmt/format.h>

#include <chrono>
#include <map>

#include "models/allocation/solver.hpp"
#include "scenarios/load.hpp"
#include "sim/factory_model.hpp"
#include "sim/simulation.hpp"

namespace ccm {
namespace {

/// What the run says of one minifactory's plan for one period.
struct Planned {
  std::vector<double> demand;  // of each part
  std::int64_t rounds = 20;    // those of a plan that did not settle
};

using Plans = std::map<std::pair<std::string_view, std::int64_t>, Planned>;

template <class Action>
double seconds(Action action) {
  const auto begin = std::chrono::steady_clock::now();
  action();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

Recorder keeping(Plans& plans, std::string_view& last_part) {
  Recorder recorder;
  recorder.connect<PlanRecord>([&](const PlanRecord& row) {
    if (row.part == last_part) return;  // another route of the same part
    last_part = row.part;
    plans[{row.minifactory, row.period}].demand.push_back(row.demand_units);
  });
  recorder.connect<MachineRecord>([&](const MachineRecord&) { last_part = ""; });
  recorder.connect<PeriodRecord>([&](const PeriodRecord& row) {
    if (row.rounds) plans[{row.minifactory, row.period}].rounds = *row.rounds;
  });
  return recorder;
}

std::int64_t solve_again(const Scenario& scenario, const Plans& plans) {
  const Market market = market_of(scenario, Geography(scenario));
  std::int64_t solved = 0;
  for (std::size_t m = 0; m < scenario.minifactories.size(); ++m) {
    const FactoryModel factory = factory_model(scenario, market, m);
    for (std::int64_t period = 1; period <= scenario.time.periods; ++period) {
      const Planned& planned = plans.at({scenario.minifactories[m].name, period});
      AllocationProblem problem = factory.problem;
      for (std::size_t p = 0; p < problem.parts.size(); ++p) problem.parts[p].units = planned.demand.at(p);
      for (std::int64_t round = 0; round < planned.rounds; ++round, ++solved) static_cast<void>(solve(problem));
    }
  }
  return solved;
}

}  // namespace
}  // namespace ccm

int main(int, char** argv) {
  using namespace ccm;
  const Scenario scenario = load_scenario(argv[1]).scenario;
  Plans plans;
  std::string_view last_part;
  std::int64_t solved = 0;
  const double whole = seconds([&] { simulate(scenario, 1, keeping(plans, last_part)); });
  const double allocating = seconds([&] { solved = solve_again(scenario, plans); });
  fmt::print("| {} | {} | {:.2f} | {} | {:.2f} | {:.1f} | {:.0f} % |\n", scenario.minifactories.size(), scenario.time.periods, whole,
             solved, allocating, 1e6 * allocating / static_cast<double>(solved), 100 * allocating / whole);
}
