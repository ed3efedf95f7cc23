#pragma once
/// Every message of the network, on one screen.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include "models/cost/process_plan.hpp"
#include "models/demand/customer_type.hpp"
#include "models/units.hpp"

namespace ccm {

using ActorId = std::uint32_t;    // who sits on the network, in the order of joining
using RequestId = std::uint64_t;  // unique in a run

// Segments and minifactories are numbered from 0 in the order of the scenario.

/// Customer to operator: I would like my segment's service.
struct Request {
  RequestId request;
  std::uint32_t segment;
};
/// Operator to minifactory: at what price, and when?
struct CallForQuote {
  RequestId request;
  std::uint32_t segment;
};
/// Minifactory to operator: at this price, delivered by then.
struct Quote {
  RequestId request;
  std::uint32_t segment;
  std::uint32_t minifactory;
  Money price;
  Seconds promised;
};
/// Minifactory to operator: I cannot meet the due time.
struct Refusal {
  RequestId request;
  std::uint32_t minifactory;
};
/// Operator to customer: the best quote.
struct Offer {
  Quote quote;
};
/// Operator to customer: nobody can make it.
struct NoOffer {
  RequestId request;
};
/// Customer to operator: I take it.
struct Acceptance {
  Quote quote;
};
/// Customer to operator: too dear.
struct Rejection {
  RequestId request;
};
/// Operator to minifactory: make it. The product data travel with the order.
struct Order {
  Quote quote;
  Bytes product_data;
};
/// Customer to operator, on delivery: the price.
struct Payment {
  Quote quote;
};
/// Operator to minifactory: your customer has paid, and this is what you get of it.
struct Payout {
  RequestId request;
  Money price;
  Money commission;
};

using Message = std::variant<Request, CallForQuote, Quote, Refusal, Offer, NoOffer, Acceptance, Rejection, Order, Payment, Payout>;

inline constexpr std::array<std::string_view, std::variant_size_v<Message>> message_kinds{
    "request", "call_for_quote", "quote", "refusal", "offer", "no_offer", "acceptance", "rejection", "order", "payment", "payout"};

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
using ToOperator = std::variant<Request, Quote, Refusal, Acceptance, Rejection, Payment>;
using ToCustomer = std::variant<Offer, NoOffer>;
using ToMinifactory = std::variant<CallForQuote, Order, Payout>;

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
