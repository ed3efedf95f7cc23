// Does the score of an offer weigh what it should, and when does an irrelevant offer turn an order round?

#include <catch2/catch.hpp>
#include <cmath>

#include "models/error.hpp"
#include "models/market/matching/policies.hpp"
#include "models/market/matching/reliability.hpp"

namespace ccm {
namespace {

MatchingOffer offer(double price, double arrival_h, double reliability = 1) {
  return {.price = Money(price), .arrival = hours(arrival_h), .reliability = reliability};
}

const QosOptions price_and_time{.weights = {.price = 1, .time = 1, .co2 = 0, .reliability = 0, .distance = 0}};
const QosOptions bounded{.weights = price_and_time.weights, .bounds = {.price = QosRange{0, 100}, .time = QosRange{0, 36000}}};

std::vector<std::size_t> ranked(const std::vector<MatchingOffer>& offers, const QosOptions& qos) {
  return best_qos_first({.offers = offers, .qos = qos});
}

}  // namespace

TEST_CASE("scores by hand: shares of the ranges, weighted") {
  // price 10 .. 30 -> 1, 0.5, 0;  hours 2 .. 6 -> 0, 0.75, 1;  reliability 0.5 .. 0.9 -> 0, 1, 0.5;  weights 2 : 1 : 1.
  const std::vector<MatchingOffer> offers{offer(10, 6, 0.5), offer(20, 3, 0.9), offer(30, 2, 0.7)};
  const QosOptions qos{.weights = {.price = 2, .time = 1, .co2 = 0, .reliability = 1}};
  const auto scores = qos_scores({.offers = offers, .qos = qos});
  CHECK(scores[0] == Approx(0.5));
  CHECK(scores[1] == Approx(0.5 * 0.5 + 0.25 * 0.75 + 0.25));
  CHECK(scores[2] == Approx(0.25 + 0.25 * 0.5));
  CHECK(ranked(offers, qos) == std::vector<std::size_t>{1, 0, 2});
}

TEST_CASE("an irrelevant offer turns the order round with ranges of the offers, and not with fixed bounds") {
  const std::vector<MatchingOffer> two{offer(40, 6), offer(60, 5)};
  std::vector<MatchingOffer> three = two;
  three.push_back(offer(100, 5.5));  // worse than the second in everything
  // Of two, each is best in one thing: 0.5 each, and the cheaper comes first. The third stretches the prices to 40 .. 100 and leaves the
  // hours: 0.5 and 0.5 (2/3) + 0.5.
  CHECK(ranked(two, price_and_time).front() == 0);
  CHECK(ranked(three, price_and_time).front() == 1);
  CHECK(ranked(two, bounded).front() == 0);
  CHECK(ranked(three, bounded).front() == 0);
  const auto before = qos_scores({.offers = two, .qos = bounded}), after = qos_scores({.offers = three, .qos = bounded});
  CHECK(after[0] == before[0]);
  CHECK(after[1] == before[1]);
}

TEST_CASE("values beyond the bounds count as the bounds, equal values as best") {
  const std::vector<MatchingOffer> offers{offer(-5, 20), offer(200, 20)};
  const auto scores = qos_scores({.offers = offers, .qos = bounded});
  CHECK(scores[0] == Approx(0.5));  // best price, worst time
  CHECK(scores[1] == Approx(0));
  const std::vector<MatchingOffer> alike{offer(7, 3), offer(7, 3)};
  CHECK(qos_scores({.offers = alike, .qos = price_and_time}) == std::vector<double>{1, 1});
}

TEST_CASE("scores lie between 0 and 1, and do not change if all weights are multiplied") {
  const std::vector<MatchingOffer> offers{offer(10, 6, 0.5), offer(20, 3, 0.9), offer(30, 2, 0.7)};
  QosOptions qos;
  const auto scores = qos_scores({.offers = offers, .qos = qos});
  for (double* weight : {&qos.weights.price, &qos.weights.time, &qos.weights.co2, &qos.weights.reliability}) *weight *= 7;
  const auto again = qos_scores({.offers = offers, .qos = qos});
  for (std::size_t i = 0; i < scores.size(); ++i) {
    CHECK((scores[i] >= 0 && scores[i] <= 1));
    CHECK(again[i] == Approx(scores[i]).epsilon(1e-14));
  }
}

TEST_CASE("the less slack, the more time weighs, and the other weights keep their proportions") {
  CHECK(urgent_weight(0.3, hours(10), hours(10)) == 0.3);
  CHECK(urgent_weight(0.3, hours(5), hours(10)) == Approx(0.65));
  CHECK(urgent_weight(0.3, hours(-1), hours(10)) == 1);
  // Half of the time weight of 0.5 is gained at half the slack: 0.75 for time, 0.25 for price.
  const std::vector<MatchingOffer> offers{offer(10, 6), offer(20, 5)};
  QosOptions qos = price_and_time;
  qos.urgent_within = hours(10);
  const auto scores = qos_scores({.offers = offers, .qos = qos, .due = hours(10)});
  CHECK(scores[0] == Approx(0.25));
  CHECK(scores[1] == Approx(0.75));
}

TEST_CASE("weights and bounds that mean nothing are refused") {
  const std::vector<MatchingOffer> offers{offer(10, 6), offer(20, 5)};
  QosOptions none{.weights = {0, 0, 0, 0, 0}}, negative{.weights = {.price = -1}}, empty{.bounds = {.price = QosRange{5, 5}}};
  for (const QosOptions& qos : {none, negative, empty}) CHECK_THROWS_AS(qos_scores({.offers = offers, .qos = qos}), ModelError);
}

TEST_CASE("in sequence times add up, side by side the longest counts, costs add up and reliabilities multiply either way") {
  const std::vector<QosTotal> services{{hours(2), Money(10), 0.9}, {hours(5), Money(20), 0.8}, {hours(1), Money(5), 0.5}};
  const QosTotal chain = in_sequence(services), side_by_side = in_parallel(services);
  CHECK(chain.time == hours(8));
  CHECK(side_by_side.time == hours(5));
  for (const QosTotal& total : {chain, side_by_side}) {
    CHECK(total.cost == Money(35));
    CHECK(total.reliability == Approx(0.36));
  }
}

TEST_CASE("reliability: the mean of the Beta posterior, by integrating it, and the past fades") {
  KeptPromises kept;
  CHECK(reliability(kept) == 0.5);
  for (const bool on_time : {true, true, false, true}) kept = after_order(kept, on_time, 1);
  double weight = 0, mean = 0;  // posterior p^3 (1 - p), by the midpoint rule
  for (int i = 0; i < 100'000; ++i) {
    const double p = (i + 0.5) / 100'000, density = p * p * p * (1 - p);
    weight += density, mean += p * density;
  }
  CHECK(reliability(kept) == Approx(mean / weight).epsilon(1e-9));  // error of the midpoint rule about 1e-10
  KeptPromises fading;
  for (int i = 0; i < 1000; ++i) fading = after_order(fading, false, 0.9);
  CHECK(fading.orders == Approx(10));  // 1/(1 - 0.9)
  for (int i = 0; i < 7; ++i) fading = after_order(fading, true, 0.9);
  CHECK(reliability(fading) == Approx((1 + 10 * (1 - std::pow(0.9, 7))) / 12));
  CHECK_THROWS_AS(after_order(kept, true, 0), ModelError);
}

}  // namespace ccm
