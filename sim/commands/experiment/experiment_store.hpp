#pragma once
/// The directory of an experiment: the store of its runs, which every start resumes from, and what is made of it when all have ended.

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/store/run_store.hpp"
#include "sim/commands/experiment/study.hpp"

namespace ccm {

/// Part i of n of the runs, for machines that share nothing but a file system.
struct Shard {
  std::size_t index = 1;
  std::size_t count = 1;

  /// Shard 1 of 1 is the whole experiment.
  [[nodiscard]] bool whole() const { return count == 1; }
  /// Whether it has the run of that place in the order of all.
  [[nodiscard]] bool has(std::size_t place) const { return place % count == index - 1; }
};

/// Which runs are tried again of those that have not finished: lost ones, and failed ones.
struct Again {
  bool lost = true;
  bool failed = false;
};

/// What an earlier start left to be done.
struct RunsLeft {
  std::vector<RunId> runs;   // in the order in which they are done: replication by replication, the suspects last
  std::size_t suspects = 0;  // that were in the hands of workers when all was lost: one of them may be the reason
  std::size_t finished = 0;  // of this experiment, in the store
  std::size_t failed = 0;    // for good
  std::size_t foreign = 0;   // rows of other versions of the experiment
};

/// The store of a study in its directory.
class ExperimentStore {
 public:
  /// Opens the directory, or makes it; takes in what shards have left, unless it is a shard itself. `anew` removes an earlier experiment.
  /// Throws DirectoryError if the directory holds something else, StoreError if the store cannot be used.
  ExperimentStore(const Study& study, std::filesystem::path directory, Shard shard, bool anew);

  [[nodiscard]] const std::filesystem::path& directory() const { return directory_; }
  /// The runs that have not ended, or have but deserve another try.
  [[nodiscard]] RunsLeft remaining(Again again) const;
  void add(const RunAnswer& answer);
  /// The rows of this study, in order.
  void for_each(const std::function<void(const RunRow&)>& visit) const;

  /// Notes that the run is handed to a distant worker; false if it was often enough already.
  [[nodiscard]] bool may_try(RunId run);
  void forget_attempts() { store_->forget_attempts(); }
  /// Closes the store; its bytes depend on its rows alone.
  void settle() { store_->settle(); }

 private:
  void take_in_shards();
  [[nodiscard]] RunKey key_of(RunId run) const { return {study_.hash(run.point), run.point, run.replication}; }
  [[nodiscard]] bool is_ours(const RunKey& key) const;
  [[nodiscard]] std::size_t place_of(RunId run) const;

  const Study& study_;
  std::filesystem::path directory_;
  Shard shard_;
  std::optional<RunStore> store_;
};

}  // namespace ccm
