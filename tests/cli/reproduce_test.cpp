// Does one command give the paper's case study, with the right numbers beside the printed ones?

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/support/process.hpp"
#include "tests/support/table.hpp"

using namespace ccm::test;
using Json = nlohmann::json;

namespace {

const Json& document() {
  static const Json parsed = Json::parse(ccmsim("reproduce --json").out);
  return parsed;
}

}  // namespace

TEST_CASE("reproduce: Table 1 solved") {
  const Json& table = document().at("table_1");
  CHECK(table.at("parts").at("P1").at("route") == 0);
  CHECK(table.at("parts").at("P2").at("route") == 0);
  CHECK(table.at("parts").at("P3").at("route") == 1);
  CHECK(table.at("energy_per_set").get<double>() == Approx(235 * 0.0335));
  CHECK(table.at("labour_per_set").get<double>() == Approx(11.57778).margin(5e-6));
  CHECK(table.at("movement_per_set").get<double>() == Approx(0.037947).margin(5e-7));
}

TEST_CASE("reproduce: the configuration and batches of Fig. 2") {
  const Json& figure = document().at("figure_2");
  const std::set<std::vector<std::string>> groups = figure.at("groups");
  CHECK(groups == std::set<std::vector<std::string>>{{"m1", "m6"}, {"m2", "m3", "m4", "m5", "m7"}});
  CHECK(figure.at("workers") == Json{{"m1", "w1"}, {"m2", "w3"}, {"m3", "w2"}, {"m4", "w1"}, {"m5", "w2"}, {"m6", "w3"}, {"m7", "w2"}});
  CHECK(document().at("table_1").at("parts").at("P1").at("batch").get<double>() == Approx(std::sqrt(2 * 100 * 20 / 4.0)));
  CHECK(document().at("table_1").at("parts").at("P2").at("batch").get<double>() == Approx(std::sqrt(2 * 100 * 30 / 3.0)));
}

TEST_CASE("reproduce: the first and third columns of Table 3 to every printed digit, and the best single price") {
  const Json& strategies = document().at("table_3").at("strategies");
  const std::vector<std::vector<double>> expected{
      {1356.6, 945.3, 700.6, 3002.5}, {1356.6, 806.4, 256.1, 2419.2}, {1252.5, 945.3, 638.1, 2835.8}};
  for (std::size_t s = 0; s < expected.size(); ++s) {
    for (std::size_t k = 0; k < 3; ++k) CHECK(strategies.at(s).at("profits").at(k).get<double>() == Approx(expected[s][k]).margin(0.0501));
    CHECK(strategies.at(s).at("total").get<double>() == Approx(expected[s][3]).margin(0.0501));
  }
}

TEST_CASE("reproduce: every printed digit of Table 3 is right but one, and the page says which") {
  std::vector<std::string> wrong;
  for (const Json& row : document().at("table_3").at("strategies")) {
    if (row.at("printed").is_null()) continue;
    const bool mixture = row.contains("mixture");
    std::vector<double> cells = row.at(mixture ? "mixture" : "profits");
    cells.push_back(row.at(mixture ? "mixture_total" : "total"));
    for (std::size_t k = 0; k < cells.size(); ++k)
      if (fmt::format("{:.1f}", cells[k]) != row.at("printed").at(k)) wrong.push_back(row.at("printed").at(k));
  }
  CHECK(wrong == std::vector<std::string>{"1302.0"});
  CHECK(ccmsim("reproduce").out.find("1302.0 should read 1302.1") != std::string::npos);
}

TEST_CASE("reproduce: the reference effect as printed is no profit, and the profits at these prices and at better ones") {
  const Json& strategies = document().at("table_3").at("strategies");
  const auto named = [&](const char* name) {
    return *std::ranges::find(strategies, name, [](const Json& row) { return row.at("strategy"); });
  };
  const Json printed = named("eq13_as_printed");
  const std::vector<double> mixture{1356.631, 1745.804, 1302.092};  // the paper prints 1302.0 for the last
  for (std::size_t k = 0; k < 3; ++k) CHECK(printed.at("mixture").at(k).get<double>() == Approx(mixture[k]).margin(5e-4).epsilon(0));
  CHECK(printed.at("mixture_total").get<double>() == Approx(4404.527).margin(5e-4).epsilon(0));
  CHECK(printed.at("printed") == Json{"1356.6", "1745.8", "1302.0", "4404.5"});
  CHECK(printed.at("total") == named("eq13_plugged").at("total"));
  const std::vector<std::pair<const char*, double>> totals{{"eq13_plugged", 3636.807},
                                                           {"eq13_sequential", 3743.891},
                                                           {"eq13_joint", 3792.004},
                                                           {"uniform", 2835.832},
                                                           {"differential", 3002.498}};
  for (const auto& [name, total] : totals) CHECK(named(name).at("total").get<double>() == Approx(total).margin(6e-4).epsilon(0));
  const std::vector<double> joint{41.5049, 35.9903, 26.8588};
  for (std::size_t k = 0; k < 3; ++k)
    CHECK(named("eq13_joint").at("prices").at(k).get<double>() == Approx(joint[k]).margin(5e-5).epsilon(0));
}

TEST_CASE("reproduce: the demands of Fig. 3, which contradict the order that the paper sees") {
  const TemporaryDirectory place;
  REQUIRE(ccmsim("reproduce --out " + place / "figures").code == 0);
  const auto rows = read_table(place / "figures/fig3_demand.csv");
  REQUIRE(rows.size() == 21);
  const std::vector<double> betas{1.5, 2, 2.5};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t k = i % 3;
    const double reference = k > 0 && rows[i].at("strategy").starts_with("eq13") ? 0.5 * number(rows[i - 1], "price_currency_per_unit") : 0;
    const double demand = 100 - betas[k] * number(rows[i], "price_currency_per_unit") + reference;
    CHECK(number(rows[i], "demand_units") == Approx(demand).epsilon(1e-12));
  }
  const std::vector<double> by_type{45.1104, 43.4805, 41.8506}, fixed{45.1104, 26.8138, 8.5173}, mixed{45.1104, 61.7770, 55.9805};
  for (std::size_t k = 0; k < 3; ++k) {
    CHECK(number(rows[k], "demand_units") == Approx(by_type[k]).margin(5e-5).epsilon(0));
    CHECK(number(rows[3 + k], "demand_units") == Approx(fixed[k]).margin(5e-5).epsilon(0));
    CHECK(number(rows[9 + k], "demand_units") == Approx(mixed[k]).margin(5e-5).epsilon(0));
  }
  CHECK(rows[9].at("printed_as") == "reference effect");
  CHECK(rows[6].at("printed_as").empty());
}

TEST_CASE("reproduce: prices at the marginal cost earn more than at the average cost") {
  const Json& own = document().at("own_cost");
  CHECK(own.at(0).at("basis") == "average");
  CHECK(own.at(1).at("profit").get<double>() > own.at(0).at("profit").get<double>());
  // x = sqrt(D) is the root of  x^3 - K x + 6 m / 4 = 0,  K = (300 - 6 v) / 2,  with v = 235 * 0.0335 + 11.57778 and m = 0.37947.
  const double v =
      235 * 0.0335 + (2 * 130 + 2 * 180 + 3 * 130 + 4 * 180 + 4 * 150 + 3 * 130 + 3 * 150 + 3 * 150 + 3 * 180 + 4 * 150 + 3 * 150) / 450.0;
  const double m = 1.2 * std::sqrt(4 / 40.0), x = std::sqrt(own.at(1).at("demand").get<double>());
  CHECK(x * x * x - (300 - 6 * v) / 2 * x + 6 * m / 4 == Approx(0).margin(1e-6));
}

TEST_CASE("reproduce: a page for people, and a word for a paper that is not known") {
  const Finished page = ccmsim("reproduce qamar_2023");
  CHECK(page.code == 0);
  for (const char* number : {"3002.498", "4404.527", "3636.807", "3743.891", "3792.004", "46.7 %", "21.1 %"})
    CHECK(page.out.find(number) != std::string::npos);
  const Finished unknown = ccmsim("reproduce qamar_2032");
  CHECK(unknown.code == 2);
  CHECK(unknown.err.find("did you mean 'qamar_2023'?") != std::string::npos);
}
