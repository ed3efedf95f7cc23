// Does the sequential rule stop when the books say?

#include "analysis/sequential.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/statistics.hpp"
#include "analysis/student.hpp"
#include "models/error.hpp"
#include "models/random.hpp"

using namespace ccm;

namespace {

using Table = std::vector<std::vector<double>>;  // by replication, then output

bool all_reached(const Table& table, std::size_t n, const std::vector<WantedWidth>& wanted) {
  for (std::size_t output = 0; output < wanted.size(); ++output) {
    std::vector<double> values;
    for (std::size_t r = 0; r < n; ++r) values.push_back(table[r][output]);
    const Estimate e = estimate(values);
    if (*e.half_width > wanted[output].width * (wanted[output].relative ? std::abs(e.mean) : 1)) return false;
  }
  return true;
}

/// The first n from which on all widths are reached for f(n) replications more, as the paper defines it.
std::size_t first_held(const Table& table, const std::vector<WantedWidth>& wanted) {
  for (std::size_t n = 3;; ++n) {
    const std::size_t ahead = n <= 100 ? 5 : 5 * n / 100;
    bool held = true;
    for (std::size_t m = n; m <= n + ahead && held; ++m) held = all_reached(table, m, wanted);
    if (held) return n;
  }
}

ReplicationDecision run(ReplicationRule& rule, const Table& table) {
  ReplicationDecision decision;
  for (std::size_t r = 0; decision.state == ReplicationState::more; ++r) {
    const std::size_t promised = decision.at_least;
    decision = rule.add({table.at(r).begin(), table[r].end()});
    if (decision.state == ReplicationState::enough && r > 0) CHECK(promised == 1);
  }
  return decision;
}

}  // namespace

TEST_CASE("the rule stops where a straightforward computation does") {
  const std::vector<std::vector<WantedWidth>> wishes = {{{0.1, true}, {0.8, false}}, {{0.012, true}, {5, false}}};
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const auto& wanted = wishes[seed % 2];
    RandomStream stream(seed, 1, "test", "sequential");
    Table table;
    for (int r = 0; r < 600; ++r) table.push_back({stream.normal(20, 2), stream.exponential(Seconds(3)).value()});
    ReplicationRule rule({.outputs = wanted});
    const ReplicationDecision decision = run(rule, table);
    const std::size_t expected = first_held(table, wanted);
    CHECK(decision.state == ReplicationState::enough);
    CHECK(*decision.reached_at == expected);
    CHECK(decision.n == expected + (expected <= 100 ? 5 : 5 * expected / 100));
    CHECK_THROWS_AS(rule.add({1, 2}), ModelError);
  }
}

TEST_CASE("constant outputs are reached at once, also when they are zero") {
  ReplicationRule rule({.outputs = {{0.05, true}, {0.05, true}}});
  const ReplicationDecision first = rule.add({0.1, 0});
  CHECK(first.at_least == 7);  // reached at 3 at best, and five to look ahead
  for (int r = 2; r < 8; ++r) CHECK(rule.add({0.1, 0}).state == ReplicationState::more);
  const ReplicationDecision last = rule.add({0.1, 0});
  CHECK(last.state == ReplicationState::enough);
  CHECK(*last.reached_at == 3);
  CHECK(last.n == 8);
  CHECK(rule.outputs()[0].half_width == 0.0);
  CHECK_FALSE(rule.outputs()[1].holds_zero);
}

TEST_CASE("noise around zero never reaches a relative width, says so, and the rule gives up") {
  ReplicationRule rule({.outputs = {{0.05, true}, {10, false}}, .maximum = 40});
  ReplicationDecision decision;
  for (int r = 1; r <= 40; ++r) decision = rule.add({r % 2 == 0 ? 1.0 : -1.0, r % 2 == 0 ? 1.0 : -1.0});
  CHECK(decision.state == ReplicationState::given_up);
  CHECK(decision.n == 40);
  CHECK_FALSE(decision.reached_at);
  const auto outputs = rule.outputs();
  CHECK(outputs[0].holds_zero);
  CHECK_FALSE(outputs[0].reached);
  CHECK(outputs[1].reached);
  CHECK_FALSE(outputs[1].holds_zero);
  CHECK(*outputs[1].projected == 2);
}

TEST_CASE("a replication without a value of an output counts for the others only") {
  ReplicationRule rule({.outputs = {{1, false}, {1, false}}, .look_ahead = 0});
  CHECK(rule.add({5, 5}).at_least == 2);
  rule.add({5, std::nullopt});
  CHECK(rule.add({5, 5}).state == ReplicationState::more);
  CHECK(rule.outputs()[1].n == 2);
  CHECK(rule.add({5, 5}).state == ReplicationState::enough);
  CHECK_THROWS_AS(ReplicationRule({.outputs = {{0.05, true}}}).add({1, 2}), ModelError);
  CHECK_THROWS_AS(ReplicationRule({}), ModelError);
  CHECK_THROWS_AS(ReplicationRule({.outputs = {{0, true}}}), ModelError);
  CHECK_THROWS_AS(ReplicationRule({.outputs = {{1, true}}, .minimum = 1}), ModelError);
  CHECK_THROWS_AS(ReplicationRule({.outputs = {{1, true}}, .maximum = 2}), ModelError);
}

TEST_CASE("how many replications a half-width needs, with t from a table") {
  CHECK(replications_needed(1, 2.2623 / std::sqrt(10.0)) == 10);  // t(0.975, 9) = 2.2622
  CHECK(replications_needed(1, 2.2621 / std::sqrt(10.0)) == 11);
  CHECK(replications_needed(3, 3 * 12.707) == 2);
  CHECK(replications_needed(0, 1) == 2);
  // Far out t is 1.96: (1.959964 * 1000)^2 = 3,841,459, and about (z^2 + 1) / 2 = 2.4 more for t.
  CHECK(std::abs(replications_needed(1000, 1) - 3841461.4) <= 1);
  CHECK_THROWS_AS(replications_needed(1, 0), ModelError);
}

TEST_CASE("Student's quantiles and chances from tables") {
  CHECK(student_quantile(0.95, 1) == Approx(12.706).margin(5e-4));
  CHECK(student_quantile(0.99, 30) == Approx(2.750).margin(5e-4));
  CHECK(student_p_value(-2.2622, 9) == Approx(0.05).margin(1e-5));
  CHECK(student_p_value(0, 4) == 1);
  CHECK_THROWS_AS(student_quantile(1, 4), ModelError);
  CHECK_THROWS_AS(student_p_value(1, 0), ModelError);
}

TEST_CASE("running moments are those of all values at once") {
  RandomStream stream(1, 1, "test", "moments");
  RunningMoments moments;
  std::vector<double> values;
  for (int i = 0; i < 100; ++i) moments.add(values.emplace_back(stream.normal(1e6, 1)));
  // Values of 1e6 carry roundings of 1e-10 each.
  CHECK(moments.mean == Approx(estimate(values).mean).epsilon(1e-14));
  CHECK(moments.standard_deviation() == Approx(*estimate(values).standard_deviation).epsilon(1e-8));
  CHECK(RunningMoments().variance() == 0);
}
