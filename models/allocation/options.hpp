#pragma once
/// The choices of an allocation problem in plain numbers, as the searches need them.

#include <utility>
#include <vector>

#include "models/allocation/problem.hpp"

namespace ccm {

/// All demand of a part made on one of its routes.
struct Option {
  std::size_t part = 0;                               // index into AllocationProblem::parts
  std::size_t route = 0;                              // index into Part::routes
  double cost = 0;                                    // material, energy and waste of the whole demand [currency]
  double wages = 0;                                   // at each machine's cheapest level [currency]
  double move_cost = 0;                               // m_x, of one move of all batches [currency]
  std::vector<std::pair<std::size_t, double>> loads;  // machine and time for the whole demand [s], each machine once, none zero
  std::vector<std::size_t> path;                      // machines in order, no machine twice in a row
};

/// The parts with demand and something to choose; each has its options in a row: first[i] to first[i + 1].
struct Options {
  std::vector<Option> all;
  std::vector<std::size_t> parts;  // index into AllocationProblem::parts
  std::vector<std::size_t> first;

  [[nodiscard]] std::size_t part_count() const { return parts.size(); }
};

/// The level of least wage that operates the machine and has any capacity; nothing if there is none.
[[nodiscard]] std::optional<std::size_t> cheapest_level(const Plant& plant, std::size_t machine);

/// Whether every operation has a machine and a worker level with any capacity.
[[nodiscard]] bool can_run(const Plant& plant, const Route& route);

/// Routes that can run, of parts with demand.
[[nodiscard]] Options options_of(const AllocationProblem& problem);

/// Moves of a batch along a path of machines in these groups.
[[nodiscard]] std::size_t count_moves(const std::vector<std::size_t>& path, const std::vector<std::size_t>& group_of_machine,
                                      MoveRule rule);

/// m_x = MoveCost_x D / Q: what one move of all batches costs [currency]; 0 if nothing is held.
[[nodiscard]] Money cost_of_a_move(const PartDemand& part);

}  // namespace ccm
