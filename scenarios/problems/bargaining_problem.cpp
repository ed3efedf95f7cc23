// Which bargaining does a file ask about, and do its numbers fit together?

#include "scenarios/problems/bargaining_problem.hpp"

#include <fmt/format.h>

#include <array>

#include "scenarios/problems/bargaining_keys.hpp"
#include "scenarios/problems/fields.hpp"

namespace ccm {
namespace {

void demand(bool holds, Reader& reader, const std::string& path, const std::string& message, const std::string& advice) {
  if (!holds) reader.mistake(reader.mark_of(path), message, advice);
}

RubinsteinGame question_of(const RubinsteinGame& game, Reader& reader) {
  demand(game.value >= game.cost, reader, ".value",
         fmt::format("the good is worth {} to the buyer and costs the seller {}: there is nothing to share", game.value.value(),
                     game.cost.value()),
         "Write a value that is not below the cost.");
  demand(game.rounds || game.seller_discount * game.buyer_discount < 1, reader, ".discount_buyer",
         "without a last round somebody must be impatient", "Write a discount below 1, or give a number of rounds.");
  return game;
}

NashBargain question_of(const NashBargain& bargain, Reader&) { return bargain; }

Side side_of(Party party, const HagglerSpec& spec, Reader& reader) {
  const bool buys = party == Party::buyer;
  const std::string path = buys ? ".buyer" : ".seller";
  demand(at_least_as_good(party, spec.from, spec.to), reader, path + ".from",
         fmt::format("the {} opens with {}, which is worse for it than its reservation price {}", path.substr(1), spec.from.value(),
                     spec.to.value()),
         buys ? "A buyer goes up 'from' a low price 'to' its reservation price."
              : "A seller comes down 'from' a high price 'to' its reservation price.");
  demand(spec.family == ConcessionFamily::polynomial || spec.kappa > 0, reader, path + ".kappa", "an exponential concession begins above 0",
         "Write a kappa above 0, such as 0.05.");
  return {party, {spec.from, spec.to}, spec};
}

Negotiators question_of(const HagglingSpec& spec, Reader& reader) {
  return {side_of(Party::buyer, spec.buyer, reader), side_of(Party::seller, spec.seller, reader), spec.first};
}

QuoteSearch question_of(const QuoteSearch& search, Reader& reader) {
  demand(search.lowest <= search.highest, reader, ".high", "the highest price is below the lowest", "");
  const Money of_waiting = (1 - search.discount) * (search.value - search.lowest);
  demand(of_waiting + search.quote_cost > Money(0) || of_waiting < Money(0), reader, ".quote_cost",
         "asking on costs nothing, so that nobody would ever stop",
         "Write a quote_cost above 0, or a discount below 1 with a value above 'low'.");
  demand(of_waiting + search.quote_cost > Money(0) || of_waiting >= Money(0), reader, ".value",
         "the good is worth less than the lowest price, so that no quote would ever be taken", "");
  return search;
}

PostedPriceQuestion question_of(const PostedPriceSpec& spec, Reader& reader) {
  demand(spec.cost <= spec.highest_value, reader, ".cost", "a unit costs more than it is worth to anybody",
         "Write a cost that is not above W.");
  demand(spec.takers + spec.seller_power > 0, reader, ".seller_power",
         "if all haggle with a seller without power, the posted price matters to nobody", "Write a power or a share of takers above 0.");
  return {spec, spec.cutoff ? Cutoff::committed : Cutoff::at_cost};
}

/// One kind of bargaining. A further one is an alternative of BargainingQuestion, a table of keys and a line below.
struct BargainingKind {
  const char* name;
  BargainingTask (*read)(const Node& root, Reader& reader);
  const AnyType& (*type)();
};

template <auto keys>
BargainingTask read_kind(const Node& root, Reader& reader) {
  const auto spec = read_all(keys(), root, reader);
  BargainingTask task{question_of(spec, reader), spec.kind, spec.currency};
  reader.throw_mistakes();
  return task;
}

template <auto keys>
const AnyType& type_of() {
  return keys();
}

template <auto keys>
constexpr BargainingKind kind(const char* name) {
  return {name, read_kind<keys>, type_of<keys>};
}

constexpr std::array kinds{kind<rubinstein_keys>("rubinstein"), kind<nash_keys>("nash"), kind<concession_keys>("concession"),
                           kind<search_keys>("search"), kind<posted_keys>("posted")};

TypePtr<std::string> kind_word() {
  std::vector<std::string> names;
  for (const BargainingKind& one : kinds) names.emplace_back(one.name);
  return word_type(names);
}

/// A file of any kind.
class AnyBargaining : public AnyType {
 public:
  std::string expected() const override { return "a bargaining problem"; }
  Json json_schema() const override {
    Json schema = {{"oneOf", Json::array()}};
    for (const BargainingKind& one : kinds) schema["oneOf"].push_back(one.type().json_schema());
    return schema;
  }
  void list_keys(const std::string& path, std::vector<KeyDoc>& keys) const override {
    for (const BargainingKind& one : kinds) one.type().list_keys(path.empty() ? one.name : path + "." + one.name, keys);
  }
};

}  // namespace

const AnyType& bargaining_type() {
  static const AnyBargaining type;
  return type;
}

BargainingTask read_bargaining(const Node& root, Reader& reader) {
  const auto word = kind_word();
  const Node* named = root.find("kind");
  if (!named) reader.mistake(root.mark, "a bargaining problem needs the key 'kind'", "Expected " + word->expected() + ".");
  const auto name = named ? word->read(*named, reader) : std::nullopt;
  reader.throw_mistakes();
  return std::ranges::find(kinds, *name, [](const BargainingKind& one) { return std::string(one.name); })->read(root, reader);
}

}  // namespace ccm
