// Does the linear-programming solver find optima that can be checked by hand, or by duality?
//
// Coefficients are of the order of 1 and programs have at most 20 rows, so sums are exact to about 1e-14; pivots lose a few digits, and the
// solver takes 1e-10 for zero. 1e-8 is beyond that and far below any mistake.

#include "models/allocation/simplex.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "models/error.hpp"

using namespace ccm;

namespace {

constexpr double rounding = 1e-8;

Approx about(double value) { return Approx(value).epsilon(0).margin(rounding * (1 + std::abs(value))); }

/// lexmin c x,  A x <= b.
struct Program {
  std::vector<std::vector<double>> rows;
  std::vector<double> limits;
  std::vector<Rank> costs;  // of structural columns, then of slacks; what is missing is 0

  [[nodiscard]] Simplex simplex() const {
    std::vector<double> coefficients;
    for (const auto& row : rows) coefficients.insert(coefficients.end(), row.begin(), row.end());
    Simplex simplex(columns(), coefficients, limits);
    set_costs(simplex);
    return simplex;
  }
  void set_costs(Simplex& simplex) const {
    for (std::size_t j = 0; j < costs.size(); ++j) simplex.set_cost(j, costs[j]);
  }
  [[nodiscard]] std::size_t columns() const { return rows.front().size(); }
  [[nodiscard]] Rank cost(std::size_t column) const { return column < costs.size() ? costs[column] : Rank{}; }
};

Program money_only(std::vector<std::vector<double>> rows, std::vector<double> limits, const std::vector<double>& costs) {
  Program program{std::move(rows), std::move(limits), {}};
  for (const double cost : costs) program.costs.push_back({0, cost});
  return program;
}

std::vector<double> solution_of(const Simplex& simplex, std::size_t columns) {
  std::vector<double> solution;
  for (std::size_t j = 0; j < columns; ++j) solution.push_back(simplex.solution(j));
  return solution;
}

/// Not negative in the order of ranks, but for rounding.
bool is_no_gain(const Rank& rank) { return rank.unserved > -rounding && (rank.unserved > rounding || rank.money > -rounding); }
bool is_zero(const Rank& rank) { return std::abs(rank.unserved) < rounding && std::abs(rank.money) < rounding; }

/// That solution and prices prove each other optimal: both are feasible, no column in use has a reduced cost, and both values agree.
void check_optimal(const Program& program, const Simplex& simplex) {
  const std::size_t columns = program.columns();
  const std::vector<double> x = solution_of(simplex, columns + program.rows.size());
  Rank primal, dual;
  for (std::size_t i = 0; i < program.rows.size(); ++i) {
    double used = x[columns + i];
    for (std::size_t j = 0; j < columns; ++j) used += program.rows[i][j] * x[j];
    CHECK(used == about(program.limits[i]));
    const Rank price = simplex.price(i);
    dual.unserved += price.unserved * program.limits[i];
    dual.money += price.money * program.limits[i];
  }
  for (std::size_t j = 0; j < x.size(); ++j) {
    CHECK(x[j] >= 0);
    Rank reduced = program.cost(j);
    for (std::size_t i = 0; i < program.rows.size(); ++i) {
      const double coefficient = j < columns ? program.rows[i][j] : j == columns + i;
      reduced.unserved -= simplex.price(i).unserved * coefficient;
      reduced.money -= simplex.price(i).money * coefficient;
    }
    CHECK(reduced.unserved == about(simplex.reduced_cost(j).unserved));
    CHECK(reduced.money == about(simplex.reduced_cost(j).money));
    CHECK(is_no_gain(reduced));
    CHECK((x[j] < rounding || is_zero(reduced)));
    primal.unserved += program.cost(j).unserved * x[j];
    primal.money += program.cost(j).money * x[j];
  }
  CHECK(simplex.value().unserved == about(primal.unserved));
  CHECK(simplex.value().money == about(primal.money));
  CHECK(dual.unserved == about(primal.unserved));
  CHECK(dual.money == about(primal.money));
}

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : random_(seed) {}
  double real(double low, double high) { return low + (high - low) * static_cast<double>(random_() >> 11) * 0x1p-53; }
  std::size_t whole(std::size_t low, std::size_t high) { return low + random_() % (high - low + 1); }
  bool maybe(double chance) { return real(0, 1) < chance; }

  /// Bounded, since the last row limits the sum of all columns. With `round` numbers there are many ties.
  Program program(bool round) {
    const auto number = [&](double low, double high) { return round ? std::round(real(low, high)) : real(low, high); };
    Program program;
    const std::size_t rows = whole(1, 12), columns = whole(1, 20);
    for (std::size_t i = 0; i < rows; ++i) {
      auto& row = program.rows.emplace_back();
      for (std::size_t j = 0; j < columns; ++j) row.push_back(maybe(0.5) ? number(-2, 4) : 0);
      program.limits.push_back(maybe(0.3) ? 0 : number(0, 5));
    }
    program.rows.emplace_back(columns, 1);
    program.limits.push_back(10);
    program.costs.resize(columns + rows + 1);
    draw_costs(program, round);
    return program;
  }
  void draw_costs(Program& program, bool round) {
    for (Rank& cost : program.costs)
      if (maybe(0.6)) cost = {maybe(0.5) ? std::round(real(-2, 2)) : 0, round ? std::round(real(-3, 3)) : real(-3, 3)};
  }

 private:
  std::mt19937_64 random_;
};

}  // namespace

TEST_CASE("two products, three capacities: a textbook program solved by hand") {
  // max 3 a + 5 b,  a <= 4,  2 b <= 12,  3 a + 2 b <= 18:  a = 2, b = 6, worth 36; prices 0, 3/2 and 1
  const Program program = money_only({{1, 0}, {0, 2}, {3, 2}}, {4, 12, 18}, {-3, -5});
  Simplex simplex = program.simplex();
  CHECK(simplex.minimise() >= 1);
  CHECK(simplex.value().money == about(-36));
  CHECK(simplex.solution(0) == about(2));
  CHECK(simplex.solution(1) == about(6));
  CHECK(simplex.solution(simplex.slack_of(0)) == about(2));
  CHECK(simplex.price(0).money == about(0));
  CHECK(simplex.price(1).money == about(-1.5));
  CHECK(simplex.price(2).money == about(-1));
  check_optimal(program, simplex);
}

TEST_CASE("nothing is worth doing: the start is the optimum") {
  const Program program = money_only({{1, 1}}, {3}, {1, 0});
  Simplex simplex = program.simplex();
  simplex.minimise();
  CHECK(simplex.value().money == 0);
  CHECK(solution_of(simplex, 2) == std::vector<double>{0, 0});
  CHECK(simplex.solution(simplex.slack_of(0)) == 3);
}

TEST_CASE("a slack may have a cost, as leaving demand unserved has") {
  Program program = money_only({{2}}, {3}, {1, 4});
  Simplex simplex = program.simplex();
  simplex.minimise();
  CHECK(simplex.value().money == about(1.5));  // x = 3/2 instead of a slack of 3
  CHECK(simplex.price(0).money == about(0.5));
  check_optimal(program, simplex);
}

TEST_CASE("the first objective comes first, and money decides among its optima") {
  // x + y + slack = 1: x and y serve equally much, and y costs less; nothing served would cost nothing
  const Program program{{{1, 1}, {0, 1}}, {1, 0.25}, {{0, 1000}, {0, 10}, {1, 0}}};
  Simplex simplex = program.simplex();
  simplex.minimise();
  CHECK(simplex.value().unserved == about(0));
  CHECK(simplex.value().money == about(0.75 * 1000 + 0.25 * 10));
  CHECK(simplex.price(1).money == about(-990));
  check_optimal(program, simplex);
}

TEST_CASE("an infinitely small gain in the first objective outweighs any money") {
  const Program program{{{1, 1}}, {1}, {{-1e-6, 1e6}, {0, -1e6}}};
  Simplex simplex = program.simplex();
  simplex.minimise();
  CHECK(simplex.solution(0) == about(1));
  CHECK(simplex.value().money == about(1e6));
}

TEST_CASE("Beale's program, in which Dantzig's rule may go round in a circle, ends") {
  const Program program =
      money_only({{0.25, -60, -1 / 25.0, 9}, {0.5, -90, -1 / 50.0, 3}, {0, 0, 1, 0}}, {0, 0, 1}, {-0.75, 150, -0.02, 6});
  Simplex simplex = program.simplex();
  simplex.minimise();
  CHECK(simplex.value().money == about(-0.05));
  CHECK(simplex.solution(0) == about(0.04));
  CHECK(simplex.solution(2) == about(1));
  check_optimal(program, simplex);
}

TEST_CASE("Kuhn's and Chvatal's circles end") {
  const Program kuhn = money_only({{-2, -9, 1, 9}, {1.0 / 3, 1, -1.0 / 3, -2}, {2, 3, -1, -12}}, {0, 0, 2}, {-2, -3, 1, 12});
  Simplex first = kuhn.simplex();
  first.minimise();
  CHECK(first.value().money == about(-2));
  check_optimal(kuhn, first);
  const Program chvatal = money_only({{0.5, -5.5, -2.5, 9}, {0.5, -1.5, -0.5, 1}, {1, 0, 0, 0}}, {0, 0, 1}, {-10, 57, 9, 24});
  Simplex second = chvatal.simplex();
  second.minimise();
  CHECK(second.value().money == about(-1));
  check_optimal(chvatal, second);
}

TEST_CASE("Klee and Minty's cube of six dimensions") {
  Program program;
  std::vector<double> costs;
  for (std::size_t i = 0; i < 6; ++i) {
    auto& row = program.rows.emplace_back(6);
    for (std::size_t j = 0; j < i; ++j) row[j] = 2 * std::pow(10, static_cast<double>(i - j));
    row[i] = 1;
    program.limits.push_back(std::pow(100, static_cast<double>(i)));
    program.costs.push_back({0, -std::pow(10, static_cast<double>(5 - i))});
  }
  Simplex simplex = program.simplex();
  simplex.minimise();
  CHECK(simplex.value().money == about(-1e10));
  CHECK(simplex.solution(5) == about(1e10));
}

TEST_CASE("prices and solution of random programs prove each other, with and without ties") {
  for (const bool round : {false, true})
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
      CAPTURE(round, seed);
      const Program program = Chance(seed).program(round);
      Simplex simplex = program.simplex();
      simplex.minimise();
      check_optimal(program, simplex);
    }
}

TEST_CASE("after costs change, the optimum from the last basis is that of a fresh program") {
  for (const bool round : {false, true})
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
      CAPTURE(round, seed);
      Chance chance(seed);
      Program program = chance.program(round);
      Simplex warm = program.simplex();
      for (int change = 0; change < 20; ++change) {
        warm.minimise();
        chance.draw_costs(program, round);
        program.set_costs(warm);
      }
      warm.minimise();
      check_optimal(program, warm);
      Simplex fresh = program.simplex();
      fresh.minimise();
      CHECK(warm.value().unserved == about(fresh.value().unserved));
      CHECK(warm.value().money == about(fresh.value().money));
    }
}

TEST_CASE("thousands of changes lose no accuracy") {
  Chance chance(1);
  Program program = chance.program(false);
  while (program.rows.size() < 10 || program.columns() < 10) program = chance.program(false);
  Simplex simplex = program.simplex();
  for (int change = 0; change < 20'000; ++change) {
    chance.draw_costs(program, false);
    program.set_costs(simplex);
    simplex.minimise();
  }
  check_optimal(program, simplex);
}

TEST_CASE("solving again without a change takes no pivot, which counts as one node") {
  Simplex simplex = Chance(3).program(false).simplex();
  simplex.minimise();
  const double before = simplex.value().money;
  CHECK(simplex.minimise() == 1);
  CHECK(simplex.value().money == before);
}

TEST_CASE("cut short, a program is at a solution that keeps its limits, and from there goes on to the optimum") {
  int cut_short = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    CAPTURE(seed);
    const Program program = Chance(seed).program(false);
    Simplex simplex = program.simplex();
    CHECK(simplex.minimise(0) == 1);
    cut_short += !simplex.is_optimal();
    for (int round = 0; round < 1000 && !simplex.is_optimal(); ++round) {
      CHECK(simplex.minimise(1) >= 1);
      for (std::size_t i = 0; i < program.rows.size(); ++i) {
        double used = simplex.solution(simplex.slack_of(i));
        for (std::size_t j = 0; j < program.columns(); ++j) used += program.rows[i][j] * simplex.solution(j);
        CHECK(used == about(program.limits[i]));
      }
    }
    CHECK(simplex.is_optimal());
    check_optimal(program, simplex);
  }
  CHECK(cut_short > 50);
}

TEST_CASE("a program without rows: nothing may be gained, or there is no end") {
  Simplex simplex(2, {}, {});
  CHECK(simplex.minimise() == 1);
  CHECK(simplex.value().money == 0);
  simplex.set_cost(1, {0, -1});
  CHECK_THROWS_AS(simplex.minimise(), ModelError);
}

TEST_CASE("an unbounded program and a negative limit are refused") {
  Simplex unbounded = money_only({{1, -1}}, {1}, {0, -1}).simplex();
  CHECK_THROWS_AS(unbounded.minimise(), ModelError);
  Simplex in_first_objective = Program{{{-1}}, {1}, {{-1, 0}}}.simplex();
  CHECK_THROWS_AS(in_first_objective.minimise(), ModelError);
  CHECK_THROWS_AS(Simplex(1, {1}, {-1e-9}), ModelError);
  CHECK_THROWS_AS(Simplex(1, {1}, {std::nan("")}), ModelError);
}
