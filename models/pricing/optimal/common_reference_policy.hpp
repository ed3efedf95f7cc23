#pragma once
/// The best prices of a seller who charges each type its own price while all types share one reference price.

#include <vector>

#include "models/pricing/optimal/linear_policy.hpp"

namespace ccm {

/// One type:     D_k = n (alpha - beta P_k + gamma r)     [units/period]
/// share   n, customers of the type [1], > 0
/// weight  w, of its price in the common reference price [1], >= 0; over all types they sum to 1
struct CommonReferenceType {
  double share = 1;
  double alpha = 0;
  double beta = 0;
  double gamma = 0;
  double weight = 0;
};

/// A seller of several types with  r' = theta r + (1 - theta) sum_k w_k P_k.  discount, theta as in ReferenceSeller, discount < 1.
struct CommonReferenceSeller {
  std::vector<CommonReferenceType> types{};
  Money cost{0};
  double discount = 0;
  double theta = 0;
};

/// The optimal policy     P_k = K0_k + K1_k r,     r' - r** = mu (r - r**),     V(r) = v0 + v1 r + v2 r^2.
struct CommonReferencePolicy {
  CommonReferenceSeller seller{};
  std::vector<double> k0{}, k1{};  // of each type
  double v0 = 0, v1 = 0, v2 = 0;
  double mu = 0;
  Money steady_reference{0};           // r** [currency/unit]
  std::vector<Money> steady_prices{};  // at r**

  /// The price of each type, kept between cost and choke price (alpha + gamma r) / beta if any type has a reference effect.
  [[nodiscard]] std::vector<Money> prices_at(Money reference) const;
  /// The reference price one period later.
  [[nodiscard]] Money reference_after(Money reference, const std::vector<Money>& prices) const;
  [[nodiscard]] double value_at(Money reference) const;
  /// As LinearPolicy::holds_at.
  [[nodiscard]] bool holds_at(Money reference) const;
};

/// Whether there is a best policy. There is none if a type that hardly buys makes up much of the reference price: an ever higher price
/// for it would bring ever more profit from the others.
[[nodiscard]] bool has_optimum(const CommonReferenceSeller& seller);

/// With q_k = 2 n_k beta_k,  A = sum w^2/q,  G = sum w n gamma/q,  Gamma = sum (n gamma)^2/q,  h = theta + (1 - theta) G,
/// u = delta (1 - theta)^2 A, the Bellman equation's coefficient of r^2 is  v2 = y/2,  y the smaller root of
///     u y^2 - (1 + u Gamma - delta h^2) y + Gamma = 0,     mu = h / (1 - u y)
/// and the rest follows linearly. A type with gamma = 0 still pays more than its static price if its price has weight.
/// Throws ModelError unless every value is in its range and has_optimum.
/// Source: [PopescuWu2007] extended to several types; the derivation stands in README.md of this folder.
/// Tested by: tests/models/common_reference_test.cpp.
[[nodiscard]] CommonReferencePolicy common_reference_policy(const CommonReferenceSeller& seller);

}  // namespace ccm
