// Which runs of an experiment are still to be done?

#include "sim/commands/experiment/experiment_store.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/commands/experiment/conduct.hpp"
#include "sim/results/manifest.hpp"
#include "sim/results/run_directory.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;

constexpr const char* store_name = "results.sqlite";
constexpr const char* shard_prefix = "shard-";
constexpr const char* shard_suffix = ".sqlite";

std::string file_of(const Shard& shard) {
  return shard.whole() ? store_name : fmt::format("{}{}-of-{}{}", shard_prefix, shard.index, shard.count, shard_suffix);
}

std::vector<fs::path> shards_in(const fs::path& directory) {
  std::vector<fs::path> shards;
  for (const auto& entry : fs::directory_iterator(directory)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(shard_prefix) && name.ends_with(shard_suffix)) shards.push_back(entry.path());
  }
  std::ranges::sort(shards);
  return shards;
}

bool is_experiment(const fs::path& directory) {
  return fs::is_directory(directory) && (fs::is_empty(directory) || fs::exists(directory / store_name) || !shards_in(directory).empty());
}

void make_directory(const fs::path& directory, bool anew) {
  try {
    if (fs::exists(directory) && !is_experiment(directory))
      throw DirectoryError(fmt::format("'{}' exists and is no experiment; choose another --out", directory.string()));
    if (anew) fs::remove_all(directory);
    fs::create_directories(directory);
  } catch (const fs::filesystem_error& error) {
    throw DirectoryError(fmt::format("cannot make the directory: {}: '{}'", error.code().message(), error.path1().string()));
  }
}

std::vector<std::string> names_of(const std::vector<StudyOutput>& outputs) {
  std::vector<std::string> names;
  for (const StudyOutput& output : outputs) names.push_back(output.name);
  return names;
}

RunState state_of(Outcome::Kind kind) {
  if (kind == Outcome::Kind::finished) return RunState::finished;
  return kind == Outcome::Kind::lost ? RunState::lost : RunState::failed;
}

}  // namespace

ExperimentStore::ExperimentStore(const Study& study, fs::path directory, Shard shard, bool anew)
    : study_(study), directory_(std::move(directory)), shard_(shard) {
  make_directory(directory_, anew && shard.whole());
  store_.emplace(directory_ / file_of(shard), names_of(study.outputs()), version_text());
  if (shard.whole()) take_in_shards();
}

void ExperimentStore::take_in_shards() {
  for (const fs::path& shard : shards_in(directory_)) {
    store_->absorb(shard);
    fs::remove(shard);
  }
}

RunsLeft ExperimentStore::remaining(Again again) const {
  RunsLeft remaining;
  std::vector<bool> ended(study_.runs());
  store_->for_each([&](const RunRow& row) {
    if (!is_ours(row.key)) return static_cast<void>(++remaining.foreign);
    const bool stays = row.state == RunState::finished || !(row.state == RunState::lost ? again.lost : again.failed);
    ended[place_of({row.key.point, row.key.replication})] = stays;
    if (stays) ++(row.state == RunState::finished ? remaining.finished : remaining.failed);
  });
  for (std::size_t place = 0; place < ended.size(); ++place)
    if (!ended[place] && shard_.has(place))
      remaining.runs.push_back({place % study_.points() + 1, static_cast<std::int64_t>(place / study_.points()) + 1});
  std::vector<RunId> suspects;
  store_->for_each_attempt([&](const RunKey& key, std::int64_t) { suspects.push_back({key.point, key.replication}); });
  const auto last =
      std::ranges::stable_partition(remaining.runs, [&](const RunId& run) { return std::ranges::find(suspects, run) == suspects.end(); });
  remaining.suspects = last.size();
  return remaining;
}

void ExperimentStore::add(const RunAnswer& answer) {
  store_->add({key_of(answer.run), state_of(answer.outcome.kind), answer.outcome.message, answer.values});
}

void ExperimentStore::for_each(const std::function<void(const RunRow&)>& visit) const {
  store_->for_each([&](const RunRow& row) {
    if (is_ours(row.key)) visit(row);
  });
}

bool ExperimentStore::may_try(RunId run) { return store_->note_attempt(key_of(run)) <= attempts_max; }

bool ExperimentStore::is_ours(const RunKey& key) const {
  const auto replications = static_cast<std::int64_t>(study_.experiment().replications);
  return key.point >= 1 && key.point <= study_.points() && key.replication >= 1 && key.replication <= replications &&
         key.scenario_sha256 == study_.hash(key.point);
}

std::size_t ExperimentStore::place_of(RunId run) const {
  return static_cast<std::size_t>(run.replication - 1) * study_.points() + run.point - 1;
}

}  // namespace ccm
