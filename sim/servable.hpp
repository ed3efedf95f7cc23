#pragma once
/// How much of a forecast a plant can make in whole services.

#include <memory>

#include "models/allocation/cache.hpp"
#include "sim/factory_model.hpp"

namespace ccm {

/// Demand of each part if so many units of each service are made.
[[nodiscard]] std::vector<double> part_demand(const FactoryModel& factory, const std::vector<double>& services);

/// Solves the allocation for the forecast. If capacity does not suffice, services with a part that cannot be made at all are left out, and
/// all others are cut back in the same proportion, found to one part in a thousand: the most parts would be of no use if they were not
/// the parts of whole services.
/// Tested by: tests/sim/planning_test.cpp.
[[nodiscard]] std::shared_ptr<const Allocation> most_that_can_be_made(const FactoryModel& factory, const std::vector<double>& forecast,
                                                                      AllocationCache& cache);

}  // namespace ccm
