// What do the tables say of a minifactory's plans?

#include "sim/period_rows.hpp"

namespace ccm {
namespace {

std::int64_t route_number(const FactoryModel& factory, std::size_t part, std::size_t route) {
  return static_cast<std::int64_t>(factory.problem.parts[part].part.routes[route].number) + 1;
}

/// Rows of plans and of periods alike have a column for each kind of cost.
template <class Row>
void set_costs(Row& row, const CostByKind& cost) {
  row.material_cost = cost.material.value();
  row.energy_cost = cost.energy.value();
  row.labour_cost = cost.labour.value();
  row.movement_cost = cost.movement.value();
  row.waste_cost = cost.waste.value();
}

void record_routes(const RowContext& context, const PeriodPlan& plan, const PlanMark& mark) {
  for (std::size_t p = 0; p < plan.routes.size(); ++p) {
    const PartAllocation& part = plan.allocation->parts[p];
    PlanRecord row{
        .period = context.period, .plan = mark.number, .planned_at_d = in_days(mark.at), .minifactory = context.minifactory.name};
    row.part = context.scenario.parts[context.factory.parts[p]].name;
    row.demand_units = plan.part_demand[p];
    row.batch_units = part.batch;
    if (part.average) row.average_cost = part.average->value();
    if (part.marginal) row.marginal_cost = part.marginal->value();
    for (std::size_t r = 0; r < part.routes.size(); ++r) {
      const RouteUse& use = part.routes[r];
      row.planned_units = use.units;
      row.route = route_number(context.factory, p, use.route);
      row.moves = static_cast<std::int64_t>(use.moves);
      row.machine_min = in_minutes(plan.routes[p][r].time);
      set_costs(row, use.unit_cost);
      context.record(row);
    }
  }
}

void record_machines(const RowContext& context, const PeriodPlan& plan, const PlanMark& mark) {
  const Plant& plant = context.factory.problem.plant;
  std::vector<double> minutes(plant.machines.size());
  for (const Work& work : plan.allocation->work) minutes[work.machine] += in_minutes(work.time);
  for (std::size_t y = 0; y < plant.machines.size(); ++y)
    context.record(MachineRecord{.period = context.period,
                                 .plan = mark.number,
                                 .planned_at_d = in_days(mark.at),
                                 .minifactory = context.minifactory.name,
                                 .machine = context.minifactory.machines[y].name,
                                 .group = static_cast<std::int64_t>(plan.allocation->group_of_machine[y]) + 1,
                                 .capacity_min = in_minutes(plant.machines[y].capacity),
                                 .planned_min = minutes[y]});
}

void record_work(const RowContext& context, const PeriodPlan& plan, const PlanMark& mark) {
  for (const Work& work : plan.allocation->work)
    context.record(WorkRecord{.period = context.period,
                              .plan = mark.number,
                              .planned_at_d = in_days(mark.at),
                              .minifactory = context.minifactory.name,
                              .part = context.scenario.parts[context.factory.parts[work.part]].name,
                              .route = route_number(context.factory, work.part, work.route),
                              .machine = context.minifactory.machines[work.machine].name,
                              .worker = context.minifactory.workers[work.worker].name,
                              .planned_min = in_minutes(work.time)});
}

}  // namespace

void record_period(const RowContext& context, const PeriodPlan& plan, const PeriodTally& tally, const FloorUse& use) {
  PeriodRecord row{.period = context.period, .minifactory = context.minifactory.name};
  for (const ServicePlan& service : plan.services) row.forecast_units += service.forecast;
  row.planned_cost = plan.allocation->cost.total().value();
  row.unserved_parts = plan.unserved_parts();
  row.allocation = name_of(row.unserved_parts > 0 ? AllocationStatus::shortage : plan.allocation->status);
  row.allocation_gap = plan.allocation->gap;
  row.rounds = plan.rounds;
  row.quotes = tally.quotes;
  row.refusals = tally.refusals;
  row.orders = tally.orders;
  row.started = tally.started;
  row.produced_units = tally.produced;
  row.energy_kwh = tally.cost.electricity.value();
  set_costs(row, tally.cost);
  row.loss_cost = tally.loss_cost.value();
  row.idle_energy_kwh = use.idle_energy.value();
  row.idle_energy_cost = (context.minifactory.energy_price * use.idle_energy).value();
  row.written_off = tally.written_off.value();
  row.revenue = tally.income.paid.value();
  row.commission = tally.income.commission.value();
  row.third_party = tally.income.third_party.value();
  row.freight_cost = tally.freight.cost.value();
  row.profit = (tally.income.total() - tally.cost.total() - tally.written_off - tally.freight.cost).value() - row.idle_energy_cost;
  row.utilisation = use.utilisation;
  row.queue_mean = use.queue_mean;
  if (tally.started > 0) row.waiting_mean_h = in_hours(tally.waiting) / static_cast<double>(tally.started);
  row.making_co2_kg = (context.minifactory.grid_co2 * (tally.cost.electricity + use.idle_energy)).value();
  row.freight_co2_kg = tally.freight.co2.value();
  context.record(row);
}

void record_plan(const RowContext& context, const PeriodPlan& plan, const PlanMark& mark) {
  record_routes(context, plan, mark);
  record_machines(context, plan, mark);
  record_work(context, plan, mark);
}

void record_prices(const RowContext& context, const PeriodPlan& plan) {
  for (std::size_t s = 0; s < plan.services.size(); ++s) {
    const ServiceModel& service = context.factory.services[s];
    PriceRecord row{.period = context.period,
                    .minifactory = context.minifactory.name,
                    .service = context.scenario.services[service.service].name,
                    .forecast_units = plan.services[s].forecast,
                    .unit_cost = plan.services[s].unit_cost.value()};
    if (service.stage) row.stage = static_cast<std::int64_t>(*service.stage) + 1;
    for (std::size_t t = 0; t < plan.services[s].prices.size(); ++t) {
      row.customer_type = name_of(service.demand[t].type);
      row.order_units = static_cast<std::int64_t>(service.demand[t].order_units);
      row.price = plan.services[s].prices[t].value();
      context.record(row);
    }
  }
}

Money record_flows(const RowContext& context, const FlowLedger& flows, std::string_view basis) {
  Money loss{0};
  for (std::size_t y = 0; y < flows.by_machine().size(); ++y) {
    const CentreFlow& flow = flows.by_machine()[y];
    loss += flow.loss_cost.total();
    MfcaRecord row{.period = context.period, .minifactory = context.minifactory.name, .basis = basis};
    row.quantity_centre = context.minifactory.machines[y].name;
    row.in_kg = flow.in.value();
    row.product_kg = flow.product.value();
    row.loss_kg = flow.loss.value();
    row.carried_material = flow.carried.material.value();
    row.carried_energy = flow.carried.energy.value();
    row.carried_system = flow.carried.system.value();
    row.new_material = flow.own.material.value();
    row.new_energy = flow.own.energy.value();
    row.new_system = flow.own.system.value();
    row.new_waste = flow.own.waste.value();
    row.product_material = flow.product_cost.material.value();
    row.product_energy = flow.product_cost.energy.value();
    row.product_system = flow.product_cost.system.value();
    row.loss_material = flow.loss_cost.material.value();
    row.loss_energy = flow.loss_cost.energy.value();
    row.loss_system = flow.loss_cost.system.value();
    row.loss_waste = flow.loss_cost.waste.value();
    row.recycled_material = flow.recycled_cost.material.value();
    row.recycled_energy = flow.recycled_cost.energy.value();
    row.recycled_system = flow.recycled_cost.system.value();
    context.record(row);
  }
  return loss;
}

}  // namespace ccm
