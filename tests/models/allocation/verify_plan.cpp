// Is an answer truly a plan, and are its numbers its own?

#include "tests/models/allocation/verify_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "tests/models/allocation/formulation.hpp"

namespace ccm::test {
namespace {

constexpr double rounding = 1e-9;

bool same(double a, double b) { return std::abs(a - b) <= rounding * std::max({1.0, std::abs(a), std::abs(b)}); }
bool at_most(double a, double b) { return a <= b || same(a, b); }

auto key_of(const Work& work) { return std::tuple(work.part, work.route, work.machine, work.worker); }

class Inspection {
 public:
  Inspection(const AllocationProblem& problem, const Allocation& answer)
      : problem_(problem), answer_(answer), numbers_(numbers_of(problem)) {}

  std::vector<std::string> complaints() {
    if (answer_.status == AllocationStatus::infeasible) return {};
    if (!has_right_sizes()) return complaints_;
    inspect_groups();
    inspect_order_of_work();
    inspect_capacities();
    for (std::size_t x = 0; x < problem_.parts.size(); ++x) inspect_part(x);
    inspect_work();
    inspect_sums();
    inspect_proof();
    return complaints_;
  }

 private:
  void expect(bool holds, const std::string& complaint) {
    if (!holds) complaints_.push_back(complaint);
  }

  void expect_same(double stated, double computed, const std::string& what) {
    expect(same(stated, computed), fmt::format("{} is {}, not {}", what, computed, stated));
  }

  void expect_same(const CostByKind& stated, const CostByKind& computed, const std::string& what) {
    expect_same(stated.material.value(), computed.material.value(), "material of " + what);
    expect_same(stated.energy.value(), computed.energy.value(), "energy of " + what);
    expect_same(stated.labour.value(), computed.labour.value(), "labour of " + what);
    expect_same(stated.movement.value(), computed.movement.value(), "movement of " + what);
    expect_same(stated.waste.value(), computed.waste.value(), "waste of " + what);
    expect_same(stated.electricity.value(), computed.electricity.value(), "electricity of " + what);
  }

  bool has_right_sizes() {
    expect(answer_.parts.size() == problem_.parts.size(), "not one allocation per part");
    expect(answer_.group_of_machine.size() == problem_.plant.machines.size(), "not one group per machine");
    for (const Work& work : answer_.work)
      expect(work.part < problem_.parts.size() && work.route < problem_.parts[work.part].part.routes.size() &&
                 work.machine < problem_.plant.machines.size() && work.worker < problem_.plant.workers.size(),
             "work at a place that is not there");
    for (std::size_t x = 0; x < std::min(answer_.parts.size(), problem_.parts.size()); ++x)
      for (const RouteUse& use : answer_.parts[x].routes)
        expect(use.route < problem_.parts[x].part.routes.size(), "a route that is not there");
    return complaints_.empty();
  }

  void inspect_groups() {
    for (const std::size_t group : answer_.group_of_machine) expect(group < problem_.groups.size(), "a group that is not there");
    expect(keeps_bounds(problem_, answer_.group_of_machine), "a group has too few or too many machines");
    expect(!problem_.grouping || answer_.group_of_machine == *problem_.grouping, "the given grouping is not kept");
  }

  void inspect_order_of_work() {
    for (std::size_t i = 0; i < answer_.work.size(); ++i) {
      expect(answer_.work[i].time > Seconds(0), "work that takes no time");
      expect(i == 0 || key_of(answer_.work[i - 1]) < key_of(answer_.work[i]), "work is not in order");
    }
  }

  void inspect_capacities() {
    std::vector<double> machines(problem_.plant.machines.size()), workers(problem_.plant.workers.size());
    for (const Work& work : answer_.work) {
      expect(operates(problem_.plant.workers[work.worker], work.machine),
             fmt::format("level {} may not operate machine {}", work.worker, work.machine));
      machines[work.machine] += work.time.value();
      workers[work.worker] += work.time.value();
    }
    inspect_capacity("machine", machines, problem_.plant.machines, answer_.full_machines);
    inspect_capacity("level", workers, problem_.plant.workers, answer_.full_workers);
  }

  /// What is full to rounding must be listed; what is listed must be full to a millionth.
  template <class Resource>
  void inspect_capacity(const char* what, const std::vector<double>& used, const std::vector<Resource>& resources,
                        const std::vector<std::size_t>& full) {
    expect(std::is_sorted(full.begin(), full.end()) && std::adjacent_find(full.begin(), full.end()) == full.end(),
           fmt::format("full {}s are not in order", what));
    for (std::size_t i = 0; i < resources.size(); ++i) {
      const double capacity = resources[i].capacity.value();
      const bool listed = std::count(full.begin(), full.end(), i) > 0;
      expect(at_most(used[i], capacity), fmt::format("{} {} works {} s of {} s", what, i, used[i], capacity));
      expect(!listed || used[i] >= capacity * (1 - 1e-6), fmt::format("{} {} is not full", what, i));
      expect(listed || capacity == 0 || used[i] < capacity * (1 - 1e-12), fmt::format("{} {} is full", what, i));
    }
  }

  void inspect_part(std::size_t x) {
    const PartDemand& demanded = problem_.parts[x];
    const PartAllocation& part = answer_.parts[x];
    const std::string name = fmt::format("part {}", x);
    expect_same(part.batch, numbers_[x].batch, "batch of " + name);
    expect(part.served >= 0 && at_most(part.served, demanded.units), name + " is served more than its demand");
    expect(problem_.routes == RouteRule::split || part.routes.size() <= 1, name + " takes several routes");
    double units = 0;
    CostByKind cost;
    for (std::size_t i = 0; i < part.routes.size(); ++i) {
      expect(i == 0 || part.routes[i - 1].route < part.routes[i].route, "routes are not in order");
      inspect_use(x, part.routes[i], demanded.units > 0 && part.routes.size() > 1);
      units += part.routes[i].units;
      cost += part.routes[i].unit_cost * part.routes[i].units;
    }
    expect_same(part.served, units, "served of " + name);
    expect_same(part.cost, cost, name);
    inspect_average(x, part);
  }

  void inspect_use(std::size_t x, const RouteUse& use, bool must_have_units) {
    const Route& route = problem_.parts[x].part.routes[use.route];
    const std::string name = fmt::format("route {} of part {}", use.route, x);
    expect(use.units >= 0 && (use.units > 0 || !must_have_units), name + " makes nothing");
    expect(use.moves == moves_on(route, answer_.group_of_machine, problem_.moves), name + " has wrong moves");
    if (use.units == 0) return;
    CostByKind cost = numbers_[x].routes[use.route].unit_cost;
    cost.labour = wages_of(x, use.route) / use.units;
    cost.movement = Money(numbers_[x].cost_of_full_moves * static_cast<double>(use.moves) / problem_.parts[x].units);
    expect_same(use.unit_cost, cost, "a unit on " + name);
  }

  [[nodiscard]] Money wages_of(std::size_t part, std::size_t route) const {
    Money wages{0};
    for (const Work& work : answer_.work)
      if (work.part == part && work.route == route) wages += problem_.plant.workers[work.worker].wage * work.time;
    return wages;
  }

  void inspect_average(std::size_t x, const PartAllocation& part) {
    if (part.served > 0) {
      expect(part.average.has_value(), fmt::format("part {} has no average cost", x));
      expect_same(part.average.value_or(Money(0)).value() * part.served, part.cost.total().value(), fmt::format("cost of part {}", x));
    } else if (problem_.parts[x].units > 0) {
      expect(!part.average, fmt::format("part {} is not made, but has an average cost", x));
    }
  }

  /// Each operation of what is made finds its time among the work, and there is no other work.
  void inspect_work() {
    std::map<std::tuple<std::size_t, std::size_t, std::size_t>, double> left;
    for (const Work& work : answer_.work) left[{work.part, work.route, work.machine}] += in_hours(work.time);
    for (std::size_t x = 0; x < answer_.parts.size(); ++x)
      for (const RouteUse& use : answer_.parts[x].routes)
        for (std::size_t y = 0; y < problem_.plant.machines.size(); ++y)
          left[{x, use.route, y}] -= use.units * numbers_[x].routes[use.route].hours[y];
    for (const auto& [place, time] : left) {
      const auto& [part, route, machine] = place;
      expect(same(time, 0), fmt::format("{} h too much of work for part {} on route {} and machine {}", time, part, route, machine));
    }
  }

  void inspect_sums() {
    CostByKind cost;
    double unserved = 0;
    for (std::size_t x = 0; x < answer_.parts.size(); ++x) {
      cost += answer_.parts[x].cost;
      unserved += problem_.parts[x].units - answer_.parts[x].served;
    }
    expect_same(answer_.cost, cost, "all");
    expect_same(answer_.unserved, unserved, "unserved");
    const bool all_made = same(unserved, 0);
    expect(answer_.status != AllocationStatus::optimal || all_made, "optimal, but not all is made");
    expect(answer_.status != AllocationStatus::shortage || !all_made, "shortage, but all is made");
  }

  void inspect_proof() {
    const double cost = answer_.cost.total().value(), bound = answer_.bound.value();
    expect(at_most(bound, cost), fmt::format("the bound {} exceeds the cost {}", bound, cost));
    if (answer_.status == AllocationStatus::limit) {
      expect(answer_.gap >= 0, "a negative gap");
      expect(cost == 0 || same(answer_.gap, (cost - bound) / cost), "the gap is not that of cost and bound");
      return;
    }
    expect(answer_.gap == 0, "proven optimal, but with a gap");
    expect(same(bound, cost), "proven optimal, but the bound is not the cost");
    expect(answer_.most_is_served, "proven optimal, but perhaps more can be served");
  }

  const AllocationProblem& problem_;
  const Allocation& answer_;
  std::vector<PartNumbers> numbers_;
  std::vector<std::string> complaints_;
};

}  // namespace

std::vector<std::string> verify_plan(const AllocationProblem& problem, const Allocation& answer) {
  return Inspection(problem, answer).complaints();
}

}  // namespace ccm::test
