// Are the shortest ways on roads the shortest, and always the same ones?

#include "models/logistics/road_network.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/floyd_warshall_shortest.hpp>
#include <catch2/catch.hpp>
#include <limits>

#include "models/error.hpp"
#include "models/random.hpp"

using namespace ccm;

namespace {

Road road(std::size_t a, std::size_t b, double km, double hours_, double toll = 0) {
  return {a, b, {Kilometres(km), hours(hours_), Money(toll)}};
}

struct RandomRoads {
  std::size_t places = 0;
  std::vector<Road> roads;
};

/// Whole numbers, so that sums are exact; so few different ones that ties and parallel roads are common, and few enough roads that some
/// places cannot be reached.
RandomRoads random_roads(std::uint64_t number) {
  RandomStream chance(7, number, "roads", "graph");
  RandomRoads random{.places = 2 + chance.index(11)};
  const std::size_t roads = chance.index(2 * random.places);
  while (random.roads.size() < roads) {
    const std::size_t a = chance.index(random.places), b = chance.index(random.places);
    const auto whole = [&](std::size_t most) { return static_cast<double>(1 + chance.index(most)); };
    if (a != b) random.roads.push_back({a, b, {Kilometres(whole(6)), Seconds(whole(5)), Money(whole(4) - 1)}});
  }
  return random;
}

double measure(const Way& way, const RoadChoice& choice) {
  if (choice.by == Shortest::time) return way.time.value();
  if (choice.by == Shortest::distance) return way.distance.value();
  return way.toll.value() + choice.cost_per_km.value() * way.distance.value();
}

/// All shortest measures by another algorithm.
std::vector<std::vector<double>> floyd_warshall(const RandomRoads& random, const RoadChoice& choice) {
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                      boost::property<boost::edge_weight_t, double>>;
  Graph graph(random.places);
  for (const Road& each : random.roads) add_edge(each.a, each.b, measure(each.way, choice), graph);
  constexpr double infinity = std::numeric_limits<double>::infinity();
  std::vector<std::vector<double>> lengths(random.places, std::vector<double>(random.places));
  boost::floyd_warshall_all_pairs_shortest_paths(graph, lengths, boost::distance_inf(infinity));
  return lengths;
}

/// The places follow each other by roads that add up to the way.
bool is_driven(const RoadTrip& trip, const RandomRoads& random) {
  std::vector<Way> sums{Way{}};  // over every choice of parallel roads
  for (std::size_t i = 1; i < trip.places.size(); ++i) {
    std::vector<Way> longer;
    for (const Way& sum : sums)
      for (const Road& each : random.roads)
        if (std::minmax(each.a, each.b) == std::minmax(trip.places[i - 1], trip.places[i]))
          longer.push_back({sum.distance + each.way.distance, sum.time + each.way.time, sum.toll + each.way.toll});
    sums = longer;
  }
  return std::ranges::any_of(
      sums, [&](const Way& sum) { return sum.distance == trip.way.distance && sum.time == trip.way.time && sum.toll == trip.way.toll; });
}

}  // namespace

TEST_CASE("the shortest ways are those of Floyd and Warshall, on connected and disconnected roads") {
  std::size_t unreachable = 0;
  for (std::uint64_t number = 0; number < 240; ++number) {
    const RandomRoads random = random_roads(number);
    const RoadChoice choice{static_cast<Shortest>(number % 3), MoneyPerKilometre(static_cast<double>(number % 2))};
    const auto expected = floyd_warshall(random, choice);
    const RoadNetwork network(random.places, random.roads, choice);
    for (std::size_t from = 0; from < random.places; ++from) {
      const auto trips = network.trips_from(from);
      for (std::size_t to = 0; to < random.places; ++to) {
        CAPTURE(number, from, to);
        REQUIRE(trips[to].has_value() == (expected[from][to] < std::numeric_limits<double>::infinity()));
        if (!trips[to]) {
          ++unreachable;
          continue;
        }
        CHECK(measure(trips[to]->way, choice) == expected[from][to]);
        CHECK(trips[to]->places.front() == from);
        CHECK(trips[to]->places.back() == to);
        CHECK(is_driven(*trips[to], random));
      }
    }
  }
  CHECK(unreachable > 100);
}

TEST_CASE("the fastest, the nearest and the cheapest way differ") {
  // 0 to 2: over 1 by a toll motorway, directly over a pass, or over 3 on a long free road.
  const std::vector<Road> roads{road(0, 1, 60, 0.5, 9), road(1, 2, 60, 0.5), road(0, 2, 80, 3, 2), road(0, 3, 70, 1), road(3, 2, 70, 1)};
  const auto to_2 = [&](const RoadChoice& choice) { return RoadNetwork(4, roads, choice).trips_from(0)[2].value(); };
  const RoadTrip fastest = to_2({Shortest::time}), nearest = to_2({Shortest::distance}), cheapest = to_2({Shortest::cost});
  CHECK(fastest.places == std::vector<std::size_t>{0, 1, 2});
  CHECK(fastest.way.distance == Kilometres(120));
  CHECK(fastest.way.time == hours(1));
  CHECK(fastest.way.toll == Money(9));
  CHECK(nearest.places == std::vector<std::size_t>{0, 2});
  CHECK(cheapest.places == std::vector<std::size_t>{0, 3, 2});
  CHECK(to_2({Shortest::cost, MoneyPerKilometre(0.1)}).places == std::vector<std::size_t>{0, 2});  // 2 + 8 < 14 < 9 + 12
}

TEST_CASE("of equally short ways it is the one with the fewest roads, then over the place of the lowest number, then by the first road") {
  const auto way = [](std::vector<Road> roads) { return RoadNetwork(5, roads, {}).trips_from(0)[3].value(); };
  CHECK(way({road(0, 1, 1, 1), road(1, 3, 1, 1), road(0, 3, 9, 2)}).places == std::vector<std::size_t>{0, 3});
  CHECK(way({road(0, 2, 1, 1), road(2, 3, 1, 1), road(0, 1, 1, 1), road(1, 3, 1, 1)}).places == std::vector<std::size_t>{0, 1, 3});
  CHECK(way({road(0, 3, 5, 1), road(0, 3, 4, 1), road(3, 0, 6, 1)}).way.distance == Kilometres(5));
}

TEST_CASE("without roads only the place itself is reached, at no cost") {
  const auto trips = RoadNetwork(2, {}, {}).trips_from(1);
  CHECK_FALSE(trips[0]);
  CHECK(trips[1]->places == std::vector<std::size_t>{1});
  CHECK(trips[1]->way.distance == Kilometres(0));
}

TEST_CASE("roads that make no sense are refused") {
  const auto refused = [](const Road& wrong) { CHECK_THROWS_AS(RoadNetwork(2, {wrong}, {}), ModelError); };
  refused(road(0, 2, 1, 1));
  refused(road(1, 1, 1, 1));
  refused(road(0, 1, 0, 1));
  refused(road(0, 1, 1, -1));
  refused(road(0, 1, 1, 1, -1));
  CHECK_THROWS_AS(RoadNetwork(2, {}, {}).trips_from(2), ModelError);
  CHECK_THROWS_AS(RoadNetwork(2, {}, {Shortest::cost, MoneyPerKilometre(-1)}), ModelError);
}
