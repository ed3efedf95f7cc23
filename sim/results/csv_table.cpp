// How do facts become lines of a CSV file?

#include "sim/results/csv_table.hpp"

#include <cerrno>
#include <charconv>
#include <system_error>

namespace ccm {
namespace {

constexpr std::size_t buffer_size = 1u << 18;
constexpr std::size_t longest_number = 32;

template <class Number>
void append_number(std::string& buffer, Number value) {
  char digits[longest_number];
  const auto [end, error] = std::to_chars(digits, digits + longest_number, value);
  buffer.append(digits, end);
}

[[noreturn]] void fail(const std::filesystem::path& path) {
  throw std::system_error(errno, std::generic_category(), "cannot write " + path.string());
}

}  // namespace

CsvFile::CsvFile(const std::filesystem::path& path) : path_(path), file_(std::fopen(path.c_str(), "wb"), std::fclose) {
  if (!file_) fail(path_);
  buffer_.reserve(buffer_size + 4096);
}

void CsvFile::cell(std::int64_t value) { separate(), append_number(buffer_, value); }
void CsvFile::cell(double value) { separate(), append_number(buffer_, value); }
void CsvFile::cell(std::string_view text) { separate(), buffer_ += text; }

void CsvFile::cell(std::optional<double> value) {
  separate();
  if (value) append_number(buffer_, *value);
}

void CsvFile::end_row() {
  buffer_ += '\n';
  row_has_cells_ = false;
  if (buffer_.size() >= buffer_size) flush();
}

void CsvFile::close() {
  flush();
  if (std::fclose(file_.release()) != 0) fail(path_);
}

void CsvFile::separate() {
  if (row_has_cells_) buffer_ += ',';
  row_has_cells_ = true;
}

void CsvFile::flush() {
  if (std::fwrite(buffer_.data(), 1, buffer_.size(), file_.get()) != buffer_.size()) fail(path_);
  buffer_.clear();
}

}  // namespace ccm
