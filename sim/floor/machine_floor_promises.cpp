// When will an order be made on a floor of machines?

#include <algorithm>

#include "sim/floor/machine_floor.hpp"

namespace ccm {

std::optional<Seconds> MachineFloor::promise(RequestId order, const Wish& wish, Seconds delay) {
  if (making_.contains(order)) return expected(order);
  release(order);
  auto recipe = book_.next(wish.service);
  if (!recipe) return std::nullopt;
  const Seconds from = clock_.now() + delay;
  std::vector<Batch> batches = batches_of(order, *recipe, wish);
  if (!reserves_) return estimate(batches, from);
  if (is_disturbed_) book_anew();
  bookings_.forget_before(clock_.now());
  const Seconds ready = bookings_.book(batches, from);
  promised_.emplace(order, Promised{std::move(*recipe), wish, std::move(batches), from, ++promises_so_far_});
  holds_.begin({order, promises_so_far_});
  return ready;
}

/// Each operation after all the work that is before its machine: that of other orders now, and that of the batches before it.
Seconds MachineFloor::estimate(std::span<const Place> places, std::vector<Seconds> ahead) const {
  Seconds ready = clock_.now();
  for (const Place& place : places) {
    const Batch& batch = *place.batch;
    const std::vector<double> started = units_started(*batch.route);
    Seconds end = place.ready;
    for (std::size_t i = batch.step; i < started.size(); ++i) {
      const std::size_t machine = batch.route->operations[i].machine;
      const double units = static_cast<double>(batch.units) * started[i] / started[batch.step];
      const Seconds work = i == batch.step ? place.left : planned_work(batch.route->operations[i], units);
      const Seconds free = hours_.finish(clock_.now(), ahead[machine] / static_cast<double>(machine_units_[machine]));
      if (i > batch.step && batch.planned->steps[i].moved) end += batch.move_time;
      end = place.running && i == batch.step ? place.running->end : hours_.finish(std::max(end, free), work);
      ahead[machine] += work;
    }
    ready = std::max(ready, end);
  }
  return ready;
}

Seconds MachineFloor::estimate(std::span<Batch> batches, Seconds from) const {
  std::vector<Place> places;
  for (Batch& batch : batches) places.push_back(beginning(batch, from));
  return estimate(places, workshop_.work_ahead());
}

void MachineFloor::release(RequestId order) {
  const auto found = promised_.find(order);
  if (found == promised_.end()) return;
  if (!is_disturbed_) bookings_.release(found->second.batches);
  promised_.erase(found);
}

/// What was promised, if its time has not passed; else what is free now.
MachineFloor::Promised MachineFloor::firm_or_new(RequestId order, const Wish& wish) {
  const auto found = promised_.find(order);
  if (found != promised_.end() && found->second.from >= clock_.now() && found->second.wish.units == wish.units)
    return std::move(promised_.extract(found).mapped());
  release(order);
  ChosenRecipe recipe = book_.give(wish.service, wish.units);
  std::vector<Batch> batches = batches_of(order, recipe, wish);
  if (reserves_ && is_disturbed_) book_anew();
  if (reserves_) bookings_.book(batches, clock_.now());
  return {std::move(recipe), wish, std::move(batches), clock_.now(), 0};
}

std::vector<Place> MachineFloor::places_by_due_time() {
  std::vector<Place> places = workshop_.places();
  std::ranges::stable_sort(places, {}, [](const Place& place) { return place.batch->due; });
  return places;
}

/// Firm orders come before promises, which keep what is left.
void MachineFloor::book_anew() {
  bookings_.forget_before(clock_.now());
  bookings_.book_anew(places_by_due_time());
  for (auto& [order, promised] : promised_) bookings_.book(promised.batches, std::max(promised.from, clock_.now()));
  is_disturbed_ = false;
  workshop_.go_on();
}

bool MachineFloor::keeps_time_free() {
  if (reserves_ && is_disturbed_) book_anew();
  bookings_.forget_before(clock_.now());
  return !bookings_.empty();
}

Seconds MachineFloor::expected(RequestId order) {
  if (reserves_ && is_disturbed_) book_anew();
  std::vector<Place> here = workshop_.places();
  std::erase_if(here, [order](const Place& place) { return place.batch->order != order; });
  if (!reserves_) return estimate(here, workshop_.work_ahead(order));
  Seconds end = clock_.now();
  for (const Place& place : here) end = std::max(end, place.batch->slots.back().end);
  return end;
}

}  // namespace ccm
