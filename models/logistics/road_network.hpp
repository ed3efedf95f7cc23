#pragma once
/// Roads between places, and the shortest ways on them.

#include <memory>
#include <optional>
#include <vector>

#include "models/logistics/distance.hpp"

namespace ccm {

/// A road between two places (numbered from 0), the same in both directions. There may be several between the same two.
struct Road {
  std::size_t a = 0, b = 0;
  Way way;
};

/// By what ways are compared: their time, their distance, or their tolls + cost_per_km * distance.
struct RoadChoice {
  Shortest by = Shortest::time;
  MoneyPerKilometre cost_per_km{0};
};

/// The shortest way to a place, and the places passed, both ends included.
struct RoadTrip {
  Way way;
  std::vector<std::size_t> places;
};

/// An undirected graph of roads. Its shortest ways are Dijkstra's. Of equally short ways it takes one with the fewest roads; of these, seen
/// from the far end, the one over the place of the lowest number, and the road listed first: the answer does not depend on how the
/// library orders its heap.
/// Source: [Dijkstra1959].     Tested by: tests/models/road_network_test.cpp.
class RoadNetwork {
 public:
  /// Throws ModelError if a road leads from a place to itself or to one that is not there, or if a length or time is not positive or a
  /// toll is negative.
  RoadNetwork(std::size_t places, const std::vector<Road>& roads, const RoadChoice& choice);
  ~RoadNetwork();
  RoadNetwork(RoadNetwork&&) noexcept;
  RoadNetwork& operator=(RoadNetwork&&) noexcept;

  /// The shortest way from a place to every place; nothing where no road leads. Throws ModelError if the place is not there.
  [[nodiscard]] std::vector<std::optional<RoadTrip>> trips_from(std::size_t place) const;

 private:
  struct Graph;
  std::unique_ptr<Graph> graph_;
};

}  // namespace ccm
