#pragma once
/// A minifactory as the models see it: from the scenario's words to values.

#include <algorithm>

#include "models/allocation/problem.hpp"
#include "models/pricing/price_and_cost.hpp"
#include "scenarios/scenario.hpp"
#include "sim/market.hpp"

namespace ccm {

/// A service that the minifactory offers, or a stage of one.
struct ServiceModel {
  std::size_t service = 0;                            // which one of the scenario
  Stage stage{};                                      // nothing: all of it
  std::vector<std::pair<std::size_t, double>> parts;  // index into AllocationProblem::parts, units of it per unit of the service
  std::vector<TypeDemand> demand;                     // of the customers in reach, by type and order size
  std::vector<ReferenceSource> sources;               // of the reference prices of each of them
  double share = 1;                                   // of that demand: what it expects to get at first
  Money freight{0};                                   // that it expects to pay for a unit
};

struct FactoryModel {
  AllocationProblem problem;           // of one period; the demand of each part is 0
  std::vector<std::size_t> parts;      // which part of the scenario each part of the problem is
  std::vector<ServiceModel> services;  // those that it can make and that somebody in its reach wants
  PricingRule pricing;
  Money third_party{0};  // what a third party adds to the price of a unit
  CostBasis cost_basis = CostBasis::average;
  std::optional<double> first_forecast;  // units of each service in the first period, if given

  /// What the price of a unit must bring in: its cost and freight less what the third party pays, or nothing if that is more.
  [[nodiscard]] Money cost_to_cover(std::size_t service, Money unit_cost) const {
    return std::max(Money(0), unit_cost + services[service].freight - third_party);
  }
};

/// Each service, or stage of one, that the minifactory can make and somebody in its reach wants. What it makes of a stage it sells at the
/// share of the service's value that the stage has of its machine minutes, by the shortest routes (see stage_demand).
/// freight  of an order of each segment, as the minifactory expects it (see freight.hpp); empty if it costs nothing.
[[nodiscard]] FactoryModel factory_model(const Scenario& scenario, const Market& market, std::size_t minifactory,
                                         const std::vector<Freight>& freight = {});

/// Units that a segment buys in a period at the best price of a free product: before any order has come, this says where orders will
/// come from.
[[nodiscard]] double sales_if_free(const SegmentSpec& segment);

}  // namespace ccm
