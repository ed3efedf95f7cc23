// What did the runs of several scenarios give?

#include "sim/commands/compare/candidate_runs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "sim/results/manifest.hpp"
#include "sim/results/text_file.hpp"

namespace ccm {

void CandidateRuns::hear(const RunAnswer& answer) {
  if (answer.outcome.kind == Outcome::Kind::finished)
    finished_[answer.run] = answer.values;
  else
    failures_[answer.run] = answer.outcome;
}

OutputByReplication CandidateRuns::series(std::size_t candidate, std::size_t output, std::size_t replications) const {
  OutputByReplication series(replications);
  for (std::size_t r = 1; r <= replications; ++r)
    if (const auto run = finished_.find({candidate, static_cast<std::int64_t>(r)}); run != finished_.end())
      series[r - 1] = run->second.at(output);
  return series;
}

void CandidateRuns::tell_failures(Conducted how, const std::string& of_how_many) const {
  std::string last;
  for (const auto& [run, outcome] : failures_) {
    const std::string who = outcome.kind == Outcome::Kind::wrong_input ? "" : in_words(run) + ": ";
    if (outcome.message != last) tell(fmt::format("ccmsim: error: {}{}\n", who, outcome.message));
    last = outcome.message;
  }
  if (failures_.size() > 1) tell(fmt::format("ccmsim: {} runs failed\n", failures_.size()));
  if (how != Conducted::interrupted) return;
  tell(fmt::format("ccmsim: interrupted; {} {} had finished{}\n", finished_.size(), of_how_many,
                   finished_.empty() ? ", so nothing is kept" : "; their results are kept"));
}

Exit CandidateRuns::code(Conducted how) const {
  const auto is_wrong = [](const auto& failure) { return failure.second.kind == Outcome::Kind::wrong_input; };
  if (std::ranges::any_of(failures_, is_wrong)) return Exit::wrong_input;
  if (how == Conducted::interrupted) return Exit::interrupted;
  if (failures_.empty()) return Exit::ok;
  return finished_.empty() ? Exit::failed : Exit::some_failed;
}

ResultTable table_of(const CandidateRuns& runs, const std::vector<NamedOutput>& outputs) {
  ResultTable table{"runs", {"scenario", "replication"}, {}};
  for (const NamedOutput& output : outputs) table.head.push_back(output.name());
  for (const auto& [run, values] : runs.finished()) {
    std::vector<ResultCell> row{static_cast<std::int64_t>(run.point), run.replication};
    for (const auto& value : values) row.push_back(result_cell(value));
    table.rows.push_back(std::move(row));
  }
  return table;
}

void write_candidates(const std::filesystem::path& directory, const std::vector<Candidate>& candidates, const ResultTable& runs,
                      const std::string& command, const nlohmann::ordered_json& identity) {
  write_text(directory / "runs.csv", to_csv(runs));
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    write_text(directory / fmt::format("scenario-{}.yaml", i + 1), candidates[i].loaded.text);
    write_text(directory / fmt::format("effective-{}.yaml", i + 1), candidates[i].loaded.effective);
  }
  nlohmann::ordered_json manifest = {
      {"command", command}, {"scenarios", json_of(candidates)}, {"seed", candidates.front().scenario().seed}};
  manifest.update(identity);
  manifest["runs"] = runs.rows.size();
  write_manifest(directory, manifest);
}

nlohmann::ordered_json json_of(const std::vector<Candidate>& candidates) {
  auto list = nlohmann::ordered_json::array();
  for (const Candidate& candidate : candidates)
    list.push_back({{"scenario", list.size() + 1},
                    {"file", std::filesystem::path(candidate.variant.file).filename().string()},
                    {"name", candidate.scenario().name},
                    {"settings", candidate.variant.settings}});
  return list;
}

}  // namespace ccm
