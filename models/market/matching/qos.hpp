#pragma once
/// Quality of service: one score for price, time, CO2, reliability and distance, and what they come to when several make an order.

#include <optional>
#include <span>
#include <vector>

#include "models/market/matching/offer.hpp"

namespace ccm {

struct MatchingContext;

/// What each criterion counts, before they are divided by their sum; each >= 0, one of them > 0.
struct QosWeights {
  double price = 0.4;
  double time = 0.3;
  double co2 = 0.1;
  double reliability = 0.2;
  double distance = 0;
};

/// What counts as nothing and as all of a criterion, low < high.
struct QosRange {
  double low = 0;
  double high = 1;
};

/// Fixed ranges of some criteria: price [currency], time [s], co2 [kg], reliability [1], distance [km].
struct QosBounds {
  std::optional<QosRange> price, time, co2, reliability, distance;
};

struct QosOptions {
  QosWeights weights{};
  QosBounds bounds{};
  std::optional<Seconds> urgent_within;  // slack below which time weighs more; nothing: it never does
};

/// Score of every offer by simple additive weighting:     sum_j w_j u_j,  sum_j w_j = 1,
///     u = (high - x)/(high - low) of price, time from now, CO2 and distance,  u = (x - low)/(high - low) of reliability,
/// with low and high the fixed bounds (x is clipped to them), or else the least and greatest x of these offers (u = 1 if they are equal).
/// Without bounds an offer that nobody would choose may turn the order of the others round; with them it cannot.
/// If the order is urgent, time counts more (see urgent_weight); its slack is the due time less the earliest arrival.
/// Throws ModelError if a weight is negative or all are 0, or if a range is empty.
/// Source: [HwangYoon1981].     Tested by: tests/models/matching_qos_test.cpp.
[[nodiscard]] std::vector<double> qos_scores(const MatchingContext& context);

/// Weight of time when an order has so much slack left:     w0 + (1 - w0) clip(1 - slack/within, 0, 1).
/// w0  weight without urgency [1], 0 <= w0 <= 1;  within > 0. The other weights shrink so that all add up to 1 again.
/// Tested by: tests/models/matching_qos_test.cpp.
[[nodiscard]] double urgent_weight(double w0, Seconds slack, Seconds within);

/// What several services come to together.
struct QosTotal {
  Seconds time{0};
  Money cost{0};
  double reliability = 1;
};

/// One after the other: times and costs add up, reliabilities multiply. Side by side: the longest time, costs add up, reliabilities
/// multiply.     Source: [Zeng2004].     Tested by: tests/models/matching_qos_test.cpp.
[[nodiscard]] QosTotal in_sequence(std::span<const QosTotal> services);
[[nodiscard]] QosTotal in_parallel(std::span<const QosTotal> services);

}  // namespace ccm
