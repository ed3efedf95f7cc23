// Do antithetic replications simulate, and are their means surer?

#include <boost/math/distributions/fisher_f.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

#include "sim/campaign.hpp"
#include "tests/support/process.hpp"
#include "tests/support/recording.hpp"
#include "tests/support/small_market.hpp"

namespace ccm::test {
namespace {

constexpr std::size_t pairs = 150;

/// The small market, in which half of the customers find the price too high.
Scenario choosy_market() {
  Scenario market = small_market();
  market.customers[0].lowest_value = Money(0);
  market.minifactories[0].pricing.markup = 4;
  return market;
}

double sales_of(const Scenario& scenario, Replication replication) {
  Recording recording;
  simulate(scenario, replication, recording.recorder());
  double sales = 0;
  for (const SegmentRecord& row : recording.all<SegmentRecord>()) sales += static_cast<double>(row.sales);
  return sales;
}

struct Spread {
  double mean = 0, variance = 0;
};

Spread spread_of(const std::vector<double>& values) {
  Spread spread;
  const double n = static_cast<double>(values.size());
  for (const double value : values) spread.mean += value / n;
  for (const double value : values) spread.variance += (value - spread.mean) * (value - spread.mean) / (n - 1);
  return spread;
}

/// Mean and variance of the mean sales of replications 2j - 1 and 2j.
Spread spread_of_pairs(Replication (*replication)(std::uint64_t)) {
  const TemporaryDirectory results;
  const Scenario market = choosy_market();
  const Task task = [&](std::size_t index, const auto&) {
    write_file(results / std::to_string(index), std::to_string(sales_of(market, replication(index + 1))));
  };
  for (const Outcome& outcome : run_forked(2 * pairs, 2, task, [](double, std::size_t) {}))
    REQUIRE(outcome.kind == Outcome::Kind::finished);
  std::vector<double> means;
  for (std::size_t i = 0; i < 2 * pairs; i += 2)
    means.push_back((std::stod(file_text(results / std::to_string(i))) + std::stod(file_text(results / std::to_string(i + 1)))) / 2);
  return spread_of(means);
}

}  // namespace

TEST_CASE("a mirrored replication simulates") {
  const double sales = sales_of(choosy_market(), antithetic(4));
  CHECK(sales > 0);
  CHECK(sales < 60);  // 20 are expected
}

TEST_CASE("the mean of an antithetic pair varies less than that of two independent replications, and about the same mean") {
  const Spread independent = spread_of_pairs([](std::uint64_t r) { return Replication(r); });
  const Spread antithetic_pairs = spread_of_pairs(antithetic);
  // If pairs were independent, the ratio of the variances would be F distributed, and lie below this once in 10^6 tests.
  const double degrees = pairs - 1;
  CHECK(antithetic_pairs.variance / independent.variance < quantile(boost::math::fisher_f(degrees, degrees), 1e-6));
  // 5 standard errors of a difference of means are exceeded once in 10^6 tests.
  CHECK(std::abs(antithetic_pairs.mean - independent.mean) <
        5 * std::sqrt((antithetic_pairs.variance + independent.variance) / static_cast<double>(pairs)));
}

}  // namespace ccm::test
