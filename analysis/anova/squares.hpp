#pragma once
/// Sums of squares of a complete table of numbers, split by the directions along which they vary.

#include <vector>

namespace ccm {

/// The values less their mean, so that their squares keep all digits at large offsets: beside a large mean, the differences are exact, but
/// for the rounding of the mean, which is the same in all of them and drops out of contrasts.     Tested by: tests/analysis/anova_test.cpp.
[[nodiscard]] std::vector<double> centred(std::vector<double> values);

/// The sum of squares of every subset of directions: element m belongs to the directions whose bits are set in m, element 0 to the mean.
/// Yates's algorithm, with Helmert's orthogonal contrasts in place of -1 and +1: along each direction of size L, the values become their
/// mean and, for j = 1 ... L - 1,     contrast j = sqrt(j / (j + 1)) (value_j - mean of those before it), whose squares sum up to those of
/// the deviations from the mean. So no square is negative, and the sums make up that of the values. sizes   along each direction, the first
/// varying fastest; 1 to 24 directions. values  as many as the product of the sizes.     Cost: values x directions. Source: [Yates1937].
/// Tested by: tests/analysis/anova_test.cpp.
[[nodiscard]] std::vector<double> sums_of_squares(const std::vector<std::size_t>& sizes, std::vector<double> values);

/// What rounding of the values alone may leave of a sum of squares that is 0:     N (4 eps max |value|)^2.
/// Tested by: tests/analysis/anova_test.cpp.
[[nodiscard]] double rounding_of_squares(const std::vector<double>& values);

}  // namespace ccm
