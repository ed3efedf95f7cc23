// Do the data of a report say what the files of results say, and can no text leave its place in the page?

#include <catch2/catch.hpp>
#include <limits>
#include <nlohmann/json.hpp>

#include "analysis/report/comparison_data.hpp"
#include "analysis/report/csv_rows.hpp"
#include "analysis/report/embedded_json.hpp"
#include "analysis/report/experiment_data.hpp"
#include "analysis/report/plan_data.hpp"
#include "analysis/report/table.hpp"
#include "tests/support/process.hpp"

using namespace ccm;
using ccm::test::TemporaryDirectory;
using ccm::test::write_file;
using Json = nlohmann::ordered_json;

namespace {

CsvRows csv_of(const std::string& text) {
  const TemporaryDirectory place;
  write_file(place / "table.csv", text);
  return read_csv(place / "table.csv");
}

std::string complaint_about(const std::string& text) {
  const TemporaryDirectory place;
  write_file(place / "table.csv", text);
  try {
    static_cast<void>(read_csv(place / "table.csv"));
  } catch (const std::runtime_error& error) {
    return std::string(error.what()).substr(place.path().size());
  }
  return "";
}

/// The cells of a column of a Table.
std::vector<Json> column(const Json& table, const std::string& name) {
  std::vector<Json> cells;
  for (std::size_t i = 0; i < table.at("columns").size(); ++i)
    if (table.at("columns")[i].at("name") == name)
      for (const Json& row : table.at("rows")) cells.push_back(row.at(i));
  return cells;
}

}  // namespace

TEST_CASE("report: a hostile text stays a text in the page") {
  const std::string hostile = "</script><img src=x onerror=alert(1)><!-- & \xE2\x80\xA8 \xE2\x80\xA9 \" \\";
  const std::string text = embedded_json({{"</title>", hostile}});
  for (const char* forbidden : {"<", ">", "&", "\xE2\x80\xA8", "\xE2\x80\xA9"}) CHECK(text.find(forbidden) == std::string::npos);
  CHECK(text.find("\\u003c/script\\u003e") != std::string::npos);
  CHECK(Json::parse(text) == Json{{"</title>", hostile}});
}

TEST_CASE("report: what is no UTF-8 is replaced, and what is no number is null") {
  CHECK(embedded_json({{"name", "M\xFCnchen"}}) == "{\"name\":\"M\xEF\xBF\xBDnchen\"}");
  CHECK(embedded_json({{"name", "cut \xE2\x80"}}) == "{\"name\":\"cut \xEF\xBF\xBD\"}");
  CHECK(embedded_json({std::numeric_limits<double>::infinity(), std::nan(""), 0.1}) == "[null,null,0.1]");
  CHECK(plain_json({{"name", "a < b & c"}}) == "{\"name\":\"a < b & c\"}");
}

TEST_CASE("report: cells in quotes, as RFC 4180 has them") {
  const CsvRows table = csv_of("name,\"a \"\"b\"\"\",c\r\n\"one, two\",\" x \",\n\"line\nbreak\",y ,\"\"\n");
  CHECK(table.head == std::vector<std::string>{"name", "a \"b\"", "c"});
  CHECK(table.rows == std::vector<std::vector<std::string>>{{"one, two", " x ", ""}, {"line\nbreak", "y ", ""}});
  CHECK(table.count == 2);
  CHECK(table.column("c") == 2);
  CHECK_THROWS_WITH(table.column("d"), "a table of results lacks its column 'd'");
}

TEST_CASE("report: only so many rows are kept, and all are counted") {
  const TemporaryDirectory place;
  std::string text = "n,square\n";
  for (int n = 1; n <= 30'000; ++n) text += std::to_string(n) + "," + std::to_string(n * n) + "\n";
  write_file(place / "table.csv", text);
  const CsvRows table = read_csv(place / "table.csv", 20'000);
  CHECK(table.count == 30'000);
  REQUIRE(table.rows.size() == 20'000);
  CHECK(table.rows.back() == std::vector<std::string>{"20000", "400000000"});
}

TEST_CASE("report: damaged tables are named") {
  CHECK(complaint_about("a,b\n1,2\n3\n") == "/table.csv is damaged: row 2 has another number of cells than the head");
  CHECK(complaint_about("a,b\n1,\"2\n") == "/table.csv is damaged: error parsing data while strict checking enabled");
  CHECK(complaint_about("a,b\n1,x\"2\n") == "/table.csv is damaged: error parsing data while strict checking enabled");
  CHECK_THROWS_WITH(read_csv("/nowhere/table.csv"), "cannot read /nowhere/table.csv");
}

TEST_CASE("report: a column of numbers has numbers, another has texts") {
  const auto note = [](const std::string& name) { return name == "cost" ? ColumnNote{"EUR", "what it costs"} : ColumnNote{}; };
  const Json table = report_table(csv_of("cost,level,n,none\n0.1,5 kW,3,\n,12,9007199254740993,\n1e-7,,4,\n-inf,nan,-2,\n"), note);
  CHECK(table.at("columns")[0] == Json{{"name", "cost"}, {"unit", "EUR"}, {"doc", "what it costs"}});
  CHECK(column(table, "cost") == std::vector<Json>{0.1, nullptr, 1e-7, nullptr});
  CHECK(column(table, "level") == std::vector<Json>{"5 kW", "12", "", "nan"});
  CHECK(column(table, "n") == std::vector<Json>{3, 9007199254740993, 4, -2});
  CHECK(column(table, "none") == std::vector<Json>(4, nullptr));
}

TEST_CASE("report: outputs have their units, also of one group") {
  CHECK(note_of_output("profit", "CHF").unit == "CHF");
  CHECK(note_of_output("profit.workshop", "CHF").unit == "CHF");
  CHECK(note_of_output("sales", "CHF").unit == "orders");
  CHECK(note_of_output("ci95_low", "CHF").doc == "lower end of the 95 % confidence interval of the mean (Student)");
  CHECK(note_of_output("no column", "CHF").doc.empty());
}

TEST_CASE("report: the cut of a plan is counted per output, and is none where there is none") {
  const TemporaryDirectory place;
  std::string plan = "output,period,mean,welch,left_out\n";
  for (int period = 1; period <= 60; ++period) {  // falls for five periods, then alternates: MSER-5 leaves out the first batch
    const int value = period <= 5 ? 100 - 10 * period : period % 2;
    plan += "profit," + std::to_string(period) + "," + std::to_string(value) + ",1.5," + (period <= 5 ? "1" : "0") + "\n";
  }
  write_file(place / "plan.csv", plan + "sales,1,3,3,\nsales,2,,,\n");
  write_file(place / "replications.csv", "output,unit,n,mean,half_width,wanted,reached,replications\nprofit,EUR,10,5,1,0.5,0,40\n");
  const Json manifest = {{"replications", {{"asked", 10}, {"until", {{"half_width", "5 %"}}}}}};
  const Json data = plan_data(place.path(), manifest, "EUR");
  CHECK(data.at("pilot") == 10);
  CHECK(data.at("half_width") == "5 %");
  REQUIRE(data.at("series").size() == 2);
  const Json &profit = data.at("series")[0], &sales = data.at("series")[1];
  CHECK(profit.at("unit") == "EUR");
  CHECK(profit.at("cut") == 5);
  CHECK(profit.at("too_short") == false);
  CHECK(profit.at("mean").size() == 60);
  CHECK(sales == Json{{"output", "sales"},
                      {"unit", "orders"},
                      {"mean", {3, nullptr}},
                      {"welch", {3, nullptr}},
                      {"cut", nullptr},
                      {"too_short", nullptr}});
  CHECK(column(data.at("replications"), "replications") == std::vector<Json>{40});
}

TEST_CASE("report: an experiment has its factors as numbers in their units, and only the tables that are there") {
  const TemporaryDirectory place;
  write_file(place / "summary.csv",
             "point,latency,output,unit,mean,sd,n,ci95_low,ci95_high\n1,2.5 ms,profit,EUR,7,,1,,\n2,10 ms,profit,EUR,9,,1,,\n");
  write_file(place / "runs.csv",
             "point,replication,latency,profit,state,message\n1,1,2.5 ms,7,finished,\n2,1,10 ms,,failed,\"no, it \"\"failed\"\"\"\n");
  write_file(place / "morris.csv", "output,factor,mu_star\nprofit,latency,3\n");
  Json manifest = {{"experiment",
                    {{"name", "E"},
                     {"design", "morris"},
                     {"factors", {{{"name", "latency"}, {"unit", "ms"}, {"levels", nullptr}, {"low", 1}, {"high", 100}}}},
                     {"outputs", {{{"name", "profit"}, {"unit", "EUR"}}}}}},
                   {"points", 2},
                   {"replications", 1},
                   {"runs", {{"finished", 1}, {"failed", 1}}}};
  const Json data = experiment_data(place.path(), manifest);
  CHECK(column(data.at("summary"), "latency") == std::vector<Json>{2.5, 10});
  CHECK(column(data.at("runs"), "latency") == std::vector<Json>{2.5, 10});
  CHECK(data.at("runs").at("columns")[2] == Json{{"name", "latency"}, {"unit", "ms"}, {"doc", "factor"}});
  CHECK(data.at("runs").at("columns")[3].at("unit") == "EUR");
  CHECK(column(data.at("runs"), "message")[1] == "no, it \"failed\"");
  CHECK(data.at("runs_of") == 2);
  CHECK(column(data.at("morris"), "mu_star") == std::vector<Json>{3});
  CHECK(data.at("sobol").is_null());

  manifest["experiment"] = {{"name", "E"}};  // as earlier versions wrote it
  const Json earlier = experiment_data(place.path(), manifest);
  CHECK(earlier.at("design").is_null());
  CHECK(earlier.at("factors") ==
        Json::array({{{"name", "latency"}, {"unit", ""}, {"levels", {"2.5 ms", "10 ms"}}, {"low", nullptr}, {"high", nullptr}}}));
  CHECK(earlier.at("outputs") == Json::array({{{"name", "profit"}, {"unit", "EUR"}}}));
}
