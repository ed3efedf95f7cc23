// What do the formulas of Qamar and Aziz (2023) give for their own case study?

#include "sim/commands/qamar_case_study.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/allocation/solver.hpp"
#include "models/pricing/strategy.hpp"
#include "scenarios/problems/problem.hpp"
#include "sim/commands/qamar_table_3.hpp"
#include "sim/commands/text_table.hpp"
#include "sim/planning.hpp"
#include "sim/qamar_2023_table1.hpp"

namespace ccm {
namespace {

/// The provider of Table 1 selling sets of one part each to the three types, priced at its own cost.
struct OwnCost {
  CostBasis basis;
  PeriodPlan plan;
  double profit = 0;
};

OwnCost priced_at_own_cost(const AllocationProblem& problem, CostBasis basis) {
  FactoryModel factory{.problem = problem, .pricing = {&pricing_strategy("differential")}, .cost_basis = basis};
  ServiceModel set{.demand = {table_3_types.begin(), table_3_types.end()}};
  for (std::size_t p = 0; p < problem.parts.size(); ++p) {
    factory.parts.push_back(p);
    set.parts.emplace_back(p, 1);
  }
  factory.services = {set};
  AllocationCache cache;
  OwnCost own{basis, plan_period(factory, {{1.0}, std::nullopt}, cache, nullptr)};
  for (std::size_t k = 0; k < table_3_types.size(); ++k) {
    const Money price = own.plan.services[0].prices[k];
    own.profit += price.value() * (table_3_types[k].alpha - table_3_types[k].beta * price.value());
  }
  own.profit -= own.plan.allocation->cost.total().value();
  return own;
}

/// All that is computed.
struct CaseStudy {
  AllocationTask task = std::get<AllocationTask>(load_problem_text(qamar_2023_table1, "qamar_2023_table1.yaml"));
  Allocation plan = solve(task.problem);
  std::vector<OwnCost> own{priced_at_own_cost(task.problem, CostBasis::average), priced_at_own_cost(task.problem, CostBasis::marginal)};

  [[nodiscard]] double per_set(Money cost) const { return cost.value() / task.problem.parts[0].units; }
};

std::vector<std::vector<std::string>> groups_of(const CaseStudy& study) {
  std::vector<std::vector<std::string>> groups(study.task.problem.groups.size());
  for (std::size_t y = 0; y < study.task.machines.size(); ++y) groups[study.plan.group_of_machine[y]].push_back(study.task.machines[y]);
  return groups;
}

/// Workers by machine; in the optimum each machine has one level.
std::vector<std::string> workers_of(const CaseStudy& study) {
  std::vector<std::string> workers(study.task.machines.size(), "-");
  for (const Work& work : study.plan.work) workers[work.machine] = study.task.workers[work.worker];
  return workers;
}

std::string table_1(const CaseStudy& study) {
  TextTable parts({{"part", Align::left}, {"route"}, {"moves"}, {"batch"}, {"batches per period"}, {"cost per unit"}, {"one more"}});
  for (std::size_t p = 0; p < study.plan.parts.size(); ++p) {
    const PartAllocation& part = study.plan.parts[p];
    parts.add({study.task.parts[p], fmt::format("{}", part.routes[0].route + 1), fmt::format("{}", part.routes[0].moves),
               fmt::format("{:.4f}", part.batch), fmt::format("{:.4f}", study.task.problem.parts[p].units / part.batch),
               fmt::format("{:.6f}", part.average->value()), fmt::format("{:.6f}", part.marginal->value())});
  }
  const CostByKind& cost = study.plan.cost;
  return fmt::format(
      "Table 1 solved to a proven optimum (100 of each part, 0.0335 EUR per kW min, two groups of 2 to 5 machines)\n{}"
      "Cost per set: energy {:.6f} + labour {:.6f} + movement {:.6f} = {:.6f}\n",
      parts.text(), study.per_set(cost.energy), study.per_set(cost.labour), study.per_set(cost.movement), study.per_set(cost.total()));
}

std::string figure_2(const CaseStudy& study) {
  std::string text = "\nFig. 2: configuration of the resources (the paper prints no numbers; batches are in the table above)\n";
  const auto groups = groups_of(study);
  for (std::size_t g = 0; g < groups.size(); ++g) text += fmt::format("Group {}: {}\n", g + 1, fmt::join(groups[g], ", "));
  const auto workers = workers_of(study);
  text += "Workers: ";
  for (std::size_t y = 0; y < workers.size(); ++y) text += fmt::format("{}{} {}", y == 0 ? "" : ", ", study.task.machines[y], workers[y]);
  return text + "; w4 is idle\n";
}

std::string truth(const CaseStudy& study) {
  std::string text = fmt::format(
      "\nWhat is right\n{}"
      "- C = {} is not the cost of a set by Table 1, which is {:.4f} with this energy price; Eq. 4 is a total, Eq. 6 needs a unit cost.\n"
      "- Without the constraint that each part takes a route, which the paper leaves out, the least cost of Eq. 4 is 0.\n"
      "- Eqs. 11 and 12 bound totals, so a plan may keep them and overload a machine; here each machine and level keeps its own capacity.\n"
      "- Sets priced by Eq. 7 at their own cost, which falls with demand as batches grow:\n",
      table_3_gains(), table_3_cost.value(), study.per_set(study.plan.cost.total()));
  TextTable table({{"unit cost", Align::left}, {"C"}, {"prices"}, {"demand"}, {"profit"}});
  for (const OwnCost& own : study.own) {
    std::vector<std::string> prices;
    for (const Money price : own.plan.services[0].prices) prices.push_back(fmt::format("{:.4f}", price.value()));
    table.add({own.basis == CostBasis::average ? "average (the paper)" : "marginal (the best)",
               fmt::format("{:.6f}", own.plan.services[0].unit_cost.value()), fmt::format("{}", fmt::join(prices, " ")),
               fmt::format("{:.4f}", own.plan.services[0].forecast), fmt::format("{:.6f}", own.profit)});
  }
  return text + table.text();
}

}  // namespace

std::string qamar_page() {
  const CaseStudy study;
  return "Qamar and Aziz (2023), case study 1\n\n" + table_1(study) + figure_2(study) + table_3_page() + figure_3_page() + truth(study);
}

std::vector<ResultTable> qamar_tables() { return {figure_3_table()}; }

Json qamar_document() {
  const CaseStudy study;
  Json parts = Json::object(), workers = Json::object(), own = Json::array();
  for (std::size_t p = 0; p < study.plan.parts.size(); ++p) {
    const PartAllocation& part = study.plan.parts[p];
    parts[study.task.parts[p]] = {{"route", part.routes[0].route},
                                  {"moves", part.routes[0].moves},
                                  {"batch", part.batch},
                                  {"average_cost", part.average->value()},
                                  {"marginal_cost", part.marginal->value()}};
  }
  const auto names = workers_of(study);
  for (std::size_t y = 0; y < names.size(); ++y) workers[study.task.machines[y]] = names[y];
  for (const OwnCost& cost : study.own)
    own.push_back({{"basis", cost.basis == CostBasis::average ? "average" : "marginal"},
                   {"unit_cost", cost.plan.services[0].unit_cost.value()},
                   {"demand", cost.plan.services[0].forecast},
                   {"profit", cost.profit}});
  const CostByKind& cost = study.plan.cost;
  return {{"table_1",
           {{"parts", parts},
            {"energy_per_set", study.per_set(cost.energy)},
            {"labour_per_set", study.per_set(cost.labour)},
            {"movement_per_set", study.per_set(cost.movement)},
            {"cost_per_set", study.per_set(cost.total())}}},
          {"figure_2", {{"groups", groups_of(study)}, {"workers", workers}}},
          {"table_3", table_3_document()},
          {"own_cost", own}};
}

}  // namespace ccm
