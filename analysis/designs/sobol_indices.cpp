// Which share of the variance comes from which factor?

#include "analysis/designs/sobol_indices.hpp"

#include <algorithm>
#include <cmath>

#include "models/error.hpp"
#include "models/random.hpp"

namespace ccm {
namespace {

/// What one row of the base sample adds to the sums of the estimators, or these sums over rows:
/// y(A) + y(B), y(A)^2 + y(B)^2, then for each factor (y(B) - y(AB))^2 and (y(A) - y(AB))^2; y from the first value on.
using Terms = std::vector<double>;

Terms terms_of_row(const double* row, std::size_t factors, double origin) {
  const double a = row[0] - origin;
  const double b = row[1] - origin;
  Terms terms{a + b, a * a + b * b};
  for (std::size_t factor = 0; factor < factors; ++factor) {
    const double ab = row[2 + factor] - origin;
    terms.push_back((b - ab) * (b - ab));
    terms.push_back((a - ab) * (a - ab));
  }
  return terms;
}

std::vector<Terms> terms_of_rows(const std::vector<double>& values, std::size_t factors) {
  std::vector<Terms> rows;
  for (std::size_t i = 0; i < values.size(); i += factors + 2) rows.push_back(terms_of_row(&values[i], factors, values.front()));
  return rows;
}

void accumulate(Terms& sums, const Terms& row) {
  for (std::size_t j = 0; j < sums.size(); ++j) sums[j] += row[j];
}

/// First and total index of each factor in turn; nothing if there is no variance.
std::vector<double> indices_of(const Terms& sums, double rows) {
  const double mean = sums[0] / (2 * rows);
  const double variance = sums[1] / (2 * rows) - mean * mean;
  std::vector<double> indices;
  if (!(variance > 0)) return indices;
  for (std::size_t j = 2; j < sums.size(); j += 2) {
    indices.push_back(1 - sums[j] / (2 * rows * variance));
    indices.push_back(sums[j + 1] / (2 * rows * variance));
  }
  return indices;
}

std::vector<double> resampled_indices(const std::vector<Terms>& rows, RandomStream& stream) {
  Terms sums(rows.front().size());
  for (std::size_t i = 0; i < rows.size(); ++i) accumulate(sums, rows[stream.index(rows.size())]);
  return indices_of(sums, static_cast<double>(rows.size()));
}

/// By index (first, total, first, ...): its values over the resamples.
std::vector<std::vector<double>> resamples_of(const std::vector<Terms>& rows, const Bootstrap& bootstrap) {
  RandomStream stream(bootstrap.seed, 1, "design", "sobol_bootstrap");
  std::vector<std::vector<double>> resamples(rows.front().size() - 2);
  for (std::size_t r = 0; r < bootstrap.resamples; ++r) {
    const std::vector<double> indices = resampled_indices(rows, stream);
    for (std::size_t j = 0; j < indices.size(); ++j) resamples[j].push_back(indices[j]);
  }
  return resamples;
}

std::optional<ConfidenceInterval> percentiles(std::vector<double> values, double confidence) {
  if (values.empty()) return std::nullopt;
  std::ranges::sort(values);
  const auto last = static_cast<double>(values.size() - 1);
  const auto cut = static_cast<std::size_t>(std::lround(last * (1 - confidence) / 2));
  return ConfidenceInterval{values[cut], values[values.size() - 1 - cut]};
}

}  // namespace

std::vector<SobolIndices> sobol_indices(const std::vector<double>& values, std::size_t factors, const Bootstrap& bootstrap) {
  require(factors > 0 && values.size() % (factors + 2) == 0, "sobol_indices: the values must be k + 2 per row of the base sample");
  require(values.size() / (factors + 2) >= 2, "sobol_indices: the base sample must have two rows at least");
  require(bootstrap.confidence > 0 && bootstrap.confidence < 1, "sobol_indices: the confidence must lie in (0, 1)");
  const std::vector<Terms> rows = terms_of_rows(values, factors);
  Terms sums(rows.front().size());
  for (const Terms& row : rows) accumulate(sums, row);
  std::vector<SobolIndices> result(factors);
  const std::vector<double> indices = indices_of(sums, static_cast<double>(rows.size()));
  if (indices.empty()) return result;
  const std::vector<std::vector<double>> resamples = resamples_of(rows, bootstrap);
  for (std::size_t f = 0; f < factors; ++f)
    result[f] = {indices[2 * f], indices[2 * f + 1], percentiles(resamples[2 * f], bootstrap.confidence),
                 percentiles(resamples[2 * f + 1], bootstrap.confidence)};
  return result;
}

}  // namespace ccm
