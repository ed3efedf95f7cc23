// How does a program read a solved allocation?

#include "models/allocation/alternatives.hpp"
#include "models/allocation/solver.hpp"
#include "sim/commands/solution.hpp"

namespace ccm {
namespace {

Json optional_money(const std::optional<Money>& money) { return money ? Json(money->value()) : Json(); }

Json kinds_json(const CostByKind& cost) {
  return {{"material", cost.material.value()},
          {"energy", cost.energy.value()},
          {"labour", cost.labour.value()},
          {"movement", cost.movement.value()},
          {"waste", cost.waste.value()}};
}

Json part_json(const PartAllocation& part) {
  Json routes = Json::array();
  for (const RouteUse& use : part.routes) routes.push_back({{"route", use.route}, {"units", use.units}, {"moves", use.moves}});
  return {{"served", part.served},
          {"routes", std::move(routes)},
          {"unit_cost", optional_money(part.average)},
          {"marginal_cost", optional_money(part.marginal)},
          {"batch", part.batch},
          {"cost", part.cost.total().value()}};
}

Json parts_json(const AllocationTask& task, const Allocation& plan) {
  Json parts = Json::object();
  for (std::size_t p = 0; p < plan.parts.size(); ++p) parts[task.parts.at(p)] = part_json(plan.parts[p]);
  return parts;
}

Json groups_json(const AllocationTask& task, const Allocation& plan) {
  Json groups = Json::array();
  if (plan.group_of_machine.empty()) return groups;
  for (std::size_t g = 0; g < task.problem.groups.size(); ++g) groups.push_back(Json::array());
  for (std::size_t y = 0; y < plan.group_of_machine.size(); ++y) groups.at(plan.group_of_machine[y]).push_back(task.machines.at(y));
  return groups;
}

Json work_json(const AllocationTask& task, const Allocation& plan) {
  Json list = Json::array();
  for (const Work& work : plan.work)
    list.push_back({{"part", task.parts.at(work.part)},
                    {"route", work.route},
                    {"machine", task.machines.at(work.machine)},
                    {"worker", task.workers.at(work.worker)},
                    {"minutes", in_minutes(work.time)}});
  return list;
}

Json binding_json(const AllocationTask& task, const Allocation& plan) {
  Json names = Json::array();
  for (const std::size_t machine : plan.full_machines) names.push_back(task.machines.at(machine));
  for (const std::size_t worker : plan.full_workers) names.push_back(task.workers.at(worker));
  return names;
}

Json alternatives_json(const AllocationTask& task, const Allocation& plan) {
  Json list = Json::array();
  for (const Alternative& alternative : alternatives(task.problem, plan))
    list.push_back({{"part", task.parts.at(alternative.part)},
                    {"without", alternative.without},
                    {"status", name_of(alternative.plan.status)},
                    {"cost", alternative.plan.cost.total().value()},
                    {"unserved", alternative.plan.unserved}});
  return list;
}

Json reliefs_json(const AllocationTask& task, const Allocation& plan) {
  Json list = Json::array();
  for (const Relief& relief : reliefs(task.problem, plan))
    list.push_back({{relief.of_worker ? "worker" : "machine", (relief.of_worker ? task.workers : task.machines).at(relief.index)},
                    {"status", name_of(relief.plan.status)},
                    {"cost", relief.plan.cost.total().value()},
                    {"unserved", relief.plan.unserved}});
  return list;
}

}  // namespace

Json solution_document(const AllocationTask& task, bool what_if) {
  const Allocation plan = solve(task.problem);
  Json document = {
      {"problem", "allocation"}, {"currency", task.currency}, {"status", name_of(plan.status)}, {"cost", plan.cost.total().value()}};
  document.update(kinds_json(plan.cost));
  document.update({{"electricity_kwh", plan.cost.electricity.value()},
                   {"unserved", plan.unserved},
                   {"bound", plan.bound.value()},
                   {"gap", plan.gap},
                   {"nodes", plan.nodes},
                   {"most_is_served", plan.most_is_served},
                   {"parts", parts_json(task, plan)},
                   {"groups", groups_json(task, plan)},
                   {"work", work_json(task, plan)},
                   {"binding", binding_json(task, plan)}});
  if (what_if) document.update({{"alternatives", alternatives_json(task, plan)}, {"reliefs", reliefs_json(task, plan)}});
  return document;
}

}  // namespace ccm
