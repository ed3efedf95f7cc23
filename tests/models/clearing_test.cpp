// Do bids and asks trade at prices that suit both, and as gainfully as they could?

#include "models/market/clearing.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "models/error.hpp"
#include "models/random.hpp"

using namespace ccm;

namespace {

std::vector<Money> prices(std::initializer_list<double> values) {
  std::vector<Money> all;
  for (const double value : values) all.emplace_back(value);
  return all;
}

/// Whole prices, so that there are ties; sums of them are exact.
std::vector<Money> random_prices(RandomStream& chance) {
  std::vector<Money> all(chance.index(7));
  for (Money& price : all) price = Money(static_cast<double>(chance.index(20)));
  return all;
}

/// The largest gain of any way to pair bids and asks, found by trying every order of the bids.
double largest_gain(OrderBook book) {
  std::ranges::sort(book.bids);
  double best = 0;
  do {
    double gain = 0;
    for (std::size_t i = 0; i < std::min(book.bids.size(), book.asks.size()); ++i)
      gain += std::max(0.0, (book.bids[i] - book.asks[i]).value());
    best = std::max(best, gain);
  } while (std::ranges::next_permutation(book.bids).found);
  return best;
}

/// Adds bids that no ask meets, so that every way to pair is an order of the bids.
void fill_up(OrderBook& book) {
  while (book.bids.size() < book.asks.size()) book.bids.emplace_back(-1);
}

}  // namespace

TEST_CASE("one buyer and one seller split the difference by k, or do not trade") {
  CHECK(double_auction_price(Money(30), Money(20), 0.25)->value() == Approx(22.5));
  CHECK(*double_auction_price(Money(30), Money(20), 0) == Money(20));
  CHECK(*double_auction_price(Money(30), Money(20), 1) == Money(30));
  CHECK(*double_auction_price(Money(20), Money(20), 0.5) == Money(20));
  CHECK_FALSE(double_auction_price(Money(19.9), Money(20), 0.5));
  CHECK_THROWS_AS(double_auction_price(Money(30), Money(20), 1.1), ModelError);
}

TEST_CASE("a book by hand: two pairs trade at the price of the second") {
  const Fixing fixing = clear({prices({12, 30, 25, 9}), prices({20, 15, 40, 13})}, 0.5);
  REQUIRE(fixing.price);
  CHECK(*fixing.price == Money(20));  // 25 meets 15; the third pair would be 12 and 20
  CHECK(fixing.matches == std::vector<Match>{{1, 3}, {2, 1}});
}

TEST_CASE("among equal prices the earlier entry trades") {
  const Fixing fixing = clear({prices({20, 20, 20}), prices({20, 20})}, 0.5);
  CHECK(fixing.matches == std::vector<Match>{{0, 0}, {1, 1}});
}

TEST_CASE("an empty side, or bids below all asks, give no price") {
  for (const OrderBook& book :
       {OrderBook{}, OrderBook{prices({20}), {}}, OrderBook{{}, prices({20})}, OrderBook{prices({1}), prices({2})}}) {
    CHECK_FALSE(clear(book, 0.5).price);
    CHECK(clear(book, 0.5).matches.empty());
  }
}

TEST_CASE("on random books nobody trades at a price that it does not like, twice, or without the largest gain") {
  RandomStream chance(11, 1, "clearing test", "books");
  for (int i = 0; i < 300; ++i) {
    OrderBook book{random_prices(chance), random_prices(chance)};
    const Fixing fixing = clear(book, chance.uniform(0, 1));
    std::set<std::size_t> buyers, sellers;
    double gain = 0;
    for (const auto& [bid, ask] : fixing.matches) {
      CHECK((book.asks[ask] <= *fixing.price && *fixing.price <= book.bids[bid]));
      buyers.insert(bid);
      sellers.insert(ask);
      gain += (book.bids[bid] - book.asks[ask]).value();
    }
    CHECK((buyers.size() == fixing.matches.size() && sellers.size() == fixing.matches.size()));
    fill_up(book);
    CHECK(gain == largest_gain(book));
  }
}
