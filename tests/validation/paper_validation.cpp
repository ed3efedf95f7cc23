// Does the simulated provider earn the profits of the paper's Table 3?
//
// scenarios/papers/qamar_2023_table3.yaml, 100 periods, 30 replications. Demand is Poisson around the paper's linear demand and profit is
// linear in sales, so mean profits equal the table's; tolerances are 99 % Student intervals, which must be narrower than ±1 %.

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/support/process.hpp"
#include "tests/support/table.hpp"

using namespace ccm::test;

namespace {

void check_profit(const std::string& strategy, double per_period) {
  const TemporaryDirectory directory;
  const Finished run = ccmsim(fmt::format(
      "run {}/scenarios/papers/qamar_2023_table3.yaml --replications 30 --quiet --out {} --set minifactories.rsp.pricing.strategy={} "
      "--set results.orders=false --set results.quotes=false",
      CCM_SOURCE_DIR, directory / "out", strategy));
  INFO(run.err);
  REQUIRE(run.code == 0);
  const Interval profit = interval99(directory / "out", "profit");
  INFO(fmt::format("simulated {} ± {} in 100 periods, expected {}", profit.mean, profit.half_width, 100 * per_period));
  CHECK(profit.holds(100 * per_period));
  CHECK(profit.half_width < 0.01 * 100 * per_period);
}

}  // namespace

TEST_CASE("differential pricing earns 3002.498 per period (printed 3002.5)") { check_profit("differential", 3002.498); }
TEST_CASE("the paper's fixed price earns 2419.165 per period") { check_profit("fixed_first", 2419.165); }
TEST_CASE("the best single price earns 2835.832 per period (not in the paper)") { check_profit("uniform", 2835.832); }
