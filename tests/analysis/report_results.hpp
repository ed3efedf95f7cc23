#pragma once
/// Small result databases made by hand for tests of reports.

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analysis/report/run_setting.hpp"
#include "tests/support/process.hpp"

namespace ccm::test {

/// A results.sqlite with all tables of a run, empty.
class HandMadeResults {
 public:
  explicit HandMadeResults(const std::string& directory);
  /// Adds a row from {column: value}; what is not named is 0, '' or, if it may be missing, NULL.
  void add(const std::string& table, const nlohmann::json& row) const;
  void execute(const std::string& sql) const;

 private:
  std::string path_;
};

/// Two periods of 10 days, currency CHF; operator and minifactory "mill" at a place "town", segment "takers" with its own coordinates.
[[nodiscard]] RunSetting small_setting();

/// A run whose tables are made by hand, and the data of its report.
struct HandMadeRun {
  TemporaryDirectory directory;
  HandMadeResults tables{directory.path()};
  RunSetting setting = small_setting();

  [[nodiscard]] nlohmann::ordered_json data() const;
};

/// The numbers of a list, with -1 for null.
[[nodiscard]] std::vector<double> numbers(const nlohmann::ordered_json& list);

}  // namespace ccm::test
