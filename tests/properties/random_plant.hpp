#pragma once
/// Random plants that nobody would build.

#include <fmt/format.h>

#include "tests/properties/chance.hpp"
#include "tests/support/bare_floor.hpp"

namespace ccm::test {

/// A random plant with fixed times, without scrap and failures, that reserves time.
class PlantAuthor : public Chance {
 public:
  explicit PlantAuthor(std::uint64_t number) : Chance(2, number, "author", "plants") {}

  Scenario plant() {
    Scenario shop = small_shop();
    MinifactorySpec& minifactory = shop.minifactories[0];
    shop.time.shift = hours(std::vector{4.0, 7.5, 8.0}[index(3)]);
    if (maybe(0.7))
      minifactory.calendar =
          CalendarSpec{.starts = hours(static_cast<double>(whole(0, 23))), .shifts = whole(1, 3), .working_days = whole(4, 7)};
    minifactory.floor.dispatch = dispatch_rules()[index(dispatch_rules().size())].name;
    minifactory.floor.hold = hours(real(0.1, 6));
    minifactory.promise_margin = hours(real(0, 4));
    const std::int64_t machines = whole(1, 4);
    minifactory.machines.clear(), minifactory.workers.clear();
    std::vector<std::string> all;
    for (std::int64_t m = 1; m <= machines; ++m) {
      all.push_back(fmt::format("m{}", m));
      minifactory.machines.push_back({.name = all.back(), .units = whole(1, 3)});
      if (maybe(0.5)) minifactory.groups.push_back({all.back()});
    }
    if (minifactory.groups.size() < all.size()) minifactory.groups.clear();
    for (std::int64_t w = 1, levels = whole(1, 3); w <= levels; ++w) minifactory.workers.push_back(level(w, all, minifactory));
    shop.parts = {part("P", all), part("R", all)};
    shop.services[0].parts = {{"P", whole(1, 6)}, {"R", whole(1, 6)}};
    return shop;
  }

 private:
  WorkerSpec level(std::int64_t number, const std::vector<std::string>& machines, const MinifactorySpec& minifactory) {
    WorkerSpec worker{.name = fmt::format("w{}", number), .wage = MoneyPerHour(real(5, 30)), .operates = machines};
    worker.headcount = whole(1, 3);
    if (minifactory.calendar && maybe(0.5)) worker.shifts = {whole(1, static_cast<int>(minifactory.calendar->shifts))};
    return worker;
  }
  PartSpec part(const char* name, const std::vector<std::string>& machines) {
    PartSpec made{.name = name, .setup_cost = Money(real(0, 20)), .holding_cost = Money(real(0, 20)), .move_time = minutes(real(0, 90))};
    for (std::int64_t r = whole(1, 2); r > 0; --r) {
      auto& route = made.routes.emplace_back();
      for (std::int64_t o = whole(1, 4); o > 0; --o)
        route.push_back({.machine = machines[index(machines.size())], .minutes = real(1, 60), .setup_minutes = real(0, 60)});
    }
    return made;
  }
};

}  // namespace ccm::test
