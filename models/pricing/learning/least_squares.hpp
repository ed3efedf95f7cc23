#pragma once
/// Least squares with a few regressors, and whether they can be told apart.

#include <span>
#include <vector>

namespace ccm {

/// A regressor, or what is regressed: one value per observation.
using DataColumn = std::vector<double>;

/// y = sum_j c_j x_j + noise.
struct LeastSquares {
  std::vector<double> coefficients;     // c_j
  std::vector<double> standard_errors;  // sqrt of the diagonal of s^2 (X'X)^-1
  double residual_sd = 0;               // s, s^2 = sum of squared residuals / (observations - regressors)
};

/// Of each regressor the length of what the ones before it do not explain: the diagonal of R in X = Q R. Zero: it is a combination of them.
[[nodiscard]] std::vector<double> unexplained(const std::vector<DataColumn>& regressors);

/// Fits by X = Q R, with Q from modified Gram-Schmidt: backward stable with y carried along, and a dozen lines for three regressors, for
/// which Boost has nothing.
/// Throws ModelError unless all columns are equally long, longer than there are regressors, and the regressors independent.
/// Source: [Bjorck1996], section 2.4.     Tested by: tests/models/learning_test.cpp.
[[nodiscard]] LeastSquares least_squares(const std::vector<DataColumn>& regressors, const DataColumn& y);

}  // namespace ccm
