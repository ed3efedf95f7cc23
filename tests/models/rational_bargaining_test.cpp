// Do rational parties share the surplus as Rubinstein and Nash say?

#include <boost/math/tools/minima.hpp>
#include <catch2/catch.hpp>
#include <cmath>

#include "models/error.hpp"
#include "models/market/negotiation/nash.hpp"
#include "models/market/negotiation/rubinstein.hpp"
#include "models/market/negotiation/search.hpp"

using namespace ccm;

namespace {

/// What both have in the end, as shares of the surplus, if everybody plays its best answer.
struct Payoffs {
  double proposer = 0, responder = 0;
};

/// The last rounds of the game, solved backwards by trying shares on a grid: the proposer asks for the largest that the other prefers to
/// waiting. No formula enters.
Payoffs backward_induction(double proposers_discount, double responders_discount, std::int64_t rounds, int grid) {
  const Payoffs next = rounds == 1 ? Payoffs{}  // of the game that the responder opens
                                   : backward_induction(responders_discount, proposers_discount, rounds - 1, grid);
  for (int asked = grid; asked >= 0; --asked) {
    const double share = static_cast<double>(asked) / grid;
    if (1 - share >= responders_discount * next.proposer) return {share, 1 - share};
  }
  return next;
}

RubinsteinGame game(double seller, double buyer, Party first, std::optional<std::int64_t> rounds) {
  return {.value = Money(40), .cost = Money(10), .seller_discount = seller, .buyer_discount = buyer, .first = first, .rounds = rounds};
}

}  // namespace

TEST_CASE("without a last round the first proposer gets (1 - d_r) / (1 - d_p d_r)") {
  CHECK(proposers_share(game(0.9, 0.8, Party::seller, {})) == Approx(0.2 / 0.28));
  CHECK(proposed_price(game(0.9, 0.8, Party::seller, {})).value() == Approx(10 + 30 * 0.2 / 0.28));
  CHECK(proposers_share(game(0.9, 0.8, Party::buyer, {})) == Approx(0.1 / 0.28));
  CHECK(proposed_price(game(0.9, 0.8, Party::buyer, {})).value() ==
        Approx(10 + 30 * 0.9 * 0.2 / 0.28));  // c + S d_s (1 - d_b)/(1 - d_s d_b)
}

TEST_CASE("who waits for the counter-proposal of the next round gains nothing") {
  const RubinsteinGame endless = game(0.9, 0.8, Party::seller, {});
  const double buyer_now = 1 - proposers_share(endless, 1), buyer_later = 0.8 * proposers_share(endless, 2);
  CHECK(buyer_now == Approx(buyer_later));
}

TEST_CASE("a game of a few rounds is what backward induction over a grid of proposals finds") {
  // Each round may miss the best share by one grid step, and what it misses is discounted once per round: at most step/(1 - d) in all.
  constexpr int grid = 100'000;
  for (const double seller : {0.5, 0.9})
    for (const double buyer : {0.0, 0.8})
      for (const std::int64_t rounds : {1, 2, 3, 4, 9}) {
        const double found = backward_induction(seller, buyer, rounds, grid).proposer;
        const double most_missed = 1.0 / grid / (1 - std::max(seller, buyer));
        CHECK(proposers_share(game(seller, buyer, Party::seller, rounds)) == Approx(found).margin(most_missed).epsilon(0));
      }
}

TEST_CASE("with equal patience the share of T rounds is (1 - (-d)^T) / (1 + d)") {
  constexpr double d = 0.95;
  for (std::int64_t rounds = 1; rounds <= 60; ++rounds)
    CHECK(proposers_share(game(d, d, Party::buyer, rounds)) ==
          Approx((1 - std::pow(-d, static_cast<double>(rounds))) / (1 + d)).epsilon(1e-12));  // sixty roundings of 1e-16
}

TEST_CASE("the proposals of later rounds are those of the shorter game") {
  const RubinsteinGame five = game(0.9, 0.7, Party::seller, 5);
  CHECK(proposers_share(five, 5) == 1);
  CHECK(proposers_share(five, 2) == proposers_share(game(0.9, 0.7, Party::buyer, 4)));
  CHECK(proposed_price(five, 4).value() == Approx(40 - 30 * (1 - 0.9)));  // the buyer leaves the seller 0.9 of everything
}

TEST_CASE("games with a far end are like games without one: two rounds more bring them nearer by d_s d_b") {
  const double endless = proposers_share(game(0.9, 0.8, Party::seller, {}));
  for (std::int64_t rounds = 1; rounds <= 40; ++rounds) {
    const double before = proposers_share(game(0.9, 0.8, Party::seller, rounds)) - endless;
    const double after = proposers_share(game(0.9, 0.8, Party::seller, rounds + 2)) - endless;
    CHECK(after == Approx(0.72 * before).margin(1e-14));
  }
}

TEST_CASE("as rounds become short, Rubinstein's price becomes Nash's with powers from impatience") {
  constexpr double seller_rate = 0.1, buyer_rate = 0.3;
  const Money nash = *nash_price({.value = Money(40), .cost = Money(10), .seller_power = buyer_rate / (seller_rate + buyer_rate)});
  for (const double round : {1e-3, 1e-5})
    for (const Party first : {Party::seller, Party::buyer}) {
      const Money price = proposed_price(game(std::exp(-seller_rate * round), std::exp(-buyer_rate * round), first, {}));
      CHECK(price.value() == Approx(nash.value()).margin(30 * buyer_rate * round).epsilon(0));  // one round of impatience
    }
}

TEST_CASE("impossible games are refused") {
  CHECK_THROWS_AS(proposers_share(game(1.1, 0.9, Party::seller, 3)), ModelError);
  CHECK_THROWS_AS(proposers_share(game(0.9, -0.1, Party::seller, 3)), ModelError);
  CHECK_THROWS_AS(proposers_share(game(1, 1, Party::seller, {})), ModelError);
  CHECK_THROWS_AS(proposers_share(game(0.9, 0.9, Party::seller, 0)), ModelError);
  CHECK_THROWS_AS(proposers_share(game(0.9, 0.9, Party::seller, 3), 4), ModelError);
  CHECK_THROWS_AS(proposers_share({.value = Money(1), .cost = Money(2)}), ModelError);
}

TEST_CASE("the price of Nash's solution maximises the product of the gains") {
  for (const double power : {0.1, 0.5, 0.8}) {
    const NashBargain bargain{Money(40), Money(10), power, Money(3), Money(7)};
    const auto less_log_product = [&](double p) { return -power * std::log(p - 13) - (1 - power) * std::log(33 - p); };
    // A minimum is found to about the square root of the machine precision, 1e-8 of the range.
    const double best = boost::math::tools::brent_find_minima(less_log_product, 13.0, 33.0, 40).first;
    CHECK(nash_price(bargain)->value() == Approx(best).margin(1e-5).epsilon(0));
  }
}

TEST_CASE("at full power one party takes everything beyond the other's outside option") {
  CHECK(*nash_price({Money(40), Money(10), 1, Money(3), Money(7)}) == Money(33));
  CHECK(*nash_price({Money(40), Money(10), 0, Money(3), Money(7)}) == Money(13));
}

TEST_CASE("there is no deal if somebody is better off elsewhere, and one without gain if nobody is") {
  CHECK_FALSE(nash_price({Money(40), Money(10), 0.5, Money(20), Money(11)}));
  CHECK(*nash_price({Money(40), Money(10), 0.5, Money(20), Money(10)}) == Money(30));
  CHECK_THROWS_AS(nash_price({Money(40), Money(10), 1.5}), ModelError);
}

TEST_CASE("a buyer who can search on never pays more than its reservation price") {
  const SearchPlan search = sequential_search({Money(20), Money(40), Money(0.4), 1, Money(50)});
  for (const double power : {0.0, 0.6, 1.0}) {
    const auto price = nash_price({Money(50), Money(12), power, Money(0), search.value_of_search});
    CHECK(price->value() <= search.reservation_price.value() + 1e-12);  // v - (v - R) is R but for one rounding
  }
}
