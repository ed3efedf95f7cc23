#pragma once
/// How well the means of outputs shall be known: the options of it, and how they read.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/outputs.hpp"
#include "analysis/sequential.hpp"
#include "scenarios/scenario.hpp"
#include "sim/commands/command.hpp"

namespace ccm {

/// What the user asked for.
struct PrecisionOptions {
  std::optional<WantedWidth> half_width;
  std::vector<std::string> outputs;  // names; empty: profit and surplus
};

/// The two options of it.
struct PrecisionFlags {
  CLI::Option* half_width;
  CLI::Option* output;
};

/// Adds --half-width and --output to a command. `options` must live as long as the command.
[[nodiscard]] PrecisionFlags add_precision_options(CLI::App& command, PrecisionOptions& options);

/// "5%" is a share of the mean, "20" an amount in the output's unit; nothing if the text is neither, or not above zero.
/// Tested by: tests/cli/half_width_test.cpp.
[[nodiscard]] std::optional<WantedWidth> half_width_of(const std::string& text);

/// The outputs of those names, profit and surplus without names. Throws ScenarioError like named_outputs.
[[nodiscard]] std::vector<NamedOutput> precise_outputs(const std::vector<std::string>& names, const Scenario& scenario);

/// The same width for each of so many outputs.
[[nodiscard]] std::vector<WantedWidth> for_each_output(const WantedWidth& width, std::size_t outputs);

/// "5 %" or "20".
[[nodiscard]] std::string text_of(const WantedWidth& width);

/// A half-width beside what was wanted: "4.2 %" of its mean, or "18.3 EUR". "?" if there is none yet.
[[nodiscard]] std::string width_text(const OutputPrecision& precision, const WantedWidth& wanted, const std::string& unit);

}  // namespace ccm
