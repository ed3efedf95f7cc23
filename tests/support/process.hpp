#pragma once
/// Running the program as a user would.

#include <string>

namespace ccm::test {

/// What a command left behind.
struct Finished {
  int code = 0;  // exit code, or 128 + signal
  std::string out;
  std::string err;
};

/// Runs a shell command line and waits for it.
[[nodiscard]] Finished shell(const std::string& command);

/// Runs ccmsim with arguments as they would be typed.
[[nodiscard]] Finished ccmsim(const std::string& arguments);

/// A new empty directory that is removed with the object.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  ~TemporaryDirectory();
  [[nodiscard]] const std::string& path() const { return path_; }
  /// The path of a file in it.
  [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

[[nodiscard]] std::string file_text(const std::string& path);
void write_file(const std::string& path, const std::string& text);

}  // namespace ccm::test
