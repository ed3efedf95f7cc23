#pragma once
/// The demand that a seller sees who makes only a part of a service.

#include "models/pricing/strategy.hpp"

namespace ccm {

/// Demand as a function of the price p of a stage that is worth the share phi of the whole service, whose price is taken to be p/phi:
///     alpha - (beta/phi) p,  and in the same way a - (b/phi) p + (g/phi) (phi r - p), with the remembered prices times phi.
/// At the prices of Eq. 7 the stages of a service then add up to the price of one seller with their costs together:
///     sum_i (phi_i alpha/beta + C_i)/2 = (alpha/beta + sum_i C_i)/2.
/// phi  value share [1], 0 < phi <= 1. Throws ModelError outside.
/// Source: [QamarAziz2023] Eq. 7.     Tested by: tests/models/matching_lots_test.cpp.
[[nodiscard]] TypeDemand stage_demand(TypeDemand whole, double value_share);

}  // namespace ccm
