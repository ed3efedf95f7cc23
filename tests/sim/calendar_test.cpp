// Does the calendar keep the order of time, and of scheduling at equal times?

#include "sim/calendar.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "models/random.hpp"

namespace ccm {

TEST_CASE("the calendar hands out actions in order of time, first in first out at equal times") {
  Calendar calendar;
  std::vector<int> done;
  for (const auto& [time, number] : {std::pair(2.0, 3), {1.0, 1}, {2.0, 4}, {1.0, 2}, {3.0, 6}, {2.0, 5}})
    calendar.add(Seconds(time), [&done, number = number] { done.push_back(number); });
  while (!calendar.empty()) calendar.take_next()();
  CHECK(done == std::vector{1, 2, 3, 4, 5, 6});
}

TEST_CASE("the calendar keeps its order while actions are added in between") {
  RandomStream chance(1, 1, "calendar", "times");
  Calendar calendar;
  Seconds now{0};
  std::vector<Seconds> due;
  for (int i = 0; i < 2000; ++i) {
    calendar.add(now + Seconds(static_cast<double>(chance.index(50))), [] {});
    if (chance.index(3) > 0) continue;
    now = calendar.next_time();
    due.push_back(now);
    calendar.take_next()();
  }
  CHECK(due.size() > 500);
  CHECK(std::ranges::is_sorted(due));
}

TEST_CASE("the calendar lets an action add others and forgets what an action held") {
  Calendar calendar;
  const auto held = std::make_shared<int>(0);
  calendar.add(Seconds(1), [&calendar, held] { calendar.add(Seconds(1), [held] { ++*held; }); });
  while (!calendar.empty()) calendar.take_next()();
  CHECK(*held == 1);
  CHECK(held.use_count() == 1);
}

}  // namespace ccm
