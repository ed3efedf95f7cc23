// Which price is best while nobody may buy, and then nobody remembers it?

#include "models/pricing/optimal/price_that_sells.hpp"

#include <algorithm>

#include "models/error.hpp"
#include "models/pricing/falling_root.hpp"

namespace ccm {
namespace {

constexpr int prices_tried = 400;

class Trial {
 public:
  Trial(const LossAversePolicy& policy, const OrderedDemand& demand, std::optional<Money> remembered)
      : policy_(policy), seller_(policy.falling.seller), demand_(demand), remembered_(remembered) {}

  [[nodiscard]] Money least() const {
    const bool between = remembered_ && *remembered_ > seller_.cost && *remembered_ < most();
    return between ? *remembered_ : seller_.cost;
  }
  [[nodiscard]] Money most() const { return Money(demand_.alpha / demand_.beta); }

  [[nodiscard]] double worth(Money price) const {
    const double nothing = demand_.chance_of_nothing(price);
    return worth_of_trying(profit(price), seller_.discount, nothing, policy_.value_at(after(price)));
  }
  /// Of the sign of W'(p), from (p - c) d + delta (1 - q) V over 1 - delta q, with q' = beta orders_per_unit q.
  [[nodiscard]] double slope(Money price) const {
    const double delta = seller_.discount, q = demand_.chance_of_nothing(price), rise = demand_.beta * demand_.orders_per_unit * q;
    const double later = policy_.value_at(after(price)), later_rise = policy_.slope_at(after(price)) * weight();
    const double now_rise = demand_.units_at(price) - demand_.beta * (price - seller_.cost).value();
    const double above = profit(price) + delta * (1 - q) * later;
    return (now_rise + delta * ((1 - q) * later_rise - rise * later)) * (1 - delta * q) + above * delta * rise;
  }

 private:
  [[nodiscard]] double profit(Money price) const { return (price - seller_.cost).value() * demand_.units_at(price); }
  /// What this price weighs in what is remembered.
  [[nodiscard]] double weight() const { return remembered_ ? 1 - seller_.theta : 1; }
  [[nodiscard]] Money after(Money price) const { return remembered_.value_or(price) * (1 - weight()) + price * weight(); }

  const LossAversePolicy& policy_;
  const ReferenceSeller& seller_;
  const OrderedDemand& demand_;
  std::optional<Money> remembered_;
};

}  // namespace

Money price_that_sells(const LossAversePolicy& policy, const OrderedDemand& demand, std::optional<Money> remembered) {
  require(demand.alpha > 0 && demand.beta > 0 && demand.orders_per_unit > 0, "price that sells: demand must be positive");
  const Trial trial(policy, demand, remembered);
  const double from = trial.least().value(), step = (trial.most().value() - from) / prices_tried;
  if (step <= 0) return policy.falling.seller.cost;
  const auto price = [&](int i) { return from + step * i; };
  int best = 0;
  for (int i = 1; i <= prices_tried; ++i)
    if (trial.worth(Money(price(i))) > trial.worth(Money(price(best)))) best = i;
  const auto slope = [&](double p) { return trial.slope(Money(p)); };
  return Money(falling_root(slope, price(std::max(0, best - 1)), price(std::min(prices_tried, best + 1))));
}

}  // namespace ccm
