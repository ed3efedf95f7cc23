#pragma once
/// Wrong scenarios with the messages that they must give, as text files.

#include <string>
#include <vector>

namespace ccm::test {

/// One wrong scenario and what the program says to it.
struct ErrorCase {
  std::string name;
  std::string scenario;
  std::string arguments;  // beyond FILE
  std::string message;
};

/// Reads a file of cases. Each begins with "== NAME"; its other lines begin with
///   "- " a line of the base scenario that is taken out,
///   "+ " a line that is put there, or at the end if none was taken out,
///   "| " a line of a whole scenario instead of the base,
///   "$ " arguments,
///   "> " a line of the expected message.
/// Throws std::runtime_error if a line cannot be understood, or the base has no such line.
[[nodiscard]] std::vector<ErrorCase> read_cases(const std::string& path, const std::string& base);

}  // namespace ccm::test
