#pragma once
/// A minifactory as the models see it: from the scenario's words to values.

#include <algorithm>

#include "models/allocation/problem.hpp"
#include "models/pricing/price_and_cost.hpp"
#include "scenarios/scenario.hpp"
#include "sim/market.hpp"

namespace ccm {

/// A service that the minifactory offers.
struct ServiceModel {
  std::size_t service = 0;                            // which one of the scenario
  std::vector<std::pair<std::size_t, double>> parts;  // index into AllocationProblem::parts, units of it per unit of the service
  std::vector<TypeDemand> demand;                     // of the customers in reach, by type and order size
  std::vector<ReferenceSource> sources;               // of the reference prices of each of them
  double share = 1;                                   // of that demand: what it expects to get at first
};

struct FactoryModel {
  AllocationProblem problem;           // of one period; the demand of each part is 0
  std::vector<std::size_t> parts;      // which part of the scenario each part of the problem is
  std::vector<ServiceModel> services;  // those that it can make and that somebody in its reach wants
  PricingRule pricing;
  Money third_party{0};  // what a third party adds to the price of a unit
  CostBasis cost_basis = CostBasis::average;
  std::optional<double> first_forecast;  // units of each service in the first period, if given

  /// What the price of a unit must bring in: its cost less what the third party pays, or nothing if that is more.
  [[nodiscard]] Money cost_to_cover(Money unit_cost) const { return std::max(Money(0), unit_cost - third_party); }
};

[[nodiscard]] FactoryModel factory_model(const Scenario& scenario, const Market& market, std::size_t minifactory);

}  // namespace ccm
