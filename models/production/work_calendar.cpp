// When is work done, and when is it finished?

#include "models/production/work_calendar.hpp"

#include <algorithm>
#include <cmath>

#include "models/error.hpp"

namespace ccm {

namespace {

constexpr Seconds rounding{1e-6};  // of times and their sums

}  // namespace

WorkCalendar::WorkCalendar(const std::vector<OpenInterval>& open, Seconds cycle) : cycle_(cycle) {
  require(!open.empty(), "calendar: at least one open interval is needed");
  for (const OpenInterval& next : open) append(next);
  if (work_per_cycle() == cycle_) *this = WorkCalendar();
}

void WorkCalendar::append(OpenInterval next) {
  const Seconds reached = shifts_.empty() ? Seconds(0) : shifts_.back().to;
  require(next.from >= reached && next.to > next.from && next.to <= cycle_,
          "calendar: open intervals are sorted, of positive length, inside the cycle and do not overlap");
  if (!shifts_.empty() && next.from == reached) {
    shifts_.back().to = next.to;
  } else {
    shifts_.push_back({next.from, next.to, shifts_.empty() ? Seconds(0) : work_per_cycle()});
  }
}

WorkCalendar::Place WorkCalendar::place(Seconds t) const {
  Place at{std::floor(t / cycle_), Seconds(0), {}};
  at.offset = t - at.cycles * cycle_;
  if (at.offset < Seconds(0)) at.offset += cycle_, --at.cycles;  // the quotient was rounded up
  at.shift = std::ranges::upper_bound(shifts_, at.offset, {}, &Shift::to);
  return at;
}

Seconds WorkCalendar::work_per_cycle() const { return shifts_.back().before + (shifts_.back().to - shifts_.back().from); }

Seconds WorkCalendar::worked_before(const Place& at) const {
  if (at.shift == shifts_.end()) return work_per_cycle();
  return at.shift->before + std::max(Seconds(0), at.offset - at.shift->from);
}

bool WorkCalendar::is_open(Seconds t) const {
  if (always_open()) return true;
  const Place at = place(t);
  return at.shift != shifts_.end() && at.offset >= at.shift->from;
}

Seconds WorkCalendar::next_open(Seconds t) const {
  if (always_open()) return t;
  const Place at = place(t);
  if (at.shift == shifts_.end()) return std::max(t, (at.cycles + 1) * cycle_ + shifts_.front().from);
  return at.offset >= at.shift->from ? t : std::max(t, at.cycles * cycle_ + at.shift->from);
}

Seconds WorkCalendar::finish(Seconds start, Seconds work) const {
  require(work >= Seconds(0) && std::isfinite((start + work).value()), "calendar: work must be finite and not negative");
  if (always_open() || work == Seconds(0)) return start + work;
  const Place at = place(start);
  const bool in_this_shift = at.shift != shifts_.end() && at.offset >= at.shift->from && work <= at.shift->to - at.offset;
  return in_this_shift ? start + work : std::max(start, finish_after(at.cycles, worked_before(at) + work));
}

/// When so much work has been done since the start of a cycle.
Seconds WorkCalendar::finish_after(double cycles, Seconds work) const {
  const double full = std::max(0.0, std::ceil((work - rounding) / work_per_cycle()) - 1);
  const Seconds left = work - full * work_per_cycle();
  const auto shift = std::partition_point(shifts_.begin(), shifts_.end() - 1, [left](const Shift& earlier) {
    return earlier.before + (earlier.to - earlier.from) + rounding < left;
  });
  return (cycles + full) * cycle_ + std::min(shift->to, shift->from + (left - shift->before));
}

Seconds WorkCalendar::work_between(Seconds from, Seconds to) const {
  require(from <= to, "calendar: time runs backwards");
  if (always_open()) return to - from;
  const Place first = place(from), last = place(to);
  return std::max(Seconds(0), (last.cycles - first.cycles) * work_per_cycle() + (worked_before(last) - worked_before(first)));
}

double WorkCalendar::working_share() const { return always_open() ? 1 : work_per_cycle() / cycle_; }

std::vector<OpenInterval> WorkCalendar::open() const {
  std::vector<OpenInterval> intervals;
  for (const Shift& shift : shifts_) intervals.push_back({shift.from, shift.to});
  return intervals;
}

}  // namespace ccm
