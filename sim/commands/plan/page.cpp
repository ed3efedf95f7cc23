// How does a plan read on a terminal?

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/commands/plan/report.hpp"
#include "sim/commands/precision.hpp"
#include "sim/commands/report/report_document.hpp"
#include "sim/commands/shell_word.hpp"
#include "sim/commands/text_plot.hpp"
#include "sim/commands/text_table.hpp"

namespace ccm {
namespace {

std::string unit_in(const NamedOutput& named, const Scenario& scenario) { return unit_of(*named.output, scenario.currency); }

std::string cut_text(const SeriesAdvice& advice) {
  const std::size_t periods = advice.mean.size();
  if (advice.welch.empty()) return "some periods have no value, so its beginning cannot be told";
  if (!advice.warm_up) return fmt::format("{} periods are too few, {} the least", periods, mser_observations_min);
  if (advice.warm_up->too_short) return fmt::format("still settling after {} of {} periods", advice.warm_up->cut, periods);
  if (advice.warm_up->cut == 0) return "the beginning is like the rest";
  return fmt::format("the first {} of {} periods differ from the rest", advice.warm_up->cut, periods);
}

std::string series_text(const SeriesAdvice& advice, const Scenario& scenario) {
  std::vector<PlotCurve> curves{{'.', {}}, {'o', advice.welch}};
  for (const auto& value : advice.mean)
    if (value && !advice.welch.empty()) curves.front().values.push_back(*value);
  const auto cut = advice.warm_up && !advice.warm_up->too_short ? std::optional(advice.warm_up->cut) : std::nullopt;
  return fmt::format("{} [{}]: {}\n{}", advice.output.name(), unit_in(advice.output, scenario), cut_text(advice), text_plot(curves, cut));
}

std::string longer_pilot(const WarmUpAdvice& advice) {
  return fmt::format("Look at longer pilot runs first: --pilot-periods {}", std::max<std::size_t>(200, 2 * advice.periods));
}

std::string warm_up_sentence(const WarmUpAdvice& advice, const Scenario& scenario) {
  if (!advice.leave_out) return longer_pilot(advice);
  const auto own = static_cast<std::size_t>(scenario.time.warm_up);
  if (*advice.leave_out <= own)
    return own == 0 ? "No warm-up is needed." : fmt::format("The {} periods that the scenario leaves out are enough.", own);
  return fmt::format("Leave out the first {} periods: --set time.warm_up={}", *advice.leave_out, *advice.leave_out);
}

std::string warm_up_page(const WarmUpAdvice& advice, const Scenario& scenario) {
  std::string page = "Warm-up, by MSER-5 period by period\n(. mean of the pilot runs, o its moving average, | the cut)\n\n";
  for (const SeriesAdvice& output : advice.outputs) page += series_text(output, scenario) + "\n";
  return page + warm_up_sentence(advice, scenario) +
         "\nThat is for questions about the long run. Where the beginning belongs to the\n"
         "question (a launch, one season, the days after an outage), leave nothing out.\n";
}

std::string needed_text(const OutputPrecision& output) {
  if (output.reached) return "reached";
  if (!output.projected) return output.n == 0 ? "no value" : "never (mean 0)";
  return fmt::format("about {:.0f}{}", *output.projected, output.holds_zero ? " (0 in interval)" : "");
}

std::string precision_table(const ReplicationsAdvice& advice, const Scenario& scenario) {
  TextTable table(
      {{"output", Align::left}, {"mean"}, {"half-width"}, {""}, {"wanted"}, {"replications", Align::left}, {"unit", Align::left}});
  for (std::size_t i = 0; i < advice.outputs.size(); ++i) {
    const OutputPrecision& one = advice.precision[i];
    const std::string unit = unit_in(advice.outputs[i], scenario);
    table.add({advice.outputs[i].name(), fmt::format("{:.6g}", one.mean), one.half_width ? fmt::format("{:.3g}", *one.half_width) : "",
               advice.wanted.relative ? width_text(one, advice.wanted, unit) : "", fmt::format("{:.3g}", one.wanted), needed_text(one),
               unit});
  }
  return table.text();
}

std::string replications_sentence(const ReplicationsAdvice& advice) {
  if (advice.stopped) return fmt::format("{} replications are enough; the last five see that the widths stay reached.", *advice.stopped);
  if (advice.replications)
    return fmt::format("About {:.0f} replications; the last few see that the widths stay reached.", *advice.replications);
  if (std::ranges::any_of(advice.precision, [](const OutputPrecision& one) { return one.n == 0; }))
    return "An output without values reaches no width: leave it out.";
  return "No share of a mean of 0 is reached: ask for an amount, e.g. --half-width 20.";
}

bool wants_more_warm_up(const PlanResult& plan, const Scenario& scenario) {
  return plan.warm_up.leave_out && *plan.warm_up.leave_out > static_cast<std::size_t>(scenario.time.warm_up);
}

/// The run that the plan leads to.
std::string command_text(const PlanResult& plan, const Scenario& scenario) {
  std::string command = "ccmsim run " + shell_word(plan.file);
  for (const std::string& setting : plan.settings) command += " --set " + shell_word(setting);
  if (wants_more_warm_up(plan, scenario)) command += fmt::format(" --set time.warm_up={}", *plan.warm_up.leave_out);
  std::string width = text_of(plan.replications.wanted);
  std::erase(width, ' ');
  command += " --half-width " + width;
  for (const NamedOutput& output : plan.replications.outputs) command += " --output " + shell_word(output.name());
  return command;
}

std::string replications_heading(const PlanResult& plan, const Scenario& scenario) {
  const std::int64_t left_out = scenario.time.warm_up;
  const std::string what = left_out == 0 ? "whole runs" : fmt::format("runs without their first {} periods", left_out);
  return fmt::format("Replications for 95 % half-widths within {}, of {}{}\n", text_of(plan.replications.wanted), what,
                     wants_more_warm_up(plan, scenario) ? "\n(plan again with the warm-up above: it may change them)" : "");
}

std::string replications_page(const PlanResult& plan, const Scenario& scenario) {
  return fmt::format("{}\n{}\n{}\n  {}\n", replications_heading(plan, scenario), precision_table(plan.replications, scenario),
                     replications_sentence(plan.replications), command_text(plan, scenario));
}

std::string time_text(double seconds) {
  if (seconds < 120) return fmt::format("{:.3g} s", seconds);
  return seconds < 7200 ? fmt::format("{:.0f} min", seconds / 60) : fmt::format("{:.1f} h", seconds / 3600);
}

std::string size_text(double bytes) { return bytes < 1e9 ? fmt::format("{:.1f} MB", bytes / 1e6) : fmt::format("{:.1f} GB", bytes / 1e9); }

std::string cost_page(const PlanResult& plan) {
  const RunCost& cost = plan.cost;
  std::string page = fmt::format("Time and disk\n\nOne replication with all its tables took {} here ({} of a processor), and {}.\n",
                                 time_text(cost.wall_s), time_text(cost.cpu_s), size_text(cost.bytes));
  if (const auto n = plan.replications.replications)
    page += fmt::format("{:.0f} replications by {} at a time: about {}, and {}.\n", *n, plan.jobs, time_text(seconds_for(*n, plan)),
                        size_text(*n * cost.bytes));
  return page;
}

}  // namespace

std::string plan_page(const Scenario& scenario, const PlanResult& plan) {
  return fmt::format("{}\npilot: seed {}, {} replications, {} periods of {:.6g} d\n\n{}\n{}\n{}\n{}", scenario.name, scenario.seed,
                     plan.pilot, scenario.time.periods, in_days(scenario.time.period), warm_up_page(plan.warm_up, scenario),
                     replications_page(plan, scenario), cost_page(plan), place_of_results(plan.directory, plan.has_report));
}

double seconds_for(double replications, const PlanResult& plan) {
  return std::ceil(replications / static_cast<double>(plan.jobs)) * plan.cost.wall_s;
}

}  // namespace ccm
