#pragma once
/// Distances between places on the globe.

#include "models/units.hpp"

namespace ccm {

/// A point on the globe in degrees, north and east positive.
struct GeoPoint {
  double latitude = 0;
  double longitude = 0;
};

/// Great-circle distance (haversine formula, mean earth radius 6371.0088 km).     Tested by: tests/models/distance_test.cpp.
[[nodiscard]] Kilometres great_circle(GeoPoint from, GeoPoint to);

/// By what the shortest way is chosen.
enum class Shortest { time, distance, cost };

/// How goods travel: the road is `detour` (>= 1) times the great circle and is driven at `speed` (> 0) after `handling`. On a network of
/// roads the way is the shortest by time, distance, or cost, which is the tolls and `cost_per_km` (>= 0).
struct Travel {
  double detour = 1.3;
  KilometresPerHour speed{60};
  Seconds handling{0};
  Shortest shortest = Shortest::time;
  MoneyPerKilometre cost_per_km{0};
};

/// The way from one place to another: how far, how long at the wheel, and what has to be paid to use it.
struct Way {
  Kilometres distance{0};
  Seconds time{0};
  Money toll{0};
};

/// Road distance, detour included.
[[nodiscard]] Kilometres road_distance(GeoPoint from, GeoPoint to, const Travel& travel);

/// handling + distance / speed.
[[nodiscard]] Seconds travel_time(Kilometres distance, const Travel& travel);

}  // namespace ccm
