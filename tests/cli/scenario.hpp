#pragma once
/// Scenarios for tests of the command line.

#include <string>

#include "tests/support/process.hpp"

namespace ccm::test {

/// A new directory with small.yaml, which takes no time, and endless.yaml, which takes hours.
class Workplace : public TemporaryDirectory {
 public:
  Workplace() {
    const std::string base = file_text(std::string(CCM_SOURCE_DIR) + "/tests/errors/base.yaml");
    write_file(*this / "small.yaml", base);
    write_file(*this / "endless.yaml", with(with(base, "periods: 2", "periods: 100000"), "alpha: 10,", "alpha: 1000,"));
  }

  /// Runs a shell command line in this directory; $CCMSIM is the program.
  [[nodiscard]] Finished shell(const std::string& command) const {
    return test::shell("cd " + path() + "; CCMSIM=" CCM_BINARY "; " + command);
  }
  [[nodiscard]] Finished ccmsim(const std::string& arguments) const { return shell("$CCMSIM " + arguments); }

 private:
  static std::string with(std::string text, const std::string& old_part, const std::string& new_part) {
    return text.replace(text.find(old_part), old_part.size(), new_part);
  }
};

}  // namespace ccm::test
