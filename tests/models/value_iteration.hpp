#pragma once
/// The best prices of a seller over time by value iteration, which knows nothing of steady prices, bands or linear policies.

#include <algorithm>
#include <cmath>
#include <vector>

#include "models/pricing/optimal/seller.hpp"

namespace ccm::test {

/// V(r) = max_p (p - c) d(p, r) + delta V(theta r + (1 - theta) p) at even references from the cost to the price that nobody pays who
/// expects it; losses weigh at least as gains. Each reference keeps V and its slope, and a cubic lies between two of them. After each step
/// what the values have in common of their change is summed to infinity, and they differ by less and less of it.
/// Where V'' jumps by K between two references h apart, the cubic is off by less than 0.01 K h^2, and K is about 8 V per range^2: with 1600
/// references and delta <= 0.9, 4e-7 of V even if all prices to come lie there.
class ValueIteration {
 public:
  explicit ValueIteration(const ReferenceSeller& seller)
      : s_(seller), c_(seller.cost.value()), step_((seller.demand.a / seller.demand.b - c_) / intervals), nodes_(intervals + 1) {
    while (improve() > 1e-9 * nodes_.back().value)
      ;
  }

  [[nodiscard]] double value_at(Money r) const { return after(r.value(), price_at(r)).value; }

  /// The best price between cost and choke price: where its worth, which is concave on either side of r, stops rising.
  [[nodiscard]] double price_at(Money reference) const {
    const double r = reference.value();
    if (rise(r, r, s_.demand.loss) > 0) return top(r, choke_price(s_.demand, reference).value(), r, s_.demand.loss);
    if (rise(r, r, s_.demand.gain) < 0) return top(c_, r, r, s_.demand.gain);
    return r;
  }

 private:
  static constexpr std::size_t intervals = 1600;

  struct Node {
    double value = 0, slope = 0;
  };

  /// Value and slope of the cubic.
  [[nodiscard]] Node between(double r) const {
    const double position = std::clamp((r - c_) / step_, 0.0, static_cast<double>(intervals));
    const std::size_t i = std::min(static_cast<std::size_t>(position), intervals - 1);
    const Node &left = nodes_[i], &right = nodes_[i + 1];
    const double t = position - static_cast<double>(i), u = 1 - t, pace = (right.value - left.value) / step_;
    return {left.value * u * u * (1 + 2 * t) + right.value * t * t * (3 - 2 * t) + step_ * t * u * (left.slope * u - right.slope * t),
            6 * t * u * pace + left.slope * u * (1 - 3 * t) + right.slope * t * (1 - 3 * u)};
  }

  /// How much more a price is worth per unit that it is raised, if the slope of the reference effect is g.
  [[nodiscard]] double rise(double p, double r, double g) const {
    const double w = 1 - s_.theta, next = s_.theta * r + w * p;
    return s_.demand.a - s_.demand.b * p + g * (r - p) - (p - c_) * (s_.demand.b + g) + s_.discount * w * between(next).slope;
  }

  [[nodiscard]] double top(double low, double high, double r, double g) const {
    for (int halving = 0; halving < 45; ++halving) {
      const double middle = (low + high) / 2;
      (rise(middle, r, g) > 0 ? low : high) = middle;
    }
    return (low + high) / 2;
  }

  /// What the price p is worth at r if it is the best one, and how much more at a reference a little higher, where it is worth its while
  /// to raise the price only if it moves with the reference: that of staying, and the choke price.
  [[nodiscard]] Node after(double r, double p) const {
    const auto& [a, b, gain, loss] = s_.demand;
    const double g = p > r ? loss : gain, moves = p == r ? 1 : g / (b + g);
    const Node next = between(s_.theta * r + (1 - s_.theta) * p);
    const double bound = p > c_ ? moves * rise(p, r, g) : 0;
    return {(p - c_) * (a - b * p + g * (r - p)) + s_.discount * next.value, (p - c_) * g + s_.discount * s_.theta * next.slope + bound};
  }

  /// The best price at every reference; by how much the changes of the values differ.
  double improve() {
    std::vector<Node> better;
    double least = 1e300, most = -1e300;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const double r = c_ + static_cast<double>(i) * step_;
      better.push_back(after(r, price_at(Money(r))));
      least = std::min(least, better[i].value - nodes_[i].value);
      most = std::max(most, better[i].value - nodes_[i].value);
    }
    nodes_ = std::move(better);
    for (Node& node : nodes_) node.value += s_.discount / (1 - s_.discount) * (least + most) / 2;
    return (most - least) / (1 - s_.discount);
  }

  ReferenceSeller s_;
  double c_, step_;
  std::vector<Node> nodes_;
};

}  // namespace ccm::test
