// Which offer is best by everything together?

#include "models/market/matching/qos.hpp"

#include <algorithm>
#include <array>

#include "models/error.hpp"
#include "models/market/matching/policies.hpp"

namespace ccm {
namespace {

/// One criterion of all offers.
struct Criterion {
  double weight;
  std::optional<QosRange> bounds;
  std::vector<double> values;
  bool more_is_better = false;
};

template <class Value>
std::vector<double> values_of(const MatchingContext& context, Value value) {
  std::vector<double> values;
  for (const MatchingOffer& offer : context.offers) values.push_back(value(offer));
  return values;
}

std::array<Criterion, 5> criteria_of(const MatchingContext& context) {
  const auto& [weights, bounds, urgent_within] = context.qos;
  const auto values = [&](auto value) { return values_of(context, value); };
  return {Criterion{weights.time, bounds.time, values([&](const MatchingOffer& o) { return (o.arrival - context.now).value(); })},
          Criterion{weights.price, bounds.price, values([](const MatchingOffer& o) { return o.price.value(); })},
          Criterion{weights.co2, bounds.co2, values([](const MatchingOffer& o) { return o.co2.value(); })},
          Criterion{weights.distance, bounds.distance, values([](const MatchingOffer& o) { return o.distance.value(); })},
          Criterion{weights.reliability, bounds.reliability, values([](const MatchingOffer& o) { return o.reliability; }), true}};
}

void normalise(std::array<Criterion, 5>& criteria) {
  double sum = 0;
  for (const Criterion& criterion : criteria) {
    require(criterion.weight >= 0, "quality of service: a weight is negative");
    sum += criterion.weight;
  }
  require(sum > 0, "quality of service: all weights are 0");
  for (Criterion& criterion : criteria) criterion.weight /= sum;
}

/// Time, the first of the criteria, counts more the less slack there is.
void weigh_urgency(std::array<Criterion, 5>& criteria, const MatchingContext& context) {
  if (!context.due || !context.qos.urgent_within) return;
  const Seconds earliest = std::ranges::min(context.offers, {}, &MatchingOffer::arrival).arrival;
  const double before = criteria[0].weight, now = urgent_weight(before, *context.due - earliest, *context.qos.urgent_within);
  criteria[0].weight = now;
  for (std::size_t j = 1; j < criteria.size(); ++j) criteria[j].weight *= before < 1 ? (1 - now) / (1 - before) : 1;
}

QosRange range_of(const Criterion& criterion) {
  if (criterion.bounds) {
    require(criterion.bounds->low < criterion.bounds->high, "quality of service: the lower bound is not below the upper one");
    return *criterion.bounds;
  }
  const auto [low, high] = std::ranges::minmax(criterion.values);
  return {low, high};
}

double utility(double value, QosRange range, bool more_is_better) {
  if (range.low == range.high) return 1;
  const double above = (std::clamp(value, range.low, range.high) - range.low) / (range.high - range.low);
  return more_is_better ? above : 1 - above;
}

}  // namespace

std::vector<double> qos_scores(const MatchingContext& context) {
  std::vector<double> scores(context.offers.size());
  if (scores.empty()) return scores;
  auto criteria = criteria_of(context);
  normalise(criteria);
  weigh_urgency(criteria, context);
  for (const Criterion& criterion : criteria) {
    const QosRange range = range_of(criterion);
    for (std::size_t i = 0; i < scores.size(); ++i)
      scores[i] += criterion.weight * utility(criterion.values[i], range, criterion.more_is_better);
  }
  return scores;
}

double urgent_weight(double w0, Seconds slack, Seconds within) {
  require(w0 >= 0 && w0 <= 1 && within > Seconds(0), "quality of service: urgency needs a weight in [0, 1] and a positive time");
  return w0 + (1 - w0) * std::clamp(1 - slack / within, 0.0, 1.0);
}

QosTotal in_sequence(std::span<const QosTotal> services) {
  QosTotal total;
  for (const QosTotal& service : services) {
    total.time += service.time;
    total.cost += service.cost;
    total.reliability *= service.reliability;
  }
  return total;
}

QosTotal in_parallel(std::span<const QosTotal> services) {
  QosTotal total = in_sequence(services);
  total.time = Seconds(0);
  for (const QosTotal& service : services) total.time = std::max(total.time, service.time);
  return total;
}

std::vector<std::size_t> best_qos_first(const MatchingContext& context) {
  const std::vector<double> scores = qos_scores(context);
  std::vector<std::size_t> order = cheapest_first(context);
  std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t position) { return scores[position]; });
  return order;
}

}  // namespace ccm
