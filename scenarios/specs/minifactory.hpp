#pragma once
/// A minifactory: what it has, and how it plans, sells and makes.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/allocation/problem.hpp"
#include "models/pricing/strategy.hpp"
#include "scenarios/specs/logistics.hpp"
#include "scenarios/specs/network.hpp"
#include "scenarios/specs/talks.hpp"

namespace ccm {

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
  double first_guess = 1, slope_guess = 1, effect_guess = 1;
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

}  // namespace ccm
