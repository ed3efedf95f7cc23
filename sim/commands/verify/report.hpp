#pragma once
/// The checks of `ccmsim verify`, for reading and for programs.

#include <string>
#include <vector>

#include "scenarios/type.hpp"
#include "sim/commands/command.hpp"
#include "sim/commands/verify/check.hpp"

namespace ccm {

/// The checks of one topic.
struct TopicChecks {
  std::string topic;
  std::vector<Check> checks;
};

/// A line per check with its verdict, and a closing line: "12 checks, all passed", or how many differ.
[[nodiscard]] std::string verify_page(const std::vector<TopicChecks>& topics);

/// The same as one JSON document: `checks`, their `count`, and how many are `differing`.
[[nodiscard]] Json verify_document(const std::vector<TopicChecks>& topics);

/// Exit::difference if a check differs, else Exit::ok.     Tested by: tests/cli/verify_test.cpp.
[[nodiscard]] Exit verify_exit(const std::vector<TopicChecks>& topics);

}  // namespace ccm
