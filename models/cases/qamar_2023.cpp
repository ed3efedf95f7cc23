// Which problem has so many parts, machines and workers, and what does its solution earn?

#include "models/cases/qamar_2023.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "models/allocation/solver.hpp"
#include "models/error.hpp"
#include "models/pricing/differential.hpp"
#include "models/pricing/type_demand.hpp"
#include "models/random.hpp"

namespace ccm {
namespace {

constexpr std::array betas{1.5, 2.0, 2.5};  // Table 2
constexpr std::size_t most_workers = 4, core_machines = 5, core_stops = 3, routes_per_part = 2;
constexpr double visited = 0.6;           // share of the machines on a route of Table 1: 25 of 42
constexpr double shift_minutes = 450;     // 7.5 h
constexpr double period_minutes = 23400;  // 26 days of two shifts
constexpr double machines_per_type = 2;

class Generator {
 public:
  Generator(const Qamar2023Factors& factors, std::uint64_t seed, Replication replication)
      : factors_(factors), seed_(seed), replication_(replication) {}

  [[nodiscard]] AllocationProblem problem() const {
    AllocationProblem problem;
    problem.plant.energy_price = MoneyPerKilowattHour(0.0335 * 60);
    for (std::size_t y = 0; y < factors_.machines; ++y) problem.plant.machines.push_back(machine(y));
    for (std::size_t w = 0; w < factors_.workers; ++w) problem.plant.workers.push_back(worker(w));
    for (std::size_t x = 0; x < factors_.parts; ++x) problem.parts.push_back({part(x), factors_.alpha});
    problem.groups.assign(factors_.groups, {});
    return problem;
  }

 private:
  [[nodiscard]] RandomStream stream(const std::string& kind, std::size_t index, const std::string& purpose) const {
    return {seed_, replication_, kind + std::to_string(index + 1), purpose};
  }

  /// A whole number, each from low to high equally likely.
  static double whole(RandomStream& stream, std::size_t low, std::size_t high) {
    return static_cast<double>(low + stream.index(high - low + 1));
  }

  [[nodiscard]] Machine machine(std::size_t y) const {
    RandomStream power = stream("machine", y, "power");
    return {Kilowatts(whole(power, 4, 12)), minutes(machines_per_type * period_minutes)};
  }

  /// The least worker type that operates the machine, or the highest that there is.
  [[nodiscard]] std::size_t skill(std::size_t y) const {
    return std::min(stream("machine", y, "skill").index(most_workers), factors_.workers - 1);
  }

  [[nodiscard]] Worker worker(std::size_t w) const {
    RandomStream wage = stream("worker", w, "wage");
    const double per_shift = 130 + 20 * static_cast<double>(w) + 10 * static_cast<double>(wage.index(2));
    const double heads = machines_per_type * static_cast<double>(factors_.machines);
    Worker worker{MoneyPerHour(per_shift / (shift_minutes / 60)), minutes(heads * period_minutes), {}};
    for (std::size_t y = 0; y < factors_.machines; ++y)
      if (skill(y) <= w) worker.operates.push_back(y);
    return worker;
  }

  [[nodiscard]] Part part(std::size_t x) const {
    RandomStream costs = stream("part", x, "costs");
    Part part;
    part.holding_cost = Money(whole(costs, 3, 5));
    part.setup_cost = Money(whole(costs, 20, 30));
    part.move_cost = Money(1.2);
    for (std::size_t r = 0; r < routes_per_part; ++r) part.routes.push_back(route(x, r));
    return part;
  }

  /// Three of the first five machines (or of those there are), and each further one by chance; in the order of the machines.
  [[nodiscard]] Route route(std::size_t x, std::size_t r) const {
    RandomStream draws = stream("part", x, "route" + std::to_string(r + 1));
    std::array<double, core_machines> ranks{};
    for (double& rank : ranks) rank = draws.uniform(0, 1);
    std::array<double, core_machines> sorted = ranks;
    std::ranges::sort(sorted);
    Route route{.number = r};
    for (std::size_t y = 0; y < factors_.machines; ++y) {
      const bool stops = y < core_machines ? ranks[y] <= sorted[core_stops - 1] : draws.uniform(0, 1) < visited;
      const Seconds time = minutes(whole(draws, 2, 5));
      if (stops) route.operations.push_back({y, time});
    }
    return route;
  }

  const Qamar2023Factors& factors_;
  std::uint64_t seed_;
  Replication replication_;
};

void require_valid(const Qamar2023Factors& factors) {
  require(factors.customer_types >= 1 && factors.customer_types <= betas.size(), "qamar_2023: 1 to 3 customer types");
  require(factors.machines >= core_machines, "qamar_2023: at least 5 machine types");
  require(factors.groups >= 1 && factors.groups <= factors.machines, "qamar_2023: from one group to one for each machine type");
  require(factors.parts >= 1, "qamar_2023: at least one part type");
  require(factors.workers >= 1 && factors.workers <= most_workers, "qamar_2023: 1 to 4 worker types");
  require(factors.alpha > 0, "qamar_2023: alpha must be positive");
}

}  // namespace

AllocationProblem qamar_2023_problem(const Qamar2023Factors& factors, std::uint64_t seed, Replication replication) {
  require_valid(factors);
  return Generator(factors, seed, replication).problem();
}

Qamar2023Answer solve_qamar_2023(const Qamar2023Factors& factors, std::uint64_t seed, Replication replication) {
  Qamar2023Answer answer{.plan = solve(qamar_2023_problem(factors, seed, replication))};
  answer.unit_cost = answer.plan.cost.total() / (factors.alpha * static_cast<double>(factors.parts));
  for (std::size_t t = 0; t < factors.customer_types; ++t) {
    const TypeDemand demand{.type = static_cast<CustomerType>(t), .alpha = factors.alpha, .beta = betas.at(t)};
    answer.types.push_back(demand);
    answer.prices.push_back(within_bounds(demand, best_price(demand, answer.unit_cost), answer.unit_cost));
    answer.units.push_back(expected_units(demand, answer.prices.back()));
  }
  return answer;
}

}  // namespace ccm
