#pragma once
/// A minifactory with machines that checks of queueing theory simulate: who orders what, and what was seen.

#include <map>
#include <string>
#include <vector>

#include "scenarios/scenario.hpp"

namespace ccm {

/// Equal machines with one queue; `keys` are more of them in YAML, such as "power: 2 kW".
struct ShopMachine {
  std::string name;
  int units = 1;
  std::string keys = "power: 0 kW";
};

/// An operation of a shop's route.
struct ShopStep {
  std::string machine;
  double minutes = 0, setup_minutes = 0;
};

/// A Poisson stream of orders, all on one route; the service, its part and the segment that orders have its name.
struct ShopOrders {
  std::string name;
  double per_hour = 0;
  std::vector<ShopStep> route;
};

/// Length of a shop's periods.
inline constexpr double shop_period_h = 500;

/// Everybody but the lookers buys, messages take next to no time, and there is a person for every machine.
struct Shop {
  std::vector<ShopMachine> machines;
  std::vector<ShopOrders> orders;
  std::string times = "exponential", dispatch = "fifo", promises = "estimated", due = "1000 d";
  double variation = 1;         // of lognormal times
  double lookers_per_hour = 0;  // who ask for the first service and then find it too dear
  int periods = 25;             // of which the first is left out
};

/// The shop as a scenario; its prices are below the private values of all buyers.     Tested by: tests/validation/floor_validation.cpp.
[[nodiscard]] Scenario scenario_of(const Shop& shop);

/// Operations that come to a machine in an hour: the traffic equations, solved along the routes.
/// Tested by: tests/validation/floor_validation.cpp.
[[nodiscard]] double arrivals_per_hour(const Shop& shop, const ShopMachine& machine);

/// Units of the machine that are busy in the mean: arrivals times mean time.     Tested by: tests/validation/floor_validation.cpp.
[[nodiscard]] double load(const Shop& shop, const ShopMachine& machine);

/// Numbers of which the mean and the variance are asked.
struct Sample {
  double count = 0, sum = 0, squares = 0;

  void add(double value);
  [[nodiscard]] double mean() const { return sum / count; }
  [[nodiscard]] double variance() const { return squares / count - mean() * mean(); }
};

/// What a machine did in a simulation, from the table `machine_use`, and from that of operations what is named so.
struct MachineLog {
  Sample utilisation, queue, kwh;  // by period
  double begun = 0, waited_h = 0;
  Sample gaps_min, works_min;  // between arrivals and of work, by operation, for one unit and first come, first served
  double last_arrival_min = 0;

  [[nodiscard]] double wait_min() const { return 60 * waited_h / begun; }
};

/// What happened in a shop after the first period.
struct ShopLog {
  std::map<std::string, MachineLog, std::less<>> machines;
  std::map<std::string, Sample, std::less<>> waits_min;  // of operations, by orders
  Sample sojourn_min;                                    // of orders, from the product data to the last operation
  double requests = 0, refused = 0;
};

/// Simulates the shop.     Tested by: tests/validation/floor_validation.cpp.
[[nodiscard]] ShopLog work_in(const Scenario& scenario, std::size_t run);

}  // namespace ccm
