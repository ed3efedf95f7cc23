// How does an order become batches, and batches a product?

#include "sim/floor/machine_floor.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "models/error.hpp"
#include "models/production/lots.hpp"
#include "sim/floor/machine_rows.hpp"
#include "sim/floor/working_hours.hpp"

namespace ccm {
namespace {

std::vector<std::size_t> machine_units(const MinifactorySpec& minifactory) {
  std::vector<std::size_t> units;
  for (const MachineSpec& machine : minifactory.machines) units.push_back(static_cast<std::size_t>(machine.units));
  return units;
}

std::vector<StaffLevel> staff_levels(const Scenario& scenario, const MinifactorySpec& minifactory) {
  std::vector<StaffLevel> levels;
  for (const WorkerSpec& worker : minifactory.workers)
    levels.push_back({static_cast<std::size_t>(worker.headcount), working_hours(scenario, minifactory, worker)});
  return levels;
}

RandomStream stream(const FloorOwner& owner, const std::string& actor, std::string_view purpose) {
  return {static_cast<std::uint64_t>(owner.scenario.seed), owner.replication, actor, purpose};
}

std::vector<Pace> paces(const FloorOwner& owner) {
  std::vector<Pace> paces;
  for (const MachineSpec& machine : owner.minifactory.machines)
    paces.emplace_back(owner.minifactory, stream(owner, owner.minifactory.name + "." + machine.name, "processing"));
  return paces;
}

}  // namespace

MachineFloor::MachineFloor(Clock& clock, const FloorOwner& owner, FloorReports reports, const Recorder& record)
    : clock_(clock),
      owner_(owner),
      plant_(owner.factory.problem.plant),
      reports_(std::move(reports)),
      record_(record),
      reserves_(owner.minifactory.floor.promises == Promises::reserved),
      machine_units_(machine_units(owner.minifactory)),
      levels_(staff_levels(owner.scenario, owner.minifactory)),
      hours_(working_hours(owner.scenario, owner.minifactory)),
      scrap_(stream(owner, owner.minifactory.name, "scrap")),
      log_(owner.factory.problem),
      bookings_(Timetable(machine_units_, levels_)),
      workshop_(clock, {machine_units_, levels_, &dispatch_rule(owner.minifactory.floor.dispatch)}, paces(owner),
                {[this](Batch& batch, const Run& run) { ran(batch, run); }, [this](const Batch& batch) { began(batch); },
                 [this](Batch batch) { left(std::move(batch)); }}),
      holds_(
          clock, owner.minifactory.floor.hold + owner.minifactory.promise_margin,
          [this](const PromiseId& id) { return promised_.contains(id.order) && promised_.at(id.order).number == id.number; },
          [this](const PromiseId& id) { release(id.order); }) {}

// ---- orders become batches ----

Batch MachineFloor::batch_of(RequestId order, const ChosenRecipe& recipe, std::size_t part, std::size_t planned, Seconds due) {
  Batch batch{.order = order, .part = part, .planned = &recipe.plan->routes[part][planned], .due = due, .number = ++batches_so_far_};
  batch.route = &owner_.factory.problem.parts[part].part.routes[batch.planned->route];
  batch.move_time = owner_.factory.problem.parts[part].part.move_time;
  return batch;
}

std::vector<Batch> MachineFloor::batches_of(RequestId order, const ChosenRecipe& recipe, const Wish& wish) {
  std::vector<Batch> batches;
  const auto& parts = owner_.factory.services[wish.service].parts;
  for (std::size_t i = 0; i < parts.size(); ++i)
    for (const std::int64_t lot : lots(std::llround(parts[i].second * wish.units), recipe.plan->allocation->parts[parts[i].first].batch)) {
      batches.push_back(batch_of(order, recipe, parts[i].first, recipe.how().routes[i], wish.due));
      batches.back().units = lot;
    }
  return batches;
}

void MachineFloor::join(RequestId order, const Wish& wish) {
  require(!making_.contains(order), "floor: an order joined twice");
  Promised firm = firm_or_new(order, wish);
  if (firm.number > 0) book_.take(firm.recipe, wish.units);
  count_unbegun();
  ++unbegun_;
  making_.emplace(order, Making{std::move(firm.recipe), wish, firm.batches.size(), false, {}});
  for (Batch& batch : firm.batches) {
    batch.due = wish.due;
    workshop_.add(std::move(batch));
  }
  workshop_.go_on();
}

// ---- batches become products ----

void MachineFloor::began(const Batch& batch) {
  Making& making = making_.at(batch.order);
  if (std::exchange(making.begun, true)) return;
  count_unbegun();
  --unbegun_;
  reports_.started(batch.order);
}

/// Time becomes energy and labour; a finished operation leaves what came out good.
void MachineFloor::ran(Batch& batch, const Run& run) {
  OperationFlow& flow = batch.flows.back();
  const MachineSpec& machine = owner_.minifactory.machines[run.machine];
  flow.electricity += machine.power * run.work + machine.setup_power.value_or(machine.power) * run.setup;
  flow.cost.labour += plant_.workers[run.level].wage * (run.work + run.setup);
  const auto started = static_cast<double>(batch.units);
  if (run.finished) {
    const Operation& operation = batch.operation();
    if (batch.next().moved) flow.cost.movement += owner_.factory.problem.parts[batch.part].part.move_cost;
    if (operation.yield < 1) batch.units = scrap_.binomial(batch.units, operation.yield);
    flow.yield = static_cast<double>(batch.units) / started;
  }
  if (!batch.slots.empty() && (!run.finished || run.ended != batch.slots[batch.step].end)) is_disturbed_ = true;
  record_(operation_row(owner_, batch, run, started));
}

void MachineFloor::left(Batch batch) {
  const auto missing = static_cast<std::int64_t>(batch.flows.front().started) - batch.units;
  Making& making = making_.at(batch.order);
  --making.batches_left;
  if (missing > 0) make_again(batch, missing);
  const RequestId order = batch.order;
  making.finished.push_back(std::move(batch));
  if (making.batches_left == 0) complete(order);
}

void MachineFloor::make_again(const Batch& batch, std::int64_t missing) {
  Batch again{.order = batch.order, .part = batch.part, .planned = batch.planned, .route = batch.route};
  again.move_time = batch.move_time;
  again.due = batch.due;
  again.number = ++batches_so_far_;
  again.units = missing;
  ++making_.at(batch.order).batches_left;
  workshop_.add(std::move(again));
  is_disturbed_ = true;
}

void MachineFloor::complete(RequestId order) {
  const Making made = std::move(making_.extract(order).mapped());
  log_.post(made.finished);
  reports_.finished(order, log_.cost(made.finished) * (1 / made.wish.units));
}

std::optional<CostByKind> MachineFloor::abandon(RequestId order) {
  const auto found = making_.find(order);
  if (found == making_.end()) return std::nullopt;
  std::vector<Batch> batches = workshop_.take_out(order);
  Making making = std::move(making_.extract(found).mapped());
  if (!making.begun) {
    count_unbegun();
    --unbegun_;
  }
  std::ranges::move(making.finished, std::back_inserter(batches));
  std::ranges::for_each(batches, write_off);
  log_.post(batches);
  is_disturbed_ = true;
  workshop_.go_on();
  return log_.cost(batches);
}

/// Orders that have not begun leave and come again by the new plan, in the same order.
void MachineFloor::reroute() {
  for (const RequestId order : unbegun()) {
    Making& making = making_.at(order);
    if (!book_.can_make(making.wish.service)) continue;
    std::ignore = workshop_.take_out(order);
    making.recipe = book_.give(making.wish.service, making.wish.units);
    std::vector<Batch> batches = batches_of(order, making.recipe, making.wish);
    making.batches_left = batches.size();
    for (Batch& batch : batches) workshop_.add(std::move(batch));
  }
  is_disturbed_ = true;
}

/// Orders of which nothing has begun. The batches of each follow one another.
std::vector<RequestId> MachineFloor::unbegun() {
  std::vector<RequestId> orders;
  for (const Place& place : workshop_.places())
    if (!making_.at(place.batch->order).begun && (orders.empty() || orders.back() != place.batch->order))
      orders.push_back(place.batch->order);
  return orders;
}

void MachineFloor::fail(Resources::Kind kind, std::size_t index) {
  book_.fail(kind, index);
  workshop_.fail(kind, index);
  is_disturbed_ = true;
}

void MachineFloor::repair(Resources::Kind kind, std::size_t index) {
  book_.repair(kind, index);
  workshop_.repair(kind, index);
  is_disturbed_ = true;
}

}  // namespace ccm
