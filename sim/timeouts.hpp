#pragma once
/// Many waits of the same length.

#include <deque>
#include <functional>

#include "sim/clock.hpp"

namespace ccm {

/// Requests, or other keys, that wait equally long for an answer. They run out in the order in which they began, so that one entry of the
/// calendar stands for all of them; those that have been answered meanwhile are passed over.
template <class Key>
class Timeouts {
 public:
  /// `waits` tells whether a key is still without an answer; `run_out` is called when its time has come.
  Timeouts(Clock& clock, Seconds length, std::function<bool(const Key&)> waits, std::function<void(const Key&)> run_out)
      : clock_(clock), length_(length), waits_(std::move(waits)), run_out_(std::move(run_out)) {}

  void begin(Key key) {
    queue_.push_back({clock_.now() + length_, std::move(key)});
    if (queue_.size() == 1) expect_first();
  }

 private:
  struct Wait {
    Seconds end;
    Key key;
  };

  void expect_first() {
    clock_.at(queue_.front().end, [this] { end_first(); });
  }

  void end_first() {
    const Key first = std::move(queue_.front().key);
    do queue_.pop_front();
    while (!queue_.empty() && !waits_(queue_.front().key));
    if (!queue_.empty()) expect_first();
    if (waits_(first)) run_out_(first);
  }

  Clock& clock_;
  Seconds length_;
  std::function<bool(const Key&)> waits_;
  std::function<void(const Key&)> run_out_;
  std::deque<Wait> queue_;
};

}  // namespace ccm
