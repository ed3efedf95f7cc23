#pragma once
/// What the operator publishes of prices, and what sellers and customers read in it.

#include <cstdint>
#include <optional>
#include <vector>

#include "models/demand/customer_type.hpp"
#include "models/units.hpp"

namespace ccm {

/// What a price is asked for.
struct Wanted {
  std::size_t service = 0;  // index in the scenario
  CustomerType type = CustomerType::price_taker;

  auto operator<=>(const Wanted&) const = default;
};

/// A price that a minifactory has posted.
struct PostedAsk {
  std::uint32_t minifactory = 0;
  Wanted wanted{};
  Money price{0};
};

/// The lowest and the highest price published.
struct PriceRange {
  Money lowest{0};
  Money highest{0};
};

/// All prices posted at one time. A minifactory that asks several prices of a type (by order size) counts with each.
/// Tested by: tests/models/market_report_test.cpp.
class MarketReport {
 public:
  explicit MarketReport(std::vector<PostedAsk> asks);

  [[nodiscard]] const std::vector<PostedAsk>& asks() const { return asks_; }
  /// Everything for which somebody has posted a price, in order.
  [[nodiscard]] std::vector<Wanted> wanted() const;
  [[nodiscard]] std::int64_t count(Wanted wanted) const;
  /// Nothing if nobody has posted a price.
  [[nodiscard]] std::optional<PriceRange> range(Wanted wanted) const;
  [[nodiscard]] std::optional<Money> mean(Wanted wanted) const;
  /// The mean of what is asked for a service, of whichever type.
  [[nodiscard]] std::optional<Money> mean_of_service(std::size_t service) const;
  /// Mean and lowest price of the others; nothing without others.
  [[nodiscard]] std::optional<Money> rivals_mean(Wanted wanted, std::uint32_t minifactory) const;
  [[nodiscard]] std::optional<Money> rivals_lowest(Wanted wanted, std::uint32_t minifactory) const;

 private:
  [[nodiscard]] std::pair<std::vector<PostedAsk>::const_iterator, std::vector<PostedAsk>::const_iterator> of(Wanted wanted) const;

  std::vector<PostedAsk> asks_;  // by what is wanted, then by price, then by minifactory
};

}  // namespace ccm
