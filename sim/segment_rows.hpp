#pragma once
/// What a segment's customers went through, and the rows that tell it.

#include "models/running_mean.hpp"
#include "scenarios/scenario.hpp"
#include "sim/messages.hpp"
#include "sim/recorder.hpp"

namespace ccm {

/// A talk with a minifactory about its price.
struct Talk {
  Seconds began{0};
  Money first_bid{0}, last_bid{0};
  std::optional<Money> last_ask;
  std::int64_t tick = 0;  // at which the customer spoke last
  std::int64_t messages = 0;
};

/// What has come of an order, and how it was made and brought.
class Arrivals {
 public:
  void add(std::int64_t units, const Delivery& delivery);
  [[nodiscard]] std::int64_t units() const { return units_; }
  /// Of all units: when the first joined and started, when the last was finished, the mean cost of one, and the sums of the distances that
  /// they came, of freight and of emissions.
  [[nodiscard]] const Delivery& all() const { return all_; }

 private:
  std::int64_t units_ = 0;
  Delivery all_{};
};

/// One customer on the way from the request to the product.
struct Visit {
  Seconds requested{0};
  Money value{0};
  std::size_t person = 0;  // where customers come again
  std::uint32_t next_supplier = 0;
  CallId questions = 0, answers = 0;  // requests made, repetitions not counted, and what was heard of them
  std::int64_t quotes = 0, bids = 0;
  Money bargaining_costs{0};
  std::optional<Quote> quote;      // the last price, and who asks it
  Money asked{0};                  // its first price
  std::optional<Money> reference;  // held against it
  std::optional<Quote> best;       // so far, of a search
  Seconds offered{0};
  std::optional<Talk> talk;
  std::optional<Seconds> accepted;
  Arrivals arrivals;
};

/// What happened to a segment in the current period.
struct SegmentTally {
  std::int64_t requests = 0, offers = 0, sales = 0, units = 0, rejected = 0, no_offer = 0, expired = 0, cancelled = 0, delivered = 0,
               on_time = 0;
  std::int64_t talks = 0, agreements = 0;
  MeanPrice reference, offered, sold;
  Money paid{0}, surplus{0}, bargaining_costs{0};
  Seconds lead_time{0};
};

[[nodiscard]] SegmentRecord segment_row(const SegmentSpec& segment, std::int64_t period, const SegmentTally& tally);
[[nodiscard]] OrderRecord order_row(const Scenario& scenario, const SegmentSpec& segment, RequestId request, const Visit& visit,
                                    std::string_view state);
/// The same with how the product was made and brought.
[[nodiscard]] OrderRecord delivered_row(OrderRecord order, const Delivery& delivery, Seconds now);
[[nodiscard]] NegotiationRecord negotiation_row(const Scenario& scenario, const SegmentSpec& segment, RequestId request, const Visit& visit,
                                                Money reservation, Seconds now, std::string_view outcome);

}  // namespace ccm
