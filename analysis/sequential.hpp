#pragma once
/// How many replications: until the means of all outputs are known well enough.

#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/running_moments.hpp"

namespace ccm {

/// The half-width wanted of one output's confidence interval: a share of |mean|, or an amount in the output's unit.
struct WantedWidth {
  double width = 0.05;  // > 0
  bool relative = true;
};

struct ReplicationRuleOptions {
  std::vector<WantedWidth> outputs;  // one per output; at least one
  double confidence = 0.95;          // of each interval, in (0, 1)
  std::size_t look_ahead = 5;        // kLimit of the paper
  std::size_t minimum = 3;           // replications before the first look, >= 2
  std::size_t maximum = 1000;        // give up here, >= minimum
};

enum class ReplicationState { more, enough, given_up };

/// What to do after a replication.
struct ReplicationDecision {
  ReplicationState state = ReplicationState::more;
  std::size_t n = 0;                      // replications so far
  std::optional<std::size_t> reached_at;  // replications when all widths were reached, and were held since then
  std::size_t at_least = 0;               // how many more are needed at best; 0 once decided
};

/// How far one output is.
struct OutputPrecision {
  std::size_t n = 0;  // values; fewer than replications where some had none
  double mean = 0;
  std::optional<double> half_width;  // from n = 2 on
  double wanted = 0;                 // half-width, in the output's unit
  bool reached = false;
  bool holds_zero = false;          // relative, and 0 lies inside the interval: the share means little; a mean of zero never reaches it
  std::optional<double> projected;  // replications in all after which it would be reached; none if unknown or never
};

/// The sequential rule with look-ahead of Hoad, Robinson and Davies, for several outputs at once.
///
/// The widths are reached at n if h(n) = t(n-1) s(n) / sqrt(n) <= wanted for every output. It is enough when they stay reached for
/// f(n) more replications, f(n) = kLimit for n <= 100 and floor(kLimit n / 100) beyond, so that a chance dip does not stop it.
/// A constant output has h = 0 and is reached, also with mean 0. An output with mean 0 and noise never reaches a relative width: see
/// holds_zero, and ask for an absolute width. A replication may lack a value of an output, whose n is then smaller.
///
/// Stopping when the interval happens to be narrow costs coverage, the more the fewer replications there are, and look-ahead wins some of
/// it back. Seen of 95 % intervals at the end of the rule (share that held the mean, replications on average; 6,000 to 20,000 experiments):
/// normal, coefficient of variation 0.3: 94.9 % for a width of 5 % (147), 94.1 % for 10 % (42), 93.9 % for 20 % (16), and there 91.3 %
/// without look-ahead (10); exponential: 93.5 % for 20 % (101), 92.7 % for 30 % (48).
///
/// Errors: ModelError on options outside their ranges, another number of values than outputs, or add() after the decision.
/// Source: [HoadReplications2010].     Tested by: tests/analysis/sequential_test.cpp.
class ReplicationRule {
 public:
  explicit ReplicationRule(ReplicationRuleOptions options);

  /// Takes the outputs of the next replication, in the order of the options.
  ReplicationDecision add(const std::vector<std::optional<double>>& values);
  [[nodiscard]] std::vector<OutputPrecision> outputs() const;

 private:
  [[nodiscard]] OutputPrecision precision_of(std::size_t output) const;
  [[nodiscard]] bool all_reached() const;
  [[nodiscard]] std::size_t steps_ahead(std::size_t n) const;  // f(n)
  [[nodiscard]] ReplicationDecision decision() const;

  ReplicationRuleOptions options_;
  std::vector<RunningMoments> moments_;
  std::size_t n_ = 0;
  std::optional<std::size_t> reached_at_;
  bool decided_ = false;
};

/// The least n >= 2 with t(1 - (1 - confidence)/2, n - 1) s / sqrt(n) <= half_width, if s does not change; found from the normal quantile
/// upwards. A double, since it may exceed any whole number.
/// standard_deviation  s >= 0;  half_width  > 0, of the same unit;  confidence  in (0, 1), else ModelError.
/// Source: [Law2015], section 9.4.1.     Tested by: tests/analysis/sequential_test.cpp.
[[nodiscard]] double replications_needed(double standard_deviation, double half_width, double confidence = 0.95);

}  // namespace ccm
