// Are the closed forms of prices over time those that value iteration comes to?

#include "tests/models/value_iteration.hpp"

#include <array>
#include <catch2/catch.hpp>

#include "models/pricing/optimal/loss_averse_policy.hpp"
#include "tests/models/random_seller.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

/// A seller with effects of up to four times the slope of prices.
ReferenceSeller strong_or_weak(std::mt19937_64& random, Effect effect) {
  ReferenceSeller seller = random_seller(random, effect, 0.9);
  const double strength = draw(random, 0, 8);
  seller.demand.gain *= strength;
  seller.demand.loss *= strength;
  return seller;
}

Money draw_between(std::mt19937_64& random, Money from, Money to) { return Money(draw(random, from.value(), to.value())); }

/// Whether the policy holds at that reference; if so, compares its price and value.
template <class Policy>
bool compared(const Policy& policy, const ValueIteration& iterated, Money reference) {
  if (!policy.holds_at(reference)) return false;
  CHECK(policy.price_at(reference).value() == Approx(iterated.price_at(reference)).epsilon(1e-6).margin(0));
  CHECK(policy.value_at(reference) == Approx(iterated.value_at(reference)).epsilon(1e-6).margin(0));
  return true;
}

}  // namespace

TEST_CASE("value iteration comes to the linear policy, from references below and above the steady price", "[optimal]") {
  std::mt19937_64 random(51);
  std::array<int, 2> sets{};
  for (int i = 0; i < 110; ++i) {
    const ReferenceSeller seller = strong_or_weak(random, Effect::neutral);
    const LinearPolicy policy = linear_policy(seller);
    const ValueIteration iterated(seller);
    const Money top(seller.demand.a / seller.demand.b);
    sets[0] += compared(policy, iterated, draw_between(random, seller.cost, policy.steady));
    sets[1] += compared(policy, iterated, draw_between(random, policy.steady, top));
  }
  for (const int count : sets) CHECK(count >= 100);
}

TEST_CASE("value iteration comes to the loss-averse policy, from references below, within and above the band", "[optimal]") {
  std::mt19937_64 random(52);
  std::array<int, 3> sets{};
  for (int i = 0; i < 110; ++i) {
    const ReferenceSeller seller = strong_or_weak(random, Effect::loss_averse);
    const LossAversePolicy policy = loss_averse_policy(seller);
    const ValueIteration iterated(seller);
    const Money top(seller.demand.a / seller.demand.b);
    sets[0] += compared(policy, iterated, draw_between(random, seller.cost, policy.low()));
    sets[1] += compared(policy, iterated, draw_between(random, policy.low(), policy.high()));
    sets[2] += compared(policy, iterated, draw_between(random, policy.high(), top));
  }
  for (const int count : sets) CHECK(count >= 100);
}
