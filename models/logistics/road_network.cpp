// Which roads lead from here to there?

#include "models/logistics/road_network.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <limits>

#include "models/error.hpp"

namespace ccm {
namespace {

/// How long a way is: first by the chosen measure, then by its roads.
struct Length {
  double measure = 0;
  std::size_t roads = 0;
  auto operator<=>(const Length&) const = default;
};

constexpr Length unreachable{std::numeric_limits<double>::infinity(), 0};

Length longer(const Length& a, const Length& b) { return {a.measure + b.measure, a.roads + b.roads}; }

double measure_of(const Way& way, const RoadChoice& choice) {
  switch (choice.by) {
    case Shortest::time:
      return way.time.value();
    case Shortest::distance:
      return way.distance.value();
    case Shortest::cost:
      break;
  }
  return (way.toll + choice.cost_per_km * way.distance).value();
}

void require_valid(const Road& road, std::size_t places) {
  require(road.a < places && road.b < places, "road network: a road leads to a place that is not there");
  require(road.a != road.b, "road network: a road leads from a place to itself");
  require(road.way.distance > Kilometres(0) && road.way.time > Seconds(0), "road network: distance and time must be positive");
  require(road.way.toll >= Money(0), "road network: a toll must not be negative");
}

struct RoadOfGraph {
  Length length;
  std::size_t number = 0;
};

using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, RoadOfGraph>;

}  // namespace

struct RoadNetwork::Graph {
  BoostGraph boost;
  std::vector<Road> roads;

  [[nodiscard]] std::vector<Length> lengths_from(std::size_t start) const {
    std::vector<Length> lengths(num_vertices(boost));
    boost::dijkstra_shortest_paths(boost, start,
                                   boost::distance_map(lengths.data())
                                       .weight_map(get(&RoadOfGraph::length, boost))
                                       .distance_inf(unreachable)
                                       .distance_zero(Length{})
                                       .distance_compare(std::less<Length>())
                                       .distance_combine(&longer));
    return lengths;
  }

  /// The place before `place` on the shortest way, and the road from there.
  [[nodiscard]] std::pair<std::size_t, std::size_t> step_back(std::size_t place, const std::vector<Length>& lengths) const {
    std::pair<std::size_t, std::size_t> best{lengths.size(), roads.size()};
    for (auto [edge, end] = out_edges(place, boost); edge != end; ++edge) {
      const std::size_t before = target(*edge, boost);
      const RoadOfGraph& road = boost[*edge];
      if (longer(lengths[before], road.length) == lengths[place]) best = std::min(best, {before, road.number});
    }
    return best;
  }

  [[nodiscard]] RoadTrip trip(std::size_t start, std::size_t to, const std::vector<Length>& lengths) const {
    RoadTrip trip{.places = {to}};
    while (trip.places.back() != start) {
      const auto [before, road] = step_back(trip.places.back(), lengths);
      trip.way.distance += roads[road].way.distance;
      trip.way.time += roads[road].way.time;
      trip.way.toll += roads[road].way.toll;
      trip.places.push_back(before);
    }
    std::ranges::reverse(trip.places);
    return trip;
  }
};

RoadNetwork::RoadNetwork(std::size_t places, const std::vector<Road>& roads, const RoadChoice& choice)
    : graph_(std::make_unique<Graph>(Graph{BoostGraph(places), roads})) {
  require(choice.cost_per_km >= MoneyPerKilometre(0), "road network: the cost of a kilometre must not be negative");
  for (std::size_t i = 0; i < roads.size(); ++i) {
    require_valid(roads[i], places);
    add_edge(roads[i].a, roads[i].b, RoadOfGraph{{measure_of(roads[i].way, choice), 1}, i}, graph_->boost);
  }
}

RoadNetwork::~RoadNetwork() = default;
RoadNetwork::RoadNetwork(RoadNetwork&&) noexcept = default;
RoadNetwork& RoadNetwork::operator=(RoadNetwork&&) noexcept = default;

std::vector<std::optional<RoadTrip>> RoadNetwork::trips_from(std::size_t place) const {
  require(place < num_vertices(graph_->boost), "road network: there is no such place");
  const std::vector<Length> lengths = graph_->lengths_from(place);
  std::vector<std::optional<RoadTrip>> trips;
  for (std::size_t to = 0; to < lengths.size(); ++to)
    trips.push_back(lengths[to] == unreachable ? std::nullopt : std::optional(graph_->trip(place, to, lengths)));
  return trips;
}

}  // namespace ccm
