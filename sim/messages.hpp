#pragma once
/// Every message of the network, on one screen.

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "models/cost/process_plan.hpp"
#include "models/logistics/vehicle.hpp"
#include "models/market/market_report.hpp"
#include "models/market/settlement.hpp"
#include "models/units.hpp"

namespace ccm {

using ActorId = std::uint32_t;    // who sits on the network, in the order of joining
using RequestId = std::uint64_t;  // unique in a run
using CallId = std::uint64_t;     // numbers the calls of an operator, or the questions of a customer: to which an answer belongs

/// Requests are numbered by segment: 3000000017 is request 17 of the third segment, whoever else is in the scenario.
inline constexpr RequestId requests_per_segment = 1'000'000'000;

// Segments and minifactories are numbered from 0 in the order of the scenario. In brackets: the performatives of FIPA's contract net
// (SC00029H) and of its iterated form (SC00030H). Prices are for one unit.

/// Customer to operator: I would like my segment's service, and would like to hear from some of the minifactories in my reach.
struct Request {
  RequestId request;
  std::uint32_t segment;
  std::uint32_t first;         // position of the nearest one to be asked, by distance
  std::uint32_t count;         // how many are asked from there on
  std::optional<Money> bid{};  // where buyers name a price
  bool searches = false;       // it will ask the next ones itself
  CallId question = 1;         // that it is putting; one that is put again keeps its number
};
/// What a minifactory is asked to make of an order that several make.
struct LotWish {
  std::int64_t units = 1;
  bool or_fewer = false;                  // as many as it can make by the due time
  std::optional<std::uint32_t> stage{};   // nothing: the whole service
  std::optional<std::uint32_t> before{};  // who makes the stage before
  Seconds ready{0};                       // and when it is done there
};
/// Operator, or a local customer, to minifactory: at what price, and when? [cfp]
struct CallForQuote {
  RequestId request;
  std::uint32_t segment;
  CallId call = 0;               // of a local customer: the number of its question
  std::optional<Money> bid{};    // take it or leave it, where buyers name the price
  std::uint32_t betterings = 0;  // how often it has been asked for a better price, in the iterated contract net
  bool again = false;            // it has been asked for this request before
  bool ignores_due = false;      // the earliest delivery will do
  std::optional<LotWish> lot{};
};
/// Some units of an order, or one stage of all of them.
struct Lot {
  std::uint32_t number = 0;  // within the order
  std::int64_t units = 1;
  std::int64_t quoted = 1;  // units; perhaps not all of them are wanted
  std::optional<std::uint32_t> stage{};
  std::optional<std::uint32_t> onward{};  // the minifactory that makes the next stage; nothing: the customer gets it
};
/// Minifactory to whoever has called: at this price, delivered by then. [propose]
struct Quote {
  RequestId request;
  std::uint32_t segment;
  std::uint32_t minifactory;
  CallId call;
  Money price;
  Seconds promised;
  Seconds valid_until{std::numeric_limits<double>::infinity()};  // an order that comes later is not bound to the promise
  double load = 0;                                               // work that is before the order [h]
  Kilograms co2{0};                                              // of making and delivering the order
  std::optional<Lot> lot{};                                      // nothing: the whole order
  std::shared_ptr<const std::vector<Quote>> lots{};              // if several make the order: their quotes, of which this is the sum
};
/// Minifactory to whoever has called: I cannot meet the due time, or your price. [refuse]
struct Refusal {
  RequestId request;
  std::uint32_t minifactory;
  CallId call;
};
/// Operator to minifactory: your quote is not taken. [reject-proposal]
struct NotChosen {
  RequestId request;
  std::uint32_t stage = 0;
};
/// Operator to customer: the best quote.
struct Offer {
  Quote quote;
  CallId question = 1;
};
/// Operator to customer: nobody can make it.
struct NoOffer {
  RequestId request;
  CallId question = 1;
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
  Quote quote;
  std::int64_t tick;
};
/// Customer to operator: I take it.
struct Acceptance {
  Quote quote;
};
/// Customer to operator: too dear.
struct Rejection {
  Quote quote;
};
/// Operator, or a local customer, to minifactory: make it. The product data travel with the order. [accept-proposal]
struct Order {
  Quote quote;
  Bytes product_data;
};
/// Customer or operator to minifactory, a customer's by way of the operator: do not make it, if you have not yet. [cancel]
struct Cancel {
  Quote quote;
};
/// Minifactory to whoever sent the cancellation: it is given up. The operator tells the customer. [inform]
struct Cancelled {
  RequestId request;
  std::uint32_t segment;
};
/// Minifactory to whoever sent the cancellation: it is made already. [failure]
struct TooLate {
  RequestId request;
};
/// Minifactory to operator: something has failed; the customer would have it only then. [inform]
struct Delay {
  Quote quote;
  Seconds expected;
};
/// Minifactory to operator: it is made, and will be with the customer then; of a stage that another follows: it was made then.
/// [inform-done]
struct Done {
  Quote quote;
  Seconds ready;
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
                             Acceptance, Rejection, Order, Cancel, Cancelled, TooLate, Delay, Done, Payment, Payout, PriceList, Bulletin>;

inline constexpr std::array<std::string_view, std::variant_size_v<Message>> message_kinds{
    "request",   "call_for_quote", "quote",      "refusal",   "not_chosen", "offer",   "no_offer",  "counteroffer",
    "agreement", "withdrawal",     "acceptance", "rejection", "order",      "cancel",  "cancelled", "too_late",
    "delay",     "done",           "payment",    "payout",    "price_list", "bulletin"};

/// The bytes of a message beyond the size that all messages have.
[[nodiscard]] inline Bytes payload_of(const Message& message) {
  const auto* order = std::get_if<Order>(&message);
  return order ? order->product_data : Bytes(0);
}

/// The request that a message is about; nothing for lists of prices.
[[nodiscard]] inline std::optional<RequestId> request_of(const Message& message) {
  return std::visit(
      [](const auto& said) -> std::optional<RequestId> {
        if constexpr (requires { said.request; })
          return said.request;
        else if constexpr (requires { said.quote; })
          return said.quote.request;
        else
          return std::nullopt;
      },
      message);
}

/// From the acceptance on there is a contract: these messages are sent again until they are acknowledged. What comes before may get lost;
/// the customer asks again, and the operator's deadline and the customer's patience end the wait.
[[nodiscard]] inline bool is_contractual(const Message& message) {
  return std::holds_alternative<Acceptance>(message) || std::holds_alternative<Order>(message) || std::holds_alternative<Cancel>(message) ||
         std::holds_alternative<Cancelled>(message) || std::holds_alternative<TooLate>(message) || std::holds_alternative<Delay>(message) ||
         std::holds_alternative<Payment>(message) || std::holds_alternative<Payout>(message);
}

/// The messages that each kind of actor must understand; a handler that is missing does not compile (see `understands`).
using ToOperator =
    std::variant<Request, Quote, Refusal, Acceptance, Rejection, Cancel, Cancelled, TooLate, Delay, Done, Payment, PriceList>;
using ToCustomer = std::variant<Quote, Refusal, Offer, NoOffer, Counteroffer, Agreement, Withdrawal, Cancelled, TooLate, Bulletin>;
using ToMinifactory = std::variant<CallForQuote, NotChosen, Counteroffer, Order, Cancel, Payment, Payout, Bulletin>;

template <class Kind, class Variant>
inline constexpr bool understands = false;
template <class Kind, class... Kinds>
inline constexpr bool understands<Kind, std::variant<Kinds...>> = (std::is_same_v<Kind, Kinds> || ...);

/// What comes with the product (by road, not over the network): how it was made, by all who made it.
struct ProductionStory {
  Seconds joined, started, finished;
  Money unit_cost;
  Kilograms co2{0};
  Kilometres travelled{0};  // between those who made it
  Freight freight{};        // of these ways
};

/// How the product came to the customer.
struct Delivery {
  ProductionStory story;
  Kilometres distance{0};
  Freight freight;  // its part of the trips'
  bool picked_up = false;
};

/// What a floor calls an order: the number of its request, and that of the stage above it. A minifactory makes one lot of a stage at most.
[[nodiscard]] inline RequestId stage_id(RequestId request, std::uint32_t stage) { return request + (RequestId{stage} << 48); }
template <class Asked>
[[nodiscard]] RequestId floor_id(const Asked& asked) {
  return stage_id(asked.request, asked.lot ? asked.lot->stage.value_or(0) : 0);
}

}  // namespace ccm
