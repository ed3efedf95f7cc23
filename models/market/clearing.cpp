// Which bids and asks trade, and at which price?

#include "models/market/clearing.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "models/error.hpp"

namespace ccm {
namespace {

/// Indices of the prices, best first; equal prices in the order of entry.
template <class Better>
std::vector<std::size_t> best_first(const std::vector<Money>& prices, Better better) {
  std::vector<std::size_t> order(prices.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, better, [&](std::size_t entry) { return prices[entry]; });
  return order;
}

}  // namespace

std::optional<Money> double_auction_price(Money bid, Money ask, double k) {
  require(k >= 0 && k <= 1, "auction: the seller's share must lie in [0, 1]");
  if (bid < ask) return std::nullopt;
  return Money(std::lerp(ask.value(), bid.value(), k));
}

Fixing clear(const OrderBook& book, double k) {
  const std::vector<std::size_t> bids = best_first(book.bids, std::greater<>());
  const std::vector<std::size_t> asks = best_first(book.asks, std::less<>());
  Fixing fixing;
  for (std::size_t pair = 0; pair < std::min(bids.size(), asks.size()); ++pair) {
    const auto price = double_auction_price(book.bids[bids[pair]], book.asks[asks[pair]], k);
    if (!price) break;
    fixing.price = price;
    fixing.matches.push_back({bids[pair], asks[pair]});
  }
  return fixing;
}

}  // namespace ccm
