#pragma once
/// Result tables as CSV files.

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "models/records.hpp"

namespace ccm {

/// A CSV file that is written from top to bottom. Numbers are the shortest decimals that read back exactly; text is written as it is,
/// since names in scenarios contain no comma, quote or line break. Throws std::system_error when the disk does not take it.
class CsvFile {
 public:
  explicit CsvFile(const std::filesystem::path& path);

  void cell(std::int64_t value);
  void cell(double value);
  void cell(std::string_view text);
  void cell(std::optional<double> value);
  void end_row();
  /// Writes what is left; without it the file is not complete.
  void close();

 private:
  void separate();
  void flush();

  std::filesystem::path path_;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
  std::string buffer_;
  bool row_has_cells_ = false;
};

/// The rows of one kind of record.
template <class Record>
class CsvTable {
 public:
  CsvTable(const std::filesystem::path& directory, std::int64_t replication)
      : file_(directory / (std::string(Table<Record>::name) + ".csv")), replication_(replication) {
    file_.cell(std::string_view("replication"));
    std::apply([this](const auto&... column) { (file_.cell(column.name), ...); }, Table<Record>::columns);
    file_.end_row();
  }

  void add(const Record& record) {
    file_.cell(replication_);
    std::apply([&](const auto&... column) { (file_.cell(record.*column.value), ...); }, Table<Record>::columns);
    file_.end_row();
  }

  void close() { file_.close(); }

 private:
  CsvFile file_;
  std::int64_t replication_;
};

}  // namespace ccm
