// How full is a floor of machines, and how full will it be?

#include <algorithm>
#include <limits>
#include <numeric>

#include "sim/floor/machine_floor.hpp"
#include "sim/floor/machine_rows.hpp"

namespace ccm {

void MachineFloor::count_unbegun() {
  unbegun_area_ += static_cast<double>(unbegun_) * (clock_.now() - unbegun_counted_).value();
  unbegun_counted_ = clock_.now();
}

Seconds MachineFloor::load() const {
  const std::vector<Seconds> ahead = workshop_.work_ahead();
  return std::accumulate(ahead.begin(), ahead.end(), Seconds(0)) /
         static_cast<double>(std::accumulate(machine_units_.begin(), machine_units_.end(), std::size_t{0}));
}

/// Working time of a unit of a service, by machine.
std::vector<Seconds> MachineFloor::work_of_unit(const ChosenRecipe& recipe) const {
  std::vector<Seconds> work(machine_units_.size());
  const auto& parts = owner_.factory.services[recipe.service].parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const PlannedRoute& planned = recipe.plan->routes[parts[i].first][recipe.how().routes[i]];
    const Route& route = owner_.factory.problem.parts[parts[i].first].part.routes[planned.route];
    const std::vector<double> started = units_started(route);
    for (std::size_t o = 0; o < started.size(); ++o)
      work[route.operations[o].machine] += route.operations[o].time * (parts[i].second * started[o]);
  }
  return work;
}

/// What the fullest machine of the next recipe still has time for.
double MachineFloor::can_still_make(std::size_t service, Seconds until) const {
  const auto recipe = book_.next(service);
  if (!recipe || until <= clock_.now()) return 0;
  const std::vector<Seconds> work = work_of_unit(*recipe);
  const std::vector<Seconds> ahead = workshop_.work_ahead();
  const Seconds open = hours_.work_between(clock_.now(), until);
  double units = std::numeric_limits<double>::infinity();
  for (std::size_t m = 0; m < work.size(); ++m)
    if (work[m] > Seconds(0)) units = std::min(units, (open * static_cast<double>(machine_units_[m]) - ahead[m]) / work[m]);
  return std::max(0.0, units);
}

FloorUse MachineFloor::close_period(std::int64_t period, const Recorder& record) {
  count_unbegun();
  const FloorPeriod time{period, clock_.now() - period_began_, hours_.work_between(period_began_, clock_.now())};
  FloorUse floor{.queue_mean = std::exchange(unbegun_area_, 0) / time.length.value()};
  Seconds busy{0}, all{0};
  const std::vector<MachineUse> uses = workshop_.take_uses();
  for (std::size_t m = 0; m < uses.size(); ++m) {
    const MachineUseRecord row = machine_use_row(owner_.minifactory, m, uses[m], time);
    record(row);
    floor.idle_energy += KilowattHours(row.idle_kwh);
    busy += uses[m].setup + uses[m].work;
    all += time.open * static_cast<double>(machine_units_[m]);
  }
  if (all > Seconds(0)) floor.utilisation = busy / all;
  period_began_ = clock_.now();
  return floor;
}

}  // namespace ccm
