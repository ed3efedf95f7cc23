// What is the least value of a linear function over linear constraints?

#include "tests/models/allocation/linear_program.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace ccm::test {
namespace {

constexpr long double rounding = 1e-14L;  // relative; an extended number has about 1e-19

}  // namespace

void LinearProgram::add_row(std::vector<long double> a, long double b) {
  rows_.push_back(std::move(a));
  values_.push_back(b);
}

void LinearProgram::start() {
  const std::size_t columns = variables_ + rows_.size();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_[i].resize(columns);
    rows_[i][variables_ + i] = 1;
    basis_.push_back(variables_ + i);
  }
  stays_zero_.resize(columns);
}

std::vector<long double> LinearProgram::reduced_costs(const std::vector<long double>& c) const {
  std::vector<long double> reduced = c;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const long double price = c[basis_[i]];
    if (price == 0) continue;
    for (std::size_t j = 0; j < reduced.size(); ++j) reduced[j] -= price * rows_[i][j];
  }
  for (const std::size_t basic : basis_) reduced[basic] = 0;
  return reduced;
}

/// Bland's rule, which cannot cycle: the first column that improves.
std::size_t LinearProgram::entering(const std::vector<long double>& reduced, long double zero) const {
  std::size_t j = 0;
  while (j < reduced.size() && (stays_zero_[j] || reduced[j] >= -zero)) ++j;
  return j;
}

/// The row that limits the column most; of several, the one of the first basic variable.
std::size_t LinearProgram::leaving(std::size_t column) const {
  std::size_t best = rows_.size();
  long double least = 0;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (rows_[i][column] <= rounding) continue;
    const long double ratio = values_[i] / rows_[i][column];
    const bool first = best == rows_.size(), equal = !first && std::abs(ratio - least) <= rounding * std::max(ratio, least);
    if (!first && (equal ? basis_[i] > basis_[best] : ratio > least)) continue;
    best = i;
    least = ratio;
  }
  if (best == rows_.size()) throw std::logic_error("unbounded linear program");
  return best;
}

void LinearProgram::pivot(std::size_t row, std::size_t column) {
  const long double divisor = rows_[row][column];
  for (long double& a : rows_[row]) a /= divisor;
  values_[row] /= divisor;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const long double factor = rows_[i][column];
    if (i == row || factor == 0) continue;
    for (std::size_t j = 0; j < rows_[i].size(); ++j) rows_[i][j] -= factor * rows_[row][j];
    values_[i] = std::max(0.0L, values_[i] - factor * values_[row]);
  }
  basis_[row] = column;
}

long double LinearProgram::minimise(std::vector<long double> c) {
  if (basis_.empty()) start();
  c.resize(stays_zero_.size());
  long double zero = 0;
  for (const long double price : c) zero = std::max(zero, rounding * std::abs(price));
  std::vector<long double> reduced = reduced_costs(c);
  for (std::size_t column; (column = entering(reduced, zero)) < c.size(); reduced = reduced_costs(c)) pivot(leaving(column), column);
  for (std::size_t j = 0; j < c.size(); ++j)
    if (reduced[j] > zero) stays_zero_[j] = true;
  long double least = 0;
  for (std::size_t i = 0; i < rows_.size(); ++i) least += c[basis_[i]] * values_[i];
  return least;
}

}  // namespace ccm::test
