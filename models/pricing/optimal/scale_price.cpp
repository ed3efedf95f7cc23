// Which prices bring a demand that costs what the prices assume?

#include "models/pricing/optimal/scale_price.hpp"

#include <algorithm>
#include <cmath>

#include "models/error.hpp"

namespace ccm {
namespace {

void require_valid(std::span<const ScaleType> types, const ScaleCost& cost) {
  require(!types.empty(), "scale prices: there is no customer type");
  require(cost.v >= 0 && cost.m >= 0, "scale prices: costs must not be negative");
  for (const ScaleType& type : types) require(type.alpha > 0 && type.beta > 0, "scale prices: alpha and beta must be positive");
}

/// The largest root of  x^3 - K x + q = 0  with q >= 0, by the cosine of a third of an angle.
std::optional<double> largest_root(double K, double q) {
  if (K <= 0 || 27 * q * q > 4 * K * K * K) return std::nullopt;
  const double radius = std::sqrt(K / 3);
  return 2 * radius * std::cos(std::acos(std::clamp(-q / (2 * radius * radius * radius), -1.0, 1.0)) / 3);
}

/// C if exactly these types buy.
std::optional<Money> unit_cost(std::span<const ScaleType> buyers, const ScaleCost& cost, double part) {
  double alpha = 0, beta = 0;
  for (const ScaleType& type : buyers) {
    alpha += type.alpha;
    beta += type.beta;
  }
  const auto x = largest_root((alpha - cost.v * beta) / 2, beta * part * cost.m / 2);
  return x ? std::optional(Money(cost.v + part * cost.m / *x)) : std::nullopt;
}

ScalePrices prices_at(std::span<const ScaleType> types, Money unit_cost) {
  ScalePrices result{.unit_cost = unit_cost};
  for (const auto& [alpha, beta] : types) {
    result.prices.push_back(Money(alpha / (2 * beta)) + unit_cost / 2);
    result.demand += std::max(0.0, (alpha - beta * unit_cost.value()) / 2);
  }
  return result;
}

double profit(std::span<const ScaleType> types, const ScaleCost& cost, const ScalePrices& at) {
  double profit = -cost.v * at.demand - cost.m * std::sqrt(at.demand);
  for (std::size_t k = 0; k < types.size(); ++k)
    profit += at.prices[k].value() * std::max(0.0, types[k].alpha - types[k].beta * at.prices[k].value());
  return profit;
}

std::vector<ScaleType> by_choke_price(std::span<const ScaleType> types) {
  std::vector<ScaleType> sorted(types.begin(), types.end());
  std::ranges::stable_sort(sorted, std::ranges::greater(), [](const ScaleType& type) { return type.alpha / type.beta; });
  return sorted;
}

/// Whether these are the types that buy at that cost: the ones with the highest choke prices, and no other.
bool buy_alone(const std::vector<ScaleType>& sorted, std::size_t buyers, Money cost) {
  const auto buys = [&](const ScaleType& type) { return type.alpha > type.beta * cost.value(); };
  return buys(sorted[buyers - 1]) && (buyers == sorted.size() || !buys(sorted[buyers]));
}

}  // namespace

std::optional<ScalePrices> scale_prices(std::span<const ScaleType> types, const ScaleCost& cost, CostOfUnit rule) {
  require_valid(types, cost);
  const std::vector<ScaleType> sorted = by_choke_price(types);
  std::optional<ScalePrices> best;
  double most = 0;
  for (std::size_t buyers = sorted.size(); buyers > 0; --buyers) {
    const auto candidate = unit_cost({sorted.data(), buyers}, cost, rule == CostOfUnit::marginal ? 0.5 : 1);
    if (!candidate || !buy_alone(sorted, buyers, *candidate)) continue;
    const ScalePrices result = prices_at(types, *candidate);
    if (best ? profit(types, cost, result) <= most : profit(types, cost, result) < 0) continue;
    most = profit(types, cost, result);
    best = result;
  }
  return best;
}

}  // namespace ccm
