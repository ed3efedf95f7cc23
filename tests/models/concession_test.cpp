// Do parties who haggle give way, agree and give up as Faratin, Sierra and Jennings say?

#include "models/market/negotiation/concession.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/error.hpp"
#include "models/market/negotiation/alternating_offers.hpp"
#include "models/random.hpp"

using namespace ccm;

namespace {

constexpr auto polynomial = ConcessionFamily::polynomial;
constexpr auto exponential = ConcessionFamily::exponential;

Side buyer(double from, double to, const Concession& concession) { return {Party::buyer, {Money(from), Money(to)}, concession}; }
Side seller(double from, double to, const Concession& concession) { return {Party::seller, {Money(from), Money(to)}, concession}; }

/// A trace computed by hand; the parties alternate.
void check_trace(const Negotiators& who, const std::vector<double>& prices, bool agreed) {
  const Negotiation negotiation = alternating_offers(who);
  REQUIRE(negotiation.offers.size() == prices.size());
  for (std::size_t t = 0; t < prices.size(); ++t) {
    CHECK(negotiation.offers[t].tick == static_cast<std::int64_t>(t));
    CHECK(negotiation.offers[t].party == (t % 2 == 0 ? who.first : other(who.first)));
    CHECK(negotiation.offers[t].price.value() == Approx(prices[t]).epsilon(1e-12));  // a power and a product: a few roundings
  }
  REQUIRE(negotiation.price.has_value() == agreed);
  if (agreed) CHECK(*negotiation.price == negotiation.offers.back().price);
}

Side random_side(Party party, RandomStream& chance) {
  const bool is_polynomial = chance.index(2) == 0;
  const Concession concession{.kappa = chance.uniform(is_polynomial ? 0.0 : 0.01, 0.5),
                              .beta = std::exp(chance.uniform(-2, 2)),
                              .family = is_polynomial ? polynomial : exponential,
                              .deadline = 1 + static_cast<std::int64_t>(chance.index(30))};
  const double a = chance.uniform(0, 100), b = chance.uniform(0, 100);
  return party == Party::buyer ? buyer(std::min(a, b), std::max(a, b), concession) : seller(std::max(a, b), std::min(a, b), concession);
}

}  // namespace

TEST_CASE("concession begins at kappa, never falls and ends at 1") {
  for (const auto family : {polynomial, exponential})
    for (const double beta : {0.2, 1.0, 5.0}) {
      const Concession concession{.kappa = 0.1, .beta = beta, .family = family, .deadline = 20};
      CHECK(conceded(concession, 0) == Approx(0.1));
      for (std::int64_t t = 0; t < 25; ++t) CHECK(conceded(concession, t) <= conceded(concession, t + 1));
      CHECK(conceded(concession, 20) == 1);
      CHECK(conceded(concession, 1'000'000) == 1);
    }
}

TEST_CASE("boulware concedes late, linear evenly, conceder early") {
  CHECK(conceded({.beta = 0.5, .deadline = 4}, 2) == Approx(0.25));  // (2/4)^2
  CHECK(conceded({.beta = 1, .deadline = 4}, 3) == Approx(0.75));
  CHECK(conceded({.beta = 2, .deadline = 4}, 1) == Approx(0.5));                                           // (1/4)^(1/2)
  CHECK(conceded({.kappa = 0.0625, .beta = 1, .family = exponential, .deadline = 4}, 2) == Approx(0.25));  // (1/16)^(1/2)
  CHECK(conceded({.kappa = std::exp(-1.0), .beta = 2, .family = exponential, .deadline = 2}, 1) == Approx(std::exp(-0.25)));
}

TEST_CASE("a reservation price is reached exactly") {
  CHECK(offer_at({Money(0.1), Money(0.7)}, {.deadline = 3}, 3) == Money(0.7));
  CHECK(offer_at({Money(0.7), Money(0.1)}, {.deadline = 3}, 9) == Money(0.1));
}

TEST_CASE("two who concede evenly: 29 at tick 6, since the buyer would itself bid 31 next") {
  const Concession evenly{.deadline = 10};
  check_trace({buyer(10, 40, evenly), seller(50, 15, evenly), Party::seller}, {50, 13, 43, 19, 36, 25, 29}, true);
}

TEST_CASE("a boulware buyer gets most out of a conceding seller") {
  const double last = 100 - 70 * std::sqrt(0.75);
  check_trace({buyer(0, 80, {.beta = 0.5, .deadline = 4}), seller(100, 30, {.beta = 2, .deadline = 4}), Party::buyer}, {0, 65, 20, last},
              true);
}

TEST_CASE("a buyer whose deadline has passed withdraws from an offer that it would have liked") {
  const Concession of_buyer{.kappa = 0.25, .family = exponential, .deadline = 4}, of_seller{.kappa = 0.1, .deadline = 5};
  const double bid1 = 20 + 40 * std::pow(0.25, 0.75), bid3 = 20 + 40 * std::pow(0.25, 0.25);
  check_trace({buyer(20, 60, of_buyer), seller(90, 40, of_seller), Party::seller}, {85, bid1, 67, bid3, 49}, false);
}

TEST_CASE("the one step of an actor: accept, counter or withdraw") {
  const Side me = buyer(10, 40, {.deadline = 10});  // bids 10 + 3 t
  CHECK(reply_to(me, Money(16), 2) == Reply{Reply::Kind::accept, Money(16)});
  CHECK(reply_to(me, Money(12), 2) == Reply{Reply::Kind::accept, Money(12)});
  CHECK(reply_to(me, Money(20), 2) == Reply{Reply::Kind::counter, Money(16)});
  CHECK(reply_to(me, Money(40), 10).kind == Reply::Kind::accept);
  CHECK(reply_to(me, Money(12), 11) == Reply{Reply::Kind::withdraw, Money(0)});
  CHECK(reply_to(seller(50, 20, {.deadline = 10}), Money(44), 2).kind == Reply::Kind::accept);  // it would ask 44
  CHECK(reply_to(seller(50, 20, {.deadline = 10}), Money(43), 2).kind == Reply::Kind::counter);
}

TEST_CASE("nobody agrees without a price that suits both, and nobody agrees to a price beyond its reservation") {
  RandomStream chance(1, 1, "negotiation test", "sides");
  int agreed = 0;
  for (int i = 0; i < 500; ++i) {
    const Side b = random_side(Party::buyer, chance), s = random_side(Party::seller, chance);
    const Negotiation negotiation = alternating_offers({b, s, chance.index(2) == 0 ? Party::buyer : Party::seller});
    CHECK(negotiation.last_tick() <= std::min(b.concession.deadline, s.concession.deadline) + 1);
    for (const SpokenOffer& offer : negotiation.offers) {
      const Position& own = offer.party == Party::buyer ? b.position : s.position;
      CHECK((offer.price >= std::min(own.opening, own.reservation) && offer.price <= std::max(own.opening, own.reservation)));
    }
    if (!negotiation.price) continue;
    ++agreed;
    CHECK((s.position.reservation <= *negotiation.price && *negotiation.price <= b.position.reservation));
  }
  CHECK(agreed > 100);  // or the checks above would say nothing
}

TEST_CASE("with many small steps the price is that of continuous time, whatever the shape") {
  // Both concede at once with the same T and beta, so their offers meet where f = y. The engine ends within two ticks of that, at an offer
  // that lies between those of either side two ticks earlier and later.
  constexpr double b0 = 10, high = 40, s0 = 60, low = 20, y = (s0 - b0) / ((high - b0) + (s0 - low));
  constexpr std::int64_t deadline = 100'000;
  for (const double beta : {0.3, 1.0, 3.0}) {
    const Concession concession{.beta = beta, .deadline = deadline};
    const Negotiation negotiation = alternating_offers({buyer(b0, high, concession), seller(s0, low, concession), Party::buyer});
    const auto meeting = static_cast<std::int64_t>(deadline * std::pow(y, beta));
    const auto change = [&](const Position& p) {
      return std::abs((offer_at(p, concession, meeting + 3) - offer_at(p, concession, meeting - 2)).value());
    };
    const double moved = std::max(change({Money(b0), Money(high)}), change({Money(s0), Money(low)}));
    CHECK(moved < 0.01);
    CHECK(std::abs(negotiation.last_tick() - meeting) <= 3);
    REQUIRE(negotiation.price.has_value());
    CHECK(negotiation.price->value() == Approx(b0 + (high - b0) * y).margin(moved).epsilon(0));
  }
}

TEST_CASE("impossible concessions are refused") {
  CHECK_THROWS_AS(conceded({.kappa = -0.1}, 0), ModelError);
  CHECK_THROWS_AS(conceded({.kappa = 0, .family = exponential}, 0), ModelError);
  CHECK_THROWS_AS(conceded({.beta = 0}, 0), ModelError);
  CHECK_THROWS_AS(conceded({.beta = std::nan("")}, 0), ModelError);
  CHECK_THROWS_AS(conceded({.deadline = 0}, 0), ModelError);
  CHECK_THROWS_AS(conceded({}, -1), ModelError);
  CHECK_THROWS_AS(reply_to(buyer(40, 10, {}), Money(1), 1), ModelError);
  CHECK_THROWS_AS(alternating_offers({seller(50, 15, {}), seller(50, 15, {}), Party::seller}), ModelError);
}
