// How do impatience and the first move divide the surplus?

#include "models/market/negotiation/rubinstein.hpp"

#include "models/error.hpp"

namespace ccm {
namespace {

bool is_discount(double d) { return d >= 0 && d <= 1; }

double discount_of(const RubinsteinGame& game, Party party) { return party == Party::seller ? game.seller_discount : game.buyer_discount; }

}  // namespace

void require_valid(const RubinsteinGame& game) {
  require(game.value >= game.cost, "alternating offers: there must be something to share, value >= cost");
  require(is_discount(game.seller_discount) && is_discount(game.buyer_discount), "alternating offers: a discount must lie in [0, 1]");
  require(!game.rounds || *game.rounds >= 1, "alternating offers: there must be at least one round");
  require(game.rounds || game.seller_discount * game.buyer_discount < 1,
          "alternating offers: without a last round somebody must be impatient");
}

Party proposer_of(const RubinsteinGame& game, std::int64_t round) { return round % 2 == 1 ? game.first : other(game.first); }

double proposers_share(const RubinsteinGame& game, std::int64_t round) {
  require_valid(game);
  require(round >= 1 && (!game.rounds || round <= *game.rounds), "alternating offers: there is no such round");
  if (!game.rounds) {
    const double responder = discount_of(game, other(proposer_of(game, round)));
    return (1 - responder) / (1 - game.seller_discount * game.buyer_discount);
  }
  double share = 1;
  for (std::int64_t t = *game.rounds - 1; t >= round; --t) share = 1 - discount_of(game, proposer_of(game, t + 1)) * share;
  return share;
}

Money proposed_price(const RubinsteinGame& game, std::int64_t round) {
  const Money proposers = proposers_share(game, round) * (game.value - game.cost);
  return proposer_of(game, round) == Party::seller ? game.cost + proposers : game.value - proposers;
}

}  // namespace ccm
