#pragma once
/// Text files that are whole or not there.

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

namespace ccm {

/// A file that has its name once it is complete; an earlier one of that name stays until then.
/// Tested by: tests/cli/factorial_test.cpp.
class NewFile {
 public:
  explicit NewFile(std::filesystem::path path) : path_(std::move(path)), file_(temporary(), std::ios::binary) {}

  void write(const std::string& text) { file_ << text; }

  /// Throws std::system_error when the disk did not take it.
  void publish() {
    file_.close();
    if (!file_) fail();
    std::filesystem::rename(temporary(), path_);
  }

 private:
  [[noreturn]] void fail() const {
    const int error = errno;
    std::error_code ignored;
    std::filesystem::remove(temporary(), ignored);
    throw std::system_error(error, std::generic_category(), "cannot write " + path_.string());
  }

  [[nodiscard]] std::filesystem::path temporary() const { return path_.string() + ".new"; }

  std::filesystem::path path_;
  std::ofstream file_;
};

/// Throws std::system_error when the disk does not take it.
inline void write_text(const std::filesystem::path& path, const std::string& text) {
  NewFile file(path);
  file.write(text);
  file.publish();
}

}  // namespace ccm
