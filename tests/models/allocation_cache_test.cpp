// Is each problem solved once, and never mistaken for another?

#include <catch2/catch.hpp>
#include <functional>

#include "models/allocation/cache.hpp"
#include "models/allocation/solver.hpp"
#include "models/error.hpp"
#include "tests/models/allocation/random_problem.hpp"
#include "tests/models/allocation/table1.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

/// Table 1 with material, yields, a given grouping: every field has a value that is not its default.
AllocationProblem rich_problem() {
  AllocationProblem problem = table1();
  problem.plant.waste_price = MoneyPerKilogram(0.5);
  problem.grouping = Grouping{0, 1, 1, 1, 1, 0, 1};
  for (PartDemand& part : problem.parts) {
    part.priority = 2;
    part.part.material = {Kilograms(1.5), MoneyPerKilogram(2), 0.25};
    for (Route& route : part.part.routes) route.operations.back().yield = 0.9;
  }
  return problem;
}

/// A little more, so that the problem stays valid.
template <class Q>
void change(Q& quantity) {
  quantity = Q(quantity.value() * (1 + 1e-15) + 1e-12);
}

using Change = std::function<void(AllocationProblem&)>;

/// Each changes one number, or adds one thing.
std::vector<std::pair<const char*, Change>> changes() {
  using P = AllocationProblem;
  return {
      {"power", [](P& p) { change(p.plant.machines[3].power); }},
      {"capacity of a machine", [](P& p) { change(p.plant.machines[6].capacity); }},
      {"another machine",
       [](P& p) {
         p.plant.machines.push_back(p.plant.machines.back());
         p.grouping->push_back(0);
       }},
      {"wage", [](P& p) { change(p.plant.workers[0].wage); }},
      {"capacity of a level", [](P& p) { change(p.plant.workers[3].capacity); }},
      {"who operates what", [](P& p) { p.plant.workers[0].operates[1] = 4; }},
      {"another machine to operate", [](P& p) { p.plant.workers[0].operates.push_back(4); }},
      {"another level", [](P& p) { p.plant.workers.push_back(p.plant.workers.back()); }},
      {"energy price", [](P& p) { change(p.plant.energy_price); }},
      {"waste price", [](P& p) { change(p.plant.waste_price); }},
      {"lower bound of a group", [](P& p) { p.groups[0].at_least = 1; }},
      {"upper bound of a group", [](P& p) { p.groups[1].at_most = 6; }},
      {"another group",
       [](P& p) {
         p.groups.push_back({0, 0});
       }},
      {"no grouping", [](P& p) { p.grouping.reset(); }},
      {"another grouping", [](P& p) { std::swap((*p.grouping)[0], (*p.grouping)[1]); }},
      {"demand", [](P& p) { p.parts[0].units += 1e-12; }},
      {"priority", [](P& p) { p.parts[1].priority += 1e-12; }},
      {"setup cost", [](P& p) { change(p.parts[0].part.setup_cost); }},
      {"holding cost", [](P& p) { change(p.parts[1].part.holding_cost); }},
      {"move cost", [](P& p) { change(p.parts[2].part.move_cost); }},
      {"mass", [](P& p) { change(p.parts[0].part.material.mass); }},
      {"material price", [](P& p) { change(p.parts[1].part.material.price); }},
      {"share recycled", [](P& p) { p.parts[2].part.material.recycled = 0.26; }},
      {"another part", [](P& p) { p.parts.push_back(p.parts.back()); }},
      {"a part less", [](P& p) { p.parts.pop_back(); }},
      {"machine of an operation", [](P& p) { p.parts[0].part.routes[0].operations[0].machine = 6; }},
      {"time of an operation", [](P& p) { change(p.parts[1].part.routes[1].operations[4].time); }},
      {"yield of an operation", [](P& p) { p.parts[2].part.routes[1].operations[2].yield = 0.91; }},
      {"another operation",
       [](P& p) {
         p.parts[0].part.routes[1].operations.push_back({0, minutes(1), 1});
       }},
      {"a route less", [](P& p) { p.parts[2].part.routes.pop_back(); }},
      {"order of routes", [](P& p) { std::swap(p.parts[0].part.routes[0], p.parts[0].part.routes[1]); }},
      {"order of parts", [](P& p) { std::swap(p.parts[0], p.parts[1]); }},
      {"rule of routes", [](P& p) { p.routes = RouteRule::split; }},
      {"rule of moves", [](P& p) { p.moves = MoveRule::changes; }},
      {"node limit", [](P& p) { ++p.node_limit; }},
  };
}

bool same(const Allocation& a, const Allocation& b) {
  const auto same_work = [](const Work& x, const Work& y) {
    return x.part == y.part && x.route == y.route && x.machine == y.machine && x.worker == y.worker && x.time == y.time;
  };
  return a.status == b.status && a.cost.total() == b.cost.total() && a.cost.electricity == b.cost.electricity && a.unserved == b.unserved &&
         a.bound == b.bound && a.nodes == b.nodes && a.group_of_machine == b.group_of_machine &&
         std::equal(a.work.begin(), a.work.end(), b.work.begin(), b.work.end(), same_work) && a.full_machines == b.full_machines &&
         a.full_workers == b.full_workers;
}

AllocationProblem problem_number(std::uint64_t number) {
  return random_problem(all_regimes[number % all_regimes.size()], {.machines = 5, .parts = 3, .groups = 2, .levels = 3}, number);
}

}  // namespace

TEST_CASE("an equal problem is solved once, and its answer is the solver's") {
  AllocationCache cache;
  const auto first = cache.solve(table1()), second = cache.solve(table1());
  CHECK(first == second);  // the very same
  CHECK(same(*first, solve(table1())));
  CHECK(cache.asked() == 2);
  CHECK(cache.solved() == 1);
}

TEST_CASE("a problem in which any one number differs is another problem") {
  AllocationCache cache;
  static_cast<void>(cache.solve(rich_problem()));
  std::int64_t problems = 1;
  for (const auto& [what, change] : changes()) {
    CAPTURE(what);
    AllocationProblem changed = rich_problem();
    change(changed);
    const auto answer = cache.solve(changed);
    CHECK(cache.solved() == ++problems);
    CHECK(same(*answer, solve(changed)));
    CHECK(cache.solve(changed) == answer);
    CHECK(cache.solved() == problems);
  }
}

TEST_CASE("the number of a route is a name that changes no answer") {
  AllocationCache cache;
  AllocationProblem renamed = table1();
  renamed.parts[0].part.routes[0].number = 9;
  CHECK(cache.solve(table1()) == cache.solve(renamed));
}

TEST_CASE("a list that ends where the next begins is told apart") {
  AllocationCache cache;
  AllocationProblem one = table1(), other = table1();
  one.plant.workers = {{MoneyPerHour(1), hours(1), {0, 1}}, {MoneyPerHour(1), hours(1), {}}};
  other.plant.workers = {{MoneyPerHour(1), hours(1), {0}}, {MoneyPerHour(1), hours(1), {1}}};
  CHECK(cache.solve(one) != cache.solve(other));
  CHECK(cache.solved() == 2);
}

TEST_CASE("a full cache starts again, and answers stay the same and stay alive") {
  AllocationCache small(3), large;
  std::vector<std::shared_ptr<const Allocation>> kept;
  for (int round = 0; round < 3; ++round)
    for (std::uint64_t number = 0; number < 10; ++number) {
      kept.push_back(small.solve(problem_number(number)));
      CHECK(same(*kept.back(), *large.solve(problem_number(number))));
    }
  CHECK(small.solved() == 30);
  CHECK(large.solved() == 10);
  CHECK(large.asked() == 30);
  for (std::size_t i = 0; i < kept.size(); ++i) CHECK(same(*kept[i], *kept[i % 10]));
}

TEST_CASE("a cache of any size, even of none, answers") {
  for (const std::size_t capacity : {0u, 1u}) {
    AllocationCache cache(capacity);
    const auto first = cache.solve(table1());
    CHECK(same(*first, *cache.solve(table1())));
  }
}

TEST_CASE("an invalid problem is refused each time") {
  AllocationCache cache;
  AllocationProblem wrong = table1();
  wrong.groups.clear();
  CHECK_THROWS_AS(cache.solve(wrong), ModelError);
  CHECK_THROWS_AS(cache.solve(wrong), ModelError);
}
