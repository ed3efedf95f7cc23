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

/// How far everybody is from everybody, computed once: on the roads, or without any on detours from the great circle.
class Geography {
 public:
  explicit Geography(const Scenario& scenario);
  /// Road distance from a minifactory to a segment, the way there, and the time a delivery takes.
  [[nodiscard]] Kilometres distance(std::size_t minifactory, std::size_t segment) const;
  [[nodiscard]] Way way(std::size_t minifactory, std::size_t segment) const;
  [[nodiscard]] Seconds delivery_time(std::size_t minifactory, std::size_t segment) const;
  /// The same from one minifactory to another.
  [[nodiscard]] Way way_between(std::size_t from, std::size_t to) const;
  [[nodiscard]] Kilometres distance_between(std::size_t from, std::size_t to) const;
  [[nodiscard]] Seconds transfer_time_between(std::size_t from, std::size_t to) const;

 private:
  void drive_roads(const Scenario& scenario);
  void fly_with_detours(const Scenario& scenario);

  Travel travel_;
  std::vector<GeoPoint> minifactories_;
  std::size_t segments_;
  std::vector<Kilometres> distances_;                             // without roads: by minifactory, then by segment
  std::vector<std::size_t> minifactory_places_, segment_places_;  // with roads
  std::vector<std::vector<Way>> ways_;                            // by place of a minifactory, then by place
};

/// A minifactory that can serve a segment.
struct Supplier {
  std::uint32_t minifactory = 0;
  Kilometres distance{0};  // by road
};

/// Who can serve whom: the minifactory can make the segment's service, or a stage of it, and its reach covers the segment.
struct Market {
  /// Of each segment, nearest first; at equal distance in the order of the scenario. If nobody can make the whole service, those who make
  /// its first stage.
  std::vector<std::vector<Supplier>> suppliers;
  /// Of each segment whose service nobody in reach can make as a whole, those who make each stage; empty for all others.
  std::vector<std::vector<std::vector<Supplier>>> stages;
  std::vector<std::vector<std::uint32_t>> customers;  // of each minifactory: segments, in the order of the scenario

  [[nodiscard]] bool in_stages(std::size_t segment) const { return !stages[segment].empty(); }
  /// Those who make the segment's service, or that stage of it.
  [[nodiscard]] const std::vector<Supplier>& sellers(std::size_t segment, std::size_t stage) const {
    return in_stages(segment) ? stages[segment][stage] : suppliers[segment];
  }
};

/// Source: [Rauch2016], section 3.3.
[[nodiscard]] Market market_of(const Scenario& scenario, const Geography& geography);

}  // namespace ccm
