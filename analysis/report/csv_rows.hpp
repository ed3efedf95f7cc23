#pragma once
/// Tables of results, read back from their CSV files.

#include <filesystem>
#include <limits>
#include <string>
#include <vector>

namespace ccm {

/// The cells of a CSV file (RFC 4180) as texts.
struct CsvRows {
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;  // the first ones, each as long as the head
  std::size_t count = 0;                       // of all rows that the file has

  /// The number of a column. Throws std::runtime_error if there is none of that name.
  [[nodiscard]] std::size_t column(const std::string& name) const;
};

/// Reads a file of results, of which at most `rows_max` rows are kept. Throws std::runtime_error, which names the file, if it cannot be
/// read, if a row is longer or shorter than the head, or if a quote is not closed.     Tested by: tests/analysis/report_test.cpp.
[[nodiscard]] CsvRows read_csv(const std::filesystem::path& path, std::size_t rows_max = std::numeric_limits<std::size_t>::max());

}  // namespace ccm
