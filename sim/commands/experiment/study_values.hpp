#pragma once
/// The values of an experiment, read from its store.

#include <functional>
#include <optional>
#include <vector>

#include "analysis/statistics.hpp"
#include "sim/commands/experiment/experiment_store.hpp"
#include "sim/commands/experiment/result_table.hpp"

namespace ccm {

/// The values of every output at every point, as independent observations: of antithetic replications the means of the pairs.
struct StudyValues {
  std::vector<std::vector<std::vector<double>>> by_output;  // output, point, observation
  std::size_t finished = 0;
  std::vector<RunRow> failures;
};

/// Reads the store once; `visit` sees every row on the way.
[[nodiscard]] StudyValues read_values(const Study& study, const ExperimentStore& store, const std::function<void(const RunRow&)>& visit);

/// Mean, deviation and 95 % interval of each output at each point: point, factors, output, unit, mean, sd, n, ci95_low, ci95_high.
[[nodiscard]] ResultTable point_summary(const Study& study, const StudyValues& values);

/// The mean of each point; nothing if a point has no value.
[[nodiscard]] std::optional<std::vector<double>> point_means(const StudyValues& values, std::size_t output);

/// The head of runs.csv, and the cells of a run: point, replication, factors, outputs, state, message.
[[nodiscard]] std::vector<std::string> run_head(const Study& study);
[[nodiscard]] std::vector<ResultCell> run_cells(const Study& study, const RunRow& row);

}  // namespace ccm
