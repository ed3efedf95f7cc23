// What does each customer type pay when the price depends on nothing but the size of the order?

#include "models/pricing/quantity_discount.hpp"

#include <algorithm>
#include <map>

#include "models/pricing/menu.hpp"
#include "models/pricing/uniform.hpp"

namespace ccm {
namespace {

/// Those who might be served of one order size: the first, the first two and so on in order of choke price, and nobody.
using ServedOptions = std::vector<SizeDemand>;

std::vector<ServedOptions> options_by_size(const PricingContext& context) {
  std::vector<TypeDemand> types(context.types.begin(), context.types.end());
  std::ranges::stable_sort(types, std::ranges::greater(), [](const TypeDemand& d) { return d.alpha / d.beta; });
  std::map<double, ServedOptions> sizes;
  for (const TypeDemand& demand : types) {
    ServedOptions& options = sizes.try_emplace(demand.order_units, ServedOptions{{demand.order_units}}).first->second;
    if (demand.alpha <= demand.beta * context.unit_cost.value()) continue;
    const SizeDemand& before = options.back();
    options.push_back({demand.order_units, before.alpha + demand.alpha, before.beta + demand.beta});
  }
  std::vector<ServedOptions> listed;
  for (auto& [size, options] : sizes) listed.push_back(std::move(options));
  return listed;
}

/// The highest unit price of a size that fits between the prices of those that are served.
Money price_of(double size, const std::vector<SizeDemand>& served, const std::vector<Money>& menu) {
  const auto larger = static_cast<std::size_t>(std::ranges::upper_bound(served, size, {}, &SizeDemand::size) - served.begin());
  if (larger == served.size()) return menu.back();
  const Money as_much_in_all = menu[larger] * (served[larger].size / size);
  return larger == 0 ? as_much_in_all : std::min(menu[larger - 1], as_much_in_all);
}

std::vector<Money> prices_with(const PricingContext& context, const std::vector<SizeDemand>& served) {
  const std::vector<Money> menu = best_menu(served, context.unit_cost);
  std::vector<Money> prices;
  for (const TypeDemand& demand : context.types) prices.push_back(price_of(demand.order_units, served, menu));
  return prices;
}

double profit_at(const PricingContext& context, const std::vector<Money>& prices) {
  double profit = 0;
  for (std::size_t k = 0; k < prices.size(); ++k)
    profit += (prices[k] - context.unit_cost).value() * std::max(0.0, context.types[k].alpha - context.types[k].beta * prices[k].value());
  return profit;
}

/// Goes through all choices of who is served, size by size.
class BestMenuSearch {
 public:
  explicit BestMenuSearch(const PricingContext& context)
      : context_(context), sizes_(options_by_size(context)), best_(uniform_prices(context)), profit_(profit_at(context, best_)) {}

  std::vector<Money> prices() {
    if (sizes_.size() > 1) choose(0);
    return best_;
  }

 private:
  void choose(std::size_t size) {
    if (size == sizes_.size()) return compare();
    for (const SizeDemand& option : sizes_[size]) {
      const bool somebody = option.alpha > 0;
      if (somebody) served_.push_back(option);
      choose(size + 1);
      if (somebody) served_.pop_back();
    }
  }
  void compare() {
    if (served_.empty()) return;
    std::vector<Money> prices = prices_with(context_, served_);
    const double profit = profit_at(context_, prices);
    if (profit <= profit_) return;
    profit_ = profit;
    best_ = std::move(prices);
  }

  const PricingContext& context_;
  std::vector<ServedOptions> sizes_;
  std::vector<SizeDemand> served_;
  std::vector<Money> best_;
  double profit_;
};

}  // namespace

std::vector<Money> quantity_discount_prices(const PricingContext& context) { return BestMenuSearch(context).prices(); }

}  // namespace ccm
