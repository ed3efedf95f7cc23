// Which time is kept free for which batch?

#include "sim/floor/bookings.hpp"

#include <algorithm>

namespace ccm {

Seconds Bookings::book(const Place& place) {
  Batch& batch = *place.batch;
  const std::vector<double> started = units_started(*batch.route);
  const double units = static_cast<double>(batch.units) / started[batch.step];  // that are expected to be good in the end
  batch.slots.resize(started.size());
  Seconds ready = place.ready;
  for (std::size_t i = batch.step; i < started.size(); ++i) {
    const PlannedStep& step = batch.planned->steps[i];
    if (i > batch.step && step.moved) ready += batch.move_time;
    const Seconds work = i == batch.step ? place.left : planned_work(batch.route->operations[i], units * started[i]);
    if (i == batch.step && place.running) {
      batch.slots[i] = *place.running;
    } else {
      batch.slots[i] = timetable_.earliest(step.machine, step.levels, ready, work);
      timetable_.book(batch.slots[i]);
    }
    ready = batch.slots[i].end;
  }
  return ready;
}

Seconds Bookings::book(std::span<Batch> batches, Seconds from) {
  Seconds ready = from;
  for (Batch& batch : batches) ready = std::max(ready, book(beginning(batch, from)));
  return ready;
}

void Bookings::book_anew(std::span<const Place> places) {
  timetable_.clear();
  for (const Place& place : places)
    if (place.running) timetable_.book(*place.running);
  for (const Place& place : places) book(place);
}

void Bookings::release(std::span<const Batch> batches) {
  for (const Batch& batch : batches)
    for (std::size_t i = batch.step; i < batch.slots.size(); ++i) timetable_.release(batch.slots[i]);
}

}  // namespace ccm
