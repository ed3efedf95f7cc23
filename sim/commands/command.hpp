#pragma once
/// What every command of the command line shares.

#include <CLI/CLI.hpp>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace ccm {

/// Exit codes of the program. `some_failed`: there are results, but not all that was asked for.
enum class Exit { ok = 0, failed = 1, wrong_input = 2, some_failed = 3, difference = 4, interrupted = 130 };

/// Adds a subcommand to the program. Its callback does the work and puts the exit code into `code`.
using AddCommand = void (*)(CLI::App& program, Exit& code);

void add_compare(CLI::App& program, Exit& code);
void add_plan(CLI::App& program, Exit& code);
void add_report(CLI::App& program, Exit& code);
void add_reproduce(CLI::App& program, Exit& code);
void add_run(CLI::App& program, Exit& code);
void add_schedule(CLI::App& program, Exit& code);
void add_select(CLI::App& program, Exit& code);
void add_solve(CLI::App& program, Exit& code);
void add_verify(CLI::App& program, Exit& code);
void add_validate(CLI::App& program, Exit& code);
void add_experiment(CLI::App& program, Exit& code);
void add_work(CLI::App& program, Exit& code);
void add_explain(CLI::App& program, Exit& code);
void add_schema(CLI::App& program, Exit& code);
void add_list(CLI::App& program, Exit& code);

/// For options: a whole number from low to high and nothing else.
[[nodiscard]] CLI::Validator whole_number(std::int64_t low, std::int64_t high);

/// Writes to standard output; throws std::system_error if it does not take all of it (a closed pipe, a full disk).
void print(const std::string& text);

/// Writes a message to standard error, as far as it can be written.
void tell(const std::string& message);

}  // namespace ccm
