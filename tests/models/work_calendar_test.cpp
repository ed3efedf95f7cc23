// Is work done when the calendar says so, and finished when it should be?

#include "models/production/work_calendar.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "models/error.hpp"
#include "tests/models/random_calendar.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

const WorkCalendar two_shifts({{Seconds(10), Seconds(20)}, {Seconds(30), Seconds(35)}}, Seconds(40));

std::vector<OpenInterval> intervals(std::initializer_list<std::pair<double, double>> in_hours) {
  std::vector<OpenInterval> made;
  for (const auto& [from, to] : in_hours) made.push_back({hours(from), hours(to)});
  return made;
}

}  // namespace

TEST_CASE("an open calendar is plain time, to the last bit") {
  const WorkCalendar always;
  const Seconds start(0.1), work(1e7 / 3);
  CHECK(always.is_open(start));
  CHECK(always.next_open(start) == start);
  CHECK(always.finish(start, work) == start + work);
  CHECK(always.work_between(start, work) == work - start);
  CHECK(always.working_share() == 1);
  CHECK(WorkCalendar({{Seconds(0), Seconds(7)}, {Seconds(7), Seconds(40)}}, Seconds(40)) == always);
}

TEST_CASE("work begins in a shift, goes on in the next one, and ends with a shift rather than at the next opening") {
  CHECK(two_shifts.is_open(Seconds(10)));
  CHECK_FALSE(two_shifts.is_open(Seconds(20)));
  CHECK(two_shifts.next_open(Seconds(20)) == Seconds(30));
  CHECK(two_shifts.next_open(Seconds(36)) == Seconds(50));
  CHECK(two_shifts.finish(Seconds(12), Seconds(8)) == Seconds(20));
  CHECK(two_shifts.finish(Seconds(12), Seconds(9)) == Seconds(31));
  CHECK(two_shifts.finish(Seconds(0), Seconds(30)) == Seconds(75));
  CHECK(two_shifts.finish(Seconds(0), Seconds(31)) == Seconds(91));
  CHECK(two_shifts.finish(Seconds(25), Seconds(0)) == Seconds(25));
  CHECK(two_shifts.working_share() == 15.0 / 40);
}

TEST_CASE("whole seconds are exact: random calendars agree with counting seconds") {
  std::mt19937_64 random(1);
  for (int round = 0; round < 4000; ++round) {
    const DrawnCalendar drawn = draw_calendar(random, 40);
    const int start = draw(random, 200) - 60, work = draw(random, 120), later = start + draw(random, 200);
    INFO("round " << round << ", start " << start << ", work " << work << ", later " << later);
    const WorkCalendar& calendar = drawn.calendar;
    REQUIRE(calendar.is_open(Seconds(start)) == drawn.is_open(start));
    REQUIRE(calendar.next_open(Seconds(start)) == Seconds(drawn.next_open(start)));
    REQUIRE(calendar.finish(Seconds(start), Seconds(work)) == Seconds(drawn.finish(start, work)));
    REQUIRE(calendar.work_between(Seconds(start), Seconds(later)) == Seconds(drawn.work_between(start, later)));
    const double per_cycle = drawn.work_between(0, static_cast<int>(drawn.open.size()));
    REQUIRE(calendar.working_share() == Approx(per_cycle / static_cast<double>(drawn.open.size())).epsilon(1e-15));
  }
}

TEST_CASE("the working time until the finish is the work, whatever the fractions of seconds") {
  std::mt19937_64 random(2);
  std::uniform_real_distribution<double> uniform(0, 1);
  for (int round = 0; round < 4000; ++round) {
    const WorkCalendar calendar({{hours(5 * uniform(random)), hours(5 + uniform(random))}, {hours(7.1), hours(8 + 16 * uniform(random))}},
                                days(1 + uniform(random)));
    const Seconds start(3e7 * uniform(random)), work(3e5 * uniform(random) * uniform(random));
    const Seconds finish = calendar.finish(start, work);
    INFO("round " << round << ", start " << start.value() << ", work " << work.value());
    // a microsecond of work may be left out; times of 3e7 s are rounded to 4e-9 s, a few of them add up
    REQUIRE(std::abs((calendar.work_between(start, finish) - work).value()) <= 1e-6 + 5e-8);
    REQUIRE(calendar.finish(start, work + Seconds(1)) > finish);
  }
}

TEST_CASE("a shift also does what rounding leaves over") {
  const WorkCalendar day({{hours(8), hours(16)}}, days(1));
  Seconds end = days(200) + hours(8);
  for (int piece = 0; piece < 80; ++piece) end = day.finish(day.next_open(end), hours(0.1) + Seconds(1e-9));
  CHECK(end == days(200) + hours(16));
}

TEST_CASE("shifts of a week make a calendar of a week") {
  const ShiftPattern pattern{.first_start = hours(6), .shifts = 3, .length = hours(8), .working_days = 2};
  CHECK(shift_calendar(pattern).open() == intervals({{6, 54}}));
  const std::vector<std::size_t> early{0}, early_and_night{0, 2};
  CHECK(shift_calendar(pattern, early).open() == intervals({{6, 14}, {30, 38}}));
  CHECK(shift_calendar(pattern, early_and_night).open() == intervals({{6, 14}, {22, 38}, {46, 54}}));
  CHECK(shift_calendar({.shifts = 3, .working_days = 7}).always_open());
  CHECK(shift_calendar({}).working_share() == 40.0 / 168);
}

TEST_CASE("the last night of the week goes on at its beginning") {
  const WorkCalendar nights = shift_calendar({.first_start = hours(20), .shifts = 1, .length = hours(10), .working_days = 7});
  CHECK(nights.open().front() == OpenInterval{hours(0), hours(6)});
  CHECK(nights.open().back() == OpenInterval{hours(164), hours(168)});
  CHECK(nights.working_share() == 70.0 / 168);
  CHECK(nights.finish(hours(164), hours(10)) == hours(174));
}

TEST_CASE("the overlap of two calendars is open when both are") {
  std::mt19937_64 random(3);
  CHECK(overlap(two_shifts, WorkCalendar()) == two_shifts);
  CHECK(overlap(WorkCalendar(), two_shifts) == two_shifts);
  const WorkCalendar other({{Seconds(0), Seconds(12)}, {Seconds(15), Seconds(31)}}, Seconds(40));
  const WorkCalendar both = overlap(two_shifts, other);
  for (int second = 0; second < 80; ++second) {
    CHECK(both.is_open(Seconds(second)) == (two_shifts.is_open(Seconds(second)) && other.is_open(Seconds(second))));
  }
}

TEST_CASE("calendars refuse what cannot be") {
  const auto make = [](std::vector<OpenInterval> open, double cycle) { return WorkCalendar(open, Seconds(cycle)); };
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK_THROWS_AS(make({}, 10), ModelError);
  CHECK_THROWS_AS(make({{Seconds(1), Seconds(1)}}, 10), ModelError);
  CHECK_THROWS_AS(make({{Seconds(-1), Seconds(1)}}, 10), ModelError);
  CHECK_THROWS_AS(make({{Seconds(1), Seconds(11)}}, 10), ModelError);
  CHECK_THROWS_AS(make({{Seconds(1), Seconds(nan)}}, 10), ModelError);
  CHECK_THROWS_AS(make({{Seconds(1), Seconds(5)}, {Seconds(4), Seconds(8)}}, 10), ModelError);
  CHECK_THROWS_AS(make({{Seconds(5), Seconds(6)}, {Seconds(1), Seconds(2)}}, 10), ModelError);
  CHECK_THROWS_AS(two_shifts.finish(Seconds(0), Seconds(-1)), ModelError);
  CHECK_THROWS_AS(two_shifts.finish(Seconds(0), Seconds(INFINITY)), ModelError);
  CHECK_THROWS_AS(two_shifts.work_between(Seconds(1), Seconds(0)), ModelError);
  CHECK_THROWS_AS(overlap(two_shifts, make({{Seconds(1), Seconds(5)}}, 10)), ModelError);
  CHECK_THROWS_AS(overlap(two_shifts, make({{Seconds(20), Seconds(30)}}, 40)), ModelError);
  CHECK_THROWS_AS(shift_calendar({.shifts = 4}), ModelError);
  CHECK_THROWS_AS(shift_calendar({.first_start = hours(24)}), ModelError);
  CHECK_THROWS_AS(shift_calendar({.working_days = 8}), ModelError);
  CHECK_THROWS_AS(shift_calendar({}, std::vector<std::size_t>{1}), ModelError);
}
