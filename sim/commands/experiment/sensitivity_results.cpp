// How sensitive is an output to each factor over its whole range?

#include "sim/commands/experiment/sensitivity_results.hpp"

#include <fmt/format.h>

#include "analysis/designs/morris.hpp"
#include "analysis/designs/sobol_indices.hpp"

namespace ccm {
namespace {

/// One row per output and factor; `rows_of` makes the cells that come after the names, from the means of all points.
template <class RowsOf>
StudyAnalysis per_factor(const Study& study, const StudyValues& values, ResultTable table, RowsOf rows_of) {
  StudyAnalysis analysis;
  for (std::size_t output = 0; output < study.outputs().size(); ++output) {
    const std::string& name = study.outputs()[output].name;
    const auto means = point_means(values, output);
    if (!means) {
      analysis.notes.push_back(fmt::format("No sensitivity of {}: some points have no value.", name));
      continue;
    }
    const std::vector<std::vector<ResultCell>> rows = rows_of(*means);
    for (std::size_t factor = 0; factor < rows.size(); ++factor) {
      table.rows.push_back({name, study.experiment().factors[factor].name});
      table.rows.back().insert(table.rows.back().end(), rows[factor].begin(), rows[factor].end());
    }
  }
  analysis.tables.push_back(std::move(table));
  return analysis;
}

ResultCell bound(const Estimate& estimate, double sign) {
  return estimate.half_width ? ResultCell(estimate.mean + sign * *estimate.half_width) : ResultCell();
}

void append_interval(std::vector<ResultCell>& row, std::optional<double> value, const std::optional<ConfidenceInterval>& interval) {
  row.push_back(result_cell(value));
  row.push_back(interval ? ResultCell(interval->low) : ResultCell());
  row.push_back(interval ? ResultCell(interval->high) : ResultCell());
}

}  // namespace

StudyAnalysis morris_analysis(const Study& study, const StudyValues& values, const MorrisDesign& design) {
  const auto trajectories = morris(design.trajectories, study.experiment().factors.size(), design.seed, design.levels);
  ResultTable table{
      "morris", {"output", "factor", "mu_star", "mu_star_ci95_low", "mu_star_ci95_high", "mu", "mu_ci95_low", "mu_ci95_high", "sigma"}, {}};
  return per_factor(study, values, std::move(table), [&](const std::vector<double>& means) {
    std::vector<std::vector<ResultCell>> rows;
    for (const ElementaryEffects& effect : elementary_effects(trajectories, means))
      rows.push_back({effect.mu_star.mean, bound(effect.mu_star, -1), bound(effect.mu_star, 1), effect.mu.mean, bound(effect.mu, -1),
                      bound(effect.mu, 1), result_cell(effect.mu.standard_deviation)});
    return rows;
  });
}

StudyAnalysis sobol_analysis(const Study& study, const StudyValues& values, const SobolDesign& design) {
  ResultTable table{
      "sobol", {"output", "factor", "first", "first_ci95_low", "first_ci95_high", "total", "total_ci95_low", "total_ci95_high"}, {}};
  return per_factor(study, values, std::move(table), [&](const std::vector<double>& means) {
    std::vector<std::vector<ResultCell>> rows;
    for (const SobolIndices& index :
         sobol_indices(means, study.experiment().factors.size(), {.resamples = design.bootstrap, .seed = design.seed})) {
      append_interval(rows.emplace_back(), index.first, index.first_interval);
      append_interval(rows.back(), index.total, index.total_interval);
    }
    return rows;
  });
}

}  // namespace ccm
