#pragma once
/// The facts of talks about prices, and of the prices that are published. See records.hpp.

#include <cstdint>
#include <optional>
#include <tuple>

#include "models/record_table.hpp"

namespace ccm {

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

/// One offer in a talk about a price.
struct TalkOfferRecord {
  std::int64_t request = 0;
  std::string_view minifactory;
  std::int64_t tick = 0;
  double at_d = 0;
  std::string_view party;
  double price = 0;
};

template <>
struct Table<TalkOfferRecord> {
  using R = TalkOfferRecord;
  static constexpr std::string_view name = "talk_offers";
  static constexpr std::string_view doc =
      "one row per offer in a talk, written as the customer makes or hears it; only if asked for (results.talk_offers)";
  static constexpr auto columns = std::tuple{Column{"request", &R::request, "the request that they talk about"},
                                             Column{"minifactory", &R::minifactory, "with whom the customer talks"},
                                             Column{"tick", &R::tick, "of the talk; the first price is asked at tick 0"},
                                             Column{"at_d", &R::at_d, "when the customer made or heard the offer"},
                                             Column{"party", &R::party, "whose offer it is: buyer or seller"},
                                             Column{"price", &R::price, "price of a unit"}};
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

}  // namespace ccm
