#pragma once
/// What became of the replications of a run.

#include <cstdint>
#include <map>

#include "sim/commands/command.hpp"
#include "sim/fork_pool.hpp"

namespace ccm {

/// How each replication ended that was not interrupted.
class RunOutcomes {
 public:
  void add(std::int64_t replication, const Outcome& outcome) { outcomes_.emplace(replication, outcome); }
  [[nodiscard]] std::size_t count() const { return outcomes_.size(); }
  /// The worst of them.
  [[nodiscard]] Exit code() const;
  /// Says on standard error what went wrong, each message once.
  void tell_mistakes() const;

 private:
  [[nodiscard]] bool any(Outcome::Kind kind) const;

  std::map<std::int64_t, Outcome> outcomes_;
};

}  // namespace ccm
