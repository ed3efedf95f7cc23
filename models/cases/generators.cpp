// Which generators of problems are there?

#include "models/cases/generators.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "models/cases/qamar_2023.hpp"
#include "models/error.hpp"

namespace ccm {
namespace {

constexpr std::array qamar_parameters{
    GeneratorParameter{"customer_types", 1, 3, true, 3, "price-takers, negotiators and bargainers, in this order (factor A of Table 4)"},
    GeneratorParameter{"groups", 1, 5, true, 2, "groups of machines (B)"},
    GeneratorParameter{"parts", 1, 50, true, 3, "part types (C)"},
    GeneratorParameter{"machines", 5, 12, true, 7, "machine types (D)"},
    GeneratorParameter{"workers", 1, 4, true, 4, "worker types (E)"},
    GeneratorParameter{"alpha", 1, 1e6, false, 100, "demand (F): of each part in the plan, and of each customer type at price 0"}};

constexpr std::array qamar_outputs{GeneratorOutput{"profit", "currency", "sum of (P - C) (alpha - beta P) over the customer types (Eq. 6)"},
                                   GeneratorOutput{"revenue", "currency", "sum of P (alpha - beta P) (Eq. 5)"},
                                   GeneratorOutput{"cost", "currency", "unit cost of what is sold"},
                                   GeneratorOutput{"demand", "units", "sum of alpha - beta P"},
                                   GeneratorOutput{"plan_cost", "currency", "cost of the plan, for alpha of each part (Eq. 4)"},
                                   GeneratorOutput{"unit_cost", "currency", "C, mean cost of a part in the plan"},
                                   GeneratorOutput{"unit_cost.energy", "currency", "its energy (Eq. 1)"},
                                   GeneratorOutput{"unit_cost.movement", "currency", "its movement (Eq. 2)"},
                                   GeneratorOutput{"unit_cost.labour", "currency", "its labour (Eq. 3)"},
                                   GeneratorOutput{"unserved", "units", "parts for which capacity does not suffice"},
                                   GeneratorOutput{"price.price_taker", "currency", "price for price-takers (Eq. 7)"},
                                   GeneratorOutput{"price.negotiator", "currency", "price for negotiators (Eq. 7)"},
                                   GeneratorOutput{"price.bargainer", "currency", "price for bargainers (Eq. 7)"},
                                   GeneratorOutput{"demand.price_taker", "units", "demand of price-takers"},
                                   GeneratorOutput{"demand.negotiator", "units", "demand of negotiators"},
                                   GeneratorOutput{"demand.bargainer", "units", "demand of bargainers"}};
constexpr std::size_t first_price = 10, first_demand = 13;

Qamar2023Factors factors_of(std::span<const double> values) {
  const auto count = [&](std::size_t i) { return static_cast<std::size_t>(values[i]); };
  return {count(0), count(1), count(2), count(3), count(4), values[5]};
}

std::vector<OutputValue> outputs_of(const Qamar2023Answer& answer) {
  const double units = std::accumulate(answer.units.begin(), answer.units.end(), 0.0), unit_cost = answer.unit_cost.value();
  const CostByKind& cost = answer.plan.cost;
  const double per_part = unit_cost / cost.total().value();
  double revenue = 0;
  for (std::size_t t = 0; t < answer.units.size(); ++t) revenue += answer.prices[t].value() * answer.units[t];
  const std::array totals{revenue - unit_cost * units,
                          revenue,
                          unit_cost * units,
                          units,
                          cost.total().value(),
                          unit_cost,
                          cost.energy.value() * per_part,
                          cost.movement.value() * per_part,
                          cost.labour.value() * per_part,
                          answer.plan.unserved};
  static_assert(totals.size() == first_price);
  std::vector<OutputValue> outputs;
  for (std::size_t i = 0; i < totals.size(); ++i) outputs.push_back({qamar_outputs[i].name, totals[i]});
  for (std::size_t t = 0; t < answer.prices.size(); ++t) outputs.push_back({qamar_outputs[first_price + t].name, answer.prices[t].value()});
  for (std::size_t t = 0; t < answer.units.size(); ++t) outputs.push_back({qamar_outputs[first_demand + t].name, answer.units[t]});
  return outputs;
}

std::vector<OutputValue> solve_qamar(std::span<const double> values, std::uint64_t seed, Replication replication) {
  require_valid(qamar_parameters, values);
  return outputs_of(solve_qamar_2023(factors_of(values), seed, replication));
}

}  // namespace

std::span<const ProblemGenerator> problem_generators() {
  static constexpr std::array table{ProblemGenerator{
      "qamar_2023", "a minifactory of random machines, workers and parts, planned at least cost, with a price for each customer type",
      "[QamarAziz2023] Table 4", qamar_parameters, qamar_outputs, solve_qamar}};
  return table;
}

const ProblemGenerator* problem_generator(std::string_view name) {
  const auto found = std::ranges::find(problem_generators(), name, &ProblemGenerator::name);
  return found == problem_generators().end() ? nullptr : &*found;
}

void require_valid(std::span<const GeneratorParameter> parameters, std::span<const double> values) {
  require(values.size() == parameters.size(), "a generator needs one value for each of its parameters");
  for (std::size_t i = 0; i < values.size(); ++i) {
    require(values[i] >= parameters[i].low && values[i] <= parameters[i].high, "a parameter of a generator is outside its range");
    require(!parameters[i].whole || std::trunc(values[i]) == values[i], "a parameter of a generator must be whole");
  }
}

}  // namespace ccm
