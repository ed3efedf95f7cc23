// Do the shipped scenarios give the results that were approved?
//
// tests/golden/approve writes the approved summaries; a commit that changes one says why. Numbers are compared to 1e-9 relative, since
// the last digits of exp and log differ among processors.

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/support/process.hpp"
#include "tests/support/table.hpp"

using namespace ccm::test;

namespace {

void check_cell(const std::string& column, const std::string& approved, const std::string& obtained) {
  INFO(column);
  const bool is_number = !approved.empty() && column != "output" && column != "breakdown" && column != "group" && column != "unit";
  if (is_number && !obtained.empty())
    CHECK(std::stod(obtained) == Approx(std::stod(approved)).epsilon(1e-9));
  else
    CHECK(obtained == approved);
}

void check_summary(const std::string& scenario) {
  const TemporaryDirectory directory;
  const Finished run =
      ccmsim(fmt::format("run {}/scenarios/{}.yaml --replications 2 --quiet --out {}", CCM_SOURCE_DIR, scenario, directory / "out"));
  INFO(run.err);
  REQUIRE(run.code == 0);
  const std::string name = scenario.substr(scenario.find('/') + 1);
  const auto approved = read_table(fmt::format("{}/tests/golden/{}.csv", CCM_SOURCE_DIR, name));
  const auto obtained = read_table(directory / "out/summary.csv");
  REQUIRE(obtained.size() == approved.size());
  for (std::size_t i = 0; i < approved.size(); ++i) {
    INFO(approved[i].at("output") << " " << approved[i].at("group"));
    for (const auto& [column, value] : approved[i]) check_cell(column, value, obtained[i].at(column));
  }
}

}  // namespace

TEST_CASE("approved: 01") { check_summary("01_first_order"); }
TEST_CASE("approved: 02") { check_summary("02_three_customer_types"); }
TEST_CASE("approved: 03") { check_summary("03_near_or_cheap"); }
TEST_CASE("approved: 04") { check_summary("04_reference_price"); }
TEST_CASE("approved: 05") { check_summary("05_outage"); }
TEST_CASE("approved: 06") { check_summary("06_fifty_minifactories"); }
TEST_CASE("approved: 07") { check_summary("07_material_losses"); }
TEST_CASE("approved: 08") { check_summary("08_breakdown"); }
TEST_CASE("approved: 09") { check_summary("09_far_sighted_seller"); }
TEST_CASE("approved: 10") { check_summary("10_loss_aversion"); }
TEST_CASE("approved: 11") { check_summary("11_bargainers"); }
TEST_CASE("approved: 12") { check_summary("12_competition"); }
TEST_CASE("approved: 16") { check_summary("16_delivery_or_pickup"); }
TEST_CASE("approved: 17") { check_summary("17_near_or_cheap_by_road"); }
TEST_CASE("approved: case study") { check_summary("papers/qamar_2023"); }
TEST_CASE("approved: Table 3") { check_summary("papers/qamar_2023_table3"); }
