#pragma once
/// Linear programs for tests of the simplex method, and the proof that a solution is optimal.

#include <catch2/catch.hpp>
#include <cmath>

#include "models/allocation/simplex.hpp"
#include "tests/support/draws.hpp"

namespace ccm::test {

/// Coefficients are of the order of 1 and programs have at most 20 rows, so sums are exact to about 1e-14; pivots lose a few digits, and
/// the solver takes 1e-10 for zero. 1e-8 is beyond that and far below any mistake.
constexpr double simplex_rounding = 1e-8;

[[nodiscard]] inline Approx near(double value) { return Approx(value).epsilon(0).margin(simplex_rounding * (1 + std::abs(value))); }

/// lexmin c x,  A x <= b.
struct RankedProgram {
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

[[nodiscard]] inline RankedProgram money_only(std::vector<std::vector<double>> rows, std::vector<double> limits,
                                              const std::vector<double>& costs) {
  RankedProgram program{std::move(rows), std::move(limits), {}};
  for (const double cost : costs) program.costs.push_back({0, cost});
  return program;
}

[[nodiscard]] inline std::vector<double> solution_of(const Simplex& simplex, std::size_t columns) {
  std::vector<double> solution;
  for (std::size_t j = 0; j < columns; ++j) solution.push_back(simplex.solution(j));
  return solution;
}

/// Not negative in the order of ranks, but for simplex_rounding.
[[nodiscard]] inline bool is_no_gain(const Rank& rank) {
  return rank.unserved > -simplex_rounding && (rank.unserved > simplex_rounding || rank.money > -simplex_rounding);
}
[[nodiscard]] inline bool is_zero(const Rank& rank) {
  return std::abs(rank.unserved) < simplex_rounding && std::abs(rank.money) < simplex_rounding;
}

/// That solution and prices prove each other optimal: both are feasible, no column in use has a reduced cost, and both values agree.
inline void check_optimal(const RankedProgram& program, const Simplex& simplex) {
  const std::size_t columns = program.columns();
  const std::vector<double> x = solution_of(simplex, columns + program.rows.size());
  Rank primal, dual;
  for (std::size_t i = 0; i < program.rows.size(); ++i) {
    double used = x[columns + i];
    for (std::size_t j = 0; j < columns; ++j) used += program.rows[i][j] * x[j];
    CHECK(used == near(program.limits[i]));
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
    CHECK(reduced.unserved == near(simplex.reduced_cost(j).unserved));
    CHECK(reduced.money == near(simplex.reduced_cost(j).money));
    CHECK(is_no_gain(reduced));
    CHECK((x[j] < simplex_rounding || is_zero(reduced)));
    primal.unserved += program.cost(j).unserved * x[j];
    primal.money += program.cost(j).money * x[j];
  }
  CHECK(simplex.value().unserved == near(primal.unserved));
  CHECK(simplex.value().money == near(primal.money));
  CHECK(dual.unserved == near(primal.unserved));
  CHECK(dual.money == near(primal.money));
}

/// Bounded, since the last row limits the sum of all columns.
class RandomPrograms {
 public:
  /// With `round` numbers there are many ties.
  RandomPrograms(std::uint64_t seed, bool round) : draws_(seed), round_(round) {}

  RankedProgram make() {
    RankedProgram program;
    const std::size_t rows = 1 + draws_.index(12), columns = 1 + draws_.index(20);
    for (std::size_t i = 0; i < rows; ++i) {
      auto& row = program.rows.emplace_back();
      for (std::size_t j = 0; j < columns; ++j) row.push_back(draws_.happens(0.5) ? number(-2, 4) : 0);
      program.limits.push_back(draws_.happens(0.3) ? 0 : number(0, 5));
    }
    program.rows.emplace_back(columns, 1);
    program.limits.push_back(10);
    program.costs.resize(columns + rows + 1);
    change_costs(program);
    return program;
  }
  void change_costs(RankedProgram& program) {
    for (Rank& cost : program.costs)
      if (draws_.happens(0.6)) cost = {draws_.happens(0.5) ? std::round(draws_.between(-2, 2)) : 0, number(-3, 3)};
  }

 private:
  double number(double low, double high) { return round_ ? std::round(draws_.between(low, high)) : draws_.between(low, high); }

  Draws draws_;
  bool round_;
};

}  // namespace ccm::test
