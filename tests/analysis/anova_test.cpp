// Does the analysis of variance agree with R, statsmodels, rational arithmetic and certified results?

#include "analysis/anova/anova.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "analysis/anova/squares.hpp"
#include "tests/analysis/anova_sets.hpp"
#include "tests/support/table.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

using Lines = std::map<std::string, AnovaLine>;

Lines lines_of(const AnovaTable& table) {
  Lines lines;
  for (const AnovaLine& line : table.terms) lines[line.name] = line;
  if (table.blocks) lines["Blocks"] = *table.blocks;
  if (table.residual.degrees_of_freedom > 0) lines["Residual"] = table.residual;
  return lines;
}

/// Relative differences allowed to another program.
struct Tolerance {
  double usual = 0;
  double offset = 0;  // in the sets whose mean is 10^8 times their effects
};

void check_number(const Row& row, const std::string& column, const std::optional<double>& ours, double tolerance) {
  const std::string& theirs = row.at(column);
  if (theirs.empty()) return;
  REQUIRE(ours);
  CHECK(*ours == Approx(number(row, column)).epsilon(tolerance).scale(0));
}

void check_line(const Row& row, const AnovaLine& line, const Tolerance& tolerance) {
  const double allowed = row.at("set").starts_with("offset") ? tolerance.offset : tolerance.usual;
  INFO(row.at("set") << " " << row.at("term"));
  CHECK(line.degrees_of_freedom == static_cast<std::size_t>(number(row, "df")));
  check_number(row, "ss", line.sum_of_squares, allowed);
  check_number(row, "f", line.f, allowed);
  check_number(row, "p", line.p, allowed);
}

/// Compares every line that the other program printed; returns how many sets these make.
std::size_t compare_with(const std::string& file, const Tolerance& tolerance) {
  std::map<std::string, Lines> ours;
  for (const AnovaSet& set : anova_sets()) ours[set.name] = lines_of(anova(set.results, set.terms, set.replications));
  std::map<std::string, std::size_t> compared;
  for (const Row& row : read_table(anova_data(file))) {
    check_line(row, ours.at(row.at("set")).at(row.at("term")), tolerance);
    ++compared[row.at("set")];
  }
  for (const auto& [name, lines] : compared) CHECK(lines == ours.at(name).size());
  return compared.size();
}

/// Simon and Lesage's sets: 9 treatments; each has its mean once, and as often the mean - 0.1 as the mean + 0.1.
FactorialResults simon_lesage(double offset, std::size_t n) {
  FactorialResults results{.factors = {"A"}, .points = {}, .values = {}};
  for (std::size_t i = 0; i < 9; ++i) {
    const double tenths = i == 0 ? 4 : i % 2 == 1 ? 3 : 5;
    results.points.push_back({i});
    results.values.push_back({offset + tenths / 10});
    for (std::size_t j = 1; j < n; ++j) results.values.back().push_back(offset + (tenths + (j % 2 == 1 ? -1 : 1)) / 10);
  }
  return results;
}

}  // namespace

TEST_CASE("analyses of variance agree with R's aov") {
  // Usual sets: 64 contrasts of 128 values, some 1e-13 of the smallest, and p moves by up to 162 (half of the largest df) times as much as
  // F. At an offset of 1e6, R fits y itself, whose rounding, 1e-10, is 1e-7 of the smallest contrast, 1e-3; SS moves twice as much, p 9
  // times.
  CHECK(compare_with("aov.csv", {.usual = 1e-8, .offset = 2e-6}) == 28);
}

TEST_CASE("analyses of variance agree with statsmodels") {
  // As R; and it leaves out the one set without an error.
  CHECK(compare_with("anova_lm.csv", {.usual = 1e-8, .offset = 2e-6}) == 27);
}

TEST_CASE("analyses of variance agree with rational arithmetic, also at large offsets") {
  // Contrasts carry errors of some eps times the largest deviation, which is at most 1000 times any contrast here.
  CHECK(compare_with("exact.csv", {.usual = 1e-12, .offset = 1e-12}) == 28);
}

TEST_CASE("analyses of variance agree with the certified values of SmLs01 to SmLs09") {
  // [SimonLesage1989]: between SS = 0.08 n, df 8; within SS = 0.09 (n - 1), df 9 (n - 1); F = n, whatever the offset.
  for (const double offset : {1.0, 1e6, 1e12})
    for (const std::size_t n : {21U, 201U, 2001U}) {
      const AnovaTable table = anova(simon_lesage(offset, n), {{0}});
      const auto count = static_cast<double>(n);
      // The values, as they are stored, are wrong by up to half an ulp; a deviation of 0.1 by an ulp, and its square by twice as much.
      const double allowed = 2 * (std::nextafter(offset, 2 * offset) - offset) / 0.1 + 1e-13;
      CHECK(table.terms[0].sum_of_squares == Approx(0.08 * count).epsilon(allowed));
      CHECK(table.residual.sum_of_squares == Approx(0.09 * (count - 1)).epsilon(allowed));
      CHECK(table.residual.degrees_of_freedom == 9 * (n - 1));
      CHECK(*table.terms[0].f == Approx(count).epsilon(2 * allowed));
    }
}

TEST_CASE("p keeps its digits down to 1e-300") {
  // With 2 degrees of freedom, p = (1 + 2 F / df)^(-df / 2) exactly; 100 multiplications make a relative error of about 1e-14.
  for (const double f : {1e-3, 1.0, 1e2, 1e5}) {
    const AnovaTable table =
        anova_table({.names = {"A"}, .terms = {{2 * f, 2}}, .lack_of_fit = {}, .pure_error = {200, 200}, .blocks = {}});
    CHECK(*table.terms[0].f == Approx(f));
    CHECK(*table.terms[0].p == Approx(std::pow(1 + 2 * f / 200, -100)).epsilon(1e-12).scale(0));
  }
}

TEST_CASE("names and orders of terms are those of R") {
  CHECK(terms_up_to(3, 9) == std::vector<Term>{{0}, {1}, {2}, {0, 1}, {0, 2}, {1, 2}, {0, 1, 2}});
  CHECK(terms_up_to(12, 12).size() == 4095);
  CHECK(terms_up_to(26, 2).size() == 26 * 27 / 2);
  CHECK(name_of_term({2, 0}, {"alpha", "beta", "gamma"}) == "alpha:gamma");
}

TEST_CASE("sums of squares of two values, and their number") {
  CHECK_THROWS(sums_of_squares({2, 3}, {1, 2, 3}));
  CHECK_THROWS(sums_of_squares({}, {}));
  const std::vector<double> sums = sums_of_squares({2}, {1, 3});
  CHECK(sums[0] == Approx(8));  // 2 x 2^2
  CHECK(sums[1] == Approx(2));  // (1 - 2)^2 + (3 - 2)^2
}
