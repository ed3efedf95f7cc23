// What does the best of all plans cost?

#include "tests/models/allocation/brute_force.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "tests/models/allocation/formulation.hpp"
#include "tests/models/allocation/linear_program.hpp"

namespace ccm::test {
namespace {

using Grouping = std::vector<std::size_t>;
using Moves = std::vector<std::size_t>;  // of each column

/// A route that may be used.
struct Column {
  std::size_t part = 0, route = 0;
};
using Columns = std::vector<Column>;

constexpr long double rounding = 1e-12L;

std::vector<Grouping> groupings_of(const AllocationProblem& problem) {
  if (problem.grouping) return {*problem.grouping};
  std::vector<Grouping> all{{}};
  for (std::size_t y = 0; y < problem.plant.machines.size(); ++y) {
    std::vector<Grouping> longer;
    for (const Grouping& grouping : all)
      for (std::size_t g = 0; g < problem.groups.size(); ++g) {
        longer.push_back(grouping);
        longer.back().push_back(g);
      }
    all = std::move(longer);
  }
  std::erase_if(all, [&](const Grouping& grouping) { return !keeps_bounds(problem, grouping); });
  return all;
}

std::vector<std::size_t> parts_to_make(const AllocationProblem& problem) {
  std::vector<std::size_t> parts;
  for (std::size_t x = 0; x < problem.parts.size(); ++x)
    if (problem.parts[x].units > 0 && !problem.parts[x].part.routes.empty()) parts.push_back(x);
  return parts;
}

Columns all_routes(const AllocationProblem& problem) {
  Columns columns;
  for (const std::size_t x : parts_to_make(problem))
    for (std::size_t r = 0; r < problem.parts[x].part.routes.size(); ++r) columns.push_back({x, r});
  return columns;
}

std::vector<Columns> one_route_each(const AllocationProblem& problem) {
  std::vector<Columns> all{{}};
  for (const std::size_t x : parts_to_make(problem)) {
    std::vector<Columns> longer;
    for (const Columns& columns : all)
      for (std::size_t r = 0; r < problem.parts[x].part.routes.size(); ++r) {
        longer.push_back(columns);
        longer.back().push_back({x, r});
      }
    all = std::move(longer);
  }
  return all;
}

bool no_worse(const Moves& a, const Moves& b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] > b[i]) return false;
  return true;
}

/// Without those that move as much as another one on every route, and more on some: they cannot be cheaper.
std::vector<Moves> worth_trying(const std::set<Moves>& all) {
  std::vector<Moves> kept;
  for (const Moves& moves : all)  // in lexicographic order, so what is better comes first
    if (std::none_of(kept.begin(), kept.end(), [&](const Moves& other) { return no_worse(other, moves); })) kept.push_back(moves);
  return kept;
}

/// The linear program of shares s, one per column, and of labour f_yw in hours, after them.
class Shares {
 public:
  Shares(const AllocationProblem& problem, const std::vector<PartNumbers>& numbers, const Columns& columns)
      : problem_(problem), numbers_(numbers), columns_(columns) {
    for (std::size_t y = 0; y < problem.plant.machines.size(); ++y)
      for (std::size_t w = 0; w < problem.plant.workers.size(); ++w)
        if (operates(problem.plant.workers[w], y)) labour_.push_back({y, w});
  }

  [[nodiscard]] LeastCost least(const Moves& moves) const {
    LinearProgram program = constraints();
    const long double all = weight_of_all_demand(problem_);
    const long double unserved = all + program.minimise(served_weights());
    const long double cost = program.minimise(costs(moves));
    const bool short_of_capacity = unserved > rounding * all;
    return {short_of_capacity ? AllocationStatus::shortage : AllocationStatus::optimal,
            short_of_capacity ? static_cast<double>(unserved) : 0, static_cast<double>(cost)};
  }

 private:
  struct Labour {
    std::size_t machine = 0, worker = 0;
  };
  using Vector = std::vector<long double>;

  [[nodiscard]] std::size_t size() const { return columns_.size() + labour_.size(); }
  [[nodiscard]] const RouteNumbers& numbers_of(const Column& column) const { return numbers_[column.part].routes[column.route]; }

  [[nodiscard]] LinearProgram constraints() const {
    LinearProgram program(size());
    for (std::size_t x = 0; x < problem_.parts.size(); ++x) program.add_row(shares_of(x), 1);
    for (std::size_t y = 0; y < problem_.plant.machines.size(); ++y) {
      program.add_row(load_of(y), in_hours(problem_.plant.machines[y].capacity));
      program.add_row(load_without_labour(y), 0);
    }
    for (std::size_t w = 0; w < problem_.plant.workers.size(); ++w)
      program.add_row(labour_of(w), in_hours(problem_.plant.workers[w].capacity));
    return program;
  }

  [[nodiscard]] Vector shares_of(std::size_t part) const {
    Vector row(size());
    for (std::size_t j = 0; j < columns_.size(); ++j) row[j] = columns_[j].part == part;
    return row;
  }

  [[nodiscard]] Vector load_of(std::size_t machine) const {
    Vector row(size());
    for (std::size_t j = 0; j < columns_.size(); ++j)
      row[j] = static_cast<long double>(problem_.parts[columns_[j].part].units) * numbers_of(columns_[j]).hours[machine];
    return row;
  }

  /// More labour than load costs nothing less, so that "at least" is as good as "equal".
  [[nodiscard]] Vector load_without_labour(std::size_t machine) const {
    Vector row = load_of(machine);
    for (std::size_t i = 0; i < labour_.size(); ++i)
      if (labour_[i].machine == machine) row[columns_.size() + i] = -1;
    return row;
  }

  [[nodiscard]] Vector labour_of(std::size_t worker) const {
    Vector row(size());
    for (std::size_t i = 0; i < labour_.size(); ++i) row[columns_.size() + i] = labour_[i].worker == worker;
    return row;
  }

  [[nodiscard]] Vector served_weights() const {
    Vector c(size());
    for (std::size_t j = 0; j < columns_.size(); ++j) {
      const PartDemand& demanded = problem_.parts[columns_[j].part];
      c[j] = -static_cast<long double>(demanded.priority) * demanded.units;
    }
    return c;
  }

  [[nodiscard]] Vector costs(const Moves& moves) const {
    Vector c(size());
    for (std::size_t j = 0; j < columns_.size(); ++j) {
      const std::size_t x = columns_[j].part;
      c[j] = static_cast<long double>(problem_.parts[x].units) * numbers_of(columns_[j]).unit_cost.total().value() +
             static_cast<long double>(numbers_[x].cost_of_full_moves) * static_cast<long double>(moves[j]);
    }
    for (std::size_t i = 0; i < labour_.size(); ++i) c[columns_.size() + i] = problem_.plant.workers[labour_[i].worker].wage.value();
    return c;
  }

  const AllocationProblem& problem_;
  const std::vector<PartNumbers>& numbers_;
  const Columns& columns_;
  std::vector<Labour> labour_;
};

bool better(const LeastCost& a, const LeastCost& b, double weight) {
  const double margin = static_cast<double>(rounding) * weight;
  if (a.unserved < b.unserved - margin) return true;
  return a.unserved <= b.unserved + margin && a.cost < b.cost;
}

std::vector<Columns> choices_of(const AllocationProblem& problem) {
  if (problem.routes == RouteRule::single) return one_route_each(problem);
  return std::vector<Columns>(1, all_routes(problem));
}

Moves moves_of(const AllocationProblem& problem, const Columns& columns, const Grouping& grouping) {
  Moves moves;
  for (const auto& [x, r] : columns) moves.push_back(moves_on(problem.parts[x].part.routes[r], grouping, problem.moves));
  return moves;
}

std::vector<Moves> possible_moves(const AllocationProblem& problem, const Columns& columns, const std::vector<Grouping>& groupings) {
  std::set<Moves> distinct;
  for (const Grouping& grouping : groupings) distinct.insert(moves_of(problem, columns, grouping));
  return worth_trying(distinct);
}

}  // namespace

LeastCost by_brute_force(const AllocationProblem& problem) {
  const std::vector<Grouping> groupings = groupings_of(problem);
  if (groupings.empty()) return {.status = AllocationStatus::infeasible};
  const std::vector<PartNumbers> numbers = numbers_of(problem);
  LeastCost best{.status = AllocationStatus::shortage, .unserved = std::numeric_limits<double>::infinity()};
  for (const Columns& columns : choices_of(problem)) {
    const Shares shares(problem, numbers, columns);
    for (const Moves& moves : possible_moves(problem, columns, groupings)) {
      const LeastCost found = shares.least(moves);
      if (better(found, best, weight_of_all_demand(problem))) best = found;
    }
  }
  return best;
}

}  // namespace ccm::test
