// Does the best way to search cost and bring what its formulas say?

#include "models/market/negotiation/search.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/error.hpp"
#include "models/random.hpp"
#include "tests/models/monte_carlo.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

const QuoteSearch plain{Money(20), Money(40), Money(0.4), 1, Money(50)};       // R = 20 + sqrt(2 0.4 20) = 24
const QuoteSearch waiting{Money(20), Money(40), Money(0.4), 0.95, Money(50)};  // the same, but each quote takes time
const QuoteSearch dear{Money(20), Money(40), Money(12), 1, Money(50)};         // asking costs more than half the range
const QuoteSearch slow{Money(20), Money(40), Money(1), 0.5, Money(50)};

/// V = -k + d E[max(v - p, V)] by repetition, the expectation being a sum over a fine grid of prices.
double value_by_repetition(const QuoteSearch& search) {
  constexpr int cells = 20'000, rounds = 400;
  const double low = search.lowest.value(), range = (search.highest - search.lowest).value(), v = search.value.value();
  double value = 0;
  for (int round = 0; round < rounds; ++round) {
    double mean = 0;
    for (int i = 0; i < cells; ++i) mean += std::max(v - (low + (i + 0.5) * range / cells), value) / cells;
    value = -search.quote_cost.value() + search.discount * mean;
  }
  return value;
}

struct Searches {
  std::vector<double> quotes, prices, outlays, values;
};

/// Customers who ask until a quote is not above the reservation price. Asking is paid for at once, the quote comes one step later.
Searches simulated(const QuoteSearch& search, Money reservation, int customers) {
  RandomStream chance(7, 1, "search test", "quotes");
  Searches all;
  for (int i = 0; i < customers; ++i) {
    double weight = 1, value = 0, quotes = 0, price = 0;
    do {
      ++quotes;
      value -= weight * search.quote_cost.value();
      weight *= search.discount;
      price = chance.uniform(search.lowest.value(), search.highest.value());
    } while (price > reservation.value());
    all.quotes.push_back(quotes);
    all.prices.push_back(price);
    all.outlays.push_back(price + quotes * search.quote_cost.value());
    all.values.push_back(value + weight * (search.value.value() - price));
  }
  return all;
}

}  // namespace

TEST_CASE("a search by hand: reservation price 24, five quotes, 22 paid, 24 in all") {
  const SearchPlan plan = sequential_search(plain);
  CHECK(plan.reservation_price.value() == Approx(24));
  CHECK(plan.expected_quotes == Approx(5));
  CHECK(plan.expected_price.value() == Approx(22));
  CHECK(plan.expected_outlay.value() == Approx(24));
  CHECK(plan.value_of_search.value() == Approx(26));
}

TEST_CASE("the value of searching solves its equation, with and without waiting, however dear a quote") {
  // 400 repetitions bring the value within 0.8^400 of its fixed point; the grid errs by at most (range/cells)^2 / (8 range) per step in the
  // cell of the kink, 6e-9, which the fixed point multiplies by at most five.
  for (const QuoteSearch& search : {plain, waiting, dear, slow})
    CHECK(sequential_search(search).value_of_search.value() == Approx(value_by_repetition(search)).margin(1e-7).epsilon(0));
}

TEST_CASE("simulated customers search as long and pay as much as expected") {
  for (const QuoteSearch& search : {plain, waiting, dear, slow}) {
    const SearchPlan plan = sequential_search(search);
    const Searches found = simulated(search, plan.reservation_price, 20'000);
    check_mean(found.prices, plan.expected_price.value());
    check_mean(found.outlays, plan.expected_outlay.value());
    check_mean(found.values, plan.value_of_search.value());
    if (plan.expected_quotes > 1) check_mean(found.quotes, plan.expected_quotes);
  }
}

TEST_CASE("no other reservation price does better") {
  const double best = sequential_search(waiting).value_of_search.value();
  for (const double off : {-2.0, 2.0}) {
    const auto values = simulated(waiting, sequential_search(waiting).reservation_price + Money(off), 50'000).values;
    double mean = 0;
    for (const double value : values) mean += value / static_cast<double>(values.size());
    CHECK(mean < best);
  }
}

TEST_CASE("if asking costs more than it can save, the first quote is taken, and perhaps the search is not worth it") {
  const SearchPlan plan = sequential_search(dear);
  CHECK(plan.reservation_price.value() == Approx(42));  // mean price 30 and 12 for the quote
  CHECK(plan.expected_quotes == 1);
  CHECK(plan.expected_price == Money(30));
  CHECK(plan.expected_outlay == plan.reservation_price);
  CHECK(sequential_search({Money(20), Money(40), Money(12), 1, Money(41)}).value_of_search == Money(-1));
}

TEST_CASE("both branches meet where the first quote just suffices, and equal prices need no search") {
  const SearchPlan below = sequential_search({Money(20), Money(40), Money(10 - 1e-9)});
  const SearchPlan above = sequential_search({Money(20), Money(40), Money(10 + 1e-9)});
  CHECK(below.reservation_price.value() == Approx(above.reservation_price.value()));
  const SearchPlan flat = sequential_search({Money(30), Money(30), Money(1), 1, Money(50)});
  CHECK(flat.reservation_price == Money(31));
  CHECK(flat.expected_quotes == 1);
}

TEST_CASE("cheap quotes lose no digits") {
  // R - A = sqrt(2 k L) to a few roundings, where the schoolbook form of the root would subtract nearly equal numbers.
  const SearchPlan plan = sequential_search({Money(0), Money(1), Money(1e-14)});
  CHECK(plan.reservation_price.value() == Approx(std::sqrt(2e-14)).epsilon(1e-14));
  const SearchPlan late = sequential_search({Money(0), Money(1), Money(1e-14), 0.5, Money(0)});
  CHECK(late.reservation_price.value() == Approx(2e-14).epsilon(1e-12));  // all of it is (1 - d) y
  CHECK(std::isfinite(sequential_search({Money(0), Money(1e12), Money(5e-324)}).expected_quotes));
  CHECK(best_fixed_sample({Money(0), Money(1e12), Money(5e-324)}) >= 1'000'000'000'000'000);
}

TEST_CASE("the best number of quotes asked for at once is found by trying all") {
  for (const double cost : {0.01, 0.4, 1.0, 3.3, 50.0}) {
    const QuoteSearch search{Money(20), Money(40), Money(cost)};
    std::int64_t best = 1;
    for (std::int64_t n = 2; n <= 200; ++n)
      if (fixed_sample_outlay(search, n) < fixed_sample_outlay(search, best)) best = n;
    CHECK(best_fixed_sample(search) == best);
    CHECK(fixed_sample_outlay(search, best) >= sequential_search(search).expected_outlay);  // who can stop does no worse
  }
}

TEST_CASE("the lowest of n quotes costs A + (B - A)/(n + 1) on average") {
  RandomStream chance(7, 1, "search test", "samples");
  std::vector<double> outlays;
  for (int i = 0; i < 20'000; ++i) {
    double lowest = 40;
    for (int n = 0; n < 6; ++n) lowest = std::min(lowest, chance.uniform(20, 40));
    outlays.push_back(lowest + 6 * 0.4);
  }
  check_mean(outlays, fixed_sample_outlay(plain, 6).value());
}

TEST_CASE("impossible searches are refused") {
  CHECK_THROWS_AS(sequential_search({Money(40), Money(20), Money(1)}), ModelError);
  CHECK_THROWS_AS(sequential_search({Money(20), Money(40), Money(-1)}), ModelError);
  CHECK_THROWS_AS(sequential_search({Money(20), Money(40), Money(0)}), ModelError);  // it would never stop
  CHECK_THROWS_AS(sequential_search({Money(20), Money(40), Money(1), 1.1}), ModelError);
  CHECK_THROWS_AS(sequential_search({Money(20), Money(40), Money(1), 0.5, Money(10)}), ModelError);  // nothing is ever worth taking
  CHECK_THROWS_AS(best_fixed_sample({Money(20), Money(40), Money(0)}), ModelError);
  CHECK_THROWS_AS(fixed_sample_outlay(plain, 0), ModelError);
}
