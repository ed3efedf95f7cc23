#pragma once
/// What is simulated, as plain structs; those of its sections are in specs/. The member initialisers are the defaults; no other place has
/// any.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/demand/linear_demand.hpp"
#include "models/demand/price_memory.hpp"
#include "models/logistics/distance.hpp"
#include "models/logistics/vehicle.hpp"
#include "models/market/matching/qos.hpp"
#include "models/network/backoff.hpp"
#include "models/units.hpp"
#include "scenarios/specs/customers.hpp"
#include "scenarios/specs/faults.hpp"
#include "scenarios/specs/logistics.hpp"
#include "scenarios/specs/market.hpp"
#include "scenarios/specs/minifactory.hpp"
#include "scenarios/specs/network.hpp"
#include "scenarios/specs/operator.hpp"
#include "scenarios/specs/products.hpp"
#include "scenarios/specs/talks.hpp"

namespace ccm {

struct TimeSpec {
  Seconds period = days(26);
  std::int64_t periods = 12;
  std::int64_t warm_up = 0;
  Seconds shift = hours(7.5);
};

struct ResultsSpec {
  bool orders = true;
  bool quotes = true;
  bool lots = true;
  bool machines = true;
  bool work = true;
  bool mfca = true;
  bool operations = true;
  bool machine_use = true;
  bool shipments = true;
  bool negotiations = true;
  bool talk_offers = false;
  bool bulletin = true;
  bool estimates = true;
};

struct Scenario {
  std::int64_t format = 1;
  std::string name;
  std::optional<std::string> question;
  std::int64_t seed = 42;
  std::string currency = "EUR";
  TimeSpec time;
  std::vector<PlaceSpec> places;
  std::optional<std::string> places_from;
  std::vector<RoadSpec> roads;
  Travel travel;
  std::vector<VehicleSpec> vehicles;
  NetworkSpec network;
  MarketSpec market;
  std::vector<PartSpec> parts;
  std::vector<ServiceSpec> services;
  OperatorSpec cloud_operator;
  std::vector<SegmentSpec> customers;
  std::vector<MinifactorySpec> minifactories;
  std::vector<EventSpec> events;
  std::vector<FailureSpec> failures;
  bool faults = true;
  ResultsSpec results;
};

/// The demand model of a segment.
[[nodiscard]] LinearDemand demand_of(const SegmentSpec& segment);
[[nodiscard]] PriceMemory memory_of(const SegmentSpec& segment);

/// How many offers its customers make in talks, and how many minifactories are asked for one request; by default as their type does:
/// price-takers none and one, negotiators three and as many as the operator asks, bargainers six and one after the other.
[[nodiscard]] std::int64_t rounds_of(const SegmentSpec& segment);
[[nodiscard]] std::int64_t quotes_of(const Scenario& scenario, const SegmentSpec& segment);

/// How long an answer is waited for beyond its time.
[[nodiscard]] Backoff backoff_of(const NetworkSpec& network);
/// Whether a host or a link may ever be down.
[[nodiscard]] bool network_can_fail(const Scenario& scenario);

/// The tables to write: those wanted that can have rows.
[[nodiscard]] ResultsSpec tables_of(const Scenario& scenario);

/// The parts of a service, or of one stage of it.
using Stage = std::optional<std::size_t>;
[[nodiscard]] std::vector<PartCount> parts_of(const ServiceSpec& service, Stage stage);

/// Whether the minifactory has, for every part of the service, or of that stage, all machines of some route and a worker for each of them.
[[nodiscard]] bool can_make(const MinifactorySpec& minifactory, const ServiceSpec& service, const Scenario& scenario, Stage stage = {});

/// Whether the operator may have an order made by several minifactories: because it splits orders, or because a service has stages.
[[nodiscard]] bool makes_lots(const Scenario& scenario);

/// The weights, bounds and urgency of the operator as its model takes them.
[[nodiscard]] QosOptions qos_of(const OperatorSpec& spec);

/// The service of that name; ModelError if there is none (a checked scenario has no dangling names).
[[nodiscard]] const ServiceSpec& service_named(const Scenario& scenario, const std::string& name);
[[nodiscard]] const PartSpec& part_named(const Scenario& scenario, const std::string& name);

/// The vehicle of that name, from the scenario or built in; ModelError if there is none.
[[nodiscard]] Vehicle vehicle_named(const Scenario& scenario, const std::string& name);
/// What an order of the segment weighs.
[[nodiscard]] Kilograms order_mass(const Scenario& scenario, const SegmentSpec& segment);
/// Whether any trip costs anything.
[[nodiscard]] bool freight_costs(const Scenario& scenario);

}  // namespace ccm
