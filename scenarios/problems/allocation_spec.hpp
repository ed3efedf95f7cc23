#pragma once
/// What an allocation file says, in the file's own words. The member initialisers are the defaults.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/allocation/problem.hpp"

namespace ccm {

struct MachineOffer {
  std::string name;
  Kilowatts power{0};
  Seconds capacity{0};
};

struct WorkerOffer {
  std::string name;
  MoneyPerHour wage{0};
  Seconds capacity{0};
  std::vector<std::string> operates;
};

struct GroupSizes {
  std::int64_t at_least = 1;
  std::optional<std::int64_t> at_most;
};

struct RouteStep {
  std::string machine;
  Seconds time{0};
  double yield = 1;
};

struct PartOrder {
  std::string name;
  double demand = 0;
  double priority = 1;
  Money setup_cost{0};
  Money holding_cost{0};
  Money move_cost{0};
  PartMaterial material;
  std::vector<std::vector<RouteStep>> routes;
};

struct AllocationSpec {
  std::string problem = "allocation";
  std::string currency = "EUR";
  RouteRule routes = RouteRule::single;
  MoveRule moves = MoveRule::distinct_groups;
  MoneyPerKilowattHour energy_price{0};
  MoneyPerKilogram waste_price{0};
  std::int64_t node_limit = 5'000'000;
  std::vector<MachineOffer> machines;
  std::vector<WorkerOffer> workers;
  std::vector<GroupSizes> groups;
  std::vector<std::vector<std::string>> grouping;
  std::vector<PartOrder> parts;
};

}  // namespace ccm
