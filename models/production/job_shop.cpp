// Which operation does a machine do next?

#include "models/production/job_shop.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "models/error.hpp"
#include "models/production/timetable.hpp"

namespace ccm {

namespace {

constexpr std::array<std::size_t, 1> everybody{0};

/// A machine for the next operation of a job: not before this slot, since bookings only move it back.
struct MachineOption {
  Slot slot{};
  Seconds time{0};
};

/// What a job has come to: its next operation, when that could start, and where it would end first.
struct JobFront {
  const ShopJob* job = nullptr;
  std::size_t next = 0;
  Seconds ready{0}, remaining{0};
  std::vector<MachineOption> options{};
  Slot best{};

  [[nodiscard]] bool is_done() const { return next == job->size(); }
};

bool meet(const Slot& a, const Slot& b) { return a.machine == b.machine && a.start < b.end && b.start < a.end; }

/// Makes a schedule, one operation after the other.
class ShopScheduler {
 public:
  ShopScheduler(const JobShop& shop, const DispatchRule& rule)
      : rule_(rule), due_(makespan_bound(shop)), table_(std::vector<std::size_t>(shop.machines, 1), {{shop.machines, {}}}) {
    for (const ShopJob& job : shop.jobs) {
      JobFront front{.job = &job};
      for (const ShopOperation& operation : job) front.remaining += least_time(operation);
      fronts_.push_back(front);
      take_up_next(fronts_.back());
    }
  }

  /// Books one more operation; nothing if all are booked.
  std::optional<ScheduledOperation> step() {
    const auto first = ends_first();
    if (first == fronts_.end()) return std::nullopt;
    JobFront& chosen = fronts_[choose(*first)];
    const Slot booked = chosen.best;
    table_.book(booked);
    const ScheduledOperation done{static_cast<std::size_t>(&chosen - fronts_.data()), chosen.next, booked.machine, booked.start,
                                  booked.end};
    chosen.remaining -= least_time((*chosen.job)[chosen.next++]);
    chosen.ready = booked.end;
    take_up_next(chosen);
    move_aside(booked);
    return done;
  }

 private:
  using Fronts = std::vector<JobFront>;

  /// A job comes to its next operation.
  void take_up_next(JobFront& front) {
    front.options.clear();
    if (front.is_done()) return;
    for (const MachineChoice& choice : (*front.job)[front.next])
      front.options.push_back({{choice.machine, everybody[0], front.ready, front.ready + choice.time}, choice.time});
    find_best(front);
  }

  /// The option that seems to end first is moved to where there is room for it, until the one that seems first does fit.
  void find_best(JobFront& front) {
    const auto order = [](const MachineOption& option) { return std::pair(option.slot.end, option.time); };
    for (;;) {
      MachineOption& first = *std::ranges::min_element(front.options, {}, order);
      front.best = table_.earliest(first.slot.machine, everybody, first.slot.start, first.time);
      if (front.best == first.slot) return;
      first.slot = front.best;
    }
  }

  /// A booking takes away slots only of those that it meets.
  void move_aside(const Slot& booked) {
    for (JobFront& front : fronts_) {
      if (!front.is_done() && meet(front.best, booked)) find_best(front);
    }
  }

  [[nodiscard]] Fronts::const_iterator ends_first() const {
    auto first = fronts_.end();
    for (auto front = fronts_.begin(); front != fronts_.end(); ++front) {
      if (!front->is_done() && (first == fronts_.end() || front->best.end < first->best.end)) first = front;
    }
    return first;
  }

  /// The job that gets the machine on which `first` would end first.
  [[nodiscard]] std::size_t choose(const JobFront& first) const {
    std::vector<WaitingBatch> waiting;
    for (std::size_t job = 0; job < fronts_.size(); ++job) {
      const JobFront& front = fronts_[job];
      const bool competes = !front.is_done() && front.best.machine == first.best.machine && front.best.start < first.best.end;
      if (competes || &front == &first) waiting.push_back({front.ready, due_, front.best.end - front.best.start, front.remaining, job});
    }
    return waiting[first_in_line(rule_, waiting, first.best.start)].sequence;
  }

  const DispatchRule& rule_;
  Seconds due_;  // of all jobs
  Timetable table_;
  Fronts fronts_;
};

}  // namespace

Seconds least_time(const ShopOperation& operation) { return std::ranges::min_element(operation, {}, &MachineChoice::time)->time; }

void check_job_shop(const JobShop& shop) {
  const auto is_right = [&](const MachineChoice& choice) {
    return choice.machine < shop.machines && std::isfinite(choice.time.value()) && choice.time > Seconds(0);
  };
  for (const ShopJob& job : shop.jobs) {
    for (const ShopOperation& operation : job) {
      require(!operation.empty() && std::ranges::all_of(operation, is_right),
              "job shop: each operation needs a machine of the shop, and a positive time");
    }
  }
}

ShopSchedule schedule_jobs(const JobShop& shop, const DispatchRule& rule) {
  check_job_shop(shop);
  ShopSchedule schedule;
  ShopScheduler scheduler(shop, rule);
  while (const auto done = scheduler.step()) {
    schedule.operations.push_back(*done);
    schedule.makespan = std::max(schedule.makespan, done->end);
  }
  std::ranges::stable_sort(schedule.operations, {}, &ScheduledOperation::job);
  return schedule;
}

}  // namespace ccm
