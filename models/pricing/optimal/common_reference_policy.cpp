// Which prices are best for several types that look at one reference price?

#include "models/pricing/optimal/common_reference_policy.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/error.hpp"

namespace ccm {
namespace {

void require_valid(const CommonReferenceSeller& seller) {
  require(seller.discount >= 0 && seller.discount < 1, "common reference: discount must lie in [0, 1)");
  require(seller.theta >= 0 && seller.theta < 1, "common reference: memory must lie in [0, 1)");
  require(seller.cost >= Money(0), "common reference: cost must not be negative");
  double weights = 0;
  for (const CommonReferenceType& type : seller.types) {
    require(type.share > 0 && type.alpha > 0 && type.beta > 0, "common reference: share, alpha and beta must be positive");
    require(type.gamma >= 0 && type.weight >= 0, "common reference: gamma and weight must not be negative");
    weights += type.weight;
  }
  require(std::abs(weights - 1) <= 1e-9, "common reference: the weights must sum to 1");
}

/// The sums over types of which the Bellman equation is made.
struct Sums {
  explicit Sums(const CommonReferenceSeller& seller) {
    for (const auto& [n, alpha, beta, gamma, w] : seller.types) {
      const double q = 2 * n * beta, effect = n * gamma, alone = n * (alpha + beta * seller.cost.value());
      A += w * w / q;
      G += w * effect / q;
      Gamma += effect * effect / q;
      E += effect * alone / q - effect * seller.cost.value();
      F += w * alone / q;
    }
    h = seller.theta + (1 - seller.theta) * G;
    u = seller.discount * (1 - seller.theta) * (1 - seller.theta) * A;
    N = 1 + u * Gamma - seller.discount * h * h;
  }

  [[nodiscard]] double discriminant() const { return N * N - 4 * u * Gamma; }
  /// y = 2 v2
  [[nodiscard]] double curvature() const { return 2 * Gamma / (N + std::sqrt(discriminant())); }

  double A = 0, G = 0, Gamma = 0, E = 0, F = 0, h = 0, u = 0, N = 0;
};

double one_period_profit(const CommonReferencePolicy& policy) {
  double profit = 0;
  for (std::size_t k = 0; k < policy.k0.size(); ++k) {
    const CommonReferenceType& type = policy.seller.types[k];
    profit += type.share * (policy.k0[k] - policy.seller.cost.value()) * (type.alpha - type.beta * policy.k0[k]);
  }
  return profit;
}

/// The mean price is mean0 + mean1 r; each type's price is its price alone and what its weight adds.
void set_prices(CommonReferencePolicy& policy, const Sums& s, double y) {
  const CommonReferenceSeller& seller = policy.seller;
  const double forward = seller.discount * (1 - seller.theta), step = 1 - seller.theta;
  const double mean0 = (s.F + s.A * forward * policy.v1) / (1 - s.u * y);
  const double worth0 = forward * (policy.v1 + y * step * mean0), worth1 = forward * y * policy.mu;
  for (const auto& [n, alpha, beta, gamma, w] : seller.types) {
    policy.k0.push_back(alpha / (2 * beta) + seller.cost.value() / 2 + w / (2 * n * beta) * worth0);
    policy.k1.push_back(gamma / (2 * beta) + w / (2 * n * beta) * worth1);
  }
  policy.steady_reference = Money(step * mean0 / (1 - policy.mu));
  policy.v0 = (one_period_profit(policy) + seller.discount * step * mean0 * (policy.v1 + y / 2 * step * mean0)) / (1 - seller.discount);
}

std::vector<Money> unbounded_prices(const CommonReferencePolicy& policy, Money reference) {
  std::vector<Money> prices;
  for (std::size_t k = 0; k < policy.k0.size(); ++k) prices.push_back(Money(policy.k0[k]) + policy.k1[k] * reference);
  return prices;
}

Money highest_price(const CommonReferenceType& type, Money reference) {
  return Money((type.alpha + type.gamma * reference.value()) / type.beta);
}

}  // namespace

std::vector<Money> CommonReferencePolicy::prices_at(Money reference) const {
  std::vector<Money> prices = unbounded_prices(*this, reference);
  if (std::ranges::none_of(seller.types, [](const CommonReferenceType& type) { return type.gamma > 0; })) return prices;
  for (std::size_t k = 0; k < prices.size(); ++k)
    prices[k] = std::clamp(prices[k], seller.cost, std::max(seller.cost, highest_price(seller.types[k], reference)));
  return prices;
}

Money CommonReferencePolicy::reference_after(Money reference, const std::vector<Money>& prices) const {
  Money mean{0};
  for (std::size_t k = 0; k < prices.size(); ++k) mean += seller.types[k].weight * prices[k];
  return seller.theta * reference + (1 - seller.theta) * mean;
}

double CommonReferencePolicy::value_at(Money reference) const { return v0 + reference.value() * (v1 + v2 * reference.value()); }

bool CommonReferencePolicy::holds_at(Money reference) const {
  const auto inside = [this](Money r) {
    const std::vector<Money> prices = unbounded_prices(*this, r);
    for (std::size_t k = 0; k < prices.size(); ++k)
      if (prices[k] < seller.cost || prices[k] > highest_price(seller.types[k], r)) return false;
    return true;
  };
  return inside(reference) && inside(steady_reference);
}

bool has_optimum(const CommonReferenceSeller& seller) {
  require_valid(seller);
  const Sums sums(seller);
  return sums.N > 0 && sums.discriminant() >= 0 && sums.u * sums.curvature() < 1;
}

CommonReferencePolicy common_reference_policy(const CommonReferenceSeller& seller) {
  require(has_optimum(seller), "common reference: there is no best policy");
  const Sums s(seller);
  const double y = s.curvature(), delta = seller.discount;
  CommonReferencePolicy policy{.seller = seller, .v2 = y / 2, .mu = s.h / (1 - s.u * y)};
  policy.v1 = (s.E + delta * policy.mu * (1 - seller.theta) * y * s.F) / (1 - delta * policy.mu);
  set_prices(policy, s, y);
  policy.steady_prices = unbounded_prices(policy, policy.steady_reference);
  return policy;
}

}  // namespace ccm
