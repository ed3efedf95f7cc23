// What is the optimum of a small linear program, starting from the one before?

#include "models/allocation/simplex.hpp"

#include <algorithm>
#include <cmath>

#include "models/error.hpp"

namespace ccm {
namespace {

constexpr double zero = 1e-10;
constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr std::int64_t pivots_before_accuracy_suffers = 1000;
constexpr int patience = 50;  // degenerate steps before Bland's rule takes over

}  // namespace

Simplex::Simplex(std::size_t columns, const std::vector<double>& coefficients, const std::vector<double>& limits)
    : rows_(limits.size()),
      columns_(columns),
      width_(columns + rows_ + 1),
      original_(rows_ * width_),
      cost_(columns + rows_),
      reduced_(columns + rows_),
      basis_(rows_),
      row_of_(columns + rows_, none) {
  for (std::size_t i = 0; i < rows_; ++i) {
    require(limits[i] >= 0, "simplex: a limit must not be negative");
    std::copy_n(coefficients.begin() + static_cast<std::ptrdiff_t>(i * columns), columns,
                original_.begin() + static_cast<std::ptrdiff_t>(i * width_));
    original_[i * width_ + columns + i] = 1;
    original_[i * width_ + width_ - 1] = limits[i];
    basis_[i] = columns + i;
    row_of_[columns + i] = i;
  }
  tableau_ = original_;
}

void Simplex::set_cost(std::size_t column, Rank cost) {
  const Rank change{cost.unserved - cost_[column].unserved, cost.money - cost_[column].money};
  if (change.unserved == 0 && change.money == 0) return;
  cost_[column] = cost;
  if (row_of_[column] == none) {
    reduced_[column].unserved += change.unserved;
    reduced_[column].money += change.money;
    return;
  }
  const double* basic_row = row(row_of_[column]);
  for (std::size_t j = 0; j + 1 < width_; ++j) {
    if (j == column) continue;
    reduced_[j].unserved -= change.unserved * basic_row[j];
    reduced_[j].money -= change.money * basic_row[j];
  }
}

bool Simplex::improves(std::size_t column) const {
  const Rank& reduced = reduced_[column];
  return reduced.unserved < -zero || (reduced.unserved <= zero && reduced.money < -zero);
}

std::size_t Simplex::entering(bool by_index) const {
  std::size_t best = none;
  for (std::size_t j = 0; j + 1 < width_; ++j) {
    if (row_of_[j] != none || !improves(j)) continue;
    if (by_index) return j;
    if (best == none) {
      best = j;
      continue;
    }
    const double by = reduced_[j].unserved - reduced_[best].unserved;
    if (by < -zero || (by <= zero && reduced_[j].money < reduced_[best].money)) best = j;
  }
  return best;
}

std::size_t Simplex::leaving(std::size_t column) const {
  std::size_t best = none;
  double least = 0;
  for (std::size_t i = 0; i < rows_; ++i) {
    const double step = row(i)[column];
    if (step <= zero) continue;
    const double ratio = std::max(0.0, row(i)[width_ - 1]) / step;
    if (best == none || ratio < least || (ratio == least && basis_[i] < basis_[best])) {
      best = i;
      least = ratio;
    }
  }
  return best;
}

void Simplex::subtract_row(std::size_t from, const double* pivot_row, double factor) {
  double* target = row(from);
  for (const std::uint32_t j : touched_) target[j] -= factor * pivot_row[j];
  entries_touched_ += static_cast<std::int64_t>(touched_.size());
}

void Simplex::pivot(std::size_t row_index, std::size_t column) {
  double* pivot_row = row(row_index);
  const double scale = 1 / pivot_row[column];
  touched_.clear();
  for (std::size_t j = 0; j < width_; ++j) {
    if (pivot_row[j] == 0) continue;
    pivot_row[j] *= scale;
    touched_.push_back(static_cast<std::uint32_t>(j));
  }
  pivot_row[column] = 1;
  for (std::size_t i = 0; i < rows_; ++i) {
    const double factor = row(i)[column];
    if (i == row_index || factor == 0) continue;
    subtract_row(i, pivot_row, factor);
    row(i)[column] = 0;
  }
  const Rank factor = reduced_[column];
  for (const std::uint32_t j : touched_) {
    if (j + 1 == width_) continue;
    reduced_[j].unserved -= factor.unserved * pivot_row[j];
    reduced_[j].money -= factor.money * pivot_row[j];
  }
  reduced_[column] = {};
  row_of_[basis_[row_index]] = none;
  row_of_[column] = row_index;
  basis_[row_index] = column;
  ++pivots_since_factorised_;
}

void Simplex::refresh_reduced_costs() {
  reduced_ = cost_;
  for (std::size_t i = 0; i < rows_; ++i) {
    const Rank basic = cost_[basis_[i]];
    if (basic.unserved == 0 && basic.money == 0) continue;
    for (std::size_t j = 0; j + 1 < width_; ++j) {
      reduced_[j].unserved -= basic.unserved * row(i)[j];
      reduced_[j].money -= basic.money * row(i)[j];
    }
  }
  for (const std::size_t basic : basis_) reduced_[basic] = {};
}

/// Pivots the basic columns into a fresh tableau, each where its entry is largest among the rows that are left.
void Simplex::factorise_again() {
  const std::vector<std::size_t> basic = basis_;
  tableau_ = original_;
  std::vector<bool> taken(rows_, false);
  std::vector<std::size_t> placed(rows_, none);
  for (std::size_t i = 0; i < rows_; ++i) basis_[i] = columns_ + i;
  for (const std::size_t column : basic) {
    std::size_t best = none;
    for (std::size_t i = 0; i < rows_; ++i)
      if (!taken[i] && (best == none || std::abs(row(i)[column]) > std::abs(row(best)[column]))) best = i;
    taken[best] = true;
    pivot(best, column);
    placed[best] = column;
  }
  basis_ = placed;
  std::ranges::fill(row_of_, none);
  for (std::size_t i = 0; i < rows_; ++i) row_of_[basis_[i]] = i;
  refresh_reduced_costs();
  pivots_since_factorised_ = 0;
}

std::int64_t Simplex::minimise(std::int64_t most_work) {
  entries_touched_ = 0;
  if (pivots_since_factorised_ > pivots_before_accuracy_suffers) factorise_again();
  int without_progress = 0;
  auto pivots_left = static_cast<std::int64_t>(100 * (rows_ + columns_) + 1000);
  is_optimal_ = false;
  for (std::size_t column; (column = entering(without_progress > patience)) != none;) {
    if (entries_touched_ / 100 >= most_work || pivots_left-- == 0) return 1 + entries_touched_ / 100;
    const std::size_t out = leaving(column);
    require(out != none, "simplex: the program is unbounded");
    without_progress = row(out)[width_ - 1] > zero * row(out)[column] ? 0 : without_progress + 1;
    pivot(out, column);
  }
  is_optimal_ = true;
  return 1 + entries_touched_ / 100;
}

Rank Simplex::value() const {
  Rank value;
  for (std::size_t i = 0; i < rows_; ++i) {
    value.unserved += cost_[basis_[i]].unserved * row(i)[width_ - 1];
    value.money += cost_[basis_[i]].money * row(i)[width_ - 1];
  }
  return value;
}

double Simplex::solution(std::size_t column) const { return row_of_[column] == none ? 0 : std::max(0.0, row(row_of_[column])[width_ - 1]); }

Rank Simplex::reduced_cost(std::size_t column) const { return reduced_[column]; }

Rank Simplex::price(std::size_t index) const {
  const Rank cost = cost_[columns_ + index], reduced = reduced_[columns_ + index];
  return {cost.unserved - reduced.unserved, cost.money - reduced.money};
}

}  // namespace ccm
