// How often do intervals and tests hold what they promise?

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

#include "analysis/paired.hpp"
#include "analysis/sequential.hpp"
#include "analysis/statistics.hpp"
#include "models/random.hpp"

using namespace ccm;

namespace {

using Draw = std::function<double(RandomStream&)>;

double normal(RandomStream& stream) { return stream.normal(10, 3); }
double exponential(RandomStream& stream) { return stream.exponential(Seconds(10)).value(); }

/// Half the width of the band that holds 99 % of the shares seen in so many experiments.
double band(double share, int experiments) { return 2.576 * std::sqrt(share * (1 - share) / experiments); }

struct Stopped {
  double coverage = 0;
  double replications = 0;  // on average
};

/// Experiments of the rule on one output of mean 10: how often its last interval holds the mean.
Stopped sequential_experiments(const Draw& draw, const WantedWidth& wanted, std::size_t look_ahead, int experiments) {
  Stopped result;
  for (std::uint64_t e = 1; e <= static_cast<std::uint64_t>(experiments); ++e) {
    RandomStream stream(3, e, "test", "stopping");
    ReplicationRule rule({.outputs = {wanted}, .look_ahead = look_ahead});
    ReplicationDecision decision;
    while (decision.state == ReplicationState::more) decision = rule.add({draw(stream)});
    const OutputPrecision output = rule.outputs().front();
    result.coverage += (std::abs(output.mean - 10) <= *output.half_width) / static_cast<double>(experiments);
    result.replications += static_cast<double>(output.n) / experiments;
  }
  return result;
}

/// Scenarios that do not differ, by replications that share part of their chance.
std::vector<OutputByReplication> same_scenarios(std::size_t scenarios, int replications, std::uint64_t experiment) {
  RandomStream stream(4, experiment, "test", "same");
  std::vector<OutputByReplication> result(scenarios);
  for (int r = 0; r < replications; ++r) {
    const double shared = stream.normal(50, 5);
    for (auto& outputs : result) outputs.push_back(shared + stream.normal(0, 2));
  }
  return result;
}

/// The share of experiments in which one of the comparisons with the first of `scenarios` equal ones sees a difference.
double rejected(std::size_t scenarios, int experiments) {
  int seen = 0;
  for (std::uint64_t e = 1; e <= static_cast<std::uint64_t>(experiments); ++e) {
    bool any = false;
    for (const PairedComparison& comparison : compare_with_first(same_scenarios(scenarios, 10, e)))
      any = any || comparison.verdict != PairedVerdict::no_difference_seen;
    seen += any;
  }
  return seen / static_cast<double>(experiments);
}

}  // namespace

TEST_CASE("95 % intervals cover between 93 and 97 % in 1,000 experiments of normal values") {
  // The band is 2.9 binomial deviations wide: a correct interval fails for 4 of 1,000 seeds.
  int held = 0;
  for (std::uint64_t e = 1; e <= 1000; ++e) {
    RandomStream stream(2, e, "test", "coverage");
    std::vector<double> values;
    for (int r = 0; r < 10; ++r) values.push_back(normal(stream));
    const Estimate estimated = estimate(values);
    held += std::abs(estimated.mean - 10) <= *estimated.half_width;
  }
  CHECK(held >= 930);
  CHECK(held <= 970);
}

TEST_CASE("stopping by the rule covers as its description says, from many more experiments") {
  // 99.9 % binomial bands around the shares that experiments with other streams gave.
  const auto near = [](const Stopped& seen, double coverage, int experiments) {
    CHECK(std::abs(seen.coverage - coverage) < 3.29 / 2.576 * band(coverage, experiments));
  };
  const Stopped few = sequential_experiments(normal, {0.2, true}, 5, 2000);
  near(few, 0.939, 2000);
  CHECK(few.replications == Approx(16.5).margin(0.5));  // a deviation of 5 of the number, over sqrt(2000), is 0.11
  near(sequential_experiments(normal, {0.2, true}, 0, 2000), 0.913, 2000);
  near(sequential_experiments(normal, {0.1, true}, 5, 600), 0.941, 600);
  near(sequential_experiments(exponential, {0.3, true}, 5, 600), 0.927, 600);
}

TEST_CASE("A against A is rejected at the nominal rate") { CHECK(std::abs(rejected(2, 4000) - 0.05) < band(0.05, 4000)); }

TEST_CASE("several scenarios like the baseline: one of them is rejected at most at the nominal rate") {
  const double share = rejected(5, 4000);
  CHECK(share < 0.05 + band(0.05, 4000));
  CHECK(share > 0.02);  // Bonferroni of four comparisons with a common baseline is conservative, not blind
}

TEST_CASE("shared chance narrows the interval as its share of the variance says") {
  // Deviations of 5 shared and 2 own: Var D = 8 of 58, correlation 25/29, narrower by sqrt(58/8) = 2.69. Variances of 1,000 values are
  // within 4 sqrt(2/1000) = 18 % of the true ones, their root within 9 %.
  const auto scenarios = same_scenarios(2, 1000, 1);
  const PairedComparison comparison = paired_comparison(scenarios[0], scenarios[1]);
  CHECK(1 - *comparison.variance_reduction == Approx(8.0 / 58).epsilon(0.18));
  CHECK(1 - *comparison.correlation == Approx(4.0 / 29).epsilon(0.18));
  CHECK(*comparison.narrowing == Approx(std::sqrt(58.0 / 8)).epsilon(0.09));
}
