#pragma once
/// The facts a run leaves: one struct per result table, each column described once. Files, database, documentation and analysis
/// all come from these descriptions. Units stand in the column names: _d days, _h hours, _km, _kwh, _b bytes; money is in the
/// scenario's currency.

#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>

namespace ccm {

/// A column of a table: its name with unit, where its value lives in the record, and what it means.
template <class Record, class Value>
struct Column {
  std::string_view name;
  Value Record::*value;
  std::string_view doc;
};

/// The description of a record's table; specialised below with `name`, `doc` and `columns`. Every table also has the column
/// `replication`, which comes first.
template <class Record>
struct Table;

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
                 Column{"unit_cost", &R::unit_cost, "energy, labour and movement cost of making it"}};
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

/// One minifactory in one period.
struct PeriodRecord {
  std::int64_t period = 0;
  std::string_view minifactory;
  double forecast_units = 0;
  std::int64_t quotes = 0, refusals = 0, orders = 0, started = 0, produced_units = 0;
  double energy_kwh = 0, energy_cost = 0, labour_cost = 0, movement_cost = 0;
  double revenue = 0, commission = 0, profit = 0;
  double utilisation = 0, queue_mean = 0;
  std::optional<double> waiting_mean_h;
};

template <>
struct Table<PeriodRecord> {
  using R = PeriodRecord;
  static constexpr std::string_view name = "periods";
  static constexpr std::string_view doc = "one row per minifactory and period";
  static constexpr auto columns =
      std::tuple{Column{"period", &R::period, "number of the period, from 1"},
                 Column{"minifactory", &R::minifactory, "whose row this is"},
                 Column{"forecast_units", &R::forecast_units, "demand forecast when the period began"},
                 Column{"quotes", &R::quotes, "quotes given"},
                 Column{"refusals", &R::refusals, "calls refused because the due time could not be met"},
                 Column{"orders", &R::orders, "orders that reached the line (product data complete)"},
                 Column{"started", &R::started, "orders whose production started"},
                 Column{"produced_units", &R::produced_units, "orders whose production ended"},
                 Column{"energy_kwh", &R::energy_kwh, "electricity of what was produced"},
                 Column{"energy_cost", &R::energy_cost, "energy cost of what was produced"},
                 Column{"labour_cost", &R::labour_cost, "labour cost of what was produced (system cost)"},
                 Column{"movement_cost", &R::movement_cost, "movement cost of what was produced (system cost)"},
                 Column{"revenue", &R::revenue, "payments for its deliveries, commission included"},
                 Column{"commission", &R::commission, "what the operator kept of the revenue"},
                 Column{"profit", &R::profit, "revenue less commission less the cost of what was produced"},
                 Column{"utilisation", &R::utilisation, "mean share of the lines that was busy"},
                 Column{"queue_mean", &R::queue_mean, "time average of the number of orders waiting"},
                 Column{"waiting_mean_h", &R::waiting_mean_h, "mean wait of the orders that started; empty if none did"}};
};

/// One posted price.
struct PriceRecord {
  std::int64_t period = 0;
  std::string_view minifactory, service, customer_type;
  double forecast_units = 0, unit_cost = 0, price = 0;
};

template <>
struct Table<PriceRecord> {
  using R = PriceRecord;
  static constexpr std::string_view name = "prices";
  static constexpr std::string_view doc = "one row per posted price: minifactory, service, customer type and period";
  static constexpr auto columns = std::tuple{Column{"period", &R::period, "number of the period, from 1"},
                                             Column{"minifactory", &R::minifactory, "who posts the price"},
                                             Column{"service", &R::service, "what it buys"},
                                             Column{"customer_type", &R::customer_type, "who pays it"},
                                             Column{"forecast_units", &R::forecast_units, "demand forecast of the service"},
                                             Column{"unit_cost", &R::unit_cost, "average cost C of one unit at that forecast"},
                                             Column{"price", &R::price, "posted price"}};
};

/// How one minifactory makes one part in one period.
struct PlanRecord {
  std::int64_t period = 0;
  std::string_view minifactory, part;
  double demand_units = 0;
  std::int64_t route = 0, moves = 0;
  double batch_units = 0, machine_min = 0, energy_cost = 0, labour_cost = 0, movement_cost = 0;
};

template <>
struct Table<PlanRecord> {
  using R = PlanRecord;
  static constexpr std::string_view name = "plans";
  static constexpr std::string_view doc = "one row per part, minifactory and period: the chosen route and what a unit costs on it";
  static constexpr auto columns = std::tuple{Column{"period", &R::period, "number of the period, from 1"},
                                             Column{"minifactory", &R::minifactory, "who plans"},
                                             Column{"part", &R::part, "the part"},
                                             Column{"demand_units", &R::demand_units, "forecast demand D of the part"},
                                             Column{"route", &R::route, "chosen route, from 1"},
                                             Column{"moves", &R::moves, "moves between machine groups per batch"},
                                             Column{"batch_units", &R::batch_units, "economic order quantity; 0 if nothing is held"},
                                             Column{"machine_min", &R::machine_min, "machine minutes of one unit"},
                                             Column{"energy_cost", &R::energy_cost, "energy cost of one unit"},
                                             Column{"labour_cost", &R::labour_cost, "labour cost of one unit"},
                                             Column{"movement_cost", &R::movement_cost, "movement cost of one unit"}};
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
using AllRecords = std::tuple<OrderRecord, QuoteRecord, PeriodRecord, PriceRecord, PlanRecord, SegmentRecord, MessageRecord, AccountRecord>;

}  // namespace ccm
