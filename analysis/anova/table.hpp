#pragma once
/// The table of an analysis of variance, from its sums of squares.

#include <optional>
#include <string>
#include <vector>

namespace ccm {

/// A sum of squares and the number of independent contrasts that it sums up.
struct Squares {
  double sum = 0;
  std::size_t degrees_of_freedom = 0;
};
[[nodiscard]] Squares operator+(const Squares& left, const Squares& right);

/// The sums of squares of which the table is made; they add up to the total.
struct SquaresOfResults {
  std::vector<std::string> names;  // of the terms
  std::vector<Squares> terms;
  Squares lack_of_fit;  // between the points, beyond the terms
  Squares pure_error;   // between replications of one point, beyond the blocks
  Squares blocks;       // between replications of all points
  double rounding = 0;  // what rounding may leave of a sum that is 0
};

/// One line of the table. What cannot be computed is absent, never a NaN.
struct AnovaLine {
  std::string name;
  double sum_of_squares = 0;
  std::size_t degrees_of_freedom = 0;
  std::optional<double> mean_square;   // from one degree of freedom on
  std::optional<double> f;             // when there is an error above 0 to compare with
  std::optional<double> p;             // chance of such an F or a larger one without any effect
  std::optional<double> contribution;  // per cent of the total sum of squares, when that is above 0
};

/// The lines in the order in which they are printed. `residual` is the error with which terms, model and blocks are compared:
/// lack of fit and pure error together, which are listed when both are there; then lack of fit is compared with pure error.
struct AnovaTable {
  AnovaLine model;  // all terms together
  std::vector<AnovaLine> terms;
  std::optional<AnovaLine> blocks;
  AnovaLine residual;
  std::optional<AnovaLine> lack_of_fit;
  std::optional<AnovaLine> pure_error;
  AnovaLine total;  // about the mean
};

/// mean square = SS / df,     F = mean square / mean square of the error,     p = P(F(df, df of the error) >= F),
/// contribution = 100 SS / SS of the total.     Sums up to `rounding` become 0.     ModelError if the total is not finite.
/// p is computed as the upper tail, so that it keeps its digits down to 1e-300.
/// Source: [Montgomery2017], chapter 5.     Tested by: tests/analysis/anova_test.cpp.
[[nodiscard]] AnovaTable anova_table(SquaresOfResults squares);

}  // namespace ccm
