// What does each type pay if it has the price of the type before it in mind?

#include "models/pricing/optimal/eq13.hpp"

#include "models/error.hpp"

namespace ccm {
namespace {

void require_valid(std::span<const Eq13Type> types, double gamma) {
  require(gamma >= 0, "Eq. 13: gamma must not be negative");
  for (const Eq13Type& type : types) require(type.alpha > 0 && type.beta > gamma, "Eq. 13: alpha must be positive, beta more than gamma");
}

/// P_t = (alpha_t + gamma P_{t-1}) / (2 beta_t) + C / 2; with gamma = 0 that is Eq. 7.
std::vector<Money> one_after_another(std::span<const Eq13Type> types, Money cost, double gamma) {
  std::vector<Money> prices;
  Money before{0};
  for (const auto& [alpha, beta] : types) prices.push_back(before = Money((alpha + gamma * before.value()) / (2 * beta)) + cost / 2);
  return prices;
}

/// The tridiagonal system by elimination downwards, then substitution upwards. Row t reads  diagonal_t P_t = right_t + gamma P_{t+1}.
std::vector<Money> all_at_once(std::span<const Eq13Type> types, Money cost, double gamma) {
  const double c = cost.value();
  std::vector<double> diagonal, right;
  for (std::size_t t = 0; t < types.size(); ++t) {
    const bool last = t + 1 == types.size();
    const double factor = t == 0 ? 0 : gamma / diagonal[t - 1];
    diagonal.push_back(2 * types[t].beta - factor * gamma);
    right.push_back(types[t].alpha + types[t].beta * c - (last ? 0 : gamma * c) + (t == 0 ? 0 : factor * right[t - 1]));
  }
  std::vector<Money> prices(types.size());
  double after = 0;
  for (std::size_t t = types.size(); t-- > 0;) prices[t] = Money(after = (right[t] + gamma * after) / diagonal[t]);
  return prices;
}

}  // namespace

std::vector<Money> eq13_prices(std::span<const Eq13Type> types, Money cost, double gamma, Eq13Reading reading) {
  require_valid(types, gamma);
  if (reading == Eq13Reading::joint) return all_at_once(types, cost, gamma);
  return one_after_another(types, cost, reading == Eq13Reading::plugged ? 0 : gamma);
}

std::vector<double> eq13_demands(std::span<const Eq13Type> types, double gamma, std::span<const Money> prices) {
  require(types.size() == prices.size(), "Eq. 13: one price per type");
  std::vector<double> demands;
  for (std::size_t t = 0; t < types.size(); ++t)
    demands.push_back(types[t].alpha - types[t].beta * prices[t].value() + (t == 0 ? 0 : gamma * prices[t - 1].value()));
  return demands;
}

std::vector<double> eq13_as_printed(std::span<const Eq13Type> types, Money cost, double gamma) {
  const std::vector<Money> prices = eq13_prices(types, cost, gamma, Eq13Reading::plugged);
  std::vector<double> column = eq13_demands(types, gamma, prices);
  for (std::size_t t = 0; t < column.size(); ++t) column[t] *= (t == 0 ? prices[t] - cost : prices[t]).value();
  return column;
}

}  // namespace ccm
