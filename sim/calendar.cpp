// What happens next?

#include "sim/calendar.hpp"

#include <algorithm>
#include <utility>

namespace ccm {

void Calendar::add(Seconds time, Action action) {
  if (free_slots_.empty()) {
    free_slots_.push_back(static_cast<std::uint32_t>(actions_.size()));
    actions_.emplace_back();
  }
  const std::uint32_t slot = free_slots_.back();
  free_slots_.pop_back();
  actions_[slot] = std::move(action);
  heap_.push_back({time, sequence_++, slot});
  std::ranges::push_heap(heap_, std::greater());
}

Calendar::Action Calendar::take_next() {
  std::ranges::pop_heap(heap_, std::greater());
  const std::uint32_t slot = heap_.back().slot;
  heap_.pop_back();
  free_slots_.push_back(slot);
  return std::exchange(actions_[slot], nullptr);
}

}  // namespace ccm
