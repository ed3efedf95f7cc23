#pragma once
/// Options that several commands have.

#include <CLI/CLI.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "sim/commands/progress_line.hpp"

namespace ccm {

/// How a command works and where its results go; none of it changes a result.
struct WorkOptions {
  std::size_t jobs = std::max(1u, std::thread::hardware_concurrency());
  std::optional<std::string> out;
  bool force = false, json = false, quiet = false, dry_run = false, report = true;
  ProgressLine::Mode progress = ProgressLine::Mode::automatic;
};

/// Adds --jobs, --out, --force, --json, --quiet, --dry-run, --no-report and --progress. `directory` is the default of --out in words.
void add_work_options(CLI::App& command, WorkOptions& options, const std::string& directory);

/// Adds --jobs.
void add_jobs_option(CLI::App& command, std::size_t& jobs);

/// Adds --progress.
void add_progress_option(CLI::App& command, ProgressLine::Mode& mode);

/// Adds --no-report.
void add_report_option(CLI::App& command, bool& report);

/// Adds --seed; `help` says whose.
void add_seed_option(CLI::App& command, std::optional<std::uint64_t>& seed, const std::string& help);

/// Adds --set; `help` says what it changes.
void add_set_option(CLI::App& command, std::vector<std::string>& settings, const std::string& help);

/// Adds --confidence, a share such as 95%.
void add_confidence_option(CLI::App& command, double& confidence);

/// The share that a text such as "95%", "99.5 %" or "0.95" stands for; nothing unless it lies between 0 and 1, both excluded.
/// Tested by: tests/cli/compare_test.cpp.
[[nodiscard]] std::optional<double> share_of(std::string text);

/// For options of which each one takes one word, and which may be repeated.
void let_repeat(CLI::Option& option);

/// Takes the word of an option; false if it is none that the option can have.
using TakeWord = std::function<bool(const std::string&)>;
/// Adds an option of one word; `expected` says in the complaint what `take` understands.
void add_word_option(CLI::App& command, const std::string& name, const TakeWord& take, const std::string& help, const std::string& expected,
                     const std::string& type);

/// The number of a text such as "-12.5"; nothing if it is none, or not finite.
[[nodiscard]] std::optional<double> number_of(const std::string& text);

}  // namespace ccm
