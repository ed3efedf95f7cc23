#pragma once
/// Every message of the network, on one screen.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <variant>

#include "models/cost/process_plan.hpp"
#include "models/market/market_report.hpp"
#include "models/market/settlement.hpp"
#include "models/units.hpp"

namespace ccm {

using ActorId = std::uint32_t;    // who sits on the network, in the order of joining
using RequestId = std::uint64_t;  // unique in a run

// Segments and minifactories are numbered from 0 in the order of the scenario. In brackets: the performatives of FIPA's contract net
// (SC00029H) and of its iterated form (SC00030H). Prices are for one unit.

/// Customer to operator: I would like my segment's service, and would like to hear from some of the minifactories in my reach.
struct Request {
  RequestId request;
  std::uint32_t segment;
  std::uint32_t first;         // position of the nearest one to be asked, by distance
  std::uint32_t count;         // how many are asked from there on
  std::optional<Money> bid{};  // where buyers name a price
};
/// Operator, or a local customer, to minifactory: at what price, and when? [cfp]
struct CallForQuote {
  RequestId request;
  std::uint32_t segment;
  std::uint32_t round = 0;     // of the iterated contract net; later ones ask for a better price
  std::optional<Money> bid{};  // take it or leave it, where buyers name the price
};
/// Minifactory to whoever has called: at this price, delivered by then. [propose]
struct Quote {
  RequestId request;
  std::uint32_t segment;
  std::uint32_t minifactory;
  std::uint32_t round;
  Money price;
  Seconds promised;
};
/// Minifactory to whoever has called: I cannot meet the due time, or your price. [refuse]
struct Refusal {
  RequestId request;
  std::uint32_t minifactory;
  std::uint32_t round;
};
/// Operator to minifactory: your quote is not taken. [reject-proposal]
struct NotChosen {
  RequestId request;
};
/// Operator to customer: the best quote.
struct Offer {
  Quote quote;
};
/// Operator to customer: nobody can make it.
struct NoOffer {
  RequestId request;
};
/// Customer to minifactory, or back: I would at this price; `quote` is what they talk about.
struct Counteroffer {
  Quote quote;
  Money price;
  std::int64_t tick;  // of the talk; the quote was said at tick 0
};
/// Minifactory to customer: agreed, at the price that the quote has now.
struct Agreement {
  Quote quote;
  std::int64_t tick;
};
/// Minifactory to customer: no more talks; my first price stands.
struct Withdrawal {
  RequestId request;
  std::int64_t tick;
};
/// Customer to operator: I take it.
struct Acceptance {
  Quote quote;
};
/// Customer to operator: too dear.
struct Rejection {
  RequestId request;
  std::uint32_t minifactory;
};
/// Operator, or a local customer, to minifactory: make it. The product data travel with the order. [accept-proposal]
struct Order {
  Quote quote;
  Bytes product_data;
};
/// Minifactory to operator: it is made. [inform-done]
struct Done {
  RequestId request;
};
/// Customer to operator, or to the minifactory that it went to directly: what is due.
struct Payment {
  Quote quote;
  Money amount;
};
/// Operator to minifactory: your customer has paid, and this is what you get of it.
struct Payout {
  RequestId request;
  Income income;
};
/// Minifactory to operator: my prices of this period.
struct PriceList {
  std::uint32_t minifactory;
  std::shared_ptr<const std::vector<PostedAsk>> asks;
};
/// Operator to minifactories and customers: the prices that are posted now.
struct Bulletin {
  std::shared_ptr<const MarketReport> report;
};

using Message = std::variant<Request, CallForQuote, Quote, Refusal, NotChosen, Offer, NoOffer, Counteroffer, Agreement, Withdrawal,
                             Acceptance, Rejection, Order, Done, Payment, Payout, PriceList, Bulletin>;

inline constexpr std::array<std::string_view, std::variant_size_v<Message>> message_kinds{
    "request",    "call_for_quote", "quote",     "refusal", "not_chosen", "offer",   "no_offer", "counteroffer", "agreement",
    "withdrawal", "acceptance",     "rejection", "order",   "done",       "payment", "payout",   "price_list",   "bulletin"};

/// The bytes of a message beyond the size that all messages have.
[[nodiscard]] inline Bytes payload_of(const Message& message) {
  const auto* order = std::get_if<Order>(&message);
  return order ? order->product_data : Bytes(0);
}

/// From the acceptance on there is a contract: these messages are sent again until they arrive. What comes before may get lost; the
/// operator's deadline and the customer's patience end the wait.
[[nodiscard]] inline bool is_contractual(const Message& message) {
  return std::holds_alternative<Acceptance>(message) || std::holds_alternative<Order>(message) ||
         std::holds_alternative<Payment>(message) || std::holds_alternative<Payout>(message);
}

/// The messages that each kind of actor must understand; a handler that is missing does not compile (see `understands`).
using ToOperator = std::variant<Request, Quote, Refusal, Acceptance, Rejection, Done, Payment, PriceList>;
using ToCustomer = std::variant<Quote, Refusal, Offer, NoOffer, Counteroffer, Agreement, Withdrawal, Bulletin>;
using ToMinifactory = std::variant<CallForQuote, NotChosen, Counteroffer, Order, Payment, Payout, Bulletin>;

template <class Kind, class Variant>
inline constexpr bool understands = false;
template <class Kind, class... Kinds>
inline constexpr bool understands<Kind, std::variant<Kinds...>> = (std::is_same_v<Kind, Kinds> || ...);

/// What the customer receives with the product (by road, not over the network): how the order was made.
struct ProductionStory {
  Seconds joined, started, finished;
  Money unit_cost;
};

}  // namespace ccm
