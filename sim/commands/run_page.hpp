#pragma once
/// How a run reads: the summary on a terminal, as JSON, and what a dry run says.

#include <optional>
#include <string>
#include <vector>

#include "analysis/summary.hpp"
#include "scenarios/scenario.hpp"
#include "sim/commands/precision.hpp"
#include "sim/commands/scenario_run.hpp"

namespace ccm {

/// How well the outputs are known that a half-width was asked for.
struct ReachedPrecision {
  WantedWidth wanted;
  std::vector<NamedOutput> outputs;
  std::vector<OutputPrecision> precision;  // of each
  bool reached = false;
};

/// What a run has come to.
struct RunResult {
  std::string directory;
  bool has_report = true;
  std::vector<std::int64_t> replications;
  std::vector<SummaryRow> rows;
  std::optional<ReachedPrecision> precision;
  std::vector<std::string> gaps{};  // see learning_gaps
};

[[nodiscard]] std::string run_page(const Scenario& scenario, const RunResult& result);
[[nodiscard]] std::string run_json(const Scenario& scenario, const RunResult& result);

/// Why the widths were not reached, and what to do: a line per output that lacks.
[[nodiscard]] std::string shortfall_text(const ReachedPrecision& precision, const std::string& currency);

/// What would be simulated.
[[nodiscard]] std::string dry_run_page(const Scenario& scenario, const RunOptions& options);

}  // namespace ccm
