#pragma once
/// How the two sides of a talk about the price concede.

#include <cstdint>
#include <optional>

#include "models/market/negotiation/concession.hpp"
#include "models/units.hpp"

namespace ccm {

/// How a side concedes in talks.
struct ConcessionSpec {
  double kappa = 0;
  double beta = 1;
  ConcessionFamily family = ConcessionFamily::polynomial;
};

struct BuyerTalksSpec : ConcessionSpec {
  std::optional<std::int64_t> rounds;
  std::optional<std::int64_t> quotes;
  double opening = 0.6;
  double discount = 0.9;
  Money quote_cost{0};
  Money effort{0};
  double power = 0.4;
  Seconds answer_within = hours(1);
  Seconds look_again = days(1);
};

struct SellerTalksSpec : ConcessionSpec {
  std::int64_t rounds = 5;
  double margin = 0;
  double power = 0.6;
  double discount = 0.9;
  std::optional<Money> cutoff;
};

}  // namespace ccm
