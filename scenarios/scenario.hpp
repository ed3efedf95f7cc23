#pragma once
/// What is simulated, as plain structs. The member initialisers are the defaults; no other place has any.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/allocation/problem.hpp"
#include "models/demand/customer_type.hpp"
#include "models/demand/linear_demand.hpp"
#include "models/demand/price_memory.hpp"
#include "models/logistics/consolidation.hpp"
#include "models/market/matching/qos.hpp"
#include "models/market/negotiation/concession.hpp"
#include "models/market/revenue.hpp"
#include "models/network/backoff.hpp"
#include "models/pricing/strategy.hpp"
#include "models/units.hpp"

namespace ccm {

struct TimeSpec {
  Seconds period = days(26);
  std::int64_t periods = 12;
  std::int64_t warm_up = 0;
  Seconds shift = hours(7.5);
};

/// A place; loading turns the city into its coordinates.
struct PlaceSpec {
  std::string name;
  std::optional<GeoPoint> at;
  std::optional<std::string> city;
};

struct RoadSpec {
  std::vector<std::string> between;  // two places
  Kilometres distance{0};
  std::optional<Seconds> time;
  Money toll{0};
};

/// A vehicle; loading fills what it leaves out from the built-in model.
struct VehicleSpec {
  std::string name;
  std::optional<std::string> model;
  std::optional<Kilograms> payload;
  FreightCounting counting = FreightCounting::trip;
  Money cost_per_trip{0};
  MoneyPerKilometre cost_per_km{0};
  MoneyPerHour cost_per_hour{0};
  MoneyPerTonneKilometre cost_per_tkm{0};
  std::optional<KilogramsPerKilometre> co2_per_km_empty;
  std::optional<KilogramsPerKilometre> co2_per_km_full;
  std::optional<KilogramsPerTonneKilometre> co2_per_tkm;
};

/// How a minifactory ships: each product when it is done, or at departures.
struct ShippingSpec {
  std::string vehicle = "van";
  std::optional<Departures> departures;
};

struct LinkSpec {
  Seconds latency = milliseconds(10);
  BytesPerSecond bandwidth{12.5e6};
};

/// Which messages share links with each other: those with product data, all of them, or none.
enum class Contention { bulk, all, none };

/// What is sent of product data after a failure: all, or what was missing.
enum class Transfers { restart, resume };

/// What an information host draws while it is idle, busy, and off.
struct HostPowerSpec {
  Kilowatts idle{0};
  Kilowatts busy{0};
  Kilowatts off{0};
};

struct NetworkSpec {
  Seconds latency = milliseconds(10);
  BytesPerSecond bandwidth{12.5e6};
  std::optional<LinkSpec> backbone;
  Contention contention = Contention::bulk;
  Bytes message_size{1000};
  Seconds retry = minutes(10);
  double backoff = 2;
  Seconds retry_at_most = days(1);
  Transfers transfers = Transfers::restart;
  Seconds computing{0};
  std::optional<HostPowerSpec> power;
  std::optional<std::string> platform;
};

struct OperationSpec {
  std::string machine;
  double minutes = 0;
  double yield = 1;
  double setup_minutes = 0;
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
  Seconds move_time{0};
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
  Kilograms mass{0};
  std::optional<Seconds> due;
  std::vector<std::vector<std::string>> stages;  // of parts; empty: all are made at one place
};

/// Where an actor stands on the network: its own access link, and its host if the user brings a platform.
struct SiteSpec {
  std::optional<std::string> place;
  std::optional<GeoPoint> at;
  std::optional<LinkSpec> link;
  std::optional<std::string> host;
};

/// Whether those whose quotes are not taken are told so, and the operator when an order is done (full), or not (brief).
enum class ContractNet { full, brief };

/// What the operator does when none of those asked can deliver in time.
enum class WhenNone { reject, widen, earliest, split };

/// Lowest and highest value of a criterion, two numbers each.
struct QosBoundsSpec {
  std::optional<std::vector<Money>> price;
  std::optional<std::vector<Seconds>> time;
  std::optional<std::vector<Kilograms>> co2;
  std::optional<std::vector<double>> reliability;
  std::optional<std::vector<Kilometres>> distance;
};

struct QosSpec {
  QosWeights weights;
  QosBoundsSpec bounds;
  std::optional<Seconds> urgent_within;
};

struct OperatorSpec : SiteSpec {
  std::int64_t quotes = 3;
  double commission = 0.05;
  Seconds quote_deadline = hours(1);
  std::int64_t call_rounds = 1;
  ContractNet contract_net = ContractNet::full;
  std::string matching = "cheapest";
  QosSpec qos;
  double reliability_ageing = 1;
  WhenNone when_none = WhenNone::reject;
  std::optional<std::int64_t> split_above;
  std::optional<Seconds> reassign_when_late;
};

/// Who fixes the price: the seller, the buyer, the operator by rule from quotes and bids, or both sides in talks.
enum class PriceFormation { seller, buyer, clearing, negotiated };

/// What a talk about the price looks like: concessions in time, Nash's split, or Rubinstein's.
enum class BargainingRule { concession, nash, rational };

struct RevenueSpec {
  RevenueBase base = RevenueBase::unit;
  Seconds duration = days(30);
  double uses = 10;
  double late_fee = 0.1;
  Money third_party{0};
};

struct MarketSpec {
  PriceFormation prices = PriceFormation::seller;
  double split = 0.5;
  BargainingRule bargaining = BargainingRule::concession;
  std::optional<Seconds> bulletin;
  RevenueSpec revenue;
};

/// Whose prices enter a reference price: those paid by the own type at the same minifactory, by all its customers, at all
/// minifactories; what the other minifactories publish; or what this very customer was quoted.
enum class ReferenceSource { own_type, rsp, market, rivals, individual };

struct ReferencePriceSpec {
  double effect = 0;
  std::optional<double> loss_effect;
  double memory = 0.5;
  MemoryKind kind = MemoryKind::exponential;
  ReferenceSource source = ReferenceSource::own_type;
  std::optional<std::int64_t> people;
  std::optional<Money> start;
};

/// How a side concedes in talks.
struct ConcessionSpec {
  double kappa = 0;
  double beta = 1;
  ConcessionFamily family = ConcessionFamily::polynomial;
};

struct BuyerTalksSpec : ConcessionSpec {
  std::optional<std::int64_t> rounds;
  std::optional<std::int64_t> quotes;
  double opening = 0.6;
  double discount = 0.9;
  Money quote_cost{0};
  Money effort{0};
  double power = 0.4;
  Seconds answer_within = hours(1);
  Seconds look_again = days(1);
};

struct SellerTalksSpec : ConcessionSpec {
  std::int64_t rounds = 5;
  double margin = 0;
  double power = 0.6;
  double discount = 0.9;
  std::optional<Money> cutoff;
};

/// Whether the product is brought, or the customer fetches it.
enum class DeliveryMode { delivery, pickup };

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
  std::int64_t order_size = 1;
  std::optional<std::string> local;
  DeliveryMode delivery = DeliveryMode::delivery;
  std::string pickup_vehicle = "van";
  double cancels = 0;
  Seconds cancels_after = days(1);
  BuyerTalksSpec talks;
};

struct MachineSpec {
  std::string name;
  Kilowatts power{0};
  Kilowatts idle_power{0};
  std::optional<Kilowatts> setup_power;
  std::int64_t units = 1;
  std::optional<Seconds> capacity;  // per period
};

struct WorkerSpec {
  std::string name;
  MoneyPerHour wage{0};
  std::vector<std::string> operates;
  std::int64_t headcount = 1;
  std::vector<std::int64_t> shifts;  // that it works; all if there are none
  std::optional<Seconds> capacity;   // per period
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

struct LearningSpec {
  double exploration = 0.05;
  double first_guess = 1;
  std::int64_t window = 50;
};

struct PricingSpec {
  std::string strategy = "differential";
  double markup = PricingOptions{}.markup;
  CostBasis cost = CostBasis::average;
  double discount = PricingOptions{}.discount;
  std::optional<std::int64_t> horizon;
  std::int64_t grid_prices = static_cast<std::int64_t>(PricingOptions{}.grid_prices);
  Answer answer = PricingOptions{}.answer;
  double undercut = PricingOptions{}.undercut;
  bool learn = false;
  LearningSpec learning;
};

struct ForecastSpec {
  std::optional<double> start;
  double smoothing = 0.3;
};

enum class ProcessingTimes { fixed, exponential, lognormal };

/// Whether orders run whole on lines, or their parts in batches from machine to machine.
enum class FloorKind { lines, machines };

/// Whether a promise is estimated from the work at hand, or keeps time free on machines and of workers.
enum class Promises { estimated, reserved };

struct FloorSpec {
  FloorKind kind = FloorKind::lines;
  std::string dispatch = "fifo";
  Promises promises = Promises::reserved;
  Seconds hold = hours(1);
};

struct CalendarSpec {
  Seconds starts = hours(6);
  std::int64_t shifts = 2;
  std::int64_t working_days = 7;
};

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
  std::optional<CalendarSpec> calendar;
  FloorSpec floor;
  ProcessingTimes processing_times = ProcessingTimes::fixed;
  double time_variation = 0.5;
  Seconds promise_margin = hours(1);
  std::optional<Kilometres> reach;
  ShippingSpec shipping;
  KilogramsPerKilowattHour grid_co2{0.21};
  SellerTalksSpec talks;
};

/// What goes down: one of these.
struct TargetSpec {
  std::optional<std::string> host;
  std::optional<std::string> link;
  std::optional<std::string> machine;  // minifactory.machine
  std::optional<std::string> worker;   // minifactory.worker
  std::optional<std::string> minifactory;
  std::optional<std::string> place;
  std::optional<Kilometres> within;  // of the place
};

struct EventSpec : TargetSpec {
  Seconds at{0};
  Seconds down{0};
};

struct FailureSpec : TargetSpec {
  Seconds up{0};    // mean
  Seconds down{0};  // mean
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
