// How may a floor of machines look?

#include "tests/properties/random_floors.hpp"

#include <fmt/format.h>

#include "tests/properties/chance.hpp"

namespace ccm::test {
namespace {

/// A stream for one place of one scenario.
Chance drawing(std::uint64_t number, const std::string& place) { return {1, number, "floors", place}; }

}  // namespace

std::string RandomFloors::of_time() const {
  return drawn_ ? fmt::format(", shift: {}", drawing(number_, "time").one_of({"7.5 h", "8 h", "4 h"})) : "";
}

std::string RandomFloors::of_operation(int part, int step) const {
  Chance draw = drawing(number_, fmt::format("operation {} {}", part, step));
  return drawn_ && draw.maybe(0.6) ? fmt::format(", setup_minutes: {:.2f}", draw.real(0, 60)) : "";
}

std::string RandomFloors::of_part(int part) const {
  Chance draw = drawing(number_, fmt::format("part {}", part));
  return drawn_ ? fmt::format("move_time: {:.1f} min, ", draw.maybe(0.3) ? 0 : draw.real(1, 90)) : "";
}

std::string RandomFloors::of_machine(int minifactory, int machine) const {
  Chance draw = drawing(number_, fmt::format("machine {} {}", minifactory, machine));
  return drawn_
             ? fmt::format(", units: {}, idle_power: {:.2f} kW, setup_power: {:.2f} kW", draw.whole(1, 3), draw.real(0, 2), draw.real(0, 5))
             : "";
}

std::string RandomFloors::of_worker(int minifactory, int worker) const {
  Chance draw = drawing(number_, fmt::format("worker {} {}", minifactory, worker));
  if (!drawn_) return "";
  const int most = shifts(minifactory);
  const std::string worked = most > 0 && draw.maybe(0.5) ? fmt::format(", shifts: [{}]", draw.whole(1, most)) : "";
  return fmt::format(", headcount: {}{}", draw.whole(1, 3), worked);
}

int RandomFloors::shifts(int minifactory) const {
  Chance draw = drawing(number_, fmt::format("calendar {}", minifactory));
  return draw.maybe(0.6) ? draw.whole(1, 3) : 0;
}

/// One in six keeps lines.
std::string RandomFloors::of_minifactory(int minifactory) const {
  Chance draw = drawing(number_, fmt::format("minifactory {}", minifactory));
  if (!drawn_ || (draw.maybe(0.3) && shifts(minifactory) == 0)) return "";
  const std::string calendar = shifts(minifactory) > 0 ? fmt::format(", calendar: {{starts: {} h, shifts: {}, working_days: {}}}",
                                                                     draw.whole(0, 23), shifts(minifactory), draw.whole(4, 7))
                                                       : "";
  return fmt::format(", floor: {{kind: machines, dispatch: {}, promises: {}, hold: {}}}{}, time_variation: {:.2f}",
                     draw.one_of({"fifo", "edd", "spt", "cr"}), draw.one_of({"reserved", "reserved", "estimated"}),
                     draw.one_of({"1 min", "1 h", "6 h"}), calendar, draw.real(0.05, 0.8));
}

std::string RandomFloors::of_segment(int segment) const {
  Chance draw = drawing(number_, fmt::format("segment {}", segment));
  return drawn_ && draw.maybe(0.5)
             ? fmt::format(", cancels: {:.2f}, cancels_after: {}", draw.real(0.05, 0.6), draw.one_of({"10 s", "3 h", "1 d"}))
             : "";
}

std::string RandomFloors::of_operator() const {
  Chance draw = drawing(number_, "operator");
  return drawn_ && draw.maybe(0.8) ? fmt::format(", reassign_when_late: {}", draw.one_of({"0 s", "0 s", "1 h"})) : "";
}

std::string RandomFloors::times(int minifactory, const char* otherwise) const {
  Chance draw = drawing(number_, fmt::format("times {}", minifactory));
  return drawn_ ? draw.one_of({"fixed", "fixed", "exponential", "lognormal"}) : otherwise;
}

}  // namespace ccm::test
