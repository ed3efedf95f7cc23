// What do a few replications show, and what does one take?

#include "sim/commands/plan/pilot.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <map>

#include "analysis/measurements.hpp"
#include "sim/commands/agenda.hpp"
#include "sim/commands/replication_parts.hpp"
#include "sim/results/memory_results.hpp"
#include "sim/simulation.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;

/// The values, and behind them one series after the other.
RunValues simulate_pilot(const Scenario& scenario, const std::vector<NamedOutput>& outputs, std::int64_t number, const Report& report) {
  const MemoryResults results;
  const std::int64_t periods = scenario.time.periods;
  simulate(scenario, plain_history(number), results.recorder(),
           [&](std::int64_t period) { report(static_cast<double>(period) / static_cast<double>(periods)); });
  RunValues all = measure(results.database(), outputs, scenario.time.warm_up);
  for (const NamedOutput& output : outputs)
    for (const auto& value : measure_periods(results.database(), output, periods)) all.push_back(value);
  return all;
}

PilotRun pilot_run_of(const RunValues& all, std::size_t outputs) {
  const auto at = [&](std::size_t i) { return all.begin() + static_cast<std::ptrdiff_t>(i); };
  const std::size_t periods = all.size() / outputs - 1;
  PilotRun run{{at(0), at(outputs)}, {}};
  for (std::size_t i = 0; i < outputs; ++i) run.series.emplace_back(at(outputs + i * periods), at(outputs + (i + 1) * periods));
  return run;
}

/// Hears answers in any order.
class PilotNotes {
 public:
  explicit PilotNotes(std::size_t outputs) : outputs_(outputs) {}

  [[nodiscard]] std::size_t count() const { return outcomes_.count(); }

  void hear(const RunAnswer& answer) {
    outcomes_.add(answer.run.replication, answer.outcome);
    if (answer.outcome.kind == Outcome::Kind::finished) runs_.emplace(answer.run.replication, pilot_run_of(answer.values, outputs_));
  }

  [[nodiscard]] Pilot pilot(bool interrupted) const {
    outcomes_.tell_mistakes();
    Pilot pilot{{}, outcomes_.code()};
    for (const auto& [number, run] : runs_) pilot.runs.push_back(run);
    if (interrupted && pilot.code == Exit::ok) pilot.code = Exit::interrupted;
    return pilot;
  }

 private:
  std::size_t outputs_;
  RunOutcomes outcomes_;
  std::map<std::int64_t, PilotRun> runs_;
};

double bytes_in(const fs::path& directory) {
  double bytes = 0;
  for (const auto& entry : fs::directory_iterator(directory)) bytes += static_cast<double>(entry.file_size());
  return bytes;
}

/// Wall time, processor time and bytes.
RunValues simulate_costly(const ReplicationParts& parts, const Report& report) {
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t computed = std::clock();
  static_cast<void>(parts.simulate(1, {}, report));
  const std::chrono::duration<double> wall_s = std::chrono::steady_clock::now() - start;
  return {wall_s.count(), static_cast<double>(std::clock() - computed) / CLOCKS_PER_SEC, bytes_in(parts.part(1))};
}

}  // namespace

Pilot run_pilot(const Scenario& scenario, const std::vector<NamedOutput>& outputs, std::int64_t count, std::size_t jobs,
                ProgressLine::Mode progress) {
  const auto workforce =
      local_workforce(jobs, [&](RunId run, const Report& report) { return simulate_pilot(scenario, outputs, run.replication, report); });
  Agenda agenda(numbers_between(1, count));
  PilotNotes notes(outputs.size());
  ProgressLine line(progress, agenda.expected(), "pilot replications");
  const auto show = [&](double shares) {
    line.show((static_cast<double>(notes.count()) + shares) / static_cast<double>(count), notes.count());
  };
  const RunPlan plan{[&] { return agenda.next(); }, [&](const RunAnswer& answer) { notes.hear(answer); }, show};
  return notes.pilot(conduct(*workforce, plan, true) == Conducted::interrupted && notes.count() < static_cast<std::size_t>(count));
}

std::optional<RunCost> measured_cost(const Scenario& scenario, const fs::path& directory) {
  const ReplicationParts parts(scenario, directory);
  Agenda agenda(numbers_between(1, 1));
  std::optional<RunCost> cost;
  const auto hear = [&](const RunAnswer& answer) {
    if (answer.outcome.kind != Outcome::Kind::finished) throw std::runtime_error(answer.outcome.message);
    cost = RunCost{answer.values.at(0).value(), answer.values.at(1).value(), answer.values.at(2).value()};
  };
  const auto workforce = local_workforce(1, [&](RunId, const Report& report) { return simulate_costly(parts, report); });
  static_cast<void>(conduct(*workforce, {[&] { return agenda.next(); }, hear}));
  fs::remove_all(parts.part(1));
  return cost;
}

}  // namespace ccm
