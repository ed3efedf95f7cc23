// Do the material flow costs of plan and production balance, and agree with the other tables?

#include <cmath>

#include "tests/properties/market_properties.hpp"

namespace ccm::test {
namespace {

/// Sums of a few thousand terms over products of yields: far more rounding than a plain sum, far less than a wrong cost.
bool equal(double a, double b) { return std::abs(a - b) <= 1e-9 * (1 + std::abs(a) + std::abs(b)); }

void every_machine_balances(const MarketRun& run, Violations& violations) {
  for (const MfcaRecord& row : run.recording.all<MfcaRecord>()) {
    const bool holds = equal(row.in_kg, row.product_kg + row.loss_kg) &&
                       equal(row.carried_material + row.new_material, row.product_material + row.loss_material + row.recycled_material) &&
                       equal(row.carried_energy + row.new_energy, row.product_energy + row.loss_energy + row.recycled_energy) &&
                       equal(row.carried_system + row.new_system, row.product_system + row.loss_system + row.recycled_system) &&
                       row.new_waste == row.loss_waste;
    violations.unless(holds, "{} {} period {} {} does not balance", row.minifactory, row.quantity_centre, row.period, row.basis);
  }
}

struct Totals {
  double material = 0, energy = 0, system = 0, waste = 0, loss = 0;
};

Totals totals(const MarketRun& run, const PeriodRecord& period, std::string_view basis) {
  Totals sum;
  for (const MfcaRecord& row : run.recording.all<MfcaRecord>()) {
    if (row.period != period.period || row.minifactory != period.minifactory || row.basis != basis) continue;
    sum.material += row.new_material;
    sum.energy += row.new_energy;
    sum.system += row.new_system;
    sum.waste += row.new_waste;
    sum.loss += row.loss_material + row.loss_energy + row.loss_system + row.loss_waste;
  }
  return sum;
}

/// Of what was produced and of what was given up.
double all_cost(const PeriodRecord& row) {
  return row.material_cost + row.energy_cost + row.labour_cost + row.movement_cost + row.waste_cost + row.written_off;
}

void new_costs_are_those_of_the_period(const MarketRun& run, Violations& violations) {
  for (const PeriodRecord& row : run.periods()) {
    const Totals actual = totals(run, row, "actual"), plan = totals(run, row, "plan");
    const bool same = equal(actual.material, row.material_cost) && equal(actual.energy, row.energy_cost) &&
                      equal(actual.system, row.labour_cost + row.movement_cost) && equal(actual.waste, row.waste_cost);
    violations.unless(same || row.written_off > 0, "{} period {}: the ledger differs from the cost of what was produced", row.minifactory,
                      row.period);
    violations.unless(equal(actual.material + actual.energy + actual.system + actual.waste, all_cost(row)),
                      "{} period {}: the ledger differs from the cost of what was produced and written off", row.minifactory, row.period);
    violations.unless(equal(actual.loss, row.loss_cost), "{} period {}: loss", row.minifactory, row.period);
    violations.unless(equal(plan.material + plan.energy + plan.system + plan.waste, row.planned_cost), "{} period {}: planned cost {}",
                      row.minifactory, row.period, row.planned_cost);
  }
}

void losses_cost_no_more_than_all(const MarketRun& run, Violations& violations) {
  for (const PeriodRecord& row : run.periods()) {
    const double all = all_cost(row);
    violations.unless(row.loss_cost >= row.waste_cost - 1e-9 && row.loss_cost <= all * (1 + 1e-9) + 1e-9, "{} period {}: loss {} of {}",
                      row.minifactory, row.period, row.loss_cost, all);
  }
}

void plans_keep_capacity_and_count_everything(const MarketRun& run, Violations& violations) {
  for (const MachineRecord& row : run.recording.all<MachineRecord>()) {
    violations.unless(row.planned_min <= row.capacity_min * (1 + 1e-9), "{} {}: {} of {} min", row.minifactory, row.machine,
                      row.planned_min, row.capacity_min);
    double work = 0;
    for (const WorkRecord& part : run.recording.all<WorkRecord>())
      if (part.minifactory == row.minifactory && part.machine == row.machine && part.period == row.period && part.plan == row.plan)
        work += part.planned_min;
    violations.unless(equal(work, row.planned_min), "{} {}: {} min of work, {} planned", row.minifactory, row.machine, work,
                      row.planned_min);
  }
}

}  // namespace

Properties material_flow_costs_balance() {
  return {every_machine_balances, new_costs_are_those_of_the_period, losses_cost_no_more_than_all};
}

Properties plans_keep_to_capacity() { return {plans_keep_capacity_and_count_everything}; }

Properties material_flow_costs_balance_on_floors() {
  return {every_machine_balances, new_costs_are_those_of_the_period, losses_cost_no_more_than_all,
          plans_keep_capacity_and_count_everything};
}

}  // namespace ccm::test
