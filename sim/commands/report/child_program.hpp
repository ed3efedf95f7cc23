#pragma once
/// Other programs that do a part of the work.

#include <string>
#include <vector>

namespace ccm {

/// How a program ended.
struct ChildEnd {
  bool missing = false;  // there is no such program
  int code = 0;          // exit code, or 128 + signal
  std::string messages;  // what it wrote to standard error
};

/// Carries out a program, found on the path, with these words and no shell, and waits for it. It reads nothing, and its standard output
/// goes nowhere. Throws std::system_error if no process can be made.     Tested by: tests/cli/report_test.cpp.
[[nodiscard]] ChildEnd run_program(const std::vector<std::string>& words);

}  // namespace ccm
