#pragma once
/// The facts a run leaves: one struct per result table, each column described once. Files, database, documentation and analysis
/// all come from these descriptions. Units stand in the column names: _d days, _h hours, _km, _kwh, _b bytes; money is in the
/// scenario's currency.

#include <cstdint>
#include <optional>
#include <tuple>

#include "models/floor_records.hpp"
#include "models/plan_records.hpp"
#include "models/shipment_record.hpp"
#include "models/talk_records.hpp"
#include "models/total_records.hpp"

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
  std::optional<std::int64_t> lots;
  std::optional<double> asked_price, price, offered_at_d, promised_at_d, accepted_at_d;
  std::optional<double> joined_at_d, started_at_d, finished_at_d, delivered_at_d, distance_km, unit_cost;
  std::optional<double> freight_cost, making_co2_kg, freight_co2_kg;
  double data_b = 0;
};

template <>
struct Table<OrderRecord> {
  using R = OrderRecord;
  static constexpr std::string_view name = "orders";
  static constexpr std::string_view doc = "one row per customer request, with its whole life; written when it ends";
  static constexpr auto columns = std::tuple{
      Column{"request", &R::request, "number of the request, unique in its replication"},
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
      Column{"state", &R::state, "how it ended: delivered, picked_up, rejected, no_offer, expired, cancelled; or open at the horizon"},
      Column{"minifactory", &R::minifactory, "who made the offer, of several the first, or took the order over; empty without one"},
      Column{"lots", &R::lots, "how many minifactories' lots it consists of, one if it is not split; empty without an offer"},
      Column{"asked_price", &R::asked_price, "price of a unit as it was first asked; empty without an offer"},
      Column{"price", &R::price, "price of a unit as offered last, and agreed on if accepted"},
      Column{"offered_at_d", &R::offered_at_d, "when the offer reached the customer"},
      Column{"promised_at_d", &R::promised_at_d, "delivery time promised with the offer"},
      Column{"accepted_at_d", &R::accepted_at_d, "when the customer accepted"},
      Column{"joined_at_d", &R::joined_at_d, "when the product data had arrived and the order joined the queue of the line"},
      Column{"started_at_d", &R::started_at_d, "when production started"},
      Column{"finished_at_d", &R::finished_at_d, "when production ended"},
      Column{"delivered_at_d", &R::delivered_at_d, "when the product reached the customer, or the customer the product"},
      Column{"distance_km", &R::distance_km, "road distance from the minifactory, of all lots and stages together"},
      Column{"unit_cost", &R::unit_cost, "cost of making it, of all kinds"},
      Column{"freight_cost", &R::freight_cost, "its part of the cost of the trips it made, borne by who ordered them"},
      Column{"making_co2_kg", &R::making_co2_kg, "CO2 of the electricity with which it was made"},
      Column{"freight_co2_kg", &R::freight_co2_kg, "its part of the CO2 of the trips"},
      Column{"data_b", &R::data_b,
             "bytes of all its messages until it ended so, repetitions and product data included; what follows the delivery or "
             "the rejection is not"}};
};

/// One call for a quote and its answer.
struct QuoteRecord {
  std::int64_t request = 0;
  std::string_view minifactory;
  std::int64_t round = 1;
  double called_at_d = 0;
  std::string_view answer;
  std::optional<std::int64_t> stage, units;
  std::optional<double> answered_at_d, price, promised_at_d, load_h, co2_kg;
  double reliability = 0;
  std::int64_t chosen = 0;
};

template <>
struct Table<QuoteRecord> {
  using R = QuoteRecord;
  static constexpr std::string_view name = "quotes";
  static constexpr std::string_view doc = "one row per call for a quote; written when the operator closes the call";
  static constexpr auto columns =
      std::tuple{Column{"request", &R::request, "the request the call was made for"},
                 Column{"minifactory", &R::minifactory, "who was asked"},
                 Column{"round", &R::round, "round of the call, from 1"},
                 Column{"called_at_d", &R::called_at_d, "when the operator asked"},
                 Column{"answer", &R::answer, "quote, refusal, or none before the deadline"},
                 Column{"answered_at_d", &R::answered_at_d, "when the answer reached the operator"},
                 Column{"price", &R::price, "price quoted"},
                 Column{"promised_at_d", &R::promised_at_d, "delivery time promised"},
                 Column{"stage", &R::stage, "stage of the service asked for, from 1; empty: all of it"},
                 Column{"units", &R::units, "units quoted of a lot; empty: the whole order"},
                 Column{"load_h", &R::load_h, "hours of work before the order"},
                 Column{"co2_kg", &R::co2_kg, "CO2 of making and delivering the order"},
                 Column{"reliability", &R::reliability, "probability of keeping the promise, as the operator believed"},
                 Column{"chosen", &R::chosen, "1 if this quote became the offer, or a lot of it, else 0"}};
};

/// One lot of an order that several minifactories make.
struct LotRecord {
  std::int64_t request = 0, lot = 0;
  std::optional<std::int64_t> stage;
  std::int64_t units = 0;
  std::string_view minifactory, onward;
  double price = 0, promised_at_d = 0, joined_at_d = 0, started_at_d = 0, finished_at_d = 0, unit_cost = 0;
};

template <>
struct Table<LotRecord> {
  using R = LotRecord;
  static constexpr std::string_view name = "lots";
  static constexpr std::string_view doc = "one row per lot of an order that several minifactories make; written when it is made";
  static constexpr auto columns = std::tuple{
      Column{"request", &R::request, "the request that it is a lot of"},
      Column{"lot", &R::lot, "number of the lot in its order, from 1"},
      Column{"stage", &R::stage, "stage of the service, from 1; empty: all of it"},
      Column{"units", &R::units, "units in the lot"},
      Column{"minifactory", &R::minifactory, "who made it"},
      Column{"onward", &R::onward, "who makes the next stage; empty: the customer gets it"},
      Column{"price", &R::price, "price of a unit of the lot"},
      Column{"promised_at_d", &R::promised_at_d, "delivery time promised for it; of a stage before the last, when it is made"},
      Column{"joined_at_d", &R::joined_at_d, "when product data and the stage before had arrived and it joined the queue of the line"},
      Column{"started_at_d", &R::started_at_d, "when its production started"},
      Column{"finished_at_d", &R::finished_at_d, "when its production ended"},
      Column{"unit_cost", &R::unit_cost, "cost of making a unit of it here, of all kinds"}};
};

/// One customer segment in one period.
struct SegmentRecord {
  std::int64_t period = 0;
  std::string_view segment, customer_type;
  std::optional<double> reference_price;
  std::int64_t requests = 0, offers = 0, sales = 0, units = 0, rejected = 0, no_offer = 0, expired = 0, cancelled = 0, delivered = 0,
               on_time = 0;
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
                 Column{"cancelled", &R::cancelled, "orders cancelled before they were made"},
                 Column{"delivered", &R::delivered, "products received"},
                 Column{"on_time", &R::on_time, "of these, by the promised time"},
                 Column{"offered_price_mean", &R::offered_price_mean, "mean price of a unit as first asked; empty without an offer"},
                 Column{"paid_price_mean", &R::paid_price_mean, "mean price of a unit sold; empty without one"},
                 Column{"lead_time_mean_d", &R::lead_time_mean_d, "mean time from request to delivery; empty without one"},
                 Column{"paid", &R::paid, "what they paid for products received"},
                 Column{"surplus", &R::surplus, "sum of private value less price over the units received"},
                 Column{"bargaining_costs", &R::bargaining_costs, "what asking for quotes, and talking, cost them"}};
};

/// Every record of a run, in the order in which the tables are listed for users.
using AllRecords = std::tuple<OrderRecord, QuoteRecord, LotRecord, ShipmentRecord, PeriodRecord, PriceRecord, EstimateRecord, PlanRecord,
                              MachineRecord, WorkRecord, MfcaRecord, OperationRecord, MachineUseRecord, SegmentRecord, NegotiationRecord,
                              TalkOfferRecord, BulletinRecord, MessageRecord, HostRecord, AccountRecord>;

}  // namespace ccm
