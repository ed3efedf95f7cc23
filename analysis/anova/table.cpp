// Which terms stand out from the error?

#include "analysis/anova/table.hpp"

#include <boost/math/distributions/fisher_f.hpp>
#include <cmath>
#include <functional>
#include <numeric>

#include "models/error.hpp"

namespace ccm {

namespace {

std::optional<double> mean_square(const Squares& squares) {
  if (squares.degrees_of_freedom == 0) return std::nullopt;
  return squares.sum / static_cast<double>(squares.degrees_of_freedom);
}

double upper_tail(double f, const Squares& squares, const Squares& error) {
  const boost::math::fisher_f distribution(static_cast<double>(squares.degrees_of_freedom), static_cast<double>(error.degrees_of_freedom));
  return boost::math::cdf(boost::math::complement(distribution, f));
}

AnovaLine line(std::string name, const Squares& squares, double total) {
  AnovaLine result{.name = std::move(name), .sum_of_squares = squares.sum, .degrees_of_freedom = squares.degrees_of_freedom};
  result.mean_square = mean_square(squares);
  if (total > 0) result.contribution = 100 * squares.sum / total;
  return result;
}

AnovaLine tested_line(std::string name, const Squares& squares, const Squares& error, double total) {
  AnovaLine result = line(std::move(name), squares, total);
  if (squares.degrees_of_freedom == 0 || error.degrees_of_freedom == 0 || error.sum <= 0) return result;
  const double f = *result.mean_square / *mean_square(error);
  if (!std::isfinite(f)) return result;
  result.f = f;
  result.p = upper_tail(f, squares, error);
  return result;
}

Squares sum_of(const std::vector<Squares>& terms) { return std::accumulate(terms.begin(), terms.end(), Squares{}, std::plus<>()); }

void drop_rounding(SquaresOfResults& squares) {
  const auto drop = [&](Squares& part) { part.sum = part.sum <= squares.rounding ? 0 : part.sum; };
  for (Squares& term : squares.terms) drop(term);
  drop(squares.lack_of_fit);
  drop(squares.pure_error);
  drop(squares.blocks);
}

}  // namespace

Squares operator+(const Squares& left, const Squares& right) {
  return {.sum = left.sum + right.sum, .degrees_of_freedom = left.degrees_of_freedom + right.degrees_of_freedom};
}

AnovaTable anova_table(SquaresOfResults squares) {
  require(squares.names.size() == squares.terms.size(), "analysis of variance: there are not as many names as terms");
  require(std::isfinite((sum_of(squares.terms) + squares.lack_of_fit + squares.pure_error + squares.blocks).sum),
          "analysis of variance: the values are too large to be squared");
  drop_rounding(squares);
  const Squares model = sum_of(squares.terms);
  const Squares residual = squares.lack_of_fit + squares.pure_error;
  const Squares all = model + residual + squares.blocks;
  AnovaTable table{.model = tested_line("Model", model, residual, all.sum),
                   .terms = {},
                   .blocks = {},
                   .residual = line("Residual", residual, all.sum),
                   .lack_of_fit = {},
                   .pure_error = {},
                   .total = line("Total", all, all.sum)};
  for (std::size_t i = 0; i < squares.terms.size(); ++i)
    table.terms.push_back(tested_line(squares.names[i], squares.terms[i], residual, all.sum));
  if (squares.blocks.degrees_of_freedom > 0) table.blocks = tested_line("Blocks", squares.blocks, residual, all.sum);
  if (squares.lack_of_fit.degrees_of_freedom == 0 || squares.pure_error.degrees_of_freedom == 0) return table;
  table.lack_of_fit = tested_line("Lack of fit", squares.lack_of_fit, squares.pure_error, all.sum);
  table.pure_error = line("Pure error", squares.pure_error, all.sum);
  return table;
}

}  // namespace ccm
