#pragma once
/// The facts a run leaves: one struct per result table, each column described once. Files, database, documentation and analysis
/// all come from these descriptions. Units stand in the column names: _d days, _h hours, _km, _kwh, _b bytes; money is in the
/// scenario's currency.

#include <cstdint>
#include <optional>
#include <tuple>

#include "models/plan_records.hpp"

namespace ccm {

/// One customer request and its whole life.
struct OrderRecord {
  std::int64_t request = 0;
  std::string_view segment, customer_type, service;
  double requested_at_d = 0, willingness_to_pay = 0;
  std::optional<double> reference_price;
  std::string_view state;
  std::string_view minifactory;  // empty: none
  std::optional<double> price, offered_at_d, promised_at_d, accepted_at_d;
  std::optional<double> joined_at_d, started_at_d, finished_at_d, delivered_at_d, distance_km, unit_cost;
};

template <>
struct Table<OrderRecord> {
  using R = OrderRecord;
  static constexpr std::string_view name = "orders";
  static constexpr std::string_view doc = "one row per customer request, with its whole life; written when it ends";
  static constexpr auto columns =
      std::tuple{Column{"request", &R::request, "number of the request, unique in its replication"},
                 Column{"segment", &R::segment, "customer segment that asked"},
                 Column{"customer_type", &R::customer_type, "price_taker, negotiator or bargainer"},
                 Column{"service", &R::service, "what was asked for"},
                 Column{"requested_at_d", &R::requested_at_d, "time of the request"},
                 Column{"willingness_to_pay", &R::willingness_to_pay, "private value w of this customer"},
                 Column{"reference_price", &R::reference_price, "reference price r at the request; empty before anything was paid"},
                 Column{"state", &R::state, "how it ended: delivered, rejected, no_offer, expired; or open at the horizon"},
                 Column{"minifactory", &R::minifactory, "who made the offer; empty without one"},
                 Column{"price", &R::price, "price offered, and paid if delivered"},
                 Column{"offered_at_d", &R::offered_at_d, "when the offer reached the customer"},
                 Column{"promised_at_d", &R::promised_at_d, "delivery time promised with the offer"},
                 Column{"accepted_at_d", &R::accepted_at_d, "when the customer accepted"},
                 Column{"joined_at_d", &R::joined_at_d, "when the product data had arrived and the order joined the queue of the line"},
                 Column{"started_at_d", &R::started_at_d, "when production started"},
                 Column{"finished_at_d", &R::finished_at_d, "when production ended"},
                 Column{"delivered_at_d", &R::delivered_at_d, "when the product reached the customer"},
                 Column{"distance_km", &R::distance_km, "road distance from the minifactory"},
                 Column{"unit_cost", &R::unit_cost, "cost of making it, of all kinds"}};
};

/// One call for a quote and its answer.
struct QuoteRecord {
  std::int64_t request = 0;
  std::string_view minifactory;
  double called_at_d = 0;
  std::string_view answer;
  std::optional<double> answered_at_d, price, promised_at_d;
  std::int64_t chosen = 0;
};

template <>
struct Table<QuoteRecord> {
  using R = QuoteRecord;
  static constexpr std::string_view name = "quotes";
  static constexpr std::string_view doc = "one row per call for a quote; written when the operator closes the call";
  static constexpr auto columns = std::tuple{Column{"request", &R::request, "the request the call was made for"},
                                             Column{"minifactory", &R::minifactory, "who was asked"},
                                             Column{"called_at_d", &R::called_at_d, "when the operator asked"},
                                             Column{"answer", &R::answer, "quote, refusal, or none before the deadline"},
                                             Column{"answered_at_d", &R::answered_at_d, "when the answer reached the operator"},
                                             Column{"price", &R::price, "price quoted"},
                                             Column{"promised_at_d", &R::promised_at_d, "delivery time promised"},
                                             Column{"chosen", &R::chosen, "1 if this quote became the offer, else 0"}};
};

/// One customer segment in one period.
struct SegmentRecord {
  std::int64_t period = 0;
  std::string_view segment, customer_type;
  std::optional<double> reference_price;
  std::int64_t requests = 0, offers = 0, sales = 0, rejected = 0, no_offer = 0, expired = 0, delivered = 0, on_time = 0;
  std::optional<double> offered_price_mean, paid_price_mean, lead_time_mean_d;
  double paid = 0, surplus = 0;
};

template <>
struct Table<SegmentRecord> {
  using R = SegmentRecord;
  static constexpr std::string_view name = "segments";
  static constexpr std::string_view doc = "one row per customer segment and period";
  static constexpr auto columns =
      std::tuple{Column{"period", &R::period, "number of the period, from 1"},
                 Column{"segment", &R::segment, "the segment"},
                 Column{"customer_type", &R::customer_type, "price_taker, negotiator or bargainer"},
                 Column{"reference_price", &R::reference_price, "reference price r during the period; empty before anything was paid"},
                 Column{"requests", &R::requests, "customers who arrived"},
                 Column{"offers", &R::offers, "offers that reached them in time"},
                 Column{"sales", &R::sales, "offers accepted: the demand d(P, r)"},
                 Column{"rejected", &R::rejected, "offers rejected as too dear"},
                 Column{"no_offer", &R::no_offer, "requests for which no minifactory made a quote"},
                 Column{"expired", &R::expired, "requests given up because the patience ended"},
                 Column{"delivered", &R::delivered, "products received"},
                 Column{"on_time", &R::on_time, "of these, by the promised time"},
                 Column{"offered_price_mean", &R::offered_price_mean, "mean price of the offers; empty without one"},
                 Column{"paid_price_mean", &R::paid_price_mean, "mean price of the sales; empty without one"},
                 Column{"lead_time_mean_d", &R::lead_time_mean_d, "mean time from request to delivery; empty without one"},
                 Column{"paid", &R::paid, "sum of the prices of the products received"},
                 Column{"surplus", &R::surplus, "sum of private value less price over the products received"}};
};

/// The messages of one kind.
struct MessageRecord {
  std::string_view kind;
  std::int64_t sent = 0, delivered = 0, lost = 0;
  double size_b = 0;
};

template <>
struct Table<MessageRecord> {
  using R = MessageRecord;
  static constexpr std::string_view name = "messages";
  static constexpr std::string_view doc = "one row per kind of message";
  static constexpr auto columns = std::tuple{
      Column{"kind", &R::kind, "kind of message"}, Column{"sent", &R::sent, "how many were put on the network, repetitions included"},
      Column{"delivered", &R::delivered, "how many arrived"},
      Column{"lost", &R::lost, "how many were lost because a host or link was down"}, Column{"size_b", &R::size_b, "bytes sent"}};
};

/// What one participant paid and received.
struct AccountRecord {
  std::string_view account, role;
  double paid = 0, received = 0;
};

template <>
struct Table<AccountRecord> {
  using R = AccountRecord;
  static constexpr std::string_view name = "accounts";
  static constexpr std::string_view doc = "one row per participant; the sum of `paid` equals the sum of `received`";
  static constexpr auto columns = std::tuple{
      Column{"account", &R::account, "the participant"}, Column{"role", &R::role, "operator, minifactory or customers"},
      Column{"paid", &R::paid, "money paid until the horizon"}, Column{"received", &R::received, "money received until the horizon"}};
};

/// Every record of a run, in the order in which the tables are listed for users.
using AllRecords = std::tuple<OrderRecord, QuoteRecord, PeriodRecord, PriceRecord, PlanRecord, MachineRecord, WorkRecord, MfcaRecord,
                              SegmentRecord, MessageRecord, AccountRecord>;

}  // namespace ccm
