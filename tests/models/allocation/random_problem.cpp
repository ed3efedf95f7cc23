// Which allocation problems must the solver survive?

#include "tests/models/allocation/random_problem.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include "tests/models/allocation/formulation.hpp"

namespace ccm::test {
namespace {

class Author {
 public:
  Author(Regime regime, const ProblemSize& size, std::uint64_t number)
      : regime_(regime), size_(size), chance_(1, number, std::string(name_of(regime)), "allocation problem") {
    if (is(Regime::one_machine)) size_.machines = 1;
  }

  AllocationProblem problem() {
    add_machines();
    add_workers();
    for (std::size_t x = 0; x < size_.parts; ++x) problem_.parts.push_back(demanded_part());
    if (is(Regime::no_demand)) drop_demand();
    add_groups();
    set_capacities(problem_, capacity(), chance_);
    return problem_;
  }

 private:
  [[nodiscard]] bool is(Regime regime) const { return regime_ == regime; }
  double real(double low, double high) { return chance_.uniform(low, high); }
  std::size_t whole(std::size_t low, std::size_t high) { return low + chance_.index(high - low + 1); }
  bool maybe(double probability) { return real(0, 1) < probability; }

  /// Between low and high; in ties one of the two.
  double number(double low, double high) {
    if (is(Regime::ties)) return maybe(0.5) ? low : high;
    return real(low, high);
  }

  void add_machines() {
    for (std::size_t y = 0; y < size_.machines; ++y) problem_.plant.machines.push_back({.power = Kilowatts(number(2, 14))});
    problem_.plant.energy_price = MoneyPerKilowattHour(number(0.5, 2));
  }

  /// Everybody operates something, and unless machines shall be idle, somebody operates each machine.
  void add_workers() {
    auto& workers = problem_.plant.workers;
    for (std::size_t w = 0; w < size_.levels; ++w)
      workers.push_back({.wage = MoneyPerHour(number(15, 30)), .operates = {chance_.index(size_.machines)}});
    for (std::size_t y = 0; y < size_.machines; ++y) {
      if (is(Regime::idle_machines) && maybe(0.3)) continue;
      add_machine(workers[chance_.index(workers.size())], y);
      for (Worker& worker : workers)
        if (maybe(0.25)) add_machine(worker, y);
    }
  }

  static void add_machine(Worker& worker, std::size_t machine) {
    if (!operates(worker, machine)) worker.operates.push_back(machine);
    std::sort(worker.operates.begin(), worker.operates.end());
  }

  PartDemand demanded_part() {
    PartDemand demanded{.part = {}, .units = number(20, 200), .priority = is(Regime::priorities) ? real(0.2, 5) : 1};
    Part& part = demanded.part;
    part.setup_cost = Money(number(10, 40));
    part.holding_cost = Money(is(Regime::free_moves) && maybe(0.5) ? 0 : number(2, 6));
    part.move_cost = Money(is(Regime::free_moves) && maybe(0.5) ? 0 : number(1, 30));
    if (is(Regime::yields)) add_material(part);
    for (std::size_t r = 0, routes = whole(1, size_.most_routes); r < routes; ++r) part.routes.push_back(route(r));
    return demanded;
  }

  void add_material(Part& part) {
    part.material = {.mass = Kilograms(real(0, 3)), .price = MoneyPerKilogram(real(0, 4)), .recycled = maybe(0.5) ? real(0, 1) : 0};
    problem_.plant.waste_price = MoneyPerKilogram(real(0, 2));
  }

  Route route(std::size_t index) {
    Route route{.number = index, .operations = {}};
    for (const std::size_t machine : machines_in_order())
      route.operations.push_back({.machine = machine, .time = minutes(number(1, 6)), .yield = is(Regime::yields) ? real(0.8, 1) : 1});
    return route;
  }

  std::vector<std::size_t> machines_in_order() {
    if (size_.machines == 1) return std::vector<std::size_t>(whole(2, 3), 0);
    std::vector<std::size_t> machines(size_.machines);
    std::iota(machines.begin(), machines.end(), 0);
    for (std::size_t i = machines.size(); i > 1; --i) std::swap(machines[i - 1], machines[chance_.index(i)]);
    machines.resize(whole(2, std::min<std::size_t>(6, machines.size())));
    if (is(Regime::returning_routes)) machines.push_back(machines[chance_.index(machines.size() - 1)]);
    return machines;
  }

  void drop_demand() {
    const double share = maybe(0.2) ? 1 : 0.5;
    for (PartDemand& demanded : problem_.parts)
      if (maybe(share)) demanded.units = 0;
  }

  void add_groups() {
    const std::vector<std::size_t> grouping = some_grouping();
    for (std::size_t g = 0; g < size_.groups; ++g) {
      const auto size = static_cast<std::size_t>(std::count(grouping.begin(), grouping.end(), g));
      problem_.groups.push_back(bounds_around(size));
    }
    if (is(Regime::given_grouping)) problem_.grouping = grouping;
    if (is(Regime::no_partition)) contradict_bounds();
  }

  /// Every group has a machine as long as there are enough.
  std::vector<std::size_t> some_grouping() {
    std::vector<std::size_t> grouping;
    for (std::size_t y = 0; y < size_.machines; ++y) grouping.push_back(y < size_.groups ? y : chance_.index(size_.groups));
    for (std::size_t i = grouping.size(); i > 1; --i) std::swap(grouping[i - 1], grouping[chance_.index(i)]);
    return grouping;
  }

  GroupBounds bounds_around(std::size_t size) {
    GroupBounds bounds;
    bounds.at_least = is(Regime::empty_groups) || size == 0 ? 0 : whole(1, size);
    if (maybe(0.5)) bounds.at_most = whole(std::max<std::size_t>(size, 1), size_.machines);
    return bounds;
  }

  void contradict_bounds() {
    const bool too_few = maybe(0.5);
    for (GroupBounds& bounds : problem_.groups) bounds = too_few ? GroupBounds{size_.machines, size_.machines + 1} : GroupBounds{0, 0};
    if (too_few && size_.groups == 1) problem_.groups[0].at_least = size_.machines + 1;
  }

  Capacity capacity() {
    if (is(Regime::slack)) return Capacity::slack;
    if (is(Regime::tight)) return Capacity::tight;
    if (is(Regime::shortage) || is(Regime::priorities)) return Capacity::shortage;
    const Capacity any[] = {Capacity::slack, is(Regime::ties) ? Capacity::exact : Capacity::tight, Capacity::shortage};
    return any[chance_.index(3)];
  }

  Regime regime_;
  ProblemSize size_;
  RandomStream chance_;
  AllocationProblem problem_;
};

/// The hours that a random plan takes of each machine and each worker level.
struct Need {
  std::vector<double> machines, workers;
};

Need need_of_random_plan(const AllocationProblem& problem, RandomStream& chance) {
  Need need{std::vector<double>(problem.plant.machines.size()), std::vector<double>(problem.plant.workers.size())};
  const std::vector<PartNumbers> numbers = numbers_of(problem);
  for (std::size_t x = 0; x < numbers.size(); ++x) {
    const RouteNumbers& route = numbers[x].routes[chance.index(numbers[x].routes.size())];
    for (std::size_t y = 0; y < need.machines.size(); ++y) need.machines[y] += problem.parts[x].units * route.hours[y];
  }
  for (std::size_t y = 0; y < need.machines.size(); ++y) {
    std::vector<std::size_t> able;
    for (std::size_t w = 0; w < need.workers.size(); ++w)
      if (operates(problem.plant.workers[w], y)) able.push_back(w);
    if (!able.empty()) need.workers[able[chance.index(able.size())]] += need.machines[y];
  }
  return need;
}

/// The hours of all parts, each on its longest route.
double most_hours(const AllocationProblem& problem) {
  double sum = 0;
  const std::vector<PartNumbers> numbers = numbers_of(problem);
  for (std::size_t x = 0; x < numbers.size(); ++x) {
    double most = 0;
    for (const RouteNumbers& route : numbers[x].routes) most = std::max(most, std::accumulate(route.hours.begin(), route.hours.end(), 0.0));
    sum += problem.parts[x].units * most;
  }
  return sum;
}

double factor(Capacity capacity, RandomStream& chance) {
  switch (capacity) {
    case Capacity::exact:
      return chance.index(2) == 0 ? 1 : 1.5;
    case Capacity::shortage:
      return chance.uniform(0.3, 1);
    default:
      return chance.uniform(1, 1.15);
  }
}

}  // namespace

std::string_view name_of(Regime regime) {
  switch (regime) {
    case Regime::slack:
      return "slack";
    case Regime::tight:
      return "tight";
    case Regime::shortage:
      return "shortage";
    case Regime::idle_machines:
      return "idle machines";
    case Regime::no_demand:
      return "no demand";
    case Regime::no_partition:
      return "no partition";
    case Regime::given_grouping:
      return "given grouping";
    case Regime::ties:
      return "ties";
    case Regime::returning_routes:
      return "returning routes";
    case Regime::free_moves:
      return "free moves";
    case Regime::yields:
      return "yields";
    case Regime::priorities:
      return "priorities";
    case Regime::empty_groups:
      return "empty groups";
    case Regime::one_machine:
      return "one machine";
  }
  return "";
}

AllocationProblem random_problem(Regime regime, const ProblemSize& size, std::uint64_t number) {
  return Author(regime, size, number).problem();
}

void set_capacities(AllocationProblem& problem, Capacity capacity, RandomStream& chance) {
  const double plenty = 1.5 * most_hours(problem);
  const Need need = need_of_random_plan(problem, chance);
  const auto hours_for = [&](double needed) { return hours(capacity == Capacity::slack ? plenty : needed * factor(capacity, chance)); };
  for (std::size_t y = 0; y < need.machines.size(); ++y) problem.plant.machines[y].capacity = hours_for(need.machines[y]);
  for (std::size_t w = 0; w < need.workers.size(); ++w) problem.plant.workers[w].capacity = hours_for(need.workers[w]);
}

}  // namespace ccm::test
