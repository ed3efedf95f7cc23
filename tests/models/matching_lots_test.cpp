// Are orders shared out without loss, and do the prices of stages add up to that of the whole?

#include <array>
#include <catch2/catch.hpp>
#include <numeric>

#include "models/error.hpp"
#include "models/market/matching/lots.hpp"
#include "models/pricing/differential.hpp"
#include "models/pricing/myopic_reference.hpp"
#include "models/pricing/stage_demand.hpp"
#include "models/random.hpp"

namespace ccm {
namespace {

using Units = std::vector<std::int64_t>;

TypeDemand demand(double alpha, double beta) { return {.alpha = alpha, .beta = beta, .referenced = {.a = alpha, .b = beta}}; }

Money price(const TypeDemand& demand, double cost, std::vector<Money> (*strategy)(const PricingContext&)) {
  return strategy({.types = std::span(&demand, 1), .unit_cost = Money(cost)}).front();
}

}  // namespace

TEST_CASE("the preferred sellers make what they can, the next the rest") {
  CHECK(split_units(10, Units{4, 3, 9, 5}) == Units{4, 3, 3, 0});
  CHECK(split_units(10, Units{10, 10}) == Units{10, 0});
  CHECK(split_units(10, Units{4, 5}).empty());
  CHECK(split_units(10, Units{}).empty());
  CHECK_THROWS_AS(split_units(0, Units{1}), ModelError);
  CHECK_THROWS_AS(split_units(1, Units{-1, 3}), ModelError);
}

TEST_CASE("random splits make every unit once, nobody more than offered, and nobody is passed over") {
  RandomStream chance(1, 1, "lots", "test");
  for (int trial = 0; trial < 2000; ++trial) {
    Units offered(1 + chance.index(6));
    for (std::int64_t& most : offered) most = static_cast<std::int64_t>(chance.index(8));
    const auto units = static_cast<std::int64_t>(1 + chance.index(20));
    const Units lots = split_units(units, offered);
    const bool suffices = std::accumulate(offered.begin(), offered.end(), std::int64_t{0}) >= units;
    REQUIRE(lots.empty() == !suffices);
    if (!suffices) continue;
    CHECK(std::accumulate(lots.begin(), lots.end(), std::int64_t{0}) == units);
    for (std::size_t i = 0; i < lots.size(); ++i) {
      CHECK((lots[i] >= 0 && lots[i] <= offered[i]));
      const bool full = lots[i] == offered[i];
      CHECK((full || std::accumulate(lots.begin() + static_cast<std::ptrdiff_t>(i) + 1, lots.end(), std::int64_t{0}) == 0));
    }
  }
}

TEST_CASE("a payment is shared out as it was quoted") {
  const std::array<LotPrice, 3> lots{{{Money(10), 4}, {Money(20), 1}, {Money(40), 1}}};
  const auto shares = payment_shares(lots);
  CHECK(shares[0] == Approx(0.4));
  CHECK(shares[1] == Approx(0.2));
  CHECK(shares[2] == Approx(0.4));
  const std::array<LotPrice, 2> free{{{Money(0), 3}, {Money(0), 1}}};
  CHECK(payment_shares(free) == std::vector<double>{0.75, 0.25});
}

TEST_CASE("the stages' prices of Eq. 7 add up to the integrated price at the same cost") {
  const TypeDemand whole = demand(100, 2);
  const double first = price(stage_demand(whole, 0.7), 12, differential_prices).value();
  const double second = price(stage_demand(whole, 0.3), 5, differential_prices).value();
  CHECK(first == Approx((0.7 * 50 + 12) / 2));
  CHECK(first + second == Approx(price(whole, 17, differential_prices).value()));
}

TEST_CASE("so do they with a remembered price, and the stages sell as many units as the whole") {
  TypeDemand whole = demand(100, 2);
  whole.referenced = {.a = 100, .b = 1.5, .gain = 0.5, .loss = 0.5};
  whole.remembered = Remembered{Money(30), Money(30)};
  double sum = 0;
  for (const double share : {0.5, 0.3, 0.2}) sum += price(stage_demand(whole, share), 17 * share, myopic_reference_prices).value();
  const double integrated = price(whole, 17, myopic_reference_prices).value();
  CHECK(sum == Approx(integrated));
  const TypeDemand stage = stage_demand(whole, 0.3);
  CHECK(demand_at(stage.referenced, Money(0.3 * integrated), stage.remembered->reference) ==
        Approx(demand_at(whole.referenced, Money(integrated), Money(30))));
  CHECK_THROWS_AS(stage_demand(whole, 0), ModelError);
}

}  // namespace ccm
