// Are outputs the aggregates that they say, after the warm-up and per replication?

#include "analysis/summary.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

#include "analysis/learning_gaps.hpp"
#include "analysis/measurements.hpp"
#include "tests/support/process.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

/// Two replications of three periods; two segments, two minifactories; numbers chosen by hand.
void make_results(const std::string& directory) {
  SQLite::Database database(directory + "/results.sqlite", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec(
      "CREATE TABLE segments (replication, period, segment, customer_type, reference_price, requests, offers, talks, agreements, sales, units, rejected, no_offer, expired, "
      "delivered, on_time, offered_price_mean, paid_price_mean REAL, lead_time_mean_d, paid, surplus, bargaining_costs, cancelled)");
  database.exec(
      "CREATE TABLE periods (replication, period, minifactory, planned_cost, unserved_parts, started, energy_kwh, material_cost, energy_cost, labour_cost, movement_cost, waste_cost, loss_cost, revenue, commission, "
      "third_party, profit, utilisation, queue_mean, waiting_mean_h, freight_cost, making_co2_kg, freight_co2_kg)");
  database.exec("CREATE TABLE messages (replication, kind, sent, size_b)");
  for (int replication = 1; replication <= 2; ++replication)
    for (int period = 1; period <= 3; ++period) {
      const std::string at = std::to_string(replication) + ", " + std::to_string(period);
      database.exec("INSERT INTO segments VALUES (" + at +
                    ", 's', 'price_taker', 20, 10, 10, 5, 3, 4, 8, 6, 0, 0, 4, 2, 30, 30, 2.0, 120, 15, 1, 1)");
      database.exec("INSERT INTO segments VALUES (" + at + ", 't', 'bargainer', NULL, 30, 30, 0, 0, " + std::to_string(6 * replication) +
                    ", 6, 6, 0, 0, 6, 6, 25, 25, 5.0, 150, 25, 0, 0)");
      database.exec("INSERT INTO periods VALUES (" + at + ", 'm', 6, 1, 2, 1, 0, 1, 2, 3, 0, 0.5, 100, 10, 5, 84, 0.5, 1, 3.0, 7, 4, 2)");
      database.exec("INSERT INTO periods VALUES (" + at + ", 'n', 6, 0, 6, 1, 0, 1, 2, 3, 0, 0.5, 100, 10, 5, 84, 0.1, 0, 1.0, 0, 4, 0)");
    }
  database.exec("INSERT INTO messages VALUES (1, 'request', 7, 2000000), (1, 'offer', 3, 0), (2, 'request', 9, 0)");
}

const SummaryRow& row(const std::vector<SummaryRow>& rows, const std::string& output, const std::string& group = "") {
  for (const SummaryRow& candidate : rows)
    if (candidate.output->name == output && candidate.group == group) return candidate;
  throw std::runtime_error("no row " + output + " " + group);
}

}  // namespace

TEST_CASE("outputs add up over periods and average over replications") {
  const TemporaryDirectory directory;
  make_results(directory.path());
  const auto rows = summarise(directory.path(), 0);
  CHECK(row(rows, "requests").estimate.mean == 120);
  CHECK(row(rows, "sales").estimate.n == 2);
  CHECK(row(rows, "sales").estimate.mean == Approx((30 + 48) / 2.0));
  CHECK(row(rows, "sales", "bargainer").estimate.mean == Approx((18 + 36) / 2.0));
  CHECK(row(rows, "units").estimate.mean == Approx(3 * (8 + 6)));
  CHECK(row(rows, "price_paid").estimate.mean == Approx((8 * 30 + 6 * 25) / 14.0));
  CHECK(row(rows, "agreements", "price_taker").estimate.mean == Approx(9));
  CHECK(row(rows, "cancelled", "price_taker").estimate.mean == Approx(3));
  CHECK(row(rows, "freight_cost").estimate.mean == Approx(21));
  CHECK(row(rows, "making_co2").estimate.mean == Approx(24));
  CHECK(row(rows, "third_party", "n").estimate.mean == Approx(15));
  CHECK(row(rows, "sales_share", "price_taker").estimate.mean == Approx(0.4));
  CHECK(row(rows, "on_time_share", "price_taker").estimate.mean == Approx(0.5));
  CHECK(row(rows, "lead_time").estimate.mean == Approx((4 * 2 + 6 * 5) / 10.0));
  CHECK(row(rows, "profit").estimate.mean == Approx(504));
  CHECK(row(rows, "profit", "m").estimate.mean == Approx(252));
  CHECK(row(rows, "utilisation").estimate.mean == Approx(0.3));
  CHECK(row(rows, "waiting").estimate.mean == Approx((2 * 3 + 6 * 1) / 8.0));
  CHECK(row(rows, "messages").estimate.mean == Approx(9.5));
  CHECK(row(rows, "data_sent").estimate.mean == Approx(1));
}

TEST_CASE("the warm-up is left out, and a mean of nothing has no row") {
  const TemporaryDirectory directory;
  make_results(directory.path());
  const auto rows = summarise(directory.path(), 2);
  CHECK(row(rows, "requests").estimate.mean == 40);
  CHECK(row(rows, "reference_price").estimate.mean == 20);
  CHECK_THROWS(row(rows, "reference_price", "bargainer"));
}

TEST_CASE("an output period by period is what it would be of that period alone") {
  const TemporaryDirectory directory;
  make_results(directory.path());
  SQLite::Database results(directory.path() + "/results.sqlite", SQLite::OPEN_READWRITE);
  results.exec("DELETE FROM segments WHERE replication = 2; DELETE FROM periods WHERE replication = 2");
  results.exec("UPDATE periods SET profit = 100 * period WHERE minifactory = 'm'; UPDATE segments SET delivered = 0 WHERE period = 2");
  using Series = std::vector<std::optional<double>>;
  const auto series = [&](const std::string& name) { return measure_periods(results, output_named(name).value(), 3); };
  CHECK(series("profit") == Series{184, 284, 384});
  CHECK(series("profit.m") == Series{100, 200, 300});
  CHECK(series("sales_per_period.bargainer") == Series{6, 6, 6});
  CHECK(series("lead_time.price_taker") == Series{2, std::nullopt, 2});
  CHECK(series("utilisation") == Series{0.3, 0.3, 0.3});
  CHECK(series("messages") == Series(3));
  CHECK(measure_periods(results, output_named("profit.m").value(), 2) == Series{100, 200});
}

TEST_CASE("the summary as CSV has the interval, and empty cells where there is none") {
  const TemporaryDirectory directory;
  make_results(directory.path());
  const std::string csv = summary_csv(summarise(directory.path(), 0), "CHF");
  CHECK(csv.starts_with("output,breakdown,group,unit,mean,sd,n,ci95_low,ci95_high\nrequests,,,requests,120,0,2,120,120\n"));
  CHECK(csv.find("profit,minifactory,m,CHF,252,0,2,252,252\n") != std::string::npos);
}

TEST_CASE("every output has a unit and a meaning") {
  for (const Output& output : outputs()) {
    CHECK_FALSE(output.unit.empty());
    CHECK(output.doc.size() > 8);
  }
}

TEST_CASE("what was not learned by the end is said, with the reason and the number of replications") {
  const TemporaryDirectory directory;
  make_results(directory.path());
  CHECK(learning_gaps(directory.path()).empty());  // nobody learns
  SQLite::Database database(directory.path() + "/results.sqlite", SQLite::OPEN_READWRITE);
  database.exec("CREATE TABLE estimates (replication, period, minifactory, service, customer_type, order_units, identified, believed)");
  database.exec(
      "INSERT INTO estimates VALUES (1, 1, 'm', 'job', 'bargainer', 1, 'nothing', 'first_guess'), "
      "(1, 2, 'm', 'job', 'bargainer', 1, 'price_slope', 'price_slope'), (2, 2, 'm', 'job', 'bargainer', 1, 'reference_effect', 'reference_effect'), "
      "(1, 2, 'm', 'job', 'negotiator', 5, 'reference_effect', 'price_slope'), (2, 2, 'm', 'job', 'negotiator', 5, 'reference_effect', 'price_slope'), "
      "(1, 2, 'n', 'job', 'bargainer', 1, 'reference_effect', 'reference_effect'), (2, 2, 'n', 'job', 'bargainer', 1, 'reference_effect', 'reference_effect')");
  CHECK(
      learning_gaps(directory.path()) ==
      std::vector<std::string>{
          "m still guesses what bargainers want of job: the reference effect is not identified, since prices were at the reference price (1 of 2 replications).",
          "m still guesses what negotiators want of job in orders of 5: its sales give a slope of the wrong sign (2 of 2 replications)."});
}
