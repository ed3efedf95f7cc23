#pragma once
/// The facts of a minifactory's periods: what it planned, posted and made, and what that cost.

#include <cstdint>
#include <optional>
#include <tuple>

#include "models/record_table.hpp"

namespace ccm {

/// One minifactory in one period.
struct PeriodRecord {
  std::int64_t period = 0;
  std::string_view minifactory;
  double forecast_units = 0, planned_cost = 0, unserved_parts = 0;
  std::string_view allocation;
  double allocation_gap = 0;
  std::optional<std::int64_t> rounds;
  std::int64_t quotes = 0, refusals = 0, orders = 0, started = 0, produced_units = 0;
  double energy_kwh = 0, material_cost = 0, energy_cost = 0, labour_cost = 0, movement_cost = 0, waste_cost = 0, loss_cost = 0;
  double idle_energy_kwh = 0, idle_energy_cost = 0, written_off = 0;
  double revenue = 0, commission = 0, third_party = 0, freight_cost = 0, profit = 0;
  double utilisation = 0, queue_mean = 0;
  std::optional<double> waiting_mean_h;
  double making_co2_kg = 0, freight_co2_kg = 0;
};

template <>
struct Table<PeriodRecord> {
  using R = PeriodRecord;
  static constexpr std::string_view name = "periods";
  static constexpr std::string_view doc = "one row per minifactory and period";
  static constexpr auto columns =
      std::tuple{Column{"period", &R::period, "number of the period, from 1"},
                 Column{"minifactory", &R::minifactory, "whose row this is"},
                 Column{"forecast_units", &R::forecast_units, "demand forecast when the period began"},
                 Column{"planned_cost", &R::planned_cost, "cost of making what was forecast, as planned when the period began"},
                 Column{"unserved_parts", &R::unserved_parts, "units of parts in the forecast for which capacity did not suffice"},
                 Column{"allocation", &R::allocation, "optimal, short (of capacity), infeasible, or limit (of the search)"},
                 Column{"allocation_gap", &R::allocation_gap, "(cost - proven bound) / cost of the plan; 0 if it is optimal"},
                 Column{"rounds", &R::rounds, "plans made until prices and costs agreed; empty if they did not"},
                 Column{"quotes", &R::quotes, "quotes given"},
                 Column{"refusals", &R::refusals, "calls refused because the due time could not be met"},
                 Column{"orders", &R::orders, "orders that reached the line (product data complete)"},
                 Column{"started", &R::started, "orders whose production started"},
                 Column{"produced_units", &R::produced_units, "orders whose production ended"},
                 Column{"energy_kwh", &R::energy_kwh, "electricity of what was produced"},
                 Column{"material_cost", &R::material_cost, "cost of the new material of what was produced"},
                 Column{"energy_cost", &R::energy_cost, "energy cost of what was produced"},
                 Column{"labour_cost", &R::labour_cost, "labour cost of what was produced (system cost)"},
                 Column{"movement_cost", &R::movement_cost, "movement cost of what was produced (system cost)"},
                 Column{"waste_cost", &R::waste_cost, "waste management cost of what was produced"},
                 Column{"loss_cost", &R::loss_cost, "the part of all these costs that went into lost material"},
                 Column{"idle_energy_kwh", &R::idle_energy_kwh, "electricity of machines that stood still in working time"},
                 Column{"idle_energy_cost", &R::idle_energy_cost, "its cost, which is nobody's but the period's"},
                 Column{"written_off", &R::written_off, "what was spent on orders that were given up; not in the costs before"},
                 Column{"revenue", &R::revenue, "payments for its deliveries, commission included"},
                 Column{"commission", &R::commission, "what the operator kept of the revenue"},
                 Column{"third_party", &R::third_party, "what a third party paid for its deliveries"},
                 Column{"freight_cost", &R::freight_cost, "what it paid for the trips that left in the period"},
                 Column{"profit", &R::profit, "revenue less commission less all costs before, and what the third party paid"},
                 Column{"utilisation", &R::utilisation, "mean share of the lines that was busy"},
                 Column{"queue_mean", &R::queue_mean, "time average of the number of orders waiting"},
                 Column{"waiting_mean_h", &R::waiting_mean_h, "mean wait of the orders that started; empty if none did"},
                 Column{"making_co2_kg", &R::making_co2_kg, "CO2 of its electricity"},
                 Column{"freight_co2_kg", &R::freight_co2_kg, "CO2 of the trips that left in the period, those of customers left out"}};
};

/// One posted price.
struct PriceRecord {
  std::int64_t period = 0;
  std::string_view minifactory, service;
  std::optional<std::int64_t> stage;
  std::string_view customer_type;
  std::int64_t order_units = 1;
  double forecast_units = 0, unit_cost = 0, price = 0;
};

template <>
struct Table<PriceRecord> {
  using R = PriceRecord;
  static constexpr std::string_view name = "prices";
  static constexpr std::string_view doc = "one row per posted price: minifactory, service, customer type, order size and period";
  static constexpr auto columns =
      std::tuple{Column{"period", &R::period, "number of the period, from 1"},
                 Column{"minifactory", &R::minifactory, "who posts the price"},
                 Column{"service", &R::service, "what it buys"},
                 Column{"stage", &R::stage, "the stage of it, from 1, that it buys; empty: all of it"},
                 Column{"customer_type", &R::customer_type, "who pays it"},
                 Column{"order_units", &R::order_units, "units in one of their orders"},
                 Column{"forecast_units", &R::forecast_units, "demand forecast of the service"},
                 Column{"unit_cost", &R::unit_cost, "cost C of one unit at that forecast, average or marginal as the minifactory prices"},
                 Column{"price", &R::price, "posted price of one unit; what capacity_yield asks when the period begins"}};
};

/// What a minifactory that learns believes of the demand of one customer type.
struct EstimateRecord {
  std::int64_t period = 0;
  std::string_view minifactory, service, customer_type;
  std::int64_t order_units = 1, periods = 0;
  double a = 0, b = 0, g = 0;
  std::optional<double> a_error, b_error, g_error;
  std::string_view identified, believed;
};

template <>
struct Table<EstimateRecord> {
  using R = EstimateRecord;
  static constexpr std::string_view name = "estimates";
  static constexpr std::string_view doc =
      "one row per minifactory that learns, service, customer type, order size and period, as believed when the period has ended";
  static constexpr auto columns = std::tuple{
      Column{"period", &R::period, "number of the period, from 1"},
      Column{"minifactory", &R::minifactory, "who believes it"},
      Column{"service", &R::service, "the service"},
      Column{"customer_type", &R::customer_type, "whose demand it is"},
      Column{"order_units", &R::order_units, "units in one of their orders"},
      Column{"periods", &R::periods, "periods that the estimate rests on"},
      Column{"a", &R::a, "demand at price 0 and reference 0 that reaches it"},
      Column{"b", &R::b, "price slope of that demand"},
      Column{"g", &R::g, "reference-effect slope of that demand"},
      Column{"a_error", &R::a_error, "standard error of a; empty while a is the first guess"},
      Column{"b_error", &R::b_error, "standard error of b; empty while b is the first guess"},
      Column{"g_error", &R::g_error, "standard error of g; empty while g is the first guess"},
      Column{"identified", &R::identified,
             "what its sales tell so far: nothing, sum_of_slopes (b + g), price_slope (a and b), reference_effect (all)"},
      Column{
          "believed", &R::believed,
          "what of it is learned: first_guess (nothing), price_slope (a and b), reference_effect (all); less than is identified if a slope has the wrong sign; the rest is the first guess"}};
};

/// How one minifactory makes one part in one period, or from a replanning on.
struct PlanRecord {
  std::int64_t period = 0, plan = 0;
  double planned_at_d = 0;
  std::string_view minifactory, part;
  double demand_units = 0, planned_units = 0;
  std::int64_t route = 0, moves = 0;
  double batch_units = 0, machine_min = 0;
  double material_cost = 0, energy_cost = 0, labour_cost = 0, movement_cost = 0, waste_cost = 0;
  std::optional<double> average_cost, marginal_cost;
};

template <>
struct Table<PlanRecord> {
  using R = PlanRecord;
  static constexpr std::string_view name = "plans";
  static constexpr std::string_view doc =
      "one row per route in use, part, minifactory and plan: the share it takes and what a unit costs on it";
  static constexpr auto columns = std::tuple{Column{"period", &R::period, "number of the period, from 1"},
                                             Column{"plan", &R::plan, "number of the plan in the period, from 1"},
                                             Column{"planned_at_d", &R::planned_at_d, "when: the period's start, or a failure or return"},
                                             Column{"minifactory", &R::minifactory, "who plans"},
                                             Column{"part", &R::part, "the part"},
                                             Column{"demand_units", &R::demand_units, "forecast demand D of the part"},
                                             Column{"planned_units", &R::planned_units, "of these, the units planned on this route"},
                                             Column{"route", &R::route, "the route, from 1"},
                                             Column{"moves", &R::moves, "moves between machine groups per batch"},
                                             Column{"batch_units", &R::batch_units, "economic order quantity; 0 if nothing is held"},
                                             Column{"machine_min", &R::machine_min, "machine minutes of one unit"},
                                             Column{"material_cost", &R::material_cost, "new material of one unit"},
                                             Column{"energy_cost", &R::energy_cost, "energy cost of one unit"},
                                             Column{"labour_cost", &R::labour_cost, "labour cost of one unit"},
                                             Column{"movement_cost", &R::movement_cost, "movement cost of one unit"},
                                             Column{"waste_cost", &R::waste_cost, "waste management cost of one unit"},
                                             Column{"average_cost", &R::average_cost, "cost of the part per unit, over all its routes"},
                                             Column{"marginal_cost", &R::marginal_cost, "what one more unit of the part would cost"}};
};

/// One machine in the plan of one period.
struct MachineRecord {
  std::int64_t period = 0, plan = 0;
  double planned_at_d = 0;
  std::string_view minifactory, machine;
  std::int64_t group = 0;
  double capacity_min = 0, planned_min = 0;
};

template <>
struct Table<MachineRecord> {
  using R = MachineRecord;
  static constexpr std::string_view name = "machines";
  static constexpr std::string_view doc = "one row per machine, minifactory and plan: its group and its planned load";
  static constexpr auto columns = std::tuple{Column{"period", &R::period, "number of the period, from 1"},
                                             Column{"plan", &R::plan, "number of the plan in the period, from 1"},
                                             Column{"planned_at_d", &R::planned_at_d, "when: the period's start, or a failure or return"},
                                             Column{"minifactory", &R::minifactory, "whose machine"},
                                             Column{"machine", &R::machine, "the machine"},
                                             Column{"group", &R::group, "the machine group it stands in, from 1"},
                                             Column{"capacity_min", &R::capacity_min, "minutes it can work in the period"},
                                             Column{"planned_min", &R::planned_min, "minutes planned for the forecast demand"}};
};

/// The work of a worker level on a machine in the plan of one period.
struct WorkRecord {
  std::int64_t period = 0, plan = 0;
  double planned_at_d = 0;
  std::string_view minifactory, part;
  std::int64_t route = 0;
  std::string_view machine, worker;
  double planned_min = 0;
};

template <>
struct Table<WorkRecord> {
  using R = WorkRecord;
  static constexpr std::string_view name = "work";
  static constexpr std::string_view doc = "one row per part, route, machine, worker level, minifactory and plan";
  static constexpr auto columns = std::tuple{Column{"period", &R::period, "number of the period, from 1"},
                                             Column{"plan", &R::plan, "number of the plan in the period, from 1"},
                                             Column{"planned_at_d", &R::planned_at_d, "when: the period's start, or a failure or return"},
                                             Column{"minifactory", &R::minifactory, "who plans"},
                                             Column{"part", &R::part, "the part"},
                                             Column{"route", &R::route, "its route, from 1"},
                                             Column{"machine", &R::machine, "the machine"},
                                             Column{"worker", &R::worker, "the worker level who operates it"},
                                             Column{"planned_min", &R::planned_min, "minutes planned"}};
};

/// One quantity centre (machine) of one minifactory in one period, planned or actual: its rows of the cost matrix.
struct MfcaRecord {
  std::int64_t period = 0;
  std::string_view minifactory, quantity_centre, basis;
  double in_kg = 0, product_kg = 0, loss_kg = 0;
  double carried_material = 0, carried_energy = 0, carried_system = 0;
  double new_material = 0, new_energy = 0, new_system = 0, new_waste = 0;
  double product_material = 0, product_energy = 0, product_system = 0;
  double loss_material = 0, loss_energy = 0, loss_system = 0, loss_waste = 0;
  double recycled_material = 0, recycled_energy = 0, recycled_system = 0;
};

template <>
struct Table<MfcaRecord> {
  using R = MfcaRecord;
  static constexpr std::string_view name = "mfca";
  static constexpr std::string_view doc =
      "one row per machine, minifactory, period and basis: material flow costs of the plan and of what was made";
  static constexpr auto columns =
      std::tuple{Column{"period", &R::period, "number of the period, from 1"},
                 Column{"minifactory", &R::minifactory, "whose flows"},
                 Column{"quantity_centre", &R::quantity_centre, "the machine"},
                 Column{"basis", &R::basis, "plan: the forecast when the period began; actual: the orders whose production ended"},
                 Column{"in_kg", &R::in_kg, "mass that entered"},
                 Column{"product_kg", &R::product_kg, "mass that went on as product"},
                 Column{"loss_kg", &R::loss_kg, "mass lost, recycled or not"},
                 Column{"carried_material", &R::carried_material, "material cost handed over by machines before, and by recycling"},
                 Column{"carried_energy", &R::carried_energy, "energy cost handed over"},
                 Column{"carried_system", &R::carried_system, "system cost handed over"},
                 Column{"new_material", &R::new_material, "new material cost"},
                 Column{"new_energy", &R::new_energy, "new energy cost"},
                 Column{"new_system", &R::new_system, "new system cost: labour and movement"},
                 Column{"new_waste", &R::new_waste, "new waste management cost"},
                 Column{"product_material", &R::product_material, "material cost of the product"},
                 Column{"product_energy", &R::product_energy, "energy cost of the product"},
                 Column{"product_system", &R::product_system, "system cost of the product"},
                 Column{"loss_material", &R::loss_material, "material cost of the loss that was not recycled"},
                 Column{"loss_energy", &R::loss_energy, "energy cost of the loss that was not recycled"},
                 Column{"loss_system", &R::loss_system, "system cost of the loss that was not recycled"},
                 Column{"loss_waste", &R::loss_waste, "waste management cost: all loss"},
                 Column{"recycled_material", &R::recycled_material, "material cost of the loss that entered the first operation again"},
                 Column{"recycled_energy", &R::recycled_energy, "energy cost of that loss"},
                 Column{"recycled_system", &R::recycled_system, "system cost of that loss"}};
};

}  // namespace ccm
