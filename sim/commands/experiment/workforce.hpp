#pragma once
/// Who carries out the runs of an experiment: processes of this machine, or workers elsewhere.

#include <compare>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/fork_pool.hpp"

namespace ccm {

/// One replication (numbered from 1) of one point (numbered from 1).
struct RunId {
  std::size_t point = 1;
  std::int64_t replication = 1;

  auto operator<=>(const RunId&) const = default;
};

/// A value per output, empty where the run has none.
using RunValues = std::vector<std::optional<double>>;

/// How a run ended, and with which values if it finished.
struct RunAnswer {
  RunId run;
  Outcome outcome;
  RunValues values;
};

/// Carries out one run in the process that calls it; at most one per process.
using RunModel = std::function<RunValues(RunId, const Report&)>;

/// Takes runs and answers each of them once, in any order.
class Workforce {
 public:
  Workforce() = default;
  Workforce(const Workforce&) = delete;
  Workforce& operator=(const Workforce&) = delete;
  virtual ~Workforce() = default;

  /// How many runs it should have at the same time.
  [[nodiscard]] virtual std::size_t capacity() const = 0;
  virtual void start(RunId run) = 0;
  /// Waits a while for answers; there may be none.
  [[nodiscard]] virtual std::vector<RunAnswer> wait() = 0;
  /// How many runs' worth of work is done of those that were started and not answered.
  [[nodiscard]] virtual double shares() const { return 0; }
};

/// Children forked from this process, `jobs` at a time.
[[nodiscard]] std::unique_ptr<Workforce> local_workforce(std::size_t jobs, RunModel model);

/// Workers behind a pair of pipes, which somebody else looks after: sim/mpi. Throws std::runtime_error when the pipes close.
[[nodiscard]] std::unique_ptr<Workforce> distant_workforce(int answers, int requests, std::size_t workers, const std::string& hash);

/// Answers requests from standard input on standard output until it closes: what stands behind a distant workforce. `hash` says what the
/// requests are about.
void serve_runs(const RunModel& model, const std::string& hash);

/// Values in one line that reads back as the same numbers.
/// Tested by: tests/cli/workforce_test.cpp.
[[nodiscard]] std::string line_of(const RunValues& values);
[[nodiscard]] RunValues values_of_line(const std::string& line);

}  // namespace ccm
