// Are the random problems of the factorial design what their factors say, and are they solved and priced right?

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <set>

#include "models/cases/generators.hpp"
#include "models/cases/qamar_2023.hpp"
#include "models/error.hpp"

using namespace ccm;

namespace {

constexpr std::uint64_t seed = 5;

/// Problem 0 .. 63 of Table 4: bit f is the level of factor f.
Qamar2023Factors of_table_4(unsigned problem) {
  const auto high = [&](unsigned factor) { return (problem >> factor & 1u) != 0; };
  return {high(0) ? 3u : 2u, high(1) ? 3u : 2u, high(2) ? 15u : 7u, high(3) ? 9u : 5u, high(4) ? 4u : 2u, high(5) ? 500.0 : 100.0};
}

std::vector<double> as_parameters(const Qamar2023Factors& f) {
  const auto number = [](std::size_t count) { return static_cast<double>(count); };
  return {number(f.customer_types), number(f.groups), number(f.parts), number(f.machines), number(f.workers), f.alpha};
}

std::vector<OutputValue> outputs_of(const Qamar2023Factors& factors, Replication replication = 1) {
  return problem_generator("qamar_2023")->solve(as_parameters(factors), seed, replication);
}

double output(const std::vector<OutputValue>& outputs, std::string_view name) {
  return std::ranges::find(outputs, name, &OutputValue::name)->value;
}

/// Everything of the parts on the machines below `machines`, as numbers.
std::vector<double> fingerprint(const AllocationProblem& problem, std::size_t parts, std::size_t machines) {
  std::vector<double> numbers;
  for (std::size_t y = 0; y < machines; ++y) numbers.push_back(problem.plant.machines[y].power.value());
  for (std::size_t x = 0; x < parts; ++x) {
    const Part& part = problem.parts[x].part;
    numbers.insert(numbers.end(), {part.holding_cost.value(), part.setup_cost.value(), part.move_cost.value()});
    for (const Route& route : part.routes)
      for (const Operation& operation : route.operations)
        if (operation.machine < machines) numbers.insert(numbers.end(), {double(operation.machine), operation.time.value()});
  }
  return numbers;
}

/// Cost of Eq. 4 in minutes, kW min and shifts, with the cheapest worker on each machine.
double cost_by_hand(const AllocationProblem& problem, const std::vector<std::size_t>& routes, const std::vector<std::size_t>& group) {
  double cost = 0;
  for (std::size_t x = 0; x < routes.size(); ++x) {
    const auto& [part, units, priority] = problem.parts[x];
    std::set<std::size_t> visited;
    for (const Operation& operation : part.routes[routes[x]].operations) {
      double wage = 1e9;  // per shift
      for (const Worker& worker : problem.plant.workers)
        if (std::ranges::count(worker.operates, operation.machine)) wage = std::min(wage, worker.wage.value() * 7.5);
      const double time = operation.time.value() / 60;
      cost += units * time * (0.0335 * problem.plant.machines[operation.machine].power.value() + wage / 450);
      visited.insert(group[operation.machine]);
    }
    const double batches = std::sqrt(part.holding_cost.value() * units / (2 * part.setup_cost.value()));
    cost += 1.2 * batches * static_cast<double>(visited.size() - 1);
  }
  return cost;
}

}  // namespace

TEST_CASE("a generated problem has as many of each as its factors say, and numbers of Table 1") {
  for (unsigned p = 0; p < 64; ++p) {
    const Qamar2023Factors factors = of_table_4(p);
    const AllocationProblem problem = qamar_2023_problem(factors, seed, p + 1);
    CHECK(problem.parts.size() == factors.parts);
    CHECK(problem.plant.machines.size() == factors.machines);
    CHECK(problem.plant.workers.size() == factors.workers);
    CHECK(problem.groups.size() == factors.groups);
    CHECK(problem.plant.workers.back().operates.size() == factors.machines);
    for (const Machine& machine : problem.plant.machines) CHECK((machine.power >= Kilowatts(4) && machine.power <= Kilowatts(12)));
    for (std::size_t w = 0; w < factors.workers; ++w) {
      const double wage = problem.plant.workers[w].wage.value() * 7.5, lowest = 130 + 20.0 * static_cast<double>(w);
      CHECK((std::abs(wage - lowest) < 1e-9 || std::abs(wage - lowest - 10) < 1e-9));
    }
    for (const PartDemand& part : problem.parts) {
      CHECK(part.units == factors.alpha);
      CHECK(part.part.routes.size() == 2);
      for (const Route& route : part.part.routes) {
        CHECK(std::ranges::count_if(route.operations, [](const Operation& o) { return o.machine < 5; }) == 3);
        for (const Operation& o : route.operations) CHECK((o.time >= minutes(2) && o.time <= minutes(5)));
      }
    }
  }
}

TEST_CASE("what is there at both levels of a factor is the same at both") {
  const Qamar2023Factors small{2, 2, 7, 5, 2, 100}, large{3, 3, 15, 9, 4, 500};
  const AllocationProblem few = qamar_2023_problem(small, seed, 3), many = qamar_2023_problem(large, seed, 3);
  CHECK(fingerprint(few, 7, 5) == fingerprint(many, 7, 5));
  for (std::size_t w = 0; w < 2; ++w) CHECK(few.plant.workers[w].wage == many.plant.workers[w].wage);
  const auto& first = few.plant.workers[0].operates;
  std::vector<std::size_t> of_five = many.plant.workers[0].operates;
  std::erase_if(of_five, [](std::size_t machine) { return machine >= 5; });
  CHECK(first == of_five);
}

TEST_CASE("problems are repeated by seed and replication, and differ otherwise") {
  const Qamar2023Factors factors;
  const auto numbers = [&](std::uint64_t of, Replication r) { return fingerprint(qamar_2023_problem(factors, of, r), 3, 7); };
  CHECK(numbers(seed, 1) == numbers(seed, 1));
  CHECK(std::set{numbers(seed, 1), numbers(seed, 2), numbers(seed + 1, 1), numbers(seed, antithetic(2))}.size() == 4);
}

TEST_CASE("the optimum of a small problem is the cheapest of all its plans") {
  for (std::uint64_t replication = 1; replication <= 20; ++replication) {
    const Qamar2023Factors factors{2, 2, 2, 5, 2, 100};
    const AllocationProblem problem = qamar_2023_problem(factors, seed, replication);
    double least = 1e300;
    for (unsigned sides = 1; sides < 31; ++sides)  // each machine in group 0 or 1, none of which is empty
      for (unsigned routes = 0; routes < 4; ++routes) {
        std::vector<std::size_t> group;
        for (unsigned y = 0; y < 5; ++y) group.push_back(sides >> y & 1u);
        least = std::min(least, cost_by_hand(problem, {routes & 1u, routes >> 1}, group));
      }
    CHECK(output(outputs_of(factors, replication), "plan_cost") == Approx(least).epsilon(1e-12));  // sums of about 20 terms
  }
}

TEST_CASE("profits are those of Eq. 6 at its maximum, sum of (alpha - beta C)^2 / (4 beta), and no capacity binds") {
  for (unsigned p = 0; p < 64; ++p) {
    const Qamar2023Factors factors = of_table_4(p);
    const Qamar2023Answer answer = solve_qamar_2023(factors, seed, 2);
    CHECK(answer.plan.status == AllocationStatus::optimal);
    CHECK(answer.plan.full_machines.empty());
    CHECK(answer.plan.full_workers.empty());
    const std::vector<OutputValue> outputs = outputs_of(factors, 2);
    const double c = output(outputs, "plan_cost") / (factors.alpha * static_cast<double>(factors.parts));
    double profit = 0, demand = 0;
    for (std::size_t t = 0; t < factors.customer_types; ++t) {
      const double beta = 1.5 + 0.5 * static_cast<double>(t);
      profit += (factors.alpha - beta * c) * (factors.alpha - beta * c) / (4 * beta);
      demand += (factors.alpha - beta * c) / 2;
    }
    CHECK(output(outputs, "profit") == Approx(profit).epsilon(1e-12));
    CHECK(output(outputs, "demand") == Approx(demand).epsilon(1e-12));
    CHECK(output(outputs, "profit") == Approx(output(outputs, "revenue") - output(outputs, "cost")).epsilon(1e-12));
    CHECK(output(outputs, "unit_cost.energy") + output(outputs, "unit_cost.movement") + output(outputs, "unit_cost.labour") ==
          Approx(c).epsilon(1e-12));
    CHECK(output(outputs, "price.price_taker") == Approx(factors.alpha / 3 + c / 2).epsilon(1e-12));
    CHECK(outputs.size() == 10 + 2 * factors.customer_types);
  }
}

TEST_CASE("customer types and demand raise the profit of the 64 problems, machine and worker types lower it") {
  std::vector<double> effects(6);
  for (unsigned p = 0; p < 64; ++p)
    for (std::uint64_t replication = 1; replication <= 5; ++replication)
      for (unsigned f = 0; f < 6; ++f)
        effects[f] += ((p >> f & 1u) ? 1 : -1) * output(outputs_of(of_table_4(p), replication), "profit") / 32 / 5;
  CHECK(effects[0] > 0);
  CHECK(effects[3] < 0);
  CHECK(effects[4] < 0);
  CHECK(effects[5] > effects[0]);
  CHECK(std::abs(effects[1]) < std::abs(effects[4]));
  CHECK(effects[0] < 13000);  // what the printed effect of 42,026 exceeds: the third type earns at most 25,000 and 1,000
}

TEST_CASE("generators are found by name, and refuse what they do not take") {
  const ProblemGenerator& generator = *problem_generator("qamar_2023");
  CHECK(problem_generator("qamar") == nullptr);
  std::set<std::string_view> names;
  for (const GeneratorOutput& output : generator.outputs) CHECK(names.insert(output.name).second);
  for (const OutputValue& value : outputs_of({})) CHECK(names.contains(value.name));
  std::vector<double> usual;
  for (const GeneratorParameter& parameter : generator.parameters) usual.push_back(parameter.usual);
  CHECK(usual == as_parameters({}));
  for (const auto& [index, wrong] : {std::pair{0, 4.0}, {1, 2.5}, {2, 0.0}, {3, 4.0}, {4, 5.0}, {5, std::nan("")}}) {
    std::vector<double> changed = usual;
    changed[static_cast<std::size_t>(index)] = wrong;
    CHECK_THROWS_AS(generator.solve(changed, seed, 1), ModelError);
  }
  CHECK_THROWS_AS(generator.solve(std::vector<double>{1, 2}, seed, 1), ModelError);
  CHECK_THROWS_AS(qamar_2023_problem({.machines = 4}, seed, 1), ModelError);
}
