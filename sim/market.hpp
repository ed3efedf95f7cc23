#pragma once
/// Who can serve whom: what follows from the scenario's geography and capabilities before the simulation starts.

#include <vector>

#include "scenarios/scenario.hpp"
#include "sim/messages.hpp"

namespace ccm {

/// ActorIds: the operator, then the segments, then the minifactories, in the order of the scenario.
struct Seating {
  explicit Seating(const Scenario& scenario) : segments(scenario.customers.size()), minifactories(scenario.minifactories.size()) {}
  std::size_t segments;
  std::size_t minifactories;

  [[nodiscard]] static constexpr ActorId cloud_operator() { return 0; }
  [[nodiscard]] ActorId segment(std::size_t index) const { return static_cast<ActorId>(1 + index); }
  [[nodiscard]] ActorId minifactory(std::size_t index) const { return static_cast<ActorId>(1 + segments + index); }
};

/// How far everybody is from everybody, computed once.
class Geography {
 public:
  explicit Geography(const Scenario& scenario);
  /// Road distance from a minifactory to a segment, and the time a delivery takes.
  [[nodiscard]] Kilometres distance(std::size_t minifactory, std::size_t segment) const;
  [[nodiscard]] Seconds delivery_time(std::size_t minifactory, std::size_t segment) const;

 private:
  Travel travel_;
  std::size_t segments_;
  std::vector<Kilometres> distances_;  // by minifactory, then by segment
};

/// A minifactory that can serve a segment.
struct Supplier {
  std::uint32_t minifactory = 0;
  Kilometres distance{0};  // by road
};

/// Who can serve whom: the minifactory can make the segment's service and its reach covers the segment.
struct Market {
  std::vector<std::vector<Supplier>> suppliers;       // of each segment, nearest first; at equal distance in the order of the scenario
  std::vector<std::vector<std::uint32_t>> customers;  // of each minifactory: segments, in the order of the scenario
};

/// Source: [Rauch2016], section 3.3.
[[nodiscard]] Market market_of(const Scenario& scenario, const Geography& geography);

}  // namespace ccm
