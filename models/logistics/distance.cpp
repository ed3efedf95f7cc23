// How far is it from place to place, and how long does the trip take?

#include "models/logistics/distance.hpp"

#include <boost/geometry/core/cs.hpp>
#include <boost/geometry/geometries/point.hpp>
#include <boost/geometry/strategies/spherical/distance_haversine.hpp>

namespace ccm {
namespace {

namespace geometry = boost::geometry;
using SpherePoint = geometry::model::point<double, 2, geometry::cs::spherical_equatorial<geometry::degree>>;

constexpr double mean_earth_radius_km = 6371.0088;

SpherePoint on_sphere(GeoPoint point) { return {point.longitude, point.latitude}; }

}  // namespace

Kilometres great_circle(GeoPoint from, GeoPoint to) {
  const geometry::strategy::distance::haversine<double> haversine(mean_earth_radius_km);
  return Kilometres(haversine.apply(on_sphere(from), on_sphere(to)));
}

Kilometres road_distance(GeoPoint from, GeoPoint to, const Travel& travel) { return great_circle(from, to) * travel.detour; }

Seconds travel_time(Kilometres distance, const Travel& travel) { return travel.handling + distance / travel.speed; }

}  // namespace ccm
