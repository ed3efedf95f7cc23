#pragma once
/// How a plan reads: the page, the JSON document, and the files.

#include <string>

#include "scenarios/load.hpp"
#include "sim/commands/plan/advice.hpp"

namespace ccm {

/// All that a plan has come to.
struct PlanResult {
  std::string file;                   // of the scenario
  std::vector<std::string> settings;  // of --set, --seed and --pilot-periods
  std::int64_t pilot = 0;             // replications
  std::string directory;
  bool has_report = true;
  WarmUpAdvice warm_up;
  ReplicationsAdvice replications;
  RunCost cost;          // measured, and in no file
  std::size_t jobs = 1;  // at the same time
};

[[nodiscard]] std::string plan_page(const Scenario& scenario, const PlanResult& plan);
[[nodiscard]] std::string plan_json(const Scenario& scenario, const PlanResult& plan);

/// plan.csv: output, period, mean, welch, left_out (1 for the periods before the output's cut).
[[nodiscard]] std::string plan_csv(const WarmUpAdvice& advice);
/// replications.csv: output, unit, n, mean, half_width, wanted, reached, replications.
[[nodiscard]] std::string replications_csv(const ReplicationsAdvice& advice, const std::string& currency);

/// Seconds that so many replications take on this machine, by so many processes at the same time.
[[nodiscard]] double seconds_for(double replications, const PlanResult& plan);

}  // namespace ccm
