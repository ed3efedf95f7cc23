// What flowed through a minifactory's machines?

#include "sim/ledger.hpp"

#include <algorithm>

namespace ccm {

ProductionLedger::Entry& ProductionLedger::entry_of(const std::shared_ptr<const PeriodPlan>& plan) {
  const auto known = std::ranges::find(entries_, plan, &Entry::plan);
  if (known != entries_.end()) return *known;
  Entry& entry = entries_.emplace_back(Entry{plan, {}});
  for (const auto& routes : plan->routes) entry.units.emplace_back(routes.size());
  return entry;
}

void ProductionLedger::made(const std::shared_ptr<const PeriodPlan>& plan, std::size_t service, const Recipe& recipe, double units) {
  Entry& entry = entry_of(plan);
  const auto& parts = factory_.services[service].parts;
  for (std::size_t i = 0; i < parts.size(); ++i) entry.units[parts[i].first][recipe.routes[i]] += parts[i].second * units;
}

void ProductionLedger::made_as_planned(const std::shared_ptr<const PeriodPlan>& plan) {
  Entry& entry = entry_of(plan);
  for (std::size_t p = 0; p < plan->routes.size(); ++p)
    for (std::size_t r = 0; r < plan->routes[p].size(); ++r) entry.units[p][r] += plan->allocation->parts[p].routes[r].units;
}

FlowLedger ProductionLedger::flows() const {
  const AllocationProblem& problem = factory_.problem;
  FlowLedger ledger(problem.plant.machines.size());
  for (const Entry& entry : entries_)
    for (std::size_t p = 0; p < entry.units.size(); ++p)
      for (std::size_t r = 0; r < entry.units[p].size(); ++r) {
        if (entry.units[p][r] == 0) continue;
        const PlannedRoute& planned = entry.plan->routes[p][r];
        const Part& part = problem.parts[p].part;
        const Route& route = part.routes[planned.route];
        ledger.post(route, unit_flow(problem.plant, part, route, planned.operations), entry.units[p][r]);
      }
  return ledger;
}

}  // namespace ccm
