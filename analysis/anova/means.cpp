// What is the mean result at each level of a factor, and of two?

#include "analysis/anova/means.hpp"

#include <cmath>

#include "analysis/student.hpp"
#include "models/error.hpp"

namespace ccm {

namespace {

/// A mean that keeps its digits at large offsets.
class RunningMean {
 public:
  void add(double value) { mean_ += (value - mean_) / static_cast<double>(++count_); }
  [[nodiscard]] double mean() const { return mean_; }
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  double mean_ = 0;
  std::size_t count_ = 0;
};

template <typename CellOfPoint>
std::vector<RunningMean> means_of_cells(const FactorialResults& results, std::size_t cells, CellOfPoint cell_of) {
  std::vector<RunningMean> means(cells);
  for (std::size_t i = 0; i < results.points.size(); ++i)
    for (const double value : results.values[i]) means[cell_of(results.points[i])].add(value);
  return means;
}

std::optional<double> half_width(std::size_t values, const AnovaLine& error, double confidence) {
  if (!error.mean_square || values == 0) return std::nullopt;
  return student_quantile(confidence, static_cast<double>(error.degrees_of_freedom)) *
         std::sqrt(*error.mean_square / static_cast<double>(values));
}

}  // namespace

std::vector<LevelMean> level_means(const FactorialResults& results, std::size_t factor, const AnovaLine& error, double confidence) {
  require(factor < results.factors.size(), "means of levels: there is no such factor");
  require(confidence > 0 && confidence < 1, "means of levels: the confidence must lie in (0, 1)");
  require_balanced(results);
  const auto means = means_of_cells(results, levels_of(results)[factor], [&](const auto& point) { return point[factor]; });
  std::vector<LevelMean> found;
  for (std::size_t level = 0; level < means.size(); ++level)
    found.push_back({.level = level, .mean = means[level].mean(), .half_width = half_width(means[level].count(), error, confidence)});
  return found;
}

std::vector<std::vector<std::optional<double>>> interaction_means(const FactorialResults& results, std::size_t first, std::size_t second) {
  require(first < results.factors.size() && second < results.factors.size() && first != second, "means of interactions: name two factors");
  require_balanced(results);
  const std::size_t rows = levels_of(results)[first], columns = levels_of(results)[second];
  const auto means = means_of_cells(results, rows * columns, [&](const auto& point) { return point[first] * columns + point[second]; });
  std::vector<std::vector<std::optional<double>>> table(rows, std::vector<std::optional<double>>(columns));
  for (std::size_t cell = 0; cell < means.size(); ++cell)
    if (means[cell].count() > 0) table[cell / columns][cell % columns] = means[cell].mean();
  return table;
}

}  // namespace ccm
