#pragma once
/// What is simulated, as plain structs. The member initialisers are the defaults; no other place has any.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/allocation/problem.hpp"
#include "models/demand/customer_type.hpp"
#include "models/demand/linear_demand.hpp"
#include "models/logistics/distance.hpp"
#include "models/units.hpp"

namespace ccm {

struct TimeSpec {
  Seconds period = days(26);
  std::int64_t periods = 12;
  std::int64_t warm_up = 0;
  Seconds shift = hours(7.5);
};

struct PlaceSpec {
  std::string name;
  GeoPoint at;
};

struct LinkSpec {
  Seconds latency = milliseconds(10);
  BytesPerSecond bandwidth{12.5e6};
};

/// Which messages share links with each other: those with product data, all of them, or none.
enum class Contention { bulk, all, none };

struct NetworkSpec {
  Seconds latency = milliseconds(10);
  BytesPerSecond bandwidth{12.5e6};
  std::optional<LinkSpec> backbone;
  Contention contention = Contention::bulk;
  Bytes message_size{1000};
  Seconds retry = minutes(10);
  std::optional<std::string> platform;
};

struct OperationSpec {
  std::string machine;
  double minutes = 0;
  double yield = 1;
};

struct MaterialSpec {
  Kilograms mass{0};
  MoneyPerKilogram price{0};
  double recycled = 0;
};

struct PartSpec {
  std::string name;
  std::vector<std::vector<OperationSpec>> routes;
  Money setup_cost{0};
  Money holding_cost{0};
  Money move_cost{0};
  std::optional<MaterialSpec> material;
};

struct PartCount {
  std::string name;
  std::int64_t count = 1;
};

struct ServiceSpec {
  std::string name;
  std::vector<PartCount> parts;
  Bytes product_data{1e6};
  std::optional<Seconds> due;
};

/// Where an actor stands on the network: its own access link, and its host if the user brings a platform.
struct SiteSpec {
  std::optional<std::string> place;
  std::optional<GeoPoint> at;
  std::optional<LinkSpec> link;
  std::optional<std::string> host;
};

struct OperatorSpec : SiteSpec {
  std::int64_t quotes = 3;
  double commission = 0.05;
  Seconds quote_deadline = hours(1);
};

struct ReferencePriceSpec {
  double effect = 0;
  std::optional<double> loss_effect;
  double memory = 0.5;
  std::optional<Money> start;
};

struct SegmentSpec : SiteSpec {
  std::string name;
  CustomerType type = CustomerType::price_taker;
  std::string service;
  DemandForm demand = DemandForm::absolute;
  double alpha = 0;
  double beta = 0;
  Money lowest_value{0};
  ReferencePriceSpec reference_price;
  Seconds patience = days(5);
};

struct MachineSpec {
  std::string name;
  Kilowatts power{0};
  std::optional<Seconds> capacity;  // per period
};

struct WorkerSpec {
  std::string name;
  MoneyPerHour wage{0};
  std::vector<std::string> operates;
  std::optional<Seconds> capacity;  // per period
};

struct GroupSizeSpec {
  std::int64_t at_least = 1;
  std::optional<std::int64_t> at_most;
};

struct PlanningSpec {
  RouteRule routes = RouteRule::split;
  MoveRule moves = MoveRule::distinct_groups;
  bool replan_on_failure = false;
  std::int64_t node_limit = 200'000;
};

/// Which cost of a unit prices are built on.
enum class CostBasis { average, marginal };

struct PricingSpec {
  std::string strategy = "differential";
  double markup = 0.2;
  CostBasis cost = CostBasis::average;
};

struct ForecastSpec {
  std::optional<double> start;
  double smoothing = 0.3;
};

enum class ProcessingTimes { fixed, exponential };

struct MinifactorySpec : SiteSpec {
  std::string name;
  std::vector<MachineSpec> machines;
  std::vector<WorkerSpec> workers;
  std::vector<std::vector<std::string>> groups;
  std::vector<GroupSizeSpec> group_sizes;
  MoneyPerKilowattHour energy_price{0.19};
  MoneyPerKilogram waste_price{0};
  PlanningSpec planning;
  PricingSpec pricing;
  ForecastSpec forecast;
  std::int64_t lines = 1;
  Seconds working_time = hours(24);  // per day
  ProcessingTimes processing_times = ProcessingTimes::fixed;
  Seconds promise_margin = hours(1);
  std::optional<Kilometres> reach;
};

struct EventSpec {
  Seconds at{0};
  std::optional<std::string> host;
  std::optional<std::string> link;
  std::optional<std::string> machine;  // minifactory.machine
  std::optional<std::string> worker;   // minifactory.worker
  Seconds down{0};
};

struct ResultsSpec {
  bool orders = true;
  bool quotes = true;
  bool machines = true;
  bool work = true;
  bool mfca = true;
};

struct Scenario {
  std::int64_t format = 1;
  std::string name;
  std::optional<std::string> question;
  std::int64_t seed = 42;
  std::string currency = "EUR";
  TimeSpec time;
  std::vector<PlaceSpec> places;
  Travel travel;
  NetworkSpec network;
  std::vector<PartSpec> parts;
  std::vector<ServiceSpec> services;
  OperatorSpec cloud_operator;
  std::vector<SegmentSpec> customers;
  std::vector<MinifactorySpec> minifactories;
  std::vector<EventSpec> events;
  ResultsSpec results;
};

/// The demand model of a segment.
[[nodiscard]] LinearDemand demand_of(const SegmentSpec& segment);

/// Whether the minifactory has, for every part of the service, all machines of some route and a worker for each of them.
[[nodiscard]] bool can_make(const MinifactorySpec& minifactory, const ServiceSpec& service, const Scenario& scenario);

/// The service of that name; ModelError if there is none (a checked scenario has no dangling names).
[[nodiscard]] const ServiceSpec& service_named(const Scenario& scenario, const std::string& name);
[[nodiscard]] const PartSpec& part_named(const Scenario& scenario, const std::string& name);

}  // namespace ccm
