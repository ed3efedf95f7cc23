#pragma once
/// A small linear program with two objectives in order of rank, solved again and again as its costs change.
/// Written here because each search solves thousands of programs that differ in a few costs from the one before: the last basis stays
/// feasible, and a handful of pivots in a dense tableau beat setting up any solver of Debian 12 (Cbc needed 500 times as long).

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace ccm {

/// A value of both objectives: less unserved demand first, then less money.
struct Rank {
  double unserved = 0;
  double money = 0;
};

/// lexmin c x   subject to   A x <= b, x >= 0,   with b >= 0, so that x = 0 with full slack is where it starts. The slack of a row is a
/// column too and may have a cost.
/// Dantzig's rule, and Bland's after many steps without progress, so that it ends. Coefficients should be of the order of 1: numbers
/// below 1e-10 count as zero.     Tested by: tests/models/simplex_test.cpp.
class Simplex {
 public:
  /// Row-major coefficients, rows times columns.
  Simplex(std::size_t columns, const std::vector<double>& coefficients, const std::vector<double>& limits);

  void set_cost(std::size_t column, Rank cost);
  [[nodiscard]] std::size_t slack_of(std::size_t row) const { return columns_ + row; }
  /// Moves to an optimal basis, or stops at a solution that is feasible but perhaps not optimal: after so much work, or if rounding errors
  /// keep it from ending. Returns the work: 1, and 1 per 100 entries of the tableau that pivots touched.
  std::int64_t minimise(std::int64_t most_work = std::numeric_limits<std::int64_t>::max());
  [[nodiscard]] bool is_optimal() const { return is_optimal_; }

  /// Of the solution that minimise() found; prices and reduced costs mean what they say only at the optimum:
  [[nodiscard]] Rank value() const;
  [[nodiscard]] double solution(std::size_t column) const;
  /// c_j - y A_j >= 0: how much dearer the column is than what it replaces.
  [[nodiscard]] Rank reduced_cost(std::size_t column) const;
  /// y_i: how the objective changes with the row's limit.
  [[nodiscard]] Rank price(std::size_t row) const;

 private:
  [[nodiscard]] double* row(std::size_t index) { return tableau_.data() + index * width_; }
  [[nodiscard]] const double* row(std::size_t index) const { return tableau_.data() + index * width_; }
  [[nodiscard]] bool improves(std::size_t column) const;
  [[nodiscard]] std::size_t entering(bool by_index) const;
  [[nodiscard]] std::size_t leaving(std::size_t column) const;
  void pivot(std::size_t row_index, std::size_t column);
  void subtract_row(std::size_t from, const double* pivot_row, double factor);
  void refresh_reduced_costs();
  void factorise_again();

  std::size_t rows_, columns_, width_;  // width: structural and slack columns, and the right-hand side last
  std::vector<double> original_, tableau_;
  std::vector<Rank> cost_, reduced_;         // of structural and slack columns
  std::vector<std::size_t> basis_, row_of_;  // column of each row; row of each basic column, or none
  std::vector<std::uint32_t> touched_;       // columns in which the pivot row is not zero
  std::int64_t entries_touched_ = 0, pivots_since_factorised_ = 0;
  bool is_optimal_ = false;
};

}  // namespace ccm
