// How does a bargain read?

#include <fmt/format.h>

#include "sim/commands/solution.hpp"
#include "sim/commands/text_table.hpp"

namespace ccm {
namespace {

constexpr std::size_t most_rows = 30;  // of a longer table the first and the last half are shown

/// Writes money of one currency.
struct Writer {
  std::string currency;

  [[nodiscard]] std::string operator()(Money money) const { return fmt::format("{:.2f} {}", money.value(), currency); }
};

/// Calls `show` for the rows that fit on a page, and `skip` once in place of the others.
template <class Show, class Skip>
void shortened(std::size_t rows, Show show, Skip skip) {
  for (std::size_t row = 0; row < rows; ++row) {
    if (rows <= most_rows || row < most_rows / 2 || row >= rows - most_rows / 2)
      show(row);
    else if (row == most_rows / 2)
      skip();
  }
}

std::string later_rounds(const RubinsteinGame& game) {
  TextTable table({{"round"}, {"proposes", Align::left}, {"price"}, {"share %"}});
  const auto show = [&](std::size_t row) {
    const auto round = static_cast<std::int64_t>(row) + 1;
    table.add({fmt::format("{}", round), std::string(name_of(proposer_of(game, round))),
               fmt::format("{:.2f}", proposed_price(game, round).value()), fmt::format("{:.1f}", 100 * proposers_share(game, round))});
  };
  shortened(static_cast<std::size_t>(*game.rounds), show, [&] { table.add({"...", "", "", ""}); });
  return "\nWhat would be proposed if it came to later rounds\n" + table.text();
}

std::string answer_to(const RubinsteinGame& game, const Writer& money) {
  RubinsteinGame mirrored = game;
  mirrored.first = other(game.first);
  std::string page = fmt::format(
      "The {} proposes {} in the first round, and the {} accepts at once.\n"
      "It gets {:.1f} % of the {} that there are to share. If the {} proposed first, the price would be {}.\n"
      "A round costs the seller {:.1f} % of what it would get, and the buyer {:.1f} %; ",
      name_of(game.first), money(proposed_price(game)), name_of(mirrored.first), 100 * proposers_share(game), money(game.value - game.cost),
      name_of(mirrored.first), money(proposed_price(mirrored)), 100 * (1 - game.seller_discount), 100 * (1 - game.buyer_discount));
  if (!game.rounds) return page + "there is no last round.\n";
  return page + fmt::format("after round {} nobody gets anything.\n", *game.rounds) + later_rounds(game);
}

std::string answer_to(const NashBargain& bargain, const Writer& money) {
  const Money gain = bargain.value - bargain.cost, elsewhere = bargain.seller_outside + bargain.buyer_outside;
  const auto price = nash_price(bargain);
  if (!price) return fmt::format("No deal: it would bring both together {}, and elsewhere they gain {}.\n", money(gain), money(elsewhere));
  return fmt::format(
      "They agree on {}.\n"
      "The deal brings both together {}, which is {} more than they would gain elsewhere; the seller gets {} of it and the buyer {}.\n",
      money(*price), money(gain), money(gain - elsewhere), money(*price - bargain.cost - bargain.seller_outside),
      money(bargain.value - *price - bargain.buyer_outside));
}

/// Who has how much of what lies between the reservation prices; nothing if there was no deal.
std::string shared_gain(const Negotiators& who, const std::optional<Money>& price, const Writer& money) {
  if (!price) return "";
  const Money buyers = who.buyer.position.reservation - *price, sellers = *price - who.seller.position.reservation;
  return fmt::format("Of the {} between their reservation prices the buyer has {} and the seller {}.\n", money(buyers + sellers),
                     money(buyers), money(sellers));
}

std::string answer_to(const Negotiators& who, const Writer& money) {
  const Negotiation negotiation = alternating_offers(who);
  const SpokenOffer& last = negotiation.offers.back();
  TextTable table({{"tick"}, {"offers", Align::left}, {"price"}});
  const auto show = [&](std::size_t row) {
    const SpokenOffer& offer = negotiation.offers[row];
    table.add({fmt::format("{}", offer.tick), std::string(name_of(offer.party)), fmt::format("{:.2f}", offer.price.value())});
  };
  shortened(negotiation.offers.size(), show, [&] { table.add({"...", "", ""}); });
  const std::string end =
      negotiation.price
          ? fmt::format("The {} accepts {} at tick {}", name_of(other(last.party)), money(last.price), last.tick + 1)
          : fmt::format("No deal: the {} withdraws at tick {}, when its deadline has passed", name_of(other(last.party)), last.tick + 1);
  return fmt::format("{}. Offers made: {}.\n{}\n{}", end, negotiation.offers.size(), shared_gain(who, negotiation.price, money),
                     table.text());
}

std::string all_at_once(const QuoteSearch& search, const Writer& money) {
  if (search.quote_cost == Money(0)) return "";
  const std::int64_t quotes = best_fixed_sample(search);
  return fmt::format("If all quotes had to be asked for at once, {} would be best, and price and quotes would cost {}.\n", quotes,
                     money(fixed_sample_outlay(search, quotes)));
}

std::string answer_to(const QuoteSearch& search, const Writer& money) {
  const SearchPlan plan = sequential_search(search);
  const std::string rule = plan.reservation_price < search.highest
                               ? fmt::format("Take the first quote that is not above {}.", money(plan.reservation_price))
                               : std::string("Take the first quote: asking again costs more than it saves.");
  const std::string worth = plan.value_of_search > Money(0)
                                ? fmt::format("The search is worth {}", money(plan.value_of_search))
                                : fmt::format("Do not start: the search would lose {}", money(-plan.value_of_search));
  return fmt::format(
      "{}\n"
      "On average this takes {:.2f} quotes and ends at a price of {}; price and quotes together cost {}.\n"
      "{} to a customer to whom the good is worth {}{}.\n{}",
      rule, plan.expected_quotes, money(plan.expected_price), money(plan.expected_outlay), worth, money(search.value),
      search.discount < 1 ? ", waiting included" : "", all_at_once(search, money));
}

std::string answer_to(const PostedPriceQuestion& question, const Writer& money) {
  const auto& [customers, cutoff] = question;
  const PostedPrice price = best_posted_price(customers, cutoff);
  MixedCustomers takers = customers;
  takers.takers = 1;
  return fmt::format(
      "Post {}, and haggle down to {}{}.\n"
      "Of 100 visitors {:.1f} buy; a visitor brings a profit of {} on average.\n"
      "If nobody haggled, {} would be the price to post.\n",
      money(price.posted), money(price.cutoff), cutoff == Cutoff::at_cost ? ", the cost" : "", 100 * sales_per_visitor(customers, price),
      money(profit_per_visitor(customers, price)), money(best_posted_price(takers, cutoff).posted));
}

}  // namespace

std::string solution_page(const BargainingTask& task) {
  return std::visit([&](const auto& question) { return answer_to(question, Writer{task.currency}); }, task.question);
}

}  // namespace ccm
