#pragma once
/// Is a schedule of a job shop one that could be carried out, and could nothing in it start earlier?

#include <algorithm>
#include <string>

#include "models/production/job_shop.hpp"

namespace ccm::test {

/// What is wrong with a schedule; nothing if it is right. Ends must be starts and times added up, to the last bit.
class ShopCheck {
 public:
  ShopCheck(const JobShop& shop, const ShopSchedule& schedule) : shop_(shop), schedule_(schedule) {}

  [[nodiscard]] std::string fault() const {
    std::size_t count = 0;
    for (const ShopJob& job : shop_.jobs) count += job.size();
    if (schedule_.operations.size() != count) return "not every operation is done once";
    if (!follow_each_other()) return "a job's operations are not done in order";
    if (!std::ranges::all_of(schedule_.operations, [this](const auto& done) { return is_possible(done); }))
      return "a machine cannot do that";
    if (overlap()) return "a machine does two operations at a time";
    if (!std::ranges::all_of(schedule_.operations, [this](const auto& done) { return starts_in_time(done); })) return "a start is late";
    return schedule_.makespan == last_end() ? "" : "the makespan is not the last end";
  }

 private:
  [[nodiscard]] bool follow_each_other() const {
    auto done = schedule_.operations.begin();
    for (std::size_t job = 0; job < shop_.jobs.size(); ++job) {
      Seconds ready{0};
      for (std::size_t operation = 0; operation < shop_.jobs[job].size(); ++operation, ++done) {
        if (done->job != job || done->operation != operation || done->start < ready) return false;
        ready = done->end;
      }
    }
    return true;
  }

  [[nodiscard]] bool is_possible(const ScheduledOperation& done) const {
    return std::ranges::any_of(shop_.jobs[done.job][done.operation], [&](const MachineChoice& choice) {
      return choice.machine == done.machine && done.start + choice.time == done.end;
    });
  }

  [[nodiscard]] bool overlap() const {
    const auto& all = schedule_.operations;
    for (auto a = all.begin(); a != all.end(); ++a)
      for (auto b = a + 1; b != all.end(); ++b)
        if (a->machine == b->machine && a->start < b->end && b->start < a->end) return true;
    return false;
  }

  /// With all others where they are, the operation could not start earlier: neither when the one before it in the job ends nor when another
  /// on the machine does.
  [[nodiscard]] bool starts_in_time(const ScheduledOperation& done) const {
    const Seconds ready = done.operation == 0 ? Seconds(0) : (&done - 1)->end;
    const auto is_better = [&](Seconds start) { return start >= ready && start < done.start && is_free(done, start); };
    return !is_better(ready) && std::ranges::none_of(schedule_.operations, [&](const ScheduledOperation& other) {
      return other.machine == done.machine && is_better(other.end);
    });
  }

  /// No other operation is on the machine if this one starts then.
  [[nodiscard]] bool is_free(const ScheduledOperation& moved, Seconds start) const {
    const Seconds end = start + (moved.end - moved.start);
    return std::ranges::none_of(schedule_.operations, [&](const ScheduledOperation& other) {
      return &other != &moved && other.machine == moved.machine && other.start < end && start < other.end;
    });
  }

  [[nodiscard]] Seconds last_end() const {
    Seconds last{0};
    for (const ScheduledOperation& done : schedule_.operations) last = std::max(last, done.end);
    return last;
  }

  const JobShop& shop_;
  const ShopSchedule& schedule_;
};

}  // namespace ccm::test
