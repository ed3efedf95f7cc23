// What have the machines of a workshop done, and what have they still to do?

#include <algorithm>
#include <utility>

#include "sim/floor/workshop.hpp"

namespace ccm {

void Workshop::count_work(Visit& visit) {
  const Seconds until = std::min(clock_.now(), visit.end);
  const Seconds work = staff_[visit.level].level.calendar.work_between(visit.counted, until);
  const Seconds setup = std::min(work, visit.setup_left);
  MachineUse& use = stations_[visit.run.machine].use;
  visit.counted = until;
  visit.setup_left -= setup;
  visit.run.setup += setup;
  visit.run.work += work - setup;
  use.setup += setup;
  use.work += work - setup;
}

void Workshop::count_queue(Station& station) {
  station.use.queue_area += static_cast<double>(station.queue.size()) * (clock_.now() - station.queue_counted).value();
  station.queue_counted = clock_.now();
}

std::vector<MachineUse> Workshop::take_uses() {
  std::vector<MachineUse> uses;
  for (Station& station : stations_) {
    count_queue(station);
    for (const VisitId id : station.running) count_work(visits_[id]);
    if (station.down > 0) station.use.down += clock_.now() - std::exchange(station.down_since, clock_.now());
    uses.push_back(std::exchange(station.use, {}));
  }
  return uses;
}

/// Of the operation that is next or under way.
Seconds Workshop::work_left(const Visit& visit) const {
  if (visit.state == State::running) return staff_[visit.level].level.calendar.work_between(clock_.now(), visit.end);
  return visit.left.value_or(planned_work(visit.batch.operation(), static_cast<double>(visit.batch.units)));
}

std::vector<Seconds> Workshop::work_ahead(std::optional<RequestId> but_of) const {
  std::vector<Seconds> work(stations_.size());
  for (const VisitId id : present_) {
    const Batch& batch = visits_[id].batch;
    if (batch.order == but_of) continue;
    const std::vector<double> started = units_started(*batch.route);
    work[batch.next().machine] += work_left(visits_[id]);
    for (std::size_t i = batch.step + 1; i < started.size(); ++i) {
      const Operation& operation = batch.route->operations[i];
      work[operation.machine] += planned_work(operation, static_cast<double>(batch.units) * started[i] / started[batch.step]);
    }
  }
  return work;
}

std::vector<Place> Workshop::places() {
  std::vector<Place> places;
  for (const VisitId id : present_) {
    Visit& visit = visits_[id];
    const bool runs = visit.state == State::running;
    Place& place = places.emplace_back(Place{.batch = &visit.batch, .ready = clock_.now()});
    if (visit.state == State::moving) place.ready = visit.since;
    if (runs) place.running = Slot{visit.run.machine, visit.level, clock_.now(), visit.end};
    place.left = work_left(visit);
  }
  std::ranges::sort(places, {}, [](const Place& place) { return place.batch->number; });
  return places;
}

}  // namespace ccm
