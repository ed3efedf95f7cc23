// What came out at each point of an experiment?

#include "sim/commands/experiment/study_values.hpp"

#include <numeric>

namespace ccm {
namespace {

using Observations = std::vector<double>;

/// The values of one point and output, by replication.
using ByReplication = std::vector<std::optional<double>>;

/// The means of pairs (1, 2), (3, 4), ... of which both have a value.
Observations pair_means(const ByReplication& values) {
  Observations means;
  for (std::size_t i = 0; i + 1 < values.size(); i += 2)
    if (values[i] && values[i + 1]) means.push_back((*values[i] + *values[i + 1]) / 2);
  return means;
}

Observations present(const ByReplication& values) {
  Observations found;
  for (const auto& value : values)
    if (value) found.push_back(*value);
  return found;
}

/// Collects the rows of one point after the other.
class Collector {
 public:
  explicit Collector(const Study& study) : study_(study) {
    values_.by_output.assign(study.outputs().size(), std::vector<Observations>(study.points()));
    clear();
  }

  void take(const RunRow& row) {
    if (row.key.point != point_) close();
    point_ = row.key.point;
    if (row.state != RunState::finished) return values_.failures.push_back(row);
    ++values_.finished;
    for (std::size_t output = 0; output < open_.size(); ++output)
      open_[output][static_cast<std::size_t>(row.key.replication - 1)] = row.values[output];
  }

  StudyValues finish() {
    close();
    return std::move(values_);
  }

 private:
  void close() {
    if (point_ == 0) return;
    for (std::size_t output = 0; output < open_.size(); ++output)
      values_.by_output[output][point_ - 1] = study_.experiment().antithetic ? pair_means(open_[output]) : present(open_[output]);
    clear();
  }

  void clear() { open_.assign(study_.outputs().size(), ByReplication(study_.experiment().replications)); }

  const Study& study_;
  StudyValues values_;
  std::vector<ByReplication> open_;
  std::size_t point_ = 0;
};

std::vector<ResultCell> point_cells(const Study& study, std::size_t point) {
  std::vector<ResultCell> cells{static_cast<std::int64_t>(point)};
  for (const std::string& value : study.design().values[point - 1]) cells.emplace_back(value);
  return cells;
}

void append_factor_names(const Study& study, std::vector<std::string>& head) {
  for (const Factor& factor : study.experiment().factors) head.push_back(factor.name);
}

void append_estimate(std::vector<ResultCell>& row, const Estimate& estimate) {
  row.emplace_back(estimate.mean);
  row.push_back(result_cell(estimate.standard_deviation));
  row.emplace_back(static_cast<std::int64_t>(estimate.n));
  for (const double sign : {-1.0, 1.0})
    row.push_back(estimate.half_width ? ResultCell(estimate.mean + sign * *estimate.half_width) : ResultCell());
}

}  // namespace

StudyValues read_values(const Study& study, const ExperimentStore& store, const std::function<void(const RunRow&)>& visit) {
  Collector collector(study);
  store.for_each([&](const RunRow& row) {
    visit(row);
    collector.take(row);
  });
  return collector.finish();
}

ResultTable point_summary(const Study& study, const StudyValues& values) {
  ResultTable table{"summary", {"point"}, {}};
  append_factor_names(study, table.head);
  for (const char* column : {"output", "unit", "mean", "sd", "n", "ci95_low", "ci95_high"}) table.head.emplace_back(column);
  for (std::size_t point = 1; point <= study.points(); ++point)
    for (std::size_t output = 0; output < study.outputs().size(); ++output) {
      const auto& observations = values.by_output[output][point - 1];
      if (observations.empty()) continue;
      auto row = point_cells(study, point);
      row.emplace_back(study.outputs()[output].name);
      row.emplace_back(study.outputs()[output].unit);
      append_estimate(row, estimate(observations));
      table.rows.push_back(std::move(row));
    }
  return table;
}

std::optional<std::vector<double>> point_means(const StudyValues& values, std::size_t output) {
  std::vector<double> means;
  for (const auto& observations : values.by_output[output]) {
    if (observations.empty()) return std::nullopt;
    means.push_back(std::accumulate(observations.begin(), observations.end(), 0.0) / static_cast<double>(observations.size()));
  }
  return means;
}

std::vector<std::string> run_head(const Study& study) {
  std::vector<std::string> head{"point", "replication"};
  append_factor_names(study, head);
  for (const StudyOutput& output : study.outputs()) head.push_back(output.name);
  head.insert(head.end(), {"state", "message"});
  return head;
}

std::vector<ResultCell> run_cells(const Study& study, const RunRow& row) {
  auto cells = point_cells(study, row.key.point);
  cells.insert(cells.begin() + 1, row.key.replication);
  for (std::size_t i = 0; i < study.outputs().size(); ++i) cells.push_back(result_cell(row.values[i]));
  cells.emplace_back(std::string(name_of(row.state)));
  cells.emplace_back(row.message);
  return cells;
}

}  // namespace ccm
