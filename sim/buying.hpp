#pragma once
/// How the customers of one segment decide.

#include "models/market/negotiation/reply.hpp"
#include "scenarios/scenario.hpp"

namespace ccm {

/// A customer before a price.
struct Shopper {
  Money value{0};                  // w
  std::optional<Money> reference;  // r, against the minifactory that asks the price
};

/// What a customer of the segment buys at, bids and answers. It has no state; what it needs of a visit comes in.
/// Tested by: tests/sim/buying_test.cpp.
class Buying {
 public:
  Buying(const Scenario& scenario, const SegmentSpec& segment);

  [[nodiscard]] const LinearDemand& demand() const { return demand_; }
  /// w >= threshold(P, r)
  [[nodiscard]] bool takes(const Shopper& shopper, Money price) const;
  /// The highest price that a customer takes.
  [[nodiscard]] Money reservation(const Shopper& shopper) const;

  /// What it bids at its `attempt`-th attempt, from 0, where buyers name the price or the operator clears; nothing elsewhere, and after
  /// its last attempt.
  [[nodiscard]] std::optional<Money> bid(const Shopper& shopper, std::int64_t attempt) const;

  /// Whether its customers make offers of their own about prices asked.
  [[nodiscard]] bool talks() const { return formation_ == PriceFormation::negotiated && rounds_ > 0; }
  /// Whether it asks one minifactory after the other.
  [[nodiscard]] bool searches() const { return searches_; }
  /// What it answers when a minifactory that asked `list` first asks `standing` now, at its own next tick. If it can say no more, it
  /// takes the standing price rather than leave.
  [[nodiscard]] Reply answer(const Shopper& shopper, Money list, Money standing, std::int64_t own_next_tick) const;

 private:
  [[nodiscard]] bool is_worth_talking(Money limit, Money list) const;
  [[nodiscard]] Side side(Money limit) const;

  const BuyerTalksSpec& talks_;
  PriceFormation formation_;
  BargainingRule rule_;
  LinearDemand demand_;
  std::int64_t rounds_;
  bool searches_;
};

}  // namespace ccm
