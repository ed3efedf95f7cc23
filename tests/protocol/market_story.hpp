#pragma once
/// The facts of a small market, and how long its messages take by hand.

#include <catch2/catch.hpp>

#include "tests/support/recording.hpp"
#include "tests/support/small_market.hpp"

namespace ccm::test {

inline constexpr double day = 86400;
/// A message over one access link of the small market (10 ms, 100,000 B/s): 13.01 latency + bytes / (0.97 bandwidth).
inline constexpr double talk = 0.1301 + 1000 / 97000.0;
inline constexpr double transfer = 0.1301 + 1'001'000 / 97000.0;
inline constexpr double hour = 3600;

/// A time in seconds, but for the rounding of days to seconds.
[[nodiscard]] inline Approx seconds(double value) { return Approx(value).epsilon(0).margin(1e-5); }

/// What happened in the scenario. At most one per process.
class MarketStory {
 public:
  explicit MarketStory(const Scenario& scenario) : scenario_(scenario) { simulate_into(recording_, scenario_); }

  [[nodiscard]] const std::vector<OrderRecord>& orders() const { return recording_.all<OrderRecord>(); }
  [[nodiscard]] const std::vector<QuoteRecord>& quotes() const { return recording_.all<QuoteRecord>(); }
  [[nodiscard]] const MessageRecord& messages(std::string_view kind) const { return recording_.messages(kind); }
  template <class Record>
  [[nodiscard]] const std::vector<Record>& all() const {
    return recording_.all<Record>();
  }

  /// The order with that number within the first segment, from 1.
  [[nodiscard]] const OrderRecord& order(std::int64_t number) const {
    for (const OrderRecord& order : orders())
      if (order.request == 1'000'000'000 + number) return order;
    throw std::out_of_range("no such order");
  }
  [[nodiscard]] std::int64_t ended(std::string_view state) const {
    std::int64_t count = 0;
    for (const OrderRecord& order : orders()) count += order.state == state;
    return count;
  }

 private:
  Scenario scenario_;
  Recording recording_;
};

/// A second minifactory like the first, this far to the north.
inline void add_minifactory(Scenario& market, const std::string& name, double degrees_north) {
  MinifactorySpec minifactory = market.minifactories[0];
  minifactory.name = name;
  minifactory.at->latitude += degrees_north;
  market.minifactories.push_back(minifactory);
}

}  // namespace ccm::test
