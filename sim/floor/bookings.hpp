#pragma once
/// Time that is kept free for orders.

#include <span>

#include "sim/floor/batch.hpp"

namespace ccm {

/// Books the operations of batches on the timetable of a workshop, one after the other, each as early as it fits.
/// Source: [Rauch2016], section 3.3 (free production capacity to meet the agreed delivery date).
/// Tested by: tests/sim/machine_floor_test.cpp.
class Bookings {
 public:
  explicit Bookings(Timetable timetable) : timetable_(std::move(timetable)) {}

  /// Books all that is left of a batch after what runs, and returns when it will be done.
  Seconds book(const Place& place);
  /// Books all batches of an order from the beginning, and returns when the last will be done.
  Seconds book(std::span<Batch> batches, Seconds from);
  /// Forgets everything and books anew: what runs goes on, then the others in their order.
  void book_anew(std::span<const Place> places);
  void release(std::span<const Batch> batches);
  void forget_before(Seconds now) { timetable_.forget_before(now); }
  [[nodiscard]] bool empty() const { return timetable_.empty(); }

 private:
  Timetable timetable_;
};

}  // namespace ccm
