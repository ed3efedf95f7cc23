// Are replications added until the means are known as well as asked, and no further?

#include <boost/math/distributions/students_t.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/refusal.hpp"
#include "tests/cli/scenario.hpp"

using namespace ccm::test;

namespace {

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream text(line);
  for (std::string cell; std::getline(text, cell, ',');) cells.push_back(cell);
  return cells;
}

/// The sum of a column of a result table in each replication, in their order.
std::vector<double> sums_by_replication(const std::string& file, const std::string& column) {
  std::istringstream text(file_text(file));
  std::string line;
  std::getline(text, line);
  const auto heads = cells_of(line);
  const auto at = static_cast<std::size_t>(std::ranges::find(heads, column) - heads.begin());
  std::map<int, double> sums;
  while (std::getline(text, line)) sums[std::stoi(cells_of(line).at(0))] += std::stod(cells_of(line).at(at));
  std::vector<double> values;
  for (const auto& [replication, sum] : sums) values.push_back(sum);
  return values;
}

/// Half-width of the 95 % interval of the first n values, as a share of their mean.
double relative_half_width(const std::vector<double>& values, std::size_t n) {
  double mean = 0, squares = 0;
  for (std::size_t i = 0; i < n; ++i) mean += values[i] / static_cast<double>(n);
  for (std::size_t i = 0; i < n; ++i) squares += std::pow(values[i] - mean, 2);
  const auto degrees = static_cast<double>(n - 1);
  return quantile(boost::math::students_t(degrees), 0.975) * std::sqrt(squares / degrees / static_cast<double>(n)) / std::abs(mean);
}

/// The first n after which both were within the share at n - 5, n - 4 .. n.
std::size_t first_enough(const std::vector<double>& one, const std::vector<double>& other, double share, std::size_t minimum) {
  std::size_t held = 0;
  for (std::size_t n = minimum; n <= one.size(); ++n) {
    held = std::max(relative_half_width(one, n), relative_half_width(other, n)) <= share ? held + 1 : 0;
    if (held == 6) return n;
  }
  return 0;
}

nlohmann::json manifest(const std::string& directory) { return nlohmann::json::parse(file_text(directory + "/manifest.json")); }

void refused(const Workplace& place, const std::string& options, const std::string& message) {
  INFO("ccmsim run small.yaml " << options);
  check_refused(place.ccmsim("run small.yaml --out results " + options), message);
  CHECK_FALSE(std::filesystem::exists(place / "results"));
}

}  // namespace

TEST_CASE("there are as many replications as the rule asks for, counted again from more of them") {
  const Workplace place;
  const Finished finished = place.ccmsim("run small.yaml --half-width 20% --out enough --jobs 2");
  REQUIRE(finished.code == 0);
  REQUIRE(place.ccmsim("run small.yaml --replications 40 --out many --quiet").code == 0);
  const auto profits = sums_by_replication(place / "many/periods.csv", "profit");
  const auto surpluses = sums_by_replication(place / "many/segments.csv", "surplus");
  const std::size_t enough = first_enough(profits, surpluses, 0.2, 3);
  REQUIRE(enough > 9);  // so that the test sees more than the least number
  CHECK(sums_by_replication(place / "enough/periods.csv", "profit") ==
        std::vector(profits.begin(), profits.begin() + static_cast<long>(enough)));
  CHECK(finished.out.find("\n" + std::to_string(enough) + " replications: every half-width within 20 % (profit ") != std::string::npos);
  const auto replications = manifest(place / "enough")["replications"];
  CHECK(replications["finished"].size() == enough);
  CHECK(replications["until"]["half_width"] == "20 %");
  CHECK(replications["until"]["outputs"] == nlohmann::json({"profit", "surplus"}));
}

TEST_CASE("with a half-width, too, the number of processes changes no byte") {
  const Workplace place;
  REQUIRE(place.ccmsim("run small.yaml --half-width 25% --out one --jobs 1 --quiet").code == 0);
  REQUIRE(place.ccmsim("run small.yaml --half-width 25% --out four --jobs 4 --quiet").code == 0);
  CHECK(place.shell("diff -r one four").out.empty());
}

TEST_CASE("option --replications is the least number with a half-width, and a constant needs no more") {
  const Workplace place;
  const Finished finished = place.ccmsim("run small.yaml --half-width 5% --output talks --replications 4 --json --out results");
  REQUIRE(finished.code == 0);
  const auto document = nlohmann::json::parse(finished.out);
  CHECK(document["replications"] == 4 + 5);  // reached at the fourth, and held for five more
  CHECK(document["precision"]["reached"] == true);
  CHECK(document["precision"]["outputs"][0]["output"] == "talks");
  CHECK(document["precision"]["outputs"][0]["half_width"] == 0);
}

TEST_CASE("an amount instead of a share") {
  const Workplace place;
  const Finished finished = place.ccmsim("run small.yaml --half-width 2 --output sales --json --out results");
  REQUIRE(finished.code == 0);
  const auto output = nlohmann::json::parse(finished.out)["precision"]["outputs"][0];
  CHECK(output["wanted"] == 2);
  CHECK(output["half_width"] <= 2);
}

TEST_CASE("a width that is not reached leaves its results, says so, and ends with 3") {
  const Workplace place;
  const Finished finished = place.ccmsim("run small.yaml --half-width 1% --output profit --max-replications 4 --out results");
  CHECK(finished.code == 3);
  CHECK(finished.out.find("\n4 replications: not every half-width within 1 % (profit ") != std::string::npos);
  CHECK(finished.err.starts_with("ccmsim: profit = "));
  CHECK(finished.err.find(" would be needed\n") != std::string::npos);
  CHECK(manifest(place / "results")["replications"]["until"]["reached"] == false);
}

TEST_CASE("a mean near zero is told apart from a lack of replications") {
  const Workplace place;
  const Finished finished = place.ccmsim(
      "run small.yaml --seed 1 --set customers.takers.alpha=2 --half-width 5% --output sales --max-replications 3 --out results");
  CHECK(finished.code == 3);
  CHECK(finished.err.starts_with("ccmsim: 0 lies within sales = "));
  CHECK(finished.err.find("; ask for an amount, e.g. --half-width ") != std::string::npos);
}

TEST_CASE("an output that no replication has") {
  const Workplace place;
  const Finished finished = place.ccmsim(
      "run small.yaml --set customers.takers.alpha=0.000001 --half-width 5% --output lead_time --max-replications 5 --out results");
  CHECK(finished.code == 3);
  CHECK(finished.err == "ccmsim: no replication has a value of lead_time\n");
}

TEST_CASE("one replication alone is what it is among many") {
  const Workplace place;
  REQUIRE(place.ccmsim("run small.yaml --replications 5 --out many --quiet").code == 0);
  const Finished alone = place.ccmsim("run small.yaml --replication 4 --out alone");
  REQUIRE(alone.code == 0);
  CHECK(alone.out.find("seed 7, replication 4 alone, 2 periods") != std::string::npos);
  for (const std::string table : {"orders", "quotes", "periods", "segments", "messages"})
    CHECK(place.shell("grep ^4, many/" + table + ".csv | diff - alone/" + table + ".csv | grep '^<'").out.empty());
  CHECK(place.shell("grep -c ^4, alone/periods.csv").out == "2\n");
  CHECK(manifest(place / "alone")["replications"]["finished"] == nlohmann::json({4}));
}

TEST_CASE("half-widths, outputs and numbers that make no sense") {
  const Workplace place;
  for (const std::string width : {"0", "-1", "0%", "NaN", "nan%", "inf", "5%%", "5 % %", "%", "abc", "5e", "1e-400", ""})
    refused(place, "--half-width '" + width + "'",
            "ccmsim: error: --half-width: expected a share of the mean such as 5% or an amount such as 20, above zero, not '" + width +
                "'" + usage_hint);
  refused(place, "--half-width", "ccmsim: error: --half-width: 1 required WIDTH missing" + usage_hint);
  refused(place, "--half-width 5% --output", "ccmsim: error: --output: 1 required NAME missing" + usage_hint);
  refused(place, "--output profit", "ccmsim: error: --output requires --half-width" + usage_hint);
  refused(place, "--max-replications 9", "ccmsim: error: --max-replications requires --half-width" + usage_hint);
  refused(place, "--replication 2 --half-width 5%", "ccmsim: error: --half-width excludes --replication" + usage_hint);
  refused(place, "--half-width 5% -r 9 --max-replications 4",
          "ccmsim: error: --max-replications: expected at least the 9 of --replications, not 4" + usage_hint);
  refused(place, "--half-width 5% --output porfit",
          "error: there is no output 'porfit'; did you mean 'profit'?\n"
          "  'ccmsim list' shows the outputs; profit.NAME is the profit of one minifactory, surplus.TYPE the surplus of one type.\n");
  refused(place, "--half-width 5% --output profit.smithy", "error: the output profit has no group 'smithy'\n  Its groups are: forge.\n");
}
