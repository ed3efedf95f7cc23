#pragma once
/// Runs of several scenarios: what they gave, and what went wrong.

#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "analysis/paired.hpp"
#include "sim/commands/compare/candidates.hpp"
#include "sim/commands/experiment/conduct.hpp"
#include "sim/commands/experiment/result_table.hpp"

namespace ccm {

/// Hears the answers of runs, whose points are the numbers of the candidates.
class CandidateRuns {
 public:
  void hear(const RunAnswer& answer);

  [[nodiscard]] const std::map<RunId, RunValues>& finished() const { return finished_; }
  [[nodiscard]] std::size_t heard() const { return finished_.size() + failures_.size(); }
  /// The values of an output of a candidate in replications 1 to `replications`.
  [[nodiscard]] OutputByReplication series(std::size_t candidate, std::size_t output, std::size_t replications) const;

  /// Says on standard error what went wrong, each message once, and that the user interrupted.
  void tell_failures(Conducted how, const std::string& of_how_many) const;
  /// 2 if a scenario cannot be run at all, 130 if the user interrupted, 3 if some runs failed, 1 if all did.
  [[nodiscard]] Exit code(Conducted how) const;

 private:
  std::map<RunId, RunValues> finished_;
  std::map<RunId, Outcome> failures_;
};

/// runs.csv: scenario, replication, and a column per output.
[[nodiscard]] ResultTable table_of(const CandidateRuns& runs, const std::vector<NamedOutput>& outputs);

/// Writes what all commands on candidates leave: runs.csv, scenario-N.yaml and effective-N.yaml of each, then manifest.json. `identity`
/// has the members that only this command has, among them `arguments`, those beyond scenarios and seed.
void write_candidates(const std::filesystem::path& directory, const std::vector<Candidate>& candidates, const ResultTable& runs,
                      const std::string& command, const nlohmann::ordered_json& identity);

/// The scenarios for JSON: number, file, name, settings.
[[nodiscard]] nlohmann::ordered_json json_of(const std::vector<Candidate>& candidates);

}  // namespace ccm
