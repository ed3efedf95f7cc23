#pragma once
/// Reading result tables in tests.

#include <map>
#include <string>
#include <vector>

namespace ccm::test {

/// One row of a CSV file by column name. Tables contain no quotes, since names contain no commas.
using Row = std::map<std::string, std::string>;

[[nodiscard]] std::vector<Row> read_table(const std::string& path);

/// The cell as a number; throws if it is empty or not one.
[[nodiscard]] double number(const Row& row, const std::string& column);

/// mean ± half width over replications.
struct Interval {
  double mean = 0;
  double half_width = 0;
  [[nodiscard]] bool holds(double value) const { return mean - half_width <= value && value <= mean + half_width; }
};

/// The 99 % confidence interval of an output in summary.csv; `group` is empty for the whole run.
[[nodiscard]] Interval interval99(const std::string& directory, const std::string& output, const std::string& group = "");

}  // namespace ccm::test
