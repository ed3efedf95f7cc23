#pragma once
/// How prices come about, and what is charged.

#include <optional>

#include "models/market/revenue.hpp"
#include "models/units.hpp"

namespace ccm {

/// Who fixes the price: the seller, the buyer, the operator by rule from quotes and bids, or both sides in talks.
enum class PriceFormation { seller, buyer, clearing, negotiated };

/// What a talk about the price looks like: concessions in time, Nash's split, or Rubinstein's.
enum class BargainingRule { concession, nash, rational };

struct RevenueSpec {
  RevenueBase base = RevenueBase::unit;
  Seconds duration = days(30);
  double uses = 10;
  double late_fee = 0.1;
  Money third_party{0};
};

struct MarketSpec {
  PriceFormation prices = PriceFormation::seller;
  double split = 0.5;
  BargainingRule bargaining = BargainingRule::concession;
  std::optional<Seconds> bulletin;
  RevenueSpec revenue;
};

}  // namespace ccm
