#pragma once
/// The event list of the simulation.

#include <cstdint>
#include <functional>
#include <vector>

#include "models/units.hpp"

namespace ccm {

/// Future actions in order of time; at equal times first in, first out.
/// A binary heap of small keys whose actions lie apart, so that sifting moves 24 bytes.
class Calendar {
 public:
  using Action = std::function<void()>;

  void add(Seconds time, Action action);
  [[nodiscard]] bool empty() const { return heap_.empty(); }
  [[nodiscard]] Seconds next_time() const { return heap_.front().time; }
  /// Removes and returns the next action; the calendar must not be empty.
  [[nodiscard]] Action take_next();

 private:
  struct Key {
    Seconds time;
    std::uint64_t sequence;
    std::uint32_t slot;
    bool operator>(const Key& other) const { return time != other.time ? time > other.time : sequence > other.sequence; }
  };

  std::vector<Key> heap_;
  std::vector<Action> actions_;
  std::vector<std::uint32_t> free_slots_;
  std::uint64_t sequence_ = 0;
};

}  // namespace ccm
