#pragma once
/// Random floors of machines, shifts, cancellations and reassignments for random scenarios.

#include <cstdint>
#include <string>

namespace ccm::test {

/// Further keys of sections of a random scenario. They are drawn from streams of their own; without floors they are all empty.
class RandomFloors {
 public:
  RandomFloors(std::uint64_t number, bool drawn) : number_(number), drawn_(drawn) {}

  [[nodiscard]] std::string of_time() const;
  [[nodiscard]] std::string of_operation(int part, int step) const;
  [[nodiscard]] std::string of_part(int part) const;
  [[nodiscard]] std::string of_machine(int minifactory, int machine) const;
  [[nodiscard]] std::string of_worker(int minifactory, int worker) const;
  [[nodiscard]] std::string of_minifactory(int minifactory) const;
  [[nodiscard]] std::string of_segment(int segment) const;
  [[nodiscard]] std::string of_operator() const;
  /// How processing times vary, in place of what is said otherwise.
  [[nodiscard]] std::string times(int minifactory, const char* otherwise) const;
  /// The most units of a part in a unit of a service.
  [[nodiscard]] int most_parts(int otherwise) const { return drawn_ ? 12 : otherwise; }

  /// How many minifactories break down as a whole.
  [[nodiscard]] int breakdowns() const { return drawn_ ? 3 : 0; }

 private:
  [[nodiscard]] int shifts(int minifactory) const;  // in its calendar; 0: it has none

  std::uint64_t number_;
  bool drawn_;
};

}  // namespace ccm::test
