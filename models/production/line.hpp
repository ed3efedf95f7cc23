#pragma once
/// A capacity-limited production line: parallel lines fed by one first-come-first-served queue.

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <vector>

#include "models/units.hpp"

namespace ccm {

/// One order on the line.
struct Job {
  std::uint64_t id = 0;
  Seconds duration{0};
  Seconds joined{0};
};

/// FCFS queue with `lines` equal parallel lines. A state machine without a clock: time comes in with each call and never runs
/// backwards (ModelError otherwise). With Poisson arrivals and exponential durations it is the M/M/c queue.
/// Tested by: tests/models/line_test.cpp, tests/validation/queue_validation.cpp.
class Line {
 public:
  /// lines >= 1, else ModelError.
  explicit Line(std::size_t lines);

  /// A job arrives and waits.
  void join(Job job, Seconds now);
  /// The first waiting job, if a line is free for it; nothing otherwise.
  [[nodiscard]] std::optional<Job> ready() const;
  /// The job that is ready starts.
  Job start(Seconds now);
  /// The running job that ends first has ended.
  void finish(Seconds now);
  /// A waiting job leaves again; false if none of that id waits.
  bool withdraw(std::uint64_t id, Seconds now);
  /// Waiting jobs get new durations, or the line stood still: what is still to come is reckoned anew.
  void reschedule(const std::function<Seconds(const Job&)>& duration, Seconds now);

  /// When a job that joined now would start if nothing but the jobs already here ran, in their order.
  [[nodiscard]] Seconds earliest_start(Seconds now) const;
  /// When a waiting job would end, reckoned likewise; ModelError if none of that id waits.
  [[nodiscard]] Seconds expected_end(std::uint64_t id, Seconds now) const;
  /// Work that the jobs already here still make for the lines, all lines together.
  [[nodiscard]] Seconds backlog(Seconds now) const;
  [[nodiscard]] std::size_t waiting() const { return queue_.size(); }
  [[nodiscard]] std::size_t running() const { return ends_.size(); }

  /// Time integral of the number of waiting jobs up to now [job s]; divided by the time it is L_q of Little's law.
  [[nodiscard]] double waiting_area(Seconds now) const;
  /// Time integral of the number of busy lines up to now [line s]; divided by lines and time it is the utilisation.
  [[nodiscard]] double busy_area(Seconds now) const;

 private:
  void advance(Seconds now);

  Seconds assign(const Job& job, Seconds now);

  std::deque<Job> queue_;
  std::vector<Seconds> free_at_;  // when each line has done all that is assigned to it so far
  std::vector<Seconds> ends_;     // of the running jobs
  Seconds clock_{0};
  double waiting_area_ = 0;
  double busy_area_ = 0;
};

}  // namespace ccm
