#pragma once
/// Which replications of a scenario are simulated, and which of them count.

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "analysis/sequential.hpp"
#include "sim/commands/experiment/workforce.hpp"

namespace ccm {

/// The numbers from `first` to `last`.
[[nodiscard]] std::vector<std::int64_t> numbers_between(std::int64_t first, std::int64_t last);

/// Replications in a given order: all of them, or as many as a rule asks for. The rule hears them in that order whatever order they end
/// in, and those that were begun beyond its decision do not count, so that the number of processes has no influence.
/// Tested by: tests/cli/agenda_test.cpp, tests/cli/half_width_test.cpp.
class Agenda {
 public:
  explicit Agenda(std::vector<std::int64_t> numbers, const std::optional<ReplicationRuleOptions>& rule = std::nullopt);

  /// The next to simulate, of point 1; nothing when there are enough.
  [[nodiscard]] std::optional<RunId> next();
  /// A replication has finished with these values of the rule's outputs.
  void hear(std::int64_t number, const RunValues& values);

  /// Whether nothing more is needed.
  [[nodiscard]] bool complete() const;
  /// The replications that have finished and count, in their order.
  [[nodiscard]] std::vector<std::int64_t> kept() const;
  /// How many there will be, as far as can be seen.
  [[nodiscard]] std::size_t expected() const;

  /// Whether all wanted widths are reached (at the last replication they count although they were not held), and how far the outputs are;
  /// of an agenda with a rule.
  [[nodiscard]] bool reached() const;
  [[nodiscard]] std::vector<OutputPrecision> precision() const { return rule_.value().outputs(); }

 private:
  [[nodiscard]] bool decided() const { return decision_.state != ReplicationState::more; }

  std::vector<std::int64_t> numbers_;
  std::size_t next_ = 0;
  std::map<std::int64_t, RunValues> heard_;
  std::optional<ReplicationRule> rule_;
  ReplicationDecision decision_;
};

}  // namespace ccm
