// Which order runs next on the lines, and when is it done?

#include "sim/floor/line_floor.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {

LineFloor::LineFloor(Clock& clock, const FactoryModel& factory, const Lines& lines, Pace pace, FloorReports reports)
    : clock_(clock), lines_(lines), pace_(std::move(pace)), reports_(std::move(reports)), line_(lines.count), ledger_(factory) {}

std::optional<Seconds> LineFloor::promise(RequestId, const Wish& wish, Seconds delay) {
  const auto recipe = book_.next(wish.service);
  if (!recipe) return std::nullopt;
  return line_.earliest_start(clock_.now() + delay) + time_of(recipe->how()) * wish.units;
}

void LineFloor::join(RequestId order, const Wish& wish) {
  const auto [entry, is_new] = making_.emplace(order, Making{book_.give(wish.service, wish.units), wish.units, pace_.draw()});
  require(is_new, "floor: an order joined twice");
  planned_ += planned_time(entry->second);
  line_.join({.id = order, .duration = duration_of(entry->second)}, clock_.now());
  go_on();
}

void LineFloor::go_on() {
  for (auto ready = line_.ready(); ready && book_.is_up(making_.at(ready->id).recipe.how().needs); ready = line_.ready()) {
    const Job job = line_.start(clock_.now());
    making_.at(job.id).end = clock_.now() + job.duration;
    reports_.started(job.id);
    clock_.after(job.duration, [this, id = job.id] { finish(id); });
  }
}

void LineFloor::finish(RequestId order) {
  line_.finish(clock_.now());
  const Making made = std::move(making_.extract(order).mapped());
  planned_ -= planned_time(made);
  ledger_.made(made.recipe.plan, made.recipe.service, made.recipe.how(), made.units);
  reports_.finished(order, made.recipe.how().cost);
  go_on();
}

/// Nothing has been spent on an order that waits; one that runs is made.
std::optional<CostByKind> LineFloor::abandon(RequestId order) {
  if (!line_.withdraw(order, clock_.now())) return std::nullopt;
  planned_ -= planned_time(making_.at(order));
  making_.erase(order);
  go_on();
  return CostByKind{};
}

Seconds LineFloor::expected(RequestId order) {
  const std::optional<Seconds>& end = making_.at(order).end;
  return end ? *end : line_.expected_end(order, clock_.now());
}

void LineFloor::reroute() {
  line_.reschedule(
      [this](const Job& job) {
        Making& making = making_.at(job.id);
        planned_ -= planned_time(making);
        if (book_.can_make(making.recipe.service)) making.recipe = book_.give(making.recipe.service, making.units);
        planned_ += planned_time(making);
        return duration_of(making);
      },
      clock_.now());
}

void LineFloor::fail(Resources::Kind kind, std::size_t index) {
  book_.fail(kind, index);
  reckon_anew();
}

void LineFloor::repair(Resources::Kind kind, std::size_t index) {
  book_.repair(kind, index);
  reckon_anew();
}

/// The line stood still or will: when it is free again changes.
void LineFloor::reckon_anew() {
  line_.reschedule([](const Job& job) { return job.duration; }, clock_.now());
}

double LineFloor::can_still_make(std::size_t service, Seconds until) const {
  const auto recipe = book_.next(service);
  const Seconds left = until - clock_.now();
  if (!recipe || left <= Seconds(0)) return 0;
  const Seconds free = left * static_cast<double>(lines_.count) - line_.backlog(clock_.now());
  return std::max(0.0, free / time_of(recipe->how()));
}

FlowLedger LineFloor::take_flows() {
  FlowLedger flows = ledger_.flows();
  ledger_.clear();
  return flows;
}

FloorUse LineFloor::close_period(std::int64_t, const Recorder&) {
  const double waiting = line_.waiting_area(clock_.now()), busy = line_.busy_area(clock_.now());
  const double length = (clock_.now() - period_began_).value();
  const FloorUse use{.utilisation = (busy - busy_before_) / (length * static_cast<double>(lines_.count)),
                     .queue_mean = (waiting - waiting_before_) / length};
  waiting_before_ = waiting;
  busy_before_ = busy;
  period_began_ = clock_.now();
  return use;
}

}  // namespace ccm
