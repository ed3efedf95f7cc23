// How many units of a resource are in use, and until when is it full?

#include "models/production/usage_profile.hpp"

#include <algorithm>
#include <limits>

namespace ccm {

std::vector<UsageProfile::Step>::const_iterator UsageProfile::first_from(Seconds t) const {
  return std::ranges::lower_bound(steps_, t, {}, &Step::at);
}

/// The place of the step at that time; one is made if need be.
std::size_t UsageProfile::split(Seconds at) {
  const auto next = first_from(at);
  const auto place = static_cast<std::size_t>(next - steps_.begin());
  if (next == steps_.end() || next->at != at) steps_.insert(next, {at, place == 0 ? 0 : steps_[place - 1].used});
  return place;
}

/// Drops a step that changes nothing.
void UsageProfile::merge(std::size_t step) {
  const std::size_t before = step == 0 ? 0 : steps_[step - 1].used;
  if (steps_[step].used == before) steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(step));
}

void UsageProfile::take(Seconds start, Seconds end) {
  if (start >= end) return;
  const std::size_t first = split(start), last = split(end);
  for (std::size_t step = first; step < last; ++step) ++steps_[step].used;
  merge(last);
  merge(first);
}

void UsageProfile::give_back(Seconds start, Seconds end) {
  if (start >= end) return;
  const std::size_t first = split(start), last = split(end);
  for (std::size_t step = first; step < last; ++step) --steps_[step].used;
  merge(last);
  merge(first);
}

void UsageProfile::forget_before(Seconds now) {
  if (steps_.empty() || steps_.front().at >= now) return;
  auto kept = std::ranges::upper_bound(steps_, now, {}, &Step::at);
  if ((kept - 1)->used > 0) (--kept)->at = now;
  steps_.erase(steps_.begin(), kept);
}

bool UsageProfile::is_taken(Seconds start, Seconds end) const {
  if (start >= end) return true;
  auto step = std::ranges::upper_bound(steps_, start, {}, &Step::at);
  if (step == steps_.begin()) return false;
  for (--step; step != steps_.end() && step->at < end; ++step) {
    if (step->used == 0) return false;
  }
  return true;
}

Seconds UsageProfile::last_saturated(Seconds start, Seconds end, std::size_t capacity) const {
  if (start >= end) return start;
  auto next = first_from(end);
  Seconds until = next == steps_.end() ? Seconds(std::numeric_limits<double>::infinity()) : next->at;
  while (next != steps_.begin() && until > start) {
    --next;
    if (next->used >= capacity) return until;
    until = next->at;
  }
  return start;
}

}  // namespace ccm
