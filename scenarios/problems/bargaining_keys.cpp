// Which keys may a file about bargaining have, and what do they mean?

#include "scenarios/problems/bargaining_keys.hpp"

#include "scenarios/problems/fields.hpp"

namespace ccm {
namespace {

constexpr std::int64_t most_rounds = 1'000'000, latest_deadline = 100'000;

using RubinsteinSpec = BargainingSpec<RubinsteinGame>;
using NashSpec = BargainingSpec<NashBargain>;
using ConcessionSpec = BargainingSpec<HagglingSpec>;
using SearchSpec = BargainingSpec<QuoteSearch>;
using PostedSpec = BargainingSpec<PostedPriceSpec>;

/// A member of a base seen as a member of the whole.
template <class Whole, class Base, class T>
T Whole::*of(T Base::*member) {
  return member;
}

/// A record that begins with the keys of every problem and the kind of bargaining.
template <class Spec>
Record<Spec> keys_of(const std::string& noun, const std::string& kind) {
  return problem_record<Spec>(noun, "bargaining").required(&Spec::kind, word_type({kind}), {"kind", "Which bargaining is asked about."});
}

TypePtr<double> discount_field() { return number_type(between(0, 1)); }
TypePtr<Party> party_field() { return choice<Party>({"buyer", "seller"}); }

/// A number of rounds, or the word infinite.
class RoundsType : public Type<std::optional<std::int64_t>> {
 public:
  std::string expected() const override { return "'infinite' or " + number_->expected(); }
  Json json_schema() const override { return {{"anyOf", {{{"const", "infinite"}}, number_->json_schema()}}}; }
  std::optional<std::optional<std::int64_t>> read(const Node& node, Reader& reader) const override {
    if (node.is(Node::Kind::scalar) && node.text == "infinite") return std::optional<std::int64_t>();
    if (!node.is(Node::Kind::scalar) || !parse_number(node.text)) {
      reader.unexpected(node, expected());
      return std::nullopt;
    }
    const auto rounds = number_->read(node, reader);
    return rounds ? std::optional(rounds) : std::nullopt;
  }
  Node write(const std::optional<std::int64_t>& rounds, const UnitContext& units) const override {
    return rounds ? number_->write(*rounds, units) : scalar_node("infinite");
  }

 private:
  TypePtr<std::int64_t> number_ = integer_type(1, most_rounds);
};

TypePtr<std::optional<std::int64_t>> rounds_field() { return std::make_shared<RoundsType>(); }

Record<RubinsteinSpec> rubinstein_table() {
  constexpr auto source = "[Rubinstein1982]";
  return keys_of<RubinsteinSpec>("a problem of alternating offers", "rubinstein")
      .required(of<RubinsteinSpec>(&RubinsteinGame::value), money_field(), {"value", "What the good is worth to the buyer."})
      .required(of<RubinsteinSpec>(&RubinsteinGame::cost), money_field(), {"cost", "What the good costs the seller."})
      .required(of<RubinsteinSpec>(&RubinsteinGame::seller_discount), discount_field(),
                {"discount_seller", "What money is worth to the seller if it comes one round later.", source})
      .required(of<RubinsteinSpec>(&RubinsteinGame::buyer_discount), discount_field(),
                {"discount_buyer", "What money is worth to the buyer if it comes one round later.", source})
      .key(of<RubinsteinSpec>(&RubinsteinGame::first), party_field(), {"first", "Who proposes in the first round."})
      .key(of<RubinsteinSpec>(&RubinsteinGame::rounds), rounds_field(),
           {"rounds", "After so many rounds without agreement both get nothing.", source});
}

Record<NashSpec> nash_table() {
  constexpr auto source = "[Binmore1986]";
  return keys_of<NashSpec>("a problem of Nash bargaining", "nash")
      .required(of<NashSpec>(&NashBargain::value), money_field(), {"value", "What the good is worth to the buyer."})
      .required(of<NashSpec>(&NashBargain::cost), money_field(), {"cost", "What the good costs the seller."})
      .key(of<NashSpec>(&NashBargain::seller_power), share_type(),
           {"seller_power", "Share of the gain that goes to the seller.", "[Nash1950], [Binmore1986]"})
      .key(of<NashSpec>(&NashBargain::seller_outside), money_field(),
           {"seller_outside", "What the seller earns with its capacity if there is no deal.", source})
      .key(of<NashSpec>(&NashBargain::buyer_outside), money_field(),
           {"buyer_outside", "What the buyer gains elsewhere if there is no deal, for instance by searching on.", source});
}

TypePtr<HagglerSpec> haggler_type(const std::string& noun) {
  constexpr auto source = "[Faratin1998]";
  return shared(
      Record<HagglerSpec>(noun)
          .required(&HagglerSpec::from, money_field(), {"from", "Price with which it would open if it conceded nothing."})
          .required(&HagglerSpec::to, money_field(), {"to", "Reservation price, beyond which it never goes."})
          .required(of<HagglerSpec>(&Concession::deadline), integer_type(1, latest_deadline),
                    {"deadline", "Last tick at which it still speaks.", source})
          .key(of<HagglerSpec>(&Concession::kappa), share_type(), {"kappa", "Share of the way that it has conceded at tick 0.", source})
          .key(of<HagglerSpec>(&Concession::beta), number_type({.low = 0, .high = 1000, .low_excluded = true}),
               {"beta", "Shape: below 1 it concedes late, above 1 early.", source})
          .key(of<HagglerSpec>(&Concession::family), choice<ConcessionFamily>({"polynomial", "exponential"}),
               {"family", "Polynomial or exponential concession.", source}));
}

Record<ConcessionSpec> concession_table() {
  return keys_of<ConcessionSpec>("a problem of concession", "concession")
      .key(of<ConcessionSpec>(&HagglingSpec::first), party_field(), {"first", "Who makes the first offer, at tick 0."})
      .required(of<ConcessionSpec>(&HagglingSpec::buyer), haggler_type("the buyer"), {"buyer", "How the buyer concedes."})
      .required(of<ConcessionSpec>(&HagglingSpec::seller), haggler_type("the seller"), {"seller", "How the seller concedes."});
}

Record<SearchSpec> search_table() {
  constexpr auto source = "[Stigler1961], [McCall1970]";
  return keys_of<SearchSpec>("a problem of search", "search")
      .required(of<SearchSpec>(&QuoteSearch::lowest), money_field(), {"low", "Lowest price that is quoted.", source})
      .required(of<SearchSpec>(&QuoteSearch::highest), money_field(),
                {"high", "Highest price that is quoted; all between are equally likely."})
      .required(of<SearchSpec>(&QuoteSearch::quote_cost), money_field(), {"quote_cost", "Cost of asking for one more quote.", source})
      .key(of<SearchSpec>(&QuoteSearch::discount), discount_field(),
           {"discount", "What money is worth one quote later; below 1, waiting costs too."})
      .required(of<SearchSpec>(&QuoteSearch::value), money_field(), {"value", "What the good is worth to the customer."});
}

Record<PostedSpec> posted_table() {
  constexpr auto source = "[KuoAhnAydin2011]";
  return keys_of<PostedSpec>("a problem of posted prices", "posted")
      .required(of<PostedSpec>(&MixedCustomers::highest_value),
                quantity<Money>(Dimension::money, {.low = 0, .high = largest_number, .low_excluded = true}),
                {"W", "Highest value among visitors; their values are uniform from 0 to it."})
      .required(of<PostedSpec>(&MixedCustomers::cost), money_field(), {"cost", "What one unit costs the seller."})
      .required(of<PostedSpec>(&MixedCustomers::takers), share_type(),
                {"share_takers", "Share of visitors who pay the posted price or leave; the others haggle.", source})
      .required(of<PostedSpec>(&MixedCustomers::seller_power), share_type(),
                {"seller_power", "Share of what is haggled about that goes to the seller.", source})
      .key(of<PostedSpec>(&PostedPriceSpec::cutoff), boolean_type(),
           {"cutoff", "Whether the seller commits itself to a lowest price, or haggles down to its cost.", source});
}

}  // namespace

const Type<RubinsteinSpec>& rubinstein_keys() {
  static const Record<RubinsteinSpec> record = rubinstein_table();
  return record;
}

const Type<NashSpec>& nash_keys() {
  static const Record<NashSpec> record = nash_table();
  return record;
}

const Type<ConcessionSpec>& concession_keys() {
  static const Record<ConcessionSpec> record = concession_table();
  return record;
}

const Type<SearchSpec>& search_keys() {
  static const Record<SearchSpec> record = search_table();
  return record;
}

const Type<PostedSpec>& posted_keys() {
  static const Record<PostedSpec> record = posted_table();
  return record;
}

}  // namespace ccm
