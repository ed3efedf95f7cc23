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
  std::int64_t units = 1, quotes = 0, bids = 0;
  double bargaining_costs = 0;
  std::optional<double> reference_price;
  std::string_view state;
  std::string_view minifactory;  // empty: none
  std::optional<double> asked_price, price, offered_at_d, promised_at_d, accepted_at_d;
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
                 Column{"units", &R::units, "units in the order"},
                 Column{"quotes", &R::quotes, "prices that reached the customer"},
                 Column{"bids", &R::bids, "prices that the customer named"},
                 Column{"bargaining_costs", &R::bargaining_costs, "what asking for quotes, and talking, cost the customer"},
                 Column{"reference_price", &R::reference_price,
                        "reference price r held against the last price; empty without a price, and before anything was remembered"},
                 Column{"state", &R::state, "how it ended: delivered, rejected, no_offer, expired; or open at the horizon"},
                 Column{"minifactory", &R::minifactory, "who made the offer; empty without one"},
                 Column{"asked_price", &R::asked_price, "price of a unit as it was first asked; empty without an offer"},
                 Column{"price", &R::price, "price of a unit as offered last, and agreed on if accepted"},
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
  std::int64_t round = 1;
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
                                             Column{"round", &R::round, "round of the call, from 1"},
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
  std::int64_t requests = 0, offers = 0, sales = 0, units = 0, rejected = 0, no_offer = 0, expired = 0, delivered = 0, on_time = 0;
  std::int64_t talks = 0, agreements = 0;
  std::optional<double> offered_price_mean, paid_price_mean, lead_time_mean_d;
  double paid = 0, surplus = 0, bargaining_costs = 0;
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
                 Column{"reference_price", &R::reference_price, "mean reference price r held against the offers; empty without one"},
                 Column{"requests", &R::requests, "customers who arrived"},
                 Column{"offers", &R::offers, "offers that reached them in time"},
                 Column{"talks", &R::talks, "offers about which they made a bid"},
                 Column{"agreements", &R::agreements, "talks that ended at a price below the one asked"},
                 Column{"sales", &R::sales, "orders placed"},
                 Column{"units", &R::units, "units in them: the demand d(P, r)"},
                 Column{"rejected", &R::rejected, "offers rejected as too dear"},
                 Column{"no_offer", &R::no_offer, "requests for which no minifactory made a quote"},
                 Column{"expired", &R::expired, "requests given up because the patience ended"},
                 Column{"delivered", &R::delivered, "products received"},
                 Column{"on_time", &R::on_time, "of these, by the promised time"},
                 Column{"offered_price_mean", &R::offered_price_mean, "mean price of a unit as first asked; empty without an offer"},
                 Column{"paid_price_mean", &R::paid_price_mean, "mean price of a unit sold; empty without one"},
                 Column{"lead_time_mean_d", &R::lead_time_mean_d, "mean time from request to delivery; empty without one"},
                 Column{"paid", &R::paid, "what they paid for products received"},
                 Column{"surplus", &R::surplus, "sum of private value less price over the units received"},
                 Column{"bargaining_costs", &R::bargaining_costs, "what asking for quotes, and talking, cost them"}};
};

/// One talk about a price.
struct NegotiationRecord {
  std::int64_t request = 0;
  std::string_view segment, minifactory;
  double began_at_d = 0, ended_at_d = 0, asked_price = 0, reservation_price = 0;
  std::optional<double> first_bid, last_bid, last_ask, price;
  std::int64_t messages = 0;
  std::string_view outcome;
};

template <>
struct Table<NegotiationRecord> {
  using R = NegotiationRecord;
  static constexpr std::string_view name = "negotiations";
  static constexpr std::string_view doc = "one row per talk between a customer and a minifactory about a price; written when it ends";
  static constexpr auto columns = std::tuple{
      Column{"request", &R::request, "the request that they talked about"},
      Column{"segment", &R::segment, "customer segment"},
      Column{"minifactory", &R::minifactory, "the other side"},
      Column{"began_at_d", &R::began_at_d, "when the customer had the first price"},
      Column{"ended_at_d", &R::ended_at_d, "when the customer accepted or left"},
      Column{"asked_price", &R::asked_price, "first price, asked by the minifactory"},
      Column{"reservation_price", &R::reservation_price, "highest price that the customer would pay"},
      Column{"first_bid", &R::first_bid, "first price that the customer named"},
      Column{"last_bid", &R::last_bid, "last price that the customer named"},
      Column{"last_ask", &R::last_ask, "last price that the minifactory named or agreed to; empty if none after the first"},
      Column{"price", &R::price, "price that the customer accepted; empty if it left"},
      Column{"messages", &R::messages, "bids and answers that crossed the network"},
      Column{"outcome", &R::outcome,
             "agreed; at_asked_price (talks failed, and the customer took the first price); left; no_answer (left after waiting in vain)"}};
};

/// Prices published for one service and customer type.
struct BulletinRecord {
  double at_d = 0;
  std::string_view service, customer_type;
  std::int64_t prices = 0;
  double lowest = 0, mean = 0, highest = 0;
};

template <>
struct Table<BulletinRecord> {
  using R = BulletinRecord;
  static constexpr std::string_view name = "bulletin";
  static constexpr std::string_view doc = "one row per publication of the operator, service and customer type";
  static constexpr auto columns = std::tuple{Column{"at_d", &R::at_d, "when the operator published"},
                                             Column{"service", &R::service, "the service"},
                                             Column{"customer_type", &R::customer_type, "whom the prices are for"},
                                             Column{"prices", &R::prices, "how many are posted"},
                                             Column{"lowest", &R::lowest, "lowest of them"},
                                             Column{"mean", &R::mean, "their mean"},
                                             Column{"highest", &R::highest, "highest of them"}};
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
      Column{"account", &R::account, "the participant"}, Column{"role", &R::role, "operator, minifactory, customers or third party"},
      Column{"paid", &R::paid, "money paid until the horizon"}, Column{"received", &R::received, "money received until the horizon"}};
};

/// Every record of a run, in the order in which the tables are listed for users.
using AllRecords = std::tuple<OrderRecord, QuoteRecord, PeriodRecord, PriceRecord, EstimateRecord, PlanRecord, MachineRecord, WorkRecord,
                              MfcaRecord, SegmentRecord, NegotiationRecord, BulletinRecord, MessageRecord, AccountRecord>;

}  // namespace ccm
