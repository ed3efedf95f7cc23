#pragma once
/// Allocation problems that nobody would think of.

#include <array>
#include <cstdint>
#include <string_view>

#include "models/allocation/problem.hpp"
#include "models/random.hpp"

namespace ccm::test {

/// What is special about a problem. Where it is not the capacity, the capacity is slack, tight or short by chance.
enum class Regime {
  slack,             // the cheapest plan fits
  tight,             // all can be made, but machines and worker levels are nearly or quite full
  shortage,          // most often not all can be made
  idle_machines,     // nobody operates some machines: some or all routes of a part cannot be made
  no_demand,         // for some or all parts
  no_partition,      // no grouping keeps the bounds
  given_grouping,    // which keeps the bounds
  ties,              // few distinct and round numbers, so that many plans cost the same, and capacities are met exactly
  returning_routes,  // which visit a machine twice
  free_moves,        // moving or holding costs nothing
  yields,            // material, scrap and recycling
  priorities,        // unserved units weigh differently
  empty_groups,      // allowed
  one_machine,       // and one group, or empty ones beside it
};

inline constexpr std::array all_regimes{
    Regime::slack,        Regime::tight,          Regime::shortage,     Regime::idle_machines,    Regime::no_demand,
    Regime::no_partition, Regime::given_grouping, Regime::ties,         Regime::returning_routes, Regime::free_moves,
    Regime::yields,       Regime::priorities,     Regime::empty_groups, Regime::one_machine};

[[nodiscard]] std::string_view name_of(Regime regime);

struct ProblemSize {
  std::size_t machines = 7, parts = 3, groups = 2, levels = 4;
  std::size_t most_routes = 3;  // of a part
};

/// Random problem number `number` of a regime and size: always the same. Every part has routes of 2 to 6 operations; priorities, processing
/// times and wages are positive. Route and move rule have their defaults.
[[nodiscard]] AllocationProblem random_problem(Regime regime, const ProblemSize& size, std::uint64_t number);

/// How much of what a random plan needs the plant has.
enum class Capacity { slack, tight, exact, shortage };

/// Sets the capacities of machines and worker levels by a random plan with one route per part, which fits if tight or exact.
void set_capacities(AllocationProblem& problem, Capacity capacity, RandomStream& chance);

}  // namespace ccm::test
