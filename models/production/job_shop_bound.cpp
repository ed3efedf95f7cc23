// How soon can a job shop be done at best?

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "models/error.hpp"
#include "models/production/job_shop.hpp"

namespace ccm {

namespace {

using MachineSet = std::vector<std::size_t>;  // sorted

/// Operations that only the machines of a set can do.
struct Confined {
  Seconds work{0}, head{std::numeric_limits<double>::infinity()}, tail{std::numeric_limits<double>::infinity()};

  void add(const Confined& other) {
    work += other.work;
    head = std::min(head, other.head);
    tail = std::min(tail, other.tail);
  }
  [[nodiscard]] Seconds bound(std::size_t machines) const { return head + work / static_cast<double>(machines) + tail; }
};

using ConfinedWork = std::map<MachineSet, Confined>;

MachineSet machines_of(const ShopOperation& operation) {
  MachineSet machines;
  for (const MachineChoice& choice : operation) machines.push_back(choice.machine);
  std::ranges::sort(machines);
  machines.erase(std::unique(machines.begin(), machines.end()), machines.end());
  return machines;
}

Seconds length(const ShopJob& job) {
  Seconds sum{0};
  for (const ShopOperation& operation : job) sum += least_time(operation);
  return sum;
}

void add_job(ConfinedWork& work, const ShopJob& job) {
  Seconds head{0}, tail = length(job);
  for (const ShopOperation& operation : job) {
    const Seconds time = least_time(operation);
    tail -= time;
    work[machines_of(operation)].add({time, head, tail});
    head += time;
  }
}

Seconds bound_of(const MachineSet& machines, const ConfinedWork& work) {
  Confined all;
  for (const auto& [confined_to, operations] : work) {
    if (std::ranges::includes(machines, confined_to)) all.add(operations);
  }
  return all.bound(machines.size());
}

bool has_whole_times(const JobShop& shop) {
  const auto is_whole = [](const MachineChoice& choice) { return choice.time.value() == std::floor(choice.time.value()); };
  const auto are_whole = [&](const ShopOperation& operation) { return std::ranges::all_of(operation, is_whole); };
  return std::ranges::all_of(shop.jobs, [&](const ShopJob& job) { return std::ranges::all_of(job, are_whole); });
}

}  // namespace

Seconds makespan_bound(const JobShop& shop) {
  check_job_shop(shop);
  Seconds bound{0};
  ConfinedWork work;
  for (const ShopJob& job : shop.jobs) {
    bound = std::max(bound, length(job));
    add_job(work, job);
  }
  if (work.empty()) return bound;
  for (const auto& [machines, operations] : work) bound = std::max(bound, bound_of(machines, work));
  MachineSet all(shop.machines);
  std::iota(all.begin(), all.end(), std::size_t{0});
  bound = std::max(bound, bound_of(all, work));
  return has_whole_times(shop) ? Seconds(std::ceil(bound.value())) : bound;
}

}  // namespace ccm
