// Which batch does each machine work on, and until when?

#include "sim/floor/workshop.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace ccm {

Workshop::Workshop(Clock& clock, const WorkshopPlan& plan, std::vector<Pace> paces, Reports reports)
    : clock_(clock), rule_(*plan.rule), reports_(std::move(reports)) {
  for (std::size_t m = 0; m < plan.machine_units.size(); ++m)
    stations_.push_back(Station{.units = plan.machine_units[m], .queue = {}, .running = {}, .pace = std::move(paces[m]), .use = {}});
  for (const StaffLevel& level : plan.levels) staff_.push_back({level});
}

// ---- the way of a batch ----

void Workshop::add(Batch batch) {
  VisitId id = static_cast<VisitId>(visits_.size());
  if (free_.empty()) {
    visits_.emplace_back();
  } else {
    id = free_.back();
    free_.pop_back();
  }
  const std::uint32_t turn = visits_[id].turn + 1;
  visits_[id] = Visit{.batch = std::move(batch), .turn = turn};
  present_.push_back(id);
  enter(id);
}

/// A batch that comes from another machine group has to be moved first.
void Workshop::enter(VisitId id) {
  Visit& visit = visits_[id];
  if (!visit.batch.next().moved || visit.batch.move_time == Seconds(0)) return queue_up(id);
  visit.state = State::moving;
  visit.since = clock_.now() + visit.batch.move_time;
  clock_.at(visit.since, [this, id, turn = visit.turn] {
    if (visits_[id].turn != turn || visits_[id].state != State::moving) return;
    queue_up(id);
    go_on();
  });
}

void Workshop::queue_up(VisitId id) {
  Visit& visit = visits_[id];
  visit.state = State::waiting;
  visit.since = clock_.now();
  Station& station = stations_[visit.batch.next().machine];
  count_queue(station);
  station.queue.push_back(id);
}

void Workshop::begin(VisitId id) {
  Visit& visit = visits_[id];
  Station& station = stations_[visit.batch.next().machine];
  const Operation& operation = visit.batch.operation();
  visit.level = *free_level(visit);
  count_queue(station);
  std::erase(station.queue, id);
  if (!visit.left) {
    const double pace = station.pace.draw();
    visit.left = planned_work(operation, static_cast<double>(visit.batch.units)) * pace;
    visit.setup_left = operation.setup * pace;
    ++station.use.begun;
    station.use.waited += clock_.now() - visit.since;
    visit.batch.flows.push_back({.started = static_cast<double>(visit.batch.units)});
    if (visit.batch.step == 0) reports_.began(visit.batch);
  }
  visit.run = {.machine = visit.batch.next().machine, .level = visit.level, .queued = visit.since, .began = clock_.now()};
  visit.state = State::running;
  visit.counted = clock_.now();
  visit.end = staff_[visit.level].level.calendar.finish(clock_.now(), *visit.left);
  ++visit.turn;
  ++staff_[visit.level].busy;
  station.running.push_back(id);
  clock_.at(visit.end, [this, id, turn = visit.turn] { finish(id, turn); });
}

void Workshop::finish(VisitId id, std::uint32_t turn) {
  if (visits_[id].turn != turn || visits_[id].state != State::running) return;
  stop(id, true);
  Visit& visit = visits_[id];
  visit.left.reset();
  ++visit.batch.step;
  if (visit.batch.units == 0 || visit.batch.step == visit.batch.route->operations.size())
    reports_.left(remove(id));
  else
    enter(id);
  go_on();
}

/// Machine and person are free again.
void Workshop::stop(VisitId id, bool finished) {
  Visit& visit = visits_[id];
  count_work(visit);
  visit.run.ended = clock_.now();
  visit.run.finished = finished;
  --staff_[visit.level].busy;
  std::erase(stations_[visit.run.machine].running, id);
  reports_.ran(visit.batch, visit.run);
}

void Workshop::interrupt(VisitId id) {
  Visit& visit = visits_[id];
  visit.left = staff_[visit.level].level.calendar.work_between(clock_.now(), visit.end);
  stop(id, false);
  ++visit.turn;
  queue_up(id);
}

Batch Workshop::remove(VisitId id) {
  ++visits_[id].turn;
  free_.push_back(id);
  std::erase(present_, id);
  return std::move(visits_[id].batch);
}

// ---- what comes next ----

void Workshop::go_on() {
  for (std::size_t m = 0; m < stations_.size(); ++m) dispatch(m);
}

void Workshop::dispatch(std::size_t machine) {
  Station& station = stations_[machine];
  while (station.down == 0 && station.running.size() < station.units && !station.queue.empty()) {
    const auto next = choose(station);
    if (!next) return;
    begin(*next);
  }
}

/// Interrupted batches go first; the others by the rule, then by arrival, then by number.
std::optional<Workshop::VisitId> Workshop::choose(const Station& station) {
  using Rank = std::tuple<bool, double, Seconds, std::uint64_t>;
  std::optional<std::pair<Rank, VisitId>> best;
  for (const VisitId id : station.queue) {
    const Visit& visit = visits_[id];
    if (!free_level(visit)) continue;
    const Rank rank{!visit.left, rule_.urgency(waiting(visit), clock_.now()), visit.since, visit.batch.number};
    if (!best || rank < best->first) best = {rank, id};
  }
  return best ? std::optional(best->second) : std::nullopt;
}

/// The first assigned level with a person who is present and free. Where time is reserved it is the level reserved, from then on.
std::optional<std::size_t> Workshop::free_level(const Visit& visit) {
  const Batch& batch = visit.batch;
  const bool reserved = !batch.slots.empty();
  if (reserved && batch.slots[batch.step].start > clock_.now()) {
    wake_at(batch.slots[batch.step].start);
    return std::nullopt;
  }
  for (const std::size_t level : batch.next().levels) {
    if (reserved && level != batch.slots[batch.step].level) continue;
    const Staff& staff = staff_[level];
    if (staff.down > 0 || staff.busy >= staff.level.people) continue;
    const Seconds open = staff.level.calendar.next_open(clock_.now());
    if (open == clock_.now()) return level;
    wake_at(open);
  }
  return std::nullopt;
}

WaitingBatch Workshop::waiting(const Visit& visit) const {
  const Batch& batch = visit.batch;
  const auto units = static_cast<double>(batch.units);
  WaitingBatch waiting{.arrived = visit.since, .due = batch.due, .sequence = batch.number};
  waiting.time = planned_work(batch.operation(), units);
  for (std::size_t i = batch.step; i < batch.route->operations.size(); ++i)
    waiting.remaining += planned_work(batch.route->operations[i], units);
  return waiting;
}

void Workshop::wake_at(Seconds time) {
  if (alarm_ && *alarm_ <= time) return;
  alarm_ = time;
  clock_.at(time, [this, time] {
    if (alarm_ != time) return;
    alarm_.reset();
    go_on();
  });
}

// ---- failures, and orders given up ----

void Workshop::fail(Resources::Kind kind, std::size_t index) {
  const bool is_machine = kind == &Resources::machines;
  if (is_machine && stations_[index].down++ == 0) stations_[index].down_since = clock_.now();
  if (!is_machine) ++staff_[index].down;
  for (const VisitId id : std::vector(present_))
    if (visits_[id].state == State::running && (is_machine ? visits_[id].run.machine : visits_[id].level) == index) interrupt(id);
}

void Workshop::repair(Resources::Kind kind, std::size_t index) {
  if (kind != &Resources::machines) {
    --staff_[index].down;
    return;
  }
  Station& station = stations_[index];
  if (--station.down == 0) station.use.down += clock_.now() - station.down_since;
}

std::vector<Batch> Workshop::take_out(RequestId order) {
  std::vector<Batch> batches;
  for (const VisitId id : std::vector(present_)) {
    if (visits_[id].batch.order != order) continue;
    if (visits_[id].state == State::running) interrupt(id);
    if (visits_[id].state == State::waiting) {
      Station& station = stations_[visits_[id].batch.next().machine];
      count_queue(station);
      std::erase(station.queue, id);
    }
    batches.push_back(remove(id));
  }
  return batches;
}

}  // namespace ccm
