#pragma once
/// Job shops from the text files in which their benchmarks are passed on.

#include <string>

#include "models/production/job_shop.hpp"

namespace ccm {

/// The most that a file may hold.
struct JobShopLimits {
  static constexpr int jobs = 1'000, machines = 1'000;
  static constexpr int operations = 10'000, choices = 100'000;  // of all jobs together; a choice is a machine that can do an operation
  static constexpr double least_time = 0.001, most_time = 1'000'000;
};

/// Reads a flexible job shop. The first line holds the numbers of jobs and of machines, and perhaps the mean number of machines per
/// operation, which is not used. A line per job follows: the number of its operations, and for each the number of machines that can do it
/// and for each of those its number, from 1, and the time. Empty lines mean nothing. Throws ScenarioError with every mistake, the first of
/// each line.     Source: [Brandimarte1993].     Tested by: tests/scenarios/fjs_test.cpp.
[[nodiscard]] JobShop load_job_shop(const std::string& path);

/// The same for a text in memory.
[[nodiscard]] JobShop read_job_shop(const std::string& text, const std::string& name);

}  // namespace ccm
