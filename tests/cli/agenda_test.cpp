// Do the same replications count whatever order they end in?

#include "sim/commands/agenda.hpp"

#include <catch2/catch.hpp>

using namespace ccm;

namespace {

using Numbers = std::vector<std::int64_t>;

/// Half-widths of one output within an amount of 1.
ReplicationRuleOptions within_one(std::size_t maximum) { return {.outputs = {{1.0, false}}, .minimum = 3, .maximum = maximum}; }

/// Noisy at first, and constant from the fifth on.
double value_of(std::int64_t replication) { return replication < 5 ? static_cast<double>(replication % 2) * 4 : 2; }

}  // namespace

TEST_CASE("a list is done when all of it has finished, and what failed is missing") {
  Agenda agenda({2, 5, 9});
  CHECK(agenda.next() == RunId{1, 2});
  CHECK(agenda.next() == RunId{1, 5});
  CHECK(agenda.next() == RunId{1, 9});
  CHECK_FALSE(agenda.next());
  agenda.hear(9, {});
  agenda.hear(2, {});
  CHECK_FALSE(agenda.complete());
  CHECK(agenda.kept() == Numbers{2, 9});
  agenda.hear(5, {});
  CHECK(agenda.complete());
}

TEST_CASE("the rule hears replications in their order, and those beyond its decision do not count") {
  Agenda in_order(numbers_between(1, 100), within_one(100)), backwards(numbers_between(1, 100), within_one(100));
  std::int64_t ended = 0;
  for (; !in_order.complete(); ++ended) in_order.hear(ended + 1, {value_of(ended + 1)});
  CHECK(ended > 8);
  for (std::int64_t number = ended + 4; number > 1; --number) backwards.hear(number, {value_of(number)});
  CHECK(backwards.next());  // nothing is known before the first has ended
  CHECK_FALSE(backwards.complete());
  backwards.hear(1, {value_of(1)});
  CHECK(backwards.complete());
  CHECK_FALSE(backwards.next());
  CHECK(backwards.kept() == numbers_between(1, ended));
  CHECK(backwards.reached());
}

TEST_CASE("an agenda ends at its maximum, reached or not") {
  Agenda short_of(numbers_between(1, 4), within_one(4));
  for (std::int64_t number = 1; number <= 4; ++number) short_of.hear(number, {value_of(number)});
  CHECK(short_of.complete());
  CHECK_FALSE(short_of.reached());
  Agenda just(numbers_between(1, 4), within_one(4));
  for (std::int64_t number = 1; number <= 4; ++number) just.hear(number, {2.0});
  CHECK(just.complete());
  CHECK(just.reached());
}
