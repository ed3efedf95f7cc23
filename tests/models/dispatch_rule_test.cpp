// Does each rule serve the batch that it should?

#include "models/production/dispatch_rule.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "models/error.hpp"

using namespace ccm;

namespace {

const std::vector<WaitingBatch> waiting{
    {.arrived = Seconds(5), .due = Seconds(100), .time = Seconds(7), .remaining = Seconds(30), .sequence = 1},
    {.arrived = Seconds(3), .due = Seconds(120), .time = Seconds(9), .remaining = Seconds(110), .sequence = 2},
    {.arrived = Seconds(4), .due = Seconds(90), .time = Seconds(8), .remaining = Seconds(20), .sequence = 3},
};

std::uint64_t served(std::string_view rule, Seconds now) { return waiting[first_in_line(dispatch_rule(rule), waiting, now)].sequence; }

double critical_ratio(double due, double remaining) {
  return dispatch_rule("cr").urgency({.due = Seconds(due), .remaining = Seconds(remaining)}, Seconds(50));
}

}  // namespace

TEST_CASE("each rule serves another batch first") {
  CHECK(served("fifo", Seconds(10)) == 2);
  CHECK(served("edd", Seconds(10)) == 3);
  CHECK(served("spt", Seconds(10)) == 1);
  CHECK(served("cr", Seconds(10)) == 2);   // ratios 3, 1 and 4
  CHECK(served("cr", Seconds(150)) == 3);  // all late: -1.67, -0.27 and -3
}

TEST_CASE("a critical ratio is a number that orders even without remaining work") {
  CHECK(critical_ratio(80, 15) == 2);
  CHECK(critical_ratio(20, 15) == -2);
  CHECK(critical_ratio(50, 0) == 0);
  CHECK(critical_ratio(51, 0) == std::numeric_limits<double>::infinity());
  CHECK(critical_ratio(49, 0) == -std::numeric_limits<double>::infinity());
}

TEST_CASE("ties are broken by arrival, then by the batch's own number, not by the order of the list") {
  std::vector<WaitingBatch> equal(3);
  for (std::size_t i = 0; i < equal.size(); ++i) equal[i].sequence = 9 - i;
  for (const DispatchRule& rule : dispatch_rules()) CHECK(first_in_line(rule, equal, Seconds(0)) == 2);
  equal[0].arrived = Seconds(-1);
  for (const DispatchRule& rule : dispatch_rules()) CHECK(first_in_line(rule, equal, Seconds(0)) == 0);
}

TEST_CASE("rules refuse what cannot be") {
  CHECK_THROWS_AS(dispatch_rule("lifo"), ModelError);
  CHECK_THROWS_AS(first_in_line(dispatch_rule("fifo"), {}, Seconds(0)), ModelError);
}
