// Do runs that say the same in two ways leave the same bytes?

#include <catch2/catch.hpp>

#include "tests/support/process.hpp"

namespace ccm::test {
namespace {

const std::string scenario = std::string(CCM_SOURCE_DIR) + "/scenarios/02_three_customer_types.yaml";
const std::string tables[] = {"orders", "quotes",   "periods",  "prices", "plans",    "machines", "work",
                              "mfca",   "segments", "messages", "hosts",  "accounts", "summary"};

/// The tables of a run of the scenario, with these lines more.
std::string tables_of_run(const std::string& more, const std::string& options = "") {
  const TemporaryDirectory directory;
  write_file(directory / "scenario.yaml", file_text(scenario) + more);
  const Finished run =
      ccmsim("run " + directory / "scenario.yaml" + " --replications 2 --quiet --out " + directory / "out" + " " + options);
  INFO(run.err);
  REQUIRE(run.code == 0);
  std::string text;
  for (const std::string& table : tables) text += file_text(directory / ("out/" + table + ".csv"));
  return text;
}

const std::string sections = R"(
events:
  - {at: 27 d, host: operator, down: 2 d}
  - {at: 30 d, machine: workshop.mill, down: 2 d}
failures:
  - {link: workshop, up: 1 d, down: 1 h}
)";
/// One just before the end of the first period, the others, as chance will have it, after it.
const std::string never = R"(
events:
  - {at: 25.999999999 d, machine: workshop.mill, down: 2 d}
failures:
  - {link: workshop, up: 3650 d, down: 1 h}
  - {host: operator, up: 3650 d, down: 1 h}
)";

/// Customers of every type and source of reference prices, and sellers who post prices in different ways.
const std::string silent = R"(
ccmsim: 1
name: silent talks
time: {period: 5 d, periods: 6}
market: {bulletin: 1 d}
operator: {at: [46.5, 11.3], quotes: 1, matching: random}
services: {job: {parts: {p: 1}, due: 2 d}}
parts: {p: {routes: [[{machine: m, minutes: 5}]]}}
templates:
  shop: {machines: {m: {power: 2 kW}}, workers: {w: {wage: 90 EUR/h, operates: [m]}}}
  segment: {service: job, alpha: 80, beta: 2, talks: {rounds: 0, quotes: 1}}
minifactories:
  - {like: shop, name: alike, at: [46.4, 11.2], pricing: {strategy: uniform}}
  - {like: shop, name: myopic, at: [46.6, 11.4], pricing: {strategy: myopic_reference}}
  - {like: shop, name: rival, at: [46.7, 11.1], pricing: {strategy: competitive, answer: undercut}}
  - {like: shop, name: learner, at: [46.3, 11.5], pricing: {strategy: differential, learn: true}}
customers:
  - {like: segment, name: takers, type: price_taker, at: [46.5, 11.2]}
  - {like: segment, name: negotiators, type: negotiator, at: [46.4, 11.4], reference_price: {effect: 0.6, source: rsp}}
  - {like: segment, name: bargainers, type: bargainer, at: [46.6, 11.2], reference_price: {effect: 1, source: individual}}
  - {like: segment, name: watchers, type: bargainer, at: [46.5, 11.3], order_size: 3, reference_price: {effect: 1, source: rivals}}
  - {like: segment, name: locals, type: negotiator, at: [46.3, 11.5], local: learner, reference_price: {effect: 0.4, source: market}}
)";

}  // namespace

TEST_CASE("with faults off, a scenario that has faults leaves the bytes of one that has none") {
  const bool equal = tables_of_run(sections, "--set faults=false") == tables_of_run("");
  CHECK(equal);
  const bool matters = tables_of_run(sections) != tables_of_run("");
  CHECK(matters);
}

TEST_CASE("a scenario whose faults never come leaves the bytes of one that has none") {
  const bool equal = tables_of_run(never, "--set time.periods=1") == tables_of_run("", "--set time.periods=1");
  CHECK(equal);
}

TEST_CASE("customers who ask one minifactory and make no offers live exactly as in a market with posted prices") {
  const TemporaryDirectory results;
  write_file(results / "silent.yaml", silent);
  const auto simulate = [&](const std::string& formation) {
    const Finished finished =
        ccmsim("run " + results / "silent.yaml" + " --quiet --set market.prices=" + formation + " --out " + results / formation);
    INFO(finished.err);
    REQUIRE(finished.code == 0);
  };
  simulate("seller");
  simulate("negotiated");
  for (const std::string& table : tables)
    CHECK(shell("cmp " + results / ("seller/" + table + ".csv") + " " + results / ("negotiated/" + table + ".csv")).code == 0);
  CHECK(file_text(results / "seller/orders.csv").size() > 100'000);  // or there would be little to differ
}

}  // namespace ccm::test
