// Which cells does a CSV file have?

#include "analysis/report/csv_rows.hpp"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

namespace ccm {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& why) {
  throw std::runtime_error(fmt::format("{} is damaged: {}", path.string(), why));
}

/// Hears the fields of libcsv.
class CsvListener {
 public:
  CsvListener(const std::filesystem::path& path, std::size_t rows_max) : path_(path), rows_max_(rows_max) {}

  void field(std::string text) { row_.push_back(std::move(text)); }

  /// libcsv is C: nothing may be thrown through it.
  void end_of_row() {
    if (table_.head.empty()) {
      table_.head = std::move(row_);
    } else {
      ++table_.count;
      if (row_.size() != table_.head.size() && odd_row_ == 0) odd_row_ = table_.count;
      if (table_.rows.size() < rows_max_) table_.rows.push_back(std::move(row_));
    }
    row_.clear();
  }

  [[nodiscard]] CsvRows table() && {
    if (odd_row_ > 0) refuse(path_, fmt::format("row {} has another number of cells than the head", odd_row_));
    return std::move(table_);
  }

 private:
  const std::filesystem::path& path_;
  std::size_t rows_max_;
  CsvRows table_;
  std::vector<std::string> row_;
  std::size_t odd_row_ = 0;
};

void hear_field(void* bytes, std::size_t size, void* listener) {
  static_cast<CsvListener*>(listener)->field(std::string(static_cast<const char*>(bytes), size));
}

void hear_row(int, void* listener) { static_cast<CsvListener*>(listener)->end_of_row(); }

/// A parser of libcsv that takes quotes seriously and leaves blanks alone.
class CsvParser {
 public:
  CsvParser() {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
    csv_set_space_func(&parser_, [](unsigned char) { return 0; });
  }
  CsvParser(const CsvParser&) = delete;
  CsvParser& operator=(const CsvParser&) = delete;
  ~CsvParser() { csv_free(&parser_); }

  [[nodiscard]] bool take(const char* bytes, std::size_t size, CsvListener& listener) {
    return csv_parse(&parser_, bytes, size, hear_field, hear_row, &listener) == size;
  }
  [[nodiscard]] bool finish(CsvListener& listener) { return csv_fini(&parser_, hear_field, hear_row, &listener) == 0; }
  [[nodiscard]] std::string complaint() { return csv_strerror(csv_error(&parser_)); }

 private:
  csv_parser parser_{};
};

}  // namespace

std::size_t CsvRows::column(const std::string& name) const {
  const auto found = std::ranges::find(head, name);
  if (found == head.end()) throw std::runtime_error(fmt::format("a table of results lacks its column '{}'", name));
  return static_cast<std::size_t>(found - head.begin());
}

CsvRows read_csv(const std::filesystem::path& path, std::size_t rows_max) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(fmt::format("cannot read {}", path.string()));
  CsvListener listener(path, rows_max);
  CsvParser parser;
  std::array<char, 65536> block;
  while (file.read(block.data(), block.size()), file.gcount() > 0)
    if (!parser.take(block.data(), static_cast<std::size_t>(file.gcount()), listener)) refuse(path, parser.complaint());
  if (!parser.finish(listener)) refuse(path, parser.complaint());
  return std::move(listener).table();
}

}  // namespace ccm
