#pragma once
/// Calendars of whole seconds for tests, and the same second by second.

#include <random>
#include <vector>

#include "models/production/work_calendar.hpp"

namespace ccm::test {

/// A calendar and, for every second of its cycle, whether work is done in it. An always open one has a cycle, too.
struct DrawnCalendar {
  WorkCalendar calendar;
  std::vector<bool> open;

  [[nodiscard]] bool is_open(int second) const {
    const int n = static_cast<int>(open.size());
    return open[static_cast<std::size_t>((second % n + n) % n)];
  }
  [[nodiscard]] int next_open(int second) const {
    while (!is_open(second)) ++second;
    return second;
  }
  [[nodiscard]] int finish(int start, int work) const {
    for (; work > 0; ++start) work -= is_open(start) ? 1 : 0;
    return start;
  }
  [[nodiscard]] int work_between(int from, int to) const {
    int work = 0;
    for (; from < to; ++from) work += is_open(from) ? 1 : 0;
    return work;
  }
};

/// A number from 0 to most.
inline int draw(std::mt19937_64& random, int most) { return static_cast<int>(random() % static_cast<std::uint64_t>(most + 1)); }

/// Cycles of 1 to `longest` seconds; intervals may touch and may fill the cycle.
inline DrawnCalendar draw_calendar(std::mt19937_64& random, int longest) {
  DrawnCalendar drawn{{}, std::vector<bool>(1 + static_cast<std::size_t>(draw(random, longest - 1)))};
  std::vector<OpenInterval> intervals;
  const int cycle = static_cast<int>(drawn.open.size());
  for (int from = draw(random, cycle - 1); from < cycle;) {
    const int to = from + 1 + draw(random, cycle - from - 1);
    intervals.push_back({Seconds(from), Seconds(to)});
    for (int second = from; second < to; ++second) drawn.open[static_cast<std::size_t>(second)] = true;
    from = to + draw(random, 3);
  }
  drawn.calendar = WorkCalendar(intervals, Seconds(cycle));
  return drawn;
}

}  // namespace ccm::test
