// How much of the forecast can be made?

#include "sim/servable.hpp"

#include <algorithm>

#include "models/allocation/options.hpp"

namespace ccm {
namespace {

constexpr int halvings = 10;  // of the interval from nothing to all

bool can_be_made(const Plant& plant, const Part& part) {
  return std::ranges::any_of(part.routes, [&](const Route& route) { return can_run(plant, route); });
}

/// The forecast without the services that cannot be made at all.
std::vector<double> possible(const FactoryModel& factory, std::vector<double> forecast) {
  for (std::size_t s = 0; s < forecast.size(); ++s)
    for (const auto& [part, count] : factory.services[s].parts)
      if (!can_be_made(factory.problem.plant, factory.problem.parts[part].part)) forecast[s] = 0;
  return forecast;
}

}  // namespace

std::vector<double> part_demand(const FactoryModel& factory, const std::vector<double>& services) {
  std::vector<double> demand(factory.parts.size());
  for (std::size_t s = 0; s < services.size(); ++s)
    for (const auto& [part, count] : factory.services[s].parts) demand[part] += services[s] * count;
  return demand;
}

std::shared_ptr<const Allocation> most_that_can_be_made(const FactoryModel& factory, const std::vector<double>& forecast,
                                                        AllocationCache& cache) {
  AllocationProblem problem = factory.problem;
  const auto solved = [&](const std::vector<double>& services, double share) {
    const std::vector<double> demand = part_demand(factory, services);
    for (std::size_t p = 0; p < demand.size(); ++p) problem.parts[p].units = demand[p] * share;
    return cache.solve(problem);
  };
  auto best = solved(forecast, 1);
  if (best->unserved == 0) return best;
  const std::vector<double> makeable = possible(factory, forecast);
  best = solved(makeable, 1);
  if (best->unserved == 0) return best;
  best = solved(makeable, 0);
  double share = 0, too_much = 1;
  for (int i = 0; i < halvings; ++i) {
    const double middle = (share + too_much) / 2;
    auto half = solved(makeable, middle);
    if (half->unserved > 0) {
      too_much = middle;
      continue;
    }
    share = middle;
    best = std::move(half);
  }
  return best;
}

}  // namespace ccm
