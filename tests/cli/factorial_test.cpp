// Are Table 5 and Figs. 4 and 5, beside the printed ones, what 64 problems make them?

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <numeric>

#include "tests/support/process.hpp"
#include "tests/support/table.hpp"

namespace fs = std::filesystem;
using namespace ccm::test;
using Json = nlohmann::json;

namespace {

const std::vector<std::string> factors{"customer_types", "groups", "parts", "machines", "workers", "demand"};

/// The files that the command leaves, and its document.
class Figures : public TemporaryDirectory {
 public:
  Figures() { document = Json::parse(ccmsim("reproduce qamar_2023_factorial --json --out " + path()).out); }

  [[nodiscard]] std::vector<Row> table(const std::string& name) const { return read_table(*this / (name + ".csv")); }

  Json document;
};

/// The row whose first column, `column`, is `value`.
const Row& row_of(const std::vector<Row>& table, const std::string& column, const std::string& value) {
  const auto found = std::ranges::find_if(table, [&](const Row& row) { return row.at(column) == value; });
  REQUIRE(found != table.end());
  return *found;
}

/// A problem as signs of its levels, in the order of the factors, and its profit.
struct Signed {
  std::vector<int> signs;
  double profit = 0;
};

/// The effect of a term: the mean profit where the product of its signs is +1, less that where it is -1.
double effect(const std::vector<Signed>& problems, const std::string& letters) {
  double difference = 0;
  for (const Signed& problem : problems) {
    double sign = 1;
    for (const char letter : letters) sign *= problem.signs.at(static_cast<std::size_t>(letter - 'A'));
    difference += sign * problem.profit;
  }
  return difference / (static_cast<double>(problems.size()) / 2);
}

std::vector<Signed> signed_problems(const std::vector<Row>& rows, const std::string& profit) {
  std::vector<Signed> problems;
  for (const Row& row : rows) {
    Signed problem{{}, number(row, profit)};
    for (const std::string& factor : factors) {
      const auto lowest = std::ranges::min(rows, {}, [&](const Row& one) { return number(one, factor); });
      problem.signs.push_back(number(row, factor) > number(lowest, factor) ? 1 : -1);
    }
    problems.push_back(problem);
  }
  return problems;
}

/// "A", "B", "AB", ... : all 63.
std::vector<std::string> all_terms() {
  std::vector<std::string> terms;
  for (unsigned mask = 1; mask < 64; ++mask) {
    std::string& letters = terms.emplace_back();
    for (unsigned i = 0; i < 6; ++i)
      if (mask >> i & 1U) letters += static_cast<char>('A' + i);
  }
  return terms;
}

double squares(const std::vector<Signed>& problems, const std::string& letters) {
  return static_cast<double>(problems.size()) * std::pow(effect(problems, letters), 2) / 4;
}

}  // namespace

TEST_CASE("factorial: Table 5 from the rows of Fig. 4") {
  const Figures figures;
  const auto problems = signed_problems(figures.table("fig4_cost_profit"), "profit_currency");
  const auto table = figures.table("table5");
  REQUIRE(table.size() == 16);  // the model, 13 terms, the residual, the total
  double total = 0, residual = 0;
  for (const std::string& letters : all_terms()) {
    const bool selected = std::ranges::any_of(table, [&](const Row& row) { return row.at("term") == letters; });
    total += squares(problems, letters);
    if (!selected) residual += squares(problems, letters);
  }
  CHECK(number(row_of(table, "term", "Total"), "sum_of_squares") == Approx(total).epsilon(1e-12));
  CHECK(number(row_of(table, "term", "Residual"), "sum_of_squares") == Approx(residual).epsilon(1e-9));
  for (std::size_t i = 1; i <= 13; ++i) {
    const double sum = squares(problems, table[i].at("term")), f = sum / (residual / 50);
    CHECK(number(table[i], "sum_of_squares") == Approx(sum).epsilon(1e-9));  // of effects, differences of numbers 1e3 times as large
    CHECK(number(table[i], "f") == Approx(f).epsilon(1e-8));
    CHECK(number(table[i], "contribution_percent") == Approx(100 * sum / total).epsilon(1e-9));
    const boost::math::students_t t(50);  // F of one degree of freedom is t squared
    CHECK(number(table[i], "p") == Approx(2 * cdf(complement(t, std::sqrt(f)))).epsilon(1e-5));
  }
}

TEST_CASE("factorial: the printed table beside, with what its own sums of squares say") {
  const Figures figures;
  const auto table = figures.table("table5");
  double printed_shares = 0, without_row = number(table[0], "printed_sum_of_squares");
  for (std::size_t i = 1; i <= 12; ++i) {
    const double share = 100 * number(table[i], "printed_sum_of_squares") / 4.792e10;
    CHECK(number(table[i], "percent_by_printed_squares") == Approx(share).epsilon(1e-12));
    CHECK(number(table[i], "f_by_printed_squares") == Approx(number(table[i], "printed_sum_of_squares") / (2.773e8 / 50)).epsilon(1e-12));
    const bool as_printed = std::abs(share - number(table[i], "printed_percent")) < 0.01;
    CHECK(as_printed == (table[i].at("term") != "A"));
    printed_shares += number(table[i], "printed_percent");
    without_row -= number(table[i], "printed_sum_of_squares");
  }
  CHECK(printed_shares == Approx(100.43).epsilon(1e-9));
  CHECK(without_row == Approx(-7.4e5));
  CHECK((table[13].at("term") == "DE" && table[13].at("printed_sum_of_squares").empty()));
  CHECK(number(row_of(table, "term", "A"), "percent_by_printed_squares") == Approx(58.97).margin(0.005).epsilon(0));
}

TEST_CASE("factorial: Fig. 5 and the half-normal plot from the rows of Fig. 4") {
  const Figures figures;
  const auto problems = signed_problems(figures.table("fig4_cost_profit"), "profit_currency");
  const std::string printed_signs = "+ ---+";
  for (std::size_t i = 0; i < factors.size(); ++i) {
    const Row row = figures.table("fig5_effects").at(i);
    double low = 0, high = 0;
    for (const Signed& problem : problems) (problem.signs[i] > 0 ? high : low) += problem.profit / 32;
    CHECK(number(row, "mean_profit_low_currency") == Approx(low).epsilon(1e-12));
    CHECK(number(row, "mean_profit_high_currency") == Approx(high).epsilon(1e-12));
    CHECK(number(row, "effect_currency") == Approx(high - low).margin(1e-8));
    if (printed_signs[i] == ' ') continue;
    CHECK(row.at("printed_sign") == std::string(1, printed_signs[i]));
    CHECK((high > low) == (printed_signs[i] == '+'));
  }
  const auto points = figures.table("half_normal");
  REQUIRE(points.size() == 63);
  for (std::size_t i = 0; i < points.size(); ++i) {
    CHECK(number(points[i], "effect_currency") == Approx(effect(problems, points[i].at("term"))).margin(1e-8));
    CHECK(std::erf(number(points[i], "half_normal_quantile") / std::sqrt(2)) == Approx((static_cast<double>(i) + 0.5) / 63));
    if (i > 0) CHECK(number(points[i], "magnitude_currency") >= number(points[i - 1], "magnitude_currency"));
  }
}

TEST_CASE("factorial: the analysis with an error, from the runs of the example experiment") {
  const Figures figures;
  const TemporaryDirectory place;
  REQUIRE(ccmsim("experiment " CCM_SOURCE_DIR "/scenarios/experiments/qamar_2k.yaml -q --out " + place / "runs").code == 0);
  std::vector<std::vector<Row>> replications(5);
  for (const Row& row : read_table(place / "runs/runs.csv")) replications.at(std::stoul(row.at("replication")) - 1).push_back(row);
  std::vector<std::vector<Signed>> problems;
  for (const auto& rows : replications) problems.push_back(signed_problems(rows, "profit"));
  const auto table = figures.table("table5_replicated");
  double residual = 0;
  for (const std::string& letters : all_terms()) {
    std::vector<double> found;
    for (const auto& one : problems) found.push_back(effect(one, letters));
    const double mean = std::accumulate(found.begin(), found.end(), 0.0) / 5;
    double spread = 0;
    for (const double value : found) spread += std::pow(value - mean, 2);
    residual += 16 * spread;
    const Row& row = row_of(table, "term", letters);
    CHECK(number(row, "effect_currency") == Approx(mean).margin(1e-8));
    CHECK(number(row, "half_width_currency") == Approx(2.7764451051977987 * std::sqrt(spread / 4 / 5)).margin(1e-7));
    CHECK(number(row, "sum_of_squares") == Approx(80 * mean * mean).epsilon(1e-8).margin(1e-9));
  }
  const Row& error = row_of(table, "term", "Residual");
  CHECK(number(error, "sum_of_squares") == Approx(residual).epsilon(1e-9));
  CHECK(error.at("degrees_of_freedom") == "252");
}

TEST_CASE("factorial: what the page says of our problems") {
  const Figures figures;
  const auto replicated = figures.table("table5_replicated");
  const auto surely = [&](const std::string& term) {
    const Row& row = row_of(replicated, "term", term);
    return std::abs(number(row, "effect_currency")) > number(row, "half_width_currency");
  };
  CHECK(!surely("C"));
  for (const char* term : {"A", "B", "D", "E", "F"}) CHECK(surely(term));
  const auto problems = figures.table("fig4_cost_profit");
  double costs[] = {0, 0, 0};
  for (std::size_t i = 0; i < 64; ++i) {
    CHECK(problems[i].at("rank") == std::to_string(i + 1));
    CHECK(problems[i].at("demand") == (i < 32 ? "100" : "500"));
    if (i >= 32) CHECK(problems[i].at("customer_types") == (i < 48 ? "2" : "3"));
    costs[i < 32 ? 0 : i < 48 ? 1 : 2] += number(problems[i], "cost_currency") / (i < 32 ? 32 : 16);
  }
  CHECK((costs[0] < costs[1] && costs[1] < costs[2]));
  const auto effects = figures.table("half_normal");  // by rising magnitude
  CHECK(&row_of(effects, "term", "AD") < &row_of(effects, "term", "D"));
}

TEST_CASE("factorial: no costs make Eq. 6 give the printed sums of squares") {
  // What a third customer type adds at most, and the highest profits, by trying costs and, at each, prices at which demand is not negative.
  const auto highest = [](double alpha, double beta) {
    double best = 0;
    for (double cost = 0; cost <= alpha / beta; cost += alpha / beta / 20)
      for (int step = 0; step <= 1000; ++step) {
        const double price = alpha / beta * step / 1000;
        best = std::max(best, (price - cost) * (alpha - beta * price));
      }
    return best;
  };
  const double a = std::sqrt(4 * 2.826e10 / 64), f = std::sqrt(4 * 9.996e8 / 64);
  const double third = (highest(100, 2.5) + highest(500, 2.5)) / 2;
  const double low = highest(100, 1.5) + highest(100, 2) + highest(100, 2.5) / 2;
  CHECK(a > third);
  CHECK(a / 2 > low + f / 2);
  const std::string page = ccmsim("reproduce qamar_2023_factorial").out;
  for (const double amount : {a, third, low, low + f, low + f / 2, a / 2})
    CHECK(page.find(std::to_string(std::lround(amount))) != std::string::npos);
}

TEST_CASE("factorial: files and document agree to the last digit") {
  const Figures figures;
  for (const char* name : {"table5", "table5_replicated", "fig4_cost_profit", "fig5_effects", "half_normal"}) {
    const auto rows = figures.table(name);
    const Json& same = figures.document.at(name);
    REQUIRE(rows.size() == same.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
      for (const auto& [column, text] : rows[i]) {
        const Json& value = same.at(i).at(column);
        if (value.is_null()) CHECK(text.empty());
        if (value.is_string()) CHECK(value == text);
        if (value.is_number()) CHECK(value.get<double>() == std::stod(text));
      }
  }
}

TEST_CASE("factorial: files that are there are replaced only with --force, and appear whole") {
  const TemporaryDirectory place;
  write_file(place / "half_normal.csv", "mine\n");
  const Finished refused = ccmsim("reproduce qamar_2023_factorial --out " + place.path());
  CHECK(refused.code == 2);
  CHECK(refused.err.find("half_normal.csv' exists; choose another --out, or replace it with --force") != std::string::npos);
  CHECK(file_text(place / "half_normal.csv") == "mine\n");
  CHECK(!fs::exists(place / "table5.csv"));
  CHECK(ccmsim("reproduce qamar_2023_factorial --force --out " + place.path()).code == 0);
  CHECK(read_table(place / "half_normal.csv").size() == 63);
  CHECK(std::distance(fs::directory_iterator(place.path()), fs::directory_iterator()) == 5);
  CHECK(ccmsim("reproduce --out " + place / "table5.csv").code == 2);
}
