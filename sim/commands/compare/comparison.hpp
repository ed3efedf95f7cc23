#pragma once
/// Scenarios against the first of them, output by output.

#include <string>
#include <vector>

#include "analysis/paired.hpp"
#include "sim/commands/compare/candidate_runs.hpp"

namespace ccm {

/// One output, in every scenario but the first against the first.
struct ComparedOutput {
  std::string name;
  std::string unit;
  std::vector<PairedComparison> against;  // by scenario, from the second
};

/// What a comparison of scenarios says; the main output is the first.
struct Comparison {
  std::vector<ComparedOutput> outputs;
  std::size_t scenarios = 0;
  std::size_t replications = 0;  // asked for
  double confidence = 0;         // of all intervals of an output together

  /// Of each interval, after Bonferroni.
  [[nodiscard]] double confidence_of_each() const { return 1 - (1 - confidence) / static_cast<double>(scenarios - 1); }
};

/// Every output of the whole run, the ones that people ask for first.
[[nodiscard]] std::vector<NamedOutput> usual_outputs();

/// Compares the values of runs. Of `outputs`, those without a value in some scenario are left out if they were not `asked_for`.
[[nodiscard]] Comparison comparison_of(const CandidateRuns& runs, const std::vector<NamedOutput>& outputs, bool asked_for,
                                       const std::string& currency, Comparison frame);

/// How much narrower the intervals are than those of independent runs: of the main output, and of the median output; none where neither
/// of the two varies.
struct Narrowing {
  std::optional<double> main;
  std::optional<double> median;
};
/// index  from 0: of the scenario among those against the first.
[[nodiscard]] Narrowing narrowing_of(const Comparison& comparison, std::size_t index);

/// comparison.csv: a row per scenario and output.
[[nodiscard]] ResultTable table_of(const Comparison& comparison);
/// For JSON: per scenario what common chance achieved.
[[nodiscard]] nlohmann::ordered_json narrowing_json(const Comparison& comparison);
/// For a terminal: a table per scenario, and what common chance achieved.
[[nodiscard]] std::string page_of(const Comparison& comparison);

}  // namespace ccm
