// Does the timetable find the first gap, and keep its books?

#include "models/production/timetable.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <random>

#include "models/error.hpp"
#include "tests/models/random_calendar.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

/// A timetable of whole seconds, and the same as a list of what is booked, searched second by second.
class Twins {
 public:
  explicit Twins(std::mt19937_64& random) : random_(random) {
    for (int machine = draw(random_, 2); machine >= 0; --machine) units_.push_back(1 + static_cast<std::size_t>(draw(random_, 2)));
    std::vector<StaffLevel> levels;
    for (int level = draw(random_, 2); level >= 0; --level) {
      calendars_.push_back(draw(random_, 2) == 0 ? DrawnCalendar{{}, {true}} : draw_calendar(random_, 12));
      levels.push_back({1 + static_cast<std::size_t>(draw(random_, 2)), calendars_.back().calendar});
      people_.push_back(levels.back().people);
    }
    table_ = std::make_unique<Timetable>(units_, levels);
  }

  void check_a_query() {
    const std::size_t machine = pick(units_.size());
    const std::vector<std::size_t> levels = some_levels();
    const int ready = draw(random_, 60), work = draw(random_, 8);
    const Slot found = table_->earliest(machine, levels, Seconds(ready), Seconds(work));
    REQUIRE(found == searched(machine, levels, std::max(ready, now_), work));
    REQUIRE(table_->is_free(found));
    if (draw(random_, 2) > 0) book(found);
  }

  void book(const Slot& slot) {
    table_->book(slot);
    booked_.push_back(slot);
  }

  void release_one() {
    if (booked_.empty()) return;
    const auto slot = booked_.begin() + static_cast<std::ptrdiff_t>(pick(booked_.size()));
    table_->release(*slot);
    booked_.erase(slot);
  }

  void forget() { table_->forget_before(Seconds(now_ += draw(random_, 5))); }

  /// What was booked anywhere is refused where it is full, and nothing changes.
  void check_a_refusal() {
    if (booked_.empty()) return;
    const Slot& slot = booked_[pick(booked_.size())];
    const bool room = is_free(slot);
    REQUIRE(table_->is_free(slot) == room);
    if (!room) REQUIRE_THROWS_AS(table_->book(slot), ModelError);
  }

  void release_all() {
    while (!booked_.empty()) release_one();
    REQUIRE(table_->empty());
  }

 private:
  std::size_t pick(std::size_t count) { return random_() % count; }

  std::vector<std::size_t> some_levels() {
    std::vector<std::size_t> levels(people_.size());
    for (std::size_t level = 0; level < levels.size(); ++level) levels[level] = level;
    std::ranges::shuffle(levels, random_);
    levels.resize(1 + pick(levels.size()));
    return levels;
  }

  [[nodiscard]] bool is_free(const Slot& slot) const {
    for (int second = std::max(now_, static_cast<int>(slot.start.value())); second < static_cast<int>(slot.end.value()); ++second) {
      const auto now = [second](const Slot& other) { return other.start <= Seconds(second) && Seconds(second) < other.end; };
      const auto on_machine = [&](const Slot& other) { return other.machine == slot.machine && now(other); };
      const auto by_level = [&](const Slot& other) { return other.level == slot.level && now(other); };
      if (static_cast<std::size_t>(std::ranges::count_if(booked_, on_machine)) >= units_[slot.machine]) return false;
      if (static_cast<std::size_t>(std::ranges::count_if(booked_, by_level)) >= people_[slot.level]) return false;
    }
    return true;
  }

  [[nodiscard]] Slot first_of(std::size_t machine, std::size_t level, int ready, int work) const {
    const DrawnCalendar& calendar = calendars_[level];
    for (int start = ready;; ++start) {
      const Slot slot{machine, level, Seconds(start), Seconds(calendar.finish(start, work))};
      if (calendar.is_open(start) && is_free(slot)) return slot;
    }
  }

  [[nodiscard]] Slot searched(std::size_t machine, const std::vector<std::size_t>& levels, int ready, int work) const {
    std::vector<Slot> of_levels;
    for (const std::size_t level : levels) of_levels.push_back(first_of(machine, level, ready, work));
    return *std::ranges::min_element(of_levels, {}, &Slot::end);
  }

  std::mt19937_64& random_;
  std::vector<std::size_t> units_, people_;
  std::vector<DrawnCalendar> calendars_;
  std::unique_ptr<Timetable> table_;
  std::vector<Slot> booked_;
  int now_ = 0;
};

const std::vector<std::size_t> first_level{0};

}  // namespace

TEST_CASE("the earliest slot is the one that trying every second finds, and what is booked and released leaves nothing") {
  std::mt19937_64 random(1);
  for (int round = 0; round < 3000; ++round) {
    INFO("round " << round);
    Twins twins(random);
    for (int step = 0; step < 20; ++step) {
      twins.check_a_query();
      if (draw(random, 3) == 0) twins.release_one();
      if (draw(random, 5) == 0) twins.forget();
      twins.check_a_refusal();
    }
    twins.release_all();
  }
}

TEST_CASE("a gap between slots is used, and work waits for the person and goes on in the next shift") {
  Timetable table({1}, {{2, WorkCalendar({{Seconds(0), Seconds(50)}}, Seconds(100))}});
  table.book({0, 0, Seconds(0), Seconds(10)});
  table.book({0, 0, Seconds(20), Seconds(45)});
  CHECK(table.earliest(0, first_level, Seconds(0), Seconds(10)) == Slot{0, 0, Seconds(10), Seconds(20)});
  CHECK(table.earliest(0, first_level, Seconds(0), Seconds(11)) == Slot{0, 0, Seconds(45), Seconds(106)});
  CHECK(table.earliest(0, first_level, Seconds(5), Seconds(0)) == Slot{0, 0, Seconds(5), Seconds(5)});
}

TEST_CASE("the level that ends first does the work, and of equals the one named first") {
  const WorkCalendar late({{Seconds(50), Seconds(90)}}, Seconds(100));
  const Timetable table({1}, {{1, late}, {1, {}}, {1, {}}});
  CHECK(table.earliest(0, std::vector<std::size_t>{0, 2, 1}, Seconds(0), Seconds(5)).level == 2);
  CHECK(table.earliest(0, std::vector<std::size_t>{0, 1}, Seconds(60), Seconds(5)).level == 0);
}

TEST_CASE("the past is dropped, and what still runs can be released whole") {
  Timetable table({1}, {{1, {}}});
  const Slot runs{0, 0, Seconds(5), Seconds(25)};
  table.book({0, 0, Seconds(0), Seconds(5)});
  table.book(runs);
  table.forget_before(Seconds(10));
  CHECK(table.earliest(0, first_level, Seconds(0), Seconds(1)).start == Seconds(25));
  table.release(runs);
  CHECK(table.empty());
  CHECK(table.earliest(0, first_level, Seconds(0), Seconds(1)).start == Seconds(10));
}

TEST_CASE("timetables refuse what cannot be, and stay as they were") {
  CHECK_THROWS_AS(Timetable({0}, {{1, {}}}), ModelError);
  CHECK_THROWS_AS(Timetable({1}, {{0, {}}}), ModelError);
  Timetable table({2}, {{1, {}}});
  CHECK_THROWS_AS(table.earliest(1, first_level, Seconds(0), Seconds(1)), ModelError);
  CHECK_THROWS_AS(table.earliest(0, {}, Seconds(0), Seconds(1)), ModelError);
  CHECK_THROWS_AS(table.earliest(0, first_level, Seconds(0), Seconds(-1)), ModelError);
  table.book({0, 0, Seconds(0), Seconds(10)});
  CHECK_THROWS_AS(table.book({0, 0, Seconds(9), Seconds(12)}), ModelError);  // a machine is free, but nobody is there
  CHECK_THROWS_AS(table.release({0, 0, Seconds(9), Seconds(12)}), ModelError);
  CHECK_THROWS_AS(table.release({0, 1, Seconds(0), Seconds(1)}), ModelError);
  table.release({0, 0, Seconds(0), Seconds(10)});
  CHECK(table.empty());
  table.book({0, 0, Seconds(0), Seconds(10)});
  table.clear();
  CHECK(table.is_free({0, 0, Seconds(0), Seconds(10)}));
}
