#pragma once
/// Many waits of the same length.

#include <deque>
#include <functional>

#include "sim/world.hpp"

namespace ccm {

/// Requests that wait equally long for an answer. They run out in the order in which they began, so that one entry of the calendar
/// stands for all of them; those that have been answered meanwhile are passed over.
class Timeouts {
 public:
  /// `waits` tells whether a request is still without an answer; `run_out` is called when its time has come.
  Timeouts(World& world, Seconds length, std::function<bool(RequestId)> waits, std::function<void(RequestId)> run_out)
      : world_(world), length_(length), waits_(std::move(waits)), run_out_(std::move(run_out)) {}

  void begin(RequestId request) {
    queue_.push_back({world_.now() + length_, request});
    if (queue_.size() == 1) expect_first();
  }

 private:
  struct Wait {
    Seconds end;
    RequestId request;
  };

  void expect_first() {
    world_.at(queue_.front().end, [this] { end_first(); });
  }

  void end_first() {
    const RequestId first = queue_.front().request;
    do queue_.pop_front();
    while (!queue_.empty() && !waits_(queue_.front().request));
    if (!queue_.empty()) expect_first();
    if (waits_(first)) run_out_(first);
  }

  World& world_;
  Seconds length_;
  std::function<bool(RequestId)> waits_;
  std::function<void(RequestId)> run_out_;
  std::deque<Wait> queue_;
};

}  // namespace ccm
