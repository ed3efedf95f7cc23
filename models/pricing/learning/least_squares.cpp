// Which line fits the data best, and how well is it known?

#include "models/pricing/learning/least_squares.hpp"

#include <cmath>
#include <numeric>

#include "models/error.hpp"

namespace ccm {
namespace {

double product(const DataColumn& x, const DataColumn& y) { return std::inner_product(x.begin(), x.end(), y.begin(), 0.0); }

/// Takes the part along the unit vector q out of x, and returns its length.
double take_out(const DataColumn& q, DataColumn& x) {
  const double along = product(q, x);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] -= along * q[i];
  return along;
}

/// X = Q R: row j of R, from its diagonal on, and Q in place of X.
struct Orthogonal {
  std::vector<DataColumn> q;
  std::vector<std::vector<double>> r;
};

Orthogonal orthogonal(std::vector<DataColumn> columns) {
  Orthogonal result;
  for (std::size_t j = 0; j < columns.size(); ++j) {
    const double length = std::sqrt(product(columns[j], columns[j]));
    std::vector<double>& row = result.r.emplace_back(columns.size());
    row[j] = length;
    if (length > 0)
      for (double& value : columns[j]) value /= length;
    for (std::size_t k = j + 1; k < columns.size(); ++k) row[k] = take_out(columns[j], columns[k]);
  }
  result.q = std::move(columns);
  return result;
}

/// Solves R x = y from below.
std::vector<double> solved(const std::vector<std::vector<double>>& r, std::vector<double> y) {
  for (std::size_t j = y.size(); j-- > 0;) {
    for (std::size_t k = j + 1; k < y.size(); ++k) y[j] -= r[j][k] * y[k];
    y[j] /= r[j][j];
  }
  return y;
}

/// The lengths of the rows of R^-1, whose squares are the diagonal of (X'X)^-1.
std::vector<double> row_lengths_of_inverse(const std::vector<std::vector<double>>& r) {
  std::vector<double> squares(r.size());
  for (std::size_t column = 0; column < r.size(); ++column) {
    std::vector<double> unit(r.size());
    unit[column] = 1;
    const std::vector<double> inverse = solved(r, std::move(unit));
    for (std::size_t row = 0; row < r.size(); ++row) squares[row] += inverse[row] * inverse[row];
  }
  for (double& square : squares) square = std::sqrt(square);
  return squares;
}

}  // namespace

std::vector<double> unexplained(const std::vector<DataColumn>& regressors) {
  const Orthogonal basis = orthogonal(regressors);
  std::vector<double> lengths;
  for (std::size_t j = 0; j < basis.r.size(); ++j) lengths.push_back(basis.r[j][j]);
  return lengths;
}

LeastSquares least_squares(const std::vector<DataColumn>& regressors, const DataColumn& y) {
  require(y.size() > regressors.size(), "least squares: there must be more observations than regressors");
  for (const DataColumn& column : regressors) require(column.size() == y.size(), "least squares: columns must be equally long");
  const Orthogonal basis = orthogonal(regressors);
  for (std::size_t j = 0; j < basis.r.size(); ++j) require(basis.r[j][j] > 0, "least squares: the regressors must be independent");
  DataColumn residual = y;
  std::vector<double> along;
  for (const DataColumn& q : basis.q) along.push_back(take_out(q, residual));
  const double degrees = static_cast<double>(y.size() - regressors.size());
  LeastSquares fit{solved(basis.r, along), row_lengths_of_inverse(basis.r), std::sqrt(product(residual, residual) / degrees)};
  for (double& error : fit.standard_errors) error *= fit.residual_sd;
  return fit;
}

}  // namespace ccm
