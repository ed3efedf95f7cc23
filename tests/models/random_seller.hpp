#pragma once
/// Sellers over time for tests.

#include <array>

#include "models/pricing/optimal/seller.hpp"
#include "tests/support/draws.hpp"

namespace ccm::test {

enum class Effect { none, neutral, loss_averse, gain_seeking };

/// A seller who can earn something, with g <= b so that no price meets the choke price.
inline ReferenceSeller random_seller(std::mt19937_64& random, Effect effect, double most_discount) {
  const auto uniform = [&](double from, double to) { return draw(random, from, to); };
  ReferenceSeller seller;
  const double a = uniform(1, 200), b = uniform(0.1, 5), weak = uniform(0, 0.5) * b, strong = weak + uniform(0, 0.5) * b;
  seller.demand = {a, b, strong, strong};
  if (effect == Effect::none) seller.demand.gain = seller.demand.loss = 0;
  if (effect == Effect::loss_averse) seller.demand.gain = weak;
  if (effect == Effect::gain_seeking) seller.demand.loss = weak;
  seller.cost = Money(uniform(0, 0.8) * a / b);
  seller.discount = uniform(0, most_discount);
  seller.theta = uniform(0, 0.95);
  return seller;
}

/// From the cost to the price at which nobody buys who expects it.
inline std::array<Money, 7> references_of(const ReferenceSeller& seller) {
  std::array<Money, 7> references;
  const double top = seller.demand.a / seller.demand.b, bottom = seller.cost.value();
  for (std::size_t i = 0; i < references.size(); ++i) references[i] = Money(bottom + (top - bottom) * static_cast<double>(i) / 6);
  return references;
}

}  // namespace ccm::test
