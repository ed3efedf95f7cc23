#pragma once
/// Optimal computing budget allocation: the best of several systems from a fixed number of runs.

#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/running_moments.hpp"
#include "analysis/selection/systems.hpp"

namespace ccm {

/// Shares of a budget that make the approximate probability of correct selection largest; they sum to 1.
///
/// N_i / N_j = (s_i / d_i)^2 / (s_j / d_j)^2 for the systems but the best, b;   N_b = s_b sqrt(sum_{i != b} N_i^2 / s_i^2);   d_i = m_b -
/// m_i. A system without variance gets nothing; if only the best varies, it gets everything; if none does, all shares are zero. Differences
/// below 1e-6 s_i, as those of identical systems, count as that much. means, standard_deviations  one per system, the highest mean is the
/// best, the first on a tie; at least two, else ModelError. Source: [Chen2000], theorem 1.     Tested by:
/// tests/analysis/selection_test.cpp.
[[nodiscard]] std::vector<double> ocba_shares(const std::vector<double>& means, const std::vector<double>& standard_deviations);

/// A lower bound of the probability that the highest mean is that of the best system (Bonferroni):
/// APCS = 1 - sum_{i != b} Phi(-(m_b - m_i) / sqrt(s_b^2 / N_b + s_i^2 / N_i)), not below 0; a tie without variance counts 1/2.
///
/// It takes the estimates for the truth and runs for independent; runs that share their chance are surer than it says.
/// systems  at least two, with a value each, else ModelError; the highest mean is the best.
/// Source: [Chen2000], section 3.     Tested by: tests/analysis/selection_test.cpp.
[[nodiscard]] double probability_of_correct_selection(const std::vector<RunningMoments>& systems);

struct OcbaOptions {
  std::size_t systems = 2;       // >= 2
  std::size_t budget = 0;        // runs in all, >= systems * first_stage
  std::size_t increment = 10;    // runs per stage, >= 1
  std::size_t first_stage = 10;  // >= 2 replications of each system
  BestMean best = BestMean::highest;
};

/// Spends the budget where it tells the best from its rivals: each stage gives `increment` runs one by one to the system that is furthest
/// below its share of the runs so far and these. It ends early if no system varies.
///
/// Values of a system come in the order of its replications; systems in any order.
/// Errors: ModelError on options outside their ranges, and on a value that is not wanted.
/// Source: [Chen2000], section 4; [ChenLee2011] for the most starving system.     Tested by: tests/analysis/selection_test.cpp.
class OcbaProcedure {
 public:
  explicit OcbaProcedure(const OcbaOptions& options);

  /// The runs of the present stage that are still missing, by system, then replication; none once finished.
  [[nodiscard]] std::vector<WantedReplication> next() const;
  void add(std::size_t system, double value);

  [[nodiscard]] bool finished() const { return finished_; }
  [[nodiscard]] std::optional<std::size_t> best() const;                                 // once finished
  [[nodiscard]] const std::vector<std::size_t>& allocation() const { return targets_; }  // runs of each system, those of next() included
  [[nodiscard]] double correct_selection() const { return probability_of_correct_selection(moments_); }

 private:
  [[nodiscard]] bool stage_complete() const;
  void allocate_stage();

  OcbaOptions options_;
  std::vector<RunningMoments> moments_;  // by system, turned so that the highest is the best
  std::vector<std::size_t> targets_;
  bool finished_ = false;
};

}  // namespace ccm
