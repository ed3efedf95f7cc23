#pragma once
/// Invariants of a market, checked over many random scenarios.

#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

#include "tests/support/recording.hpp"

namespace ccm::test {

/// A simulated random scenario, with what the properties ask of it again and again.
struct MarketRun {
  Scenario scenario;
  Recording recording;

  [[nodiscard]] const std::vector<OrderRecord>& orders() const { return recording.all<OrderRecord>(); }
  [[nodiscard]] const std::vector<QuoteRecord>& quotes() const { return recording.all<QuoteRecord>(); }
  [[nodiscard]] const std::vector<PeriodRecord>& periods() const { return recording.all<PeriodRecord>(); }
  [[nodiscard]] const std::vector<SegmentRecord>& segment_rows() const { return recording.all<SegmentRecord>(); }
  [[nodiscard]] const std::vector<AccountRecord>& accounts() const { return recording.all<AccountRecord>(); }

  [[nodiscard]] bool has_failures() const { return !scenario.events.empty() || !scenario.failures.empty(); }
  [[nodiscard]] double horizon_d() const { return in_days(scenario.time.period) * static_cast<double>(scenario.time.periods); }
  /// Number of the period, from 1, in which that time lies.
  [[nodiscard]] std::int64_t period_at(double time_d) const {
    return 1 + static_cast<std::int64_t>(time_d / in_days(scenario.time.period));
  }
  /// Whether machines or workers fail there: then orders may wait for them, and run by plans made meanwhile.
  [[nodiscard]] bool has_breakdowns(std::string_view minifactory) const;
  [[nodiscard]] const SegmentSpec& segment(std::string_view name) const;
  [[nodiscard]] const MinifactorySpec& minifactory(std::string_view name) const;
  /// The way to the customers: from the coordinates alone, or the shortest one on the roads, by Bellman and Ford.
  [[nodiscard]] Way way(const MinifactorySpec& from, const SegmentSpec& to) const;
  [[nodiscard]] Kilometres distance(const MinifactorySpec& from, const SegmentSpec& to) const;
  /// Who must be asked for a quote: the nearest that have the machines, the workers and the reach, at most as many as the operator asks.
  [[nodiscard]] std::vector<std::string_view> suppliers(const SegmentSpec& segment) const;
  /// Delivered orders by minifactory.
  [[nodiscard]] std::map<std::string_view, std::vector<OrderRecord>> delivered_by_minifactory() const;
  /// Whether every order that the minifactory has made has also been delivered, so that the orders table tells all it did.
  [[nodiscard]] bool all_delivered(std::string_view minifactory) const;
};

/// What a property found to be wrong.
class Violations {
 public:
  template <class... Arguments>
  void unless(bool holds, fmt::format_string<Arguments...> message, Arguments&&... arguments) {
    if (!holds) messages_.push_back(fmt::format(message, std::forward<Arguments>(arguments)...));
  }
  [[nodiscard]] const std::vector<std::string>& messages() const { return messages_; }

 private:
  std::vector<std::string> messages_;
};

using Property = void (*)(const MarketRun&, Violations&);
using Properties = std::vector<Property>;

/// Simulates the random scenarios, each in a process of its own, and fails the test case for each in which a property does not hold.
void hold_in_random_scenarios(const Properties& properties);
/// The same in markets where prices form in every way that there is, talks and searches among them.
void hold_in_random_bargaining(const Properties& properties);
/// The same where the operator matches by every policy, splits orders, and has them made in stages.
void hold_in_random_matching(const Properties& properties);
/// The same on floors of machines, with cancellations and orders that move to others.
void hold_in_random_floors(const Properties& properties);

/// Largest error of a sum of `count` rounded terms: each addition errs by at most half an ulp of the sum, and each term by a few roundings.
[[nodiscard]] double sum_tolerance(std::size_t count, double sum);

}  // namespace ccm::test
