// Which unit price belongs to which order size?

#include "models/pricing/menu.hpp"

#include <algorithm>

#include "models/error.hpp"
#include "models/pricing/falling_root.hpp"

namespace ccm {
namespace {

/// The forward pass: best_[j] is the price of size j at which sizes 0..j bring most.
class MenuProgram {
 public:
  MenuProgram(std::span<const SizeDemand> sizes, double cost) : sizes_(sizes), cost_(cost) {
    const auto [low, high] = std::ranges::minmax(sizes, {}, [this](const SizeDemand& size) { return alone(size); });
    for (std::size_t j = 0; j < sizes.size(); ++j)
      best_.push_back(falling_root([&](double price) { return slope(j, price); }, alone(low), alone(high)));
  }

  [[nodiscard]] std::vector<Money> prices() const {
    std::vector<Money> prices(sizes_.size(), Money(best_.back()));
    for (std::size_t j = sizes_.size() - 1; j > 0; --j) {
      const double next = prices[j].value();
      prices[j - 1] = Money(std::clamp(best_[j - 1], next, next * ratio(j)));
    }
    return prices;
  }

 private:
  /// The best price if there were no other size.
  [[nodiscard]] double alone(const SizeDemand& size) const { return (size.alpha / size.beta + cost_) / 2; }
  [[nodiscard]] double ratio(std::size_t j) const { return sizes_[j].size / sizes_[j - 1].size; }

  /// The derivative V'_j.
  [[nodiscard]] double slope(std::size_t j, double price) const {
    const double own = sizes_[j].alpha + sizes_[j].beta * (cost_ - 2 * price);
    if (j == 0) return own;
    if (price > best_[j - 1]) return own + slope(j - 1, price);
    const double q = ratio(j);
    return q * price < best_[j - 1] ? own + q * slope(j - 1, q * price) : own;
  }

  std::span<const SizeDemand> sizes_;
  double cost_;
  std::vector<double> best_;
};

bool is_size(const SizeDemand& demand) { return demand.size > 0 && demand.alpha > 0 && demand.beta > 0; }

}  // namespace

std::vector<Money> best_menu(std::span<const SizeDemand> sizes, Money unit_cost) {
  require(!sizes.empty() && std::ranges::all_of(sizes, is_size), "menu: there must be sizes, with demand");
  require(std::ranges::is_sorted(sizes, {}, &SizeDemand::size), "menu: sizes must ascend");
  return MenuProgram(sizes, unit_cost.value()).prices();
}

}  // namespace ccm
