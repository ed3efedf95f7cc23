// How does a planner read a solved allocation?

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "models/allocation/alternatives.hpp"
#include "models/allocation/solver.hpp"
#include "sim/commands/solution.hpp"
#include "sim/commands/text_table.hpp"

namespace ccm {
namespace {

std::string units_text(double units) { return fmt::format("{:.6g}", units); }
std::string hours_text(Seconds time) { return fmt::format("{:.2f}", in_hours(time)); }
std::string money_text(Money money) { return fmt::format("{:.2f}", money.value()); }
std::string unit_money_text(const std::optional<Money>& money) { return money ? fmt::format("{:.4f}", money->value()) : "-"; }
std::string share_text(double part, double whole) { return whole > 0 ? fmt::format("{:.1f}", 100 * part / whole) : "-"; }

std::string section(const std::string& title, const TextTable& table) {
  const std::string text = table.text();
  return text.empty() ? "" : fmt::format("\n{}\n{}", title, text);
}

/// Why no grouping keeps the bounds.
std::string infeasible_text(const AllocationTask& task) {
  std::size_t least = 0, most = 0;
  for (const GroupBounds& group : task.problem.groups) {
    least += group.at_least;
    most += std::min(group.at_most, task.machines.size());
  }
  const std::string counts =
      fmt::format("{} {}, but the groups", task.machines.size(), task.machines.size() == 1 ? "machine is there" : "machines are there");
  if (least > task.machines.size()) return fmt::format("{} need at least {}.", counts, least);
  if (most < task.machines.size()) return fmt::format("{} hold at most {}.", counts, most);
  return "no grouping keeps the bounds of the machine groups.";
}

/// A plan as the sections of a page.
class AllocationPage {
 public:
  AllocationPage(const AllocationTask& task, const Allocation& plan) : task_(task), plan_(plan) {}

  [[nodiscard]] std::string text() const {
    if (plan_.status == AllocationStatus::infeasible) return "Infeasible: " + infeasible_text(task_) + "\n";
    return verdict() + parts() + groups() + people() + machines() + workers() + cost() + what_binds() + second_choices();
  }

 private:
  [[nodiscard]] std::string verdict() const {
    const std::string cost = fmt::format("{} {}", money_text(plan_.cost.total()), task_.currency);
    switch (plan_.status) {
      case AllocationStatus::optimal:
        return fmt::format("Optimal: all demand is made, at the least cost of {}.\n", cost);
      case AllocationStatus::shortage:
        return fmt::format("Short of capacity: {} units cannot be made. What is made is the most, at the least cost of {}.\n",
                           units_text(plan_.unserved), cost);
      default:
        return limit_text(cost);
    }
  }

  [[nodiscard]] std::string limit_text(const std::string& cost) const {
    const std::string missing = plan_.unserved > 0 ? fmt::format(" and leaves {} units", units_text(plan_.unserved)) : "";
    return fmt::format("Not proven: the search ended after {} nodes. The best plan found costs {}{}.\n", plan_.nodes, cost, missing) +
           (plan_.most_is_served
                ? fmt::format("No plan that serves as much costs less than {} (gap {:.2f} %).\n", money_text(plan_.bound), 100 * plan_.gap)
                : "A plan that serves more may exist.\n");
  }

  [[nodiscard]] std::string machines_of(std::size_t part, std::size_t route) const {
    std::vector<std::string> names;
    for (const Operation& operation : task_.problem.parts[part].part.routes.at(route).operations)
      names.push_back(task_.machines[operation.machine]);
    return fmt::format("{}", fmt::join(names, " > "));
  }

  [[nodiscard]] std::string parts() const {
    TextTable table({{"part", Align::left}, {"demand"}, {"served"}, {"average"}, {"marginal"}, {"batch"}, {"batches"}});
    TextTable routes({{"part", Align::left}, {"route"}, {"units"}, {"moves"}, {"machines", Align::left}});
    for (std::size_t p = 0; p < plan_.parts.size(); ++p) {
      const PartAllocation& part = plan_.parts[p];
      const double demand = task_.problem.parts[p].units;
      table.add({task_.parts[p], units_text(demand), units_text(part.served), unit_money_text(part.average), unit_money_text(part.marginal),
                 part.batch > 0 ? fmt::format("{:.2f}", part.batch) : "-",
                 part.batch > 0 ? fmt::format("{:.2f}", part.served / part.batch) : "-"});
      for (const RouteUse& use : part.routes)
        routes.add(
            {task_.parts[p], std::to_string(use.route + 1), units_text(use.units), std::to_string(use.moves), machines_of(p, use.route)});
    }
    return section(fmt::format("Parts (cost of a unit in {}; batches in the period)", task_.currency), table) +
           section("Routes (moves of each batch)", routes);
  }

  [[nodiscard]] std::string groups() const {
    std::string text = "\nMachine groups\n";
    for (std::size_t g = 0; g < task_.problem.groups.size(); ++g) {
      std::vector<std::string> names;
      for (std::size_t y = 0; y < plan_.group_of_machine.size(); ++y)
        if (plan_.group_of_machine[y] == g) names.push_back(task_.machines[y]);
      text += fmt::format("  {}: {}\n", g + 1, names.empty() ? "nothing" : fmt::format("{}", fmt::join(names, ", ")));
    }
    return text;
  }

  [[nodiscard]] std::string people() const {
    std::map<std::pair<std::size_t, std::size_t>, std::pair<Seconds, std::set<std::size_t>>> by_place;
    for (const Work& work : plan_.work) {
      auto& [time, parts] = by_place[{work.worker, work.machine}];
      time += work.time;
      parts.insert(work.part);
    }
    TextTable table({{"worker", Align::left}, {"machine", Align::left}, {"h"}, {"for", Align::left}});
    for (const auto& [place, work] : by_place) {
      std::vector<std::string> parts;
      for (const std::size_t part : work.second) parts.push_back(task_.parts[part]);
      table.add(
          {task_.workers[place.first], task_.machines[place.second], hours_text(work.first), fmt::format("{}", fmt::join(parts, ", "))});
    }
    return section("Who works where", table);
  }

  /// Hours used of hours there are; `of` is the member of Work that says whose.
  template <class Resource>
  [[nodiscard]] std::string utilisation(const std::string& title, const std::vector<std::string>& names,
                                        const std::vector<Resource>& resources, std::size_t Work::*of) const {
    std::vector<Seconds> used(names.size());
    for (const Work& work : plan_.work) used.at(work.*of) += work.time;
    TextTable table({{title, Align::left}, {"h used"}, {"h there"}, {"%"}});
    for (std::size_t i = 0; i < names.size(); ++i)
      table.add(
          {names[i], hours_text(used[i]), hours_text(resources[i].capacity), share_text(used[i].value(), resources[i].capacity.value())});
    return section("Use of each " + title, table);
  }

  [[nodiscard]] std::string machines() const {
    return utilisation("machine", task_.machines, task_.problem.plant.machines, &Work::machine);
  }
  [[nodiscard]] std::string workers() const {
    return utilisation("worker level", task_.workers, task_.problem.plant.workers, &Work::worker);
  }

  [[nodiscard]] std::string cost() const {
    TextTable table({{"kind", Align::left}, {task_.currency}, {"%"}});
    const CostByKind& cost = plan_.cost;
    const std::pair<const char*, Money> kinds[] = {
        {"material", cost.material}, {"energy", cost.energy}, {"labour", cost.labour}, {"movement", cost.movement}, {"waste", cost.waste}};
    for (const auto& [name, money] : kinds) table.add({name, money_text(money), share_text(money.value(), cost.total().value())});
    table.add({"all", money_text(cost.total()), share_text(1, 1)});
    return section("Cost of what is made", table);
  }

  /// What a changed plan costs more, and what it serves more.
  [[nodiscard]] std::vector<std::string> compared(const Allocation& other) const {
    const double served = plan_.unserved - other.unserved;
    return {fmt::format("{:+.2f}", (other.cost.total() - plan_.cost.total()).value()), fmt::format("{:+.6g}", served == 0 ? 0 : served)};
  }

  /// Of a plan that is not proven, what a change would bring is not worked out: it would mean as long a search again each time.
  [[nodiscard]] std::string full_text() const {
    std::vector<std::string> names;
    for (const std::size_t machine : plan_.full_machines) names.push_back(task_.machines[machine]);
    for (const std::size_t worker : plan_.full_workers) names.push_back(task_.workers[worker]);
    return fmt::format("\nFully used: {}\n", fmt::join(names, ", "));
  }

  [[nodiscard]] std::string what_binds() const {
    if (plan_.full_machines.empty() && plan_.full_workers.empty()) return "\nNo capacity binds.\n";
    if (plan_.status == AllocationStatus::limit) return full_text();
    TextTable table({{"capacity", Align::left}, {"name", Align::left}, {task_.currency}, {"units"}});
    for (const Relief& relief : reliefs(task_.problem, plan_)) {
      const auto change = compared(relief.plan);
      table.add({relief.of_worker ? "worker level" : "machine", (relief.of_worker ? task_.workers : task_.machines)[relief.index],
                 change[0], change[1]});
    }
    return section("What binds, and what one hour more of it would change in cost and in units made", table);
  }

  [[nodiscard]] static std::string routes_in_use(const PartAllocation& part) {
    std::vector<std::string> routes;
    for (const RouteUse& use : part.routes) routes.push_back(fmt::format("route {}", use.route + 1));
    return routes.empty() ? "nothing" : fmt::format("{}", fmt::join(routes, " and "));
  }

  [[nodiscard]] std::string second_choices() const {
    if (plan_.status == AllocationStatus::limit) return "\nSecond choices are not worked out for a plan that is not proven.\n";
    TextTable table({{"part", Align::left}, {"without route"}, {"takes", Align::left}, {task_.currency}, {"units"}});
    for (const Alternative& alternative : alternatives(task_.problem, plan_)) {
      const auto change = compared(alternative.plan);
      table.add({task_.parts[alternative.part], std::to_string(alternative.without + 1),
                 routes_in_use(alternative.plan.parts[alternative.part]), change[0], change[1]});
    }
    return section("Next best: what doing without a route would change in cost and in units made", table);
  }

  const AllocationTask& task_;
  const Allocation& plan_;
};

}  // namespace

std::string solution_page(const AllocationTask& task) {
  const Allocation plan = solve(task.problem);
  return AllocationPage(task, plan).text();
}

}  // namespace ccm
