#pragma once
/// The fully sequential procedure of Kim and Nelson: the best of several systems with a guarantee.

#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/selection/systems.hpp"

namespace ccm {

struct KnOptions {
  std::size_t systems = 2;       // k >= 2
  double indifference = 0;       // delta > 0: the smallest difference of means that matters, in the output's unit
  double confidence = 0.95;      // 1 - alpha, in (1/k, 1)
  std::size_t first_stage = 10;  // n0 >= 2 replications of each system
  BestMean best = BestMean::highest;
};

/// Selects the best system with probability >= 1 - alpha if its mean is better than every other by delta at least; else a system that is
/// within delta of the best, with the same probability. For normal outputs, independent or with common random numbers.
///
/// eta = ((2 alpha / (k-1))^(-2/(n0-1)) - 1) / 2,   h^2 = 2 eta (n0 - 1)   (c = 1).   From n0 replications: S^2(i, l), the variance of the
/// differences X_i - X_l. After r replications of each survivor, i survives if for every other survivor l
/// mean_i(r) >= mean_l(r) - W(i, l),   W(i, l) = max(0, delta / (2 r) (h^2 S^2(i, l) / delta^2 - r)).
/// Survivors run once more until one is left. Once every W is zero only systems with exactly equal means are left: the first of them is
/// the best. So systems that never differ, or without variance, end at n0.
///
/// Values of a system come in the order of its replications; systems in any order.
/// Errors: ModelError on options outside their ranges, and on a value that is not wanted.
/// Source: [KimNelson2001], procedure KN.     Tested by: tests/analysis/selection_test.cpp.
class KnProcedure {
 public:
  explicit KnProcedure(const KnOptions& options);

  /// The runs of the present stage that are still missing, by replication, then system; none once finished.
  [[nodiscard]] std::vector<WantedReplication> next() const;
  void add(std::size_t system, double value);

  [[nodiscard]] bool finished() const { return finished_; }
  [[nodiscard]] std::size_t replications() const { return stage_; }  // r, of each survivor
  [[nodiscard]] const std::vector<std::size_t>& survivors() const { return survivors_; }
  [[nodiscard]] std::optional<std::size_t> best() const;  // once finished

 private:
  [[nodiscard]] bool stage_complete() const;
  [[nodiscard]] bool wants(std::size_t system) const;
  [[nodiscard]] double slack(std::size_t i, std::size_t l) const;  // r W(i, l)
  [[nodiscard]] bool survives(std::size_t i) const;
  [[nodiscard]] bool settled() const;  // every W between survivors is zero
  void measure_differences();
  void screen();

  KnOptions options_;
  std::vector<std::vector<double>> values_;  // by system, turned so that the highest is the best
  std::vector<double> totals_;
  std::vector<std::vector<double>> reach_;  // h^2 S^2(i, l) / delta^2
  std::vector<std::size_t> survivors_;
  std::size_t stage_;
  bool finished_ = false;
};

}  // namespace ccm
