// How does a run read?

#include "sim/commands/run_page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "scenarios/type.hpp"
#include "sim/commands/report/report_document.hpp"

namespace ccm {
namespace {

std::string counted(std::size_t replications) { return fmt::format("{} replication{}", replications, replications == 1 ? "" : "s"); }

std::string unit_of(const NamedOutput& named, const std::string& currency) { return unit_of(*named.output, currency); }

std::string who(const std::vector<std::int64_t>& replications) {
  const bool alone = replications.size() == 1 && replications.front() != 1;
  return alone ? fmt::format("replication {} alone", replications.front()) : counted(replications.size());
}

std::string heading(const Scenario& scenario, const std::vector<std::int64_t>& replications) {
  const TimeSpec& time = scenario.time;
  return fmt::format("{}\nseed {}, {}, {} periods of {:.6g} d{}", scenario.name, scenario.seed, who(replications), time.periods,
                     in_days(time.period), time.warm_up > 0 ? fmt::format(", the first {} left out", time.warm_up) : "");
}

std::string precision_line(const ReachedPrecision& precision, std::size_t replications, const std::string& currency) {
  std::vector<std::string> widths;
  for (std::size_t i = 0; i < precision.outputs.size(); ++i)
    widths.push_back(fmt::format("{} {}", precision.outputs[i].name(),
                                 width_text(precision.precision[i], precision.wanted, unit_of(precision.outputs[i], currency))));
  return fmt::format("{}: {} half-width within {} ({})\n", counted(replications), precision.reached ? "every" : "not every",
                     text_of(precision.wanted), fmt::join(widths, ", "));
}

Json number_or_null(std::optional<double> value) { return value ? Json(*value) : Json(); }

Json precision_json(const ReachedPrecision& precision) {
  Json outputs = Json::array();
  for (std::size_t i = 0; i < precision.outputs.size(); ++i) {
    const OutputPrecision& one = precision.precision[i];
    outputs.push_back({{"output", precision.outputs[i].name()},
                       {"n", one.n},
                       {"mean", one.mean},
                       {"half_width", number_or_null(one.half_width)},
                       {"wanted", one.wanted},
                       {"reached", one.reached}});
  }
  return {{"half_width", text_of(precision.wanted)}, {"reached", precision.reached}, {"outputs", outputs}};
}

std::string advice_for(const OutputPrecision& one, const NamedOutput& named, const std::string& unit) {
  if (one.n == 0) return fmt::format("no replication has a value of {}", named.name());
  if (one.holds_zero)
    return fmt::format(
        "0 lies within {} = {:.4g} +- {:.4g} {}, so that a share of its mean says little; ask for an amount, e.g. --half-width {:.1g}",
        named.name(), one.mean, *one.half_width, unit, *one.half_width / 2);
  const std::string need = one.projected ? fmt::format(", about {:.0f} would be needed", *one.projected) : "";
  return fmt::format("{} = {:.6g} +- {:.4g} {}, wanted {:.4g}{}", named.name(), one.mean, one.half_width.value_or(NAN), unit, one.wanted,
                     need);
}

std::string gaps_text(const std::vector<std::string>& gaps) {
  return gaps.empty() ? "" : fmt::format("\nnot learned\n{}\nWhat was learned, and how well: estimates.csv.\n", fmt::join(gaps, "\n"));
}

std::string replications_planned(const RunOptions& options) {
  if (!options.precision.half_width) return who(options.all_numbers());
  return fmt::format("replications until every half-width is within {}, at most {}", text_of(*options.precision.half_width),
                     options.replications_max);
}

}  // namespace

std::string run_page(const Scenario& scenario, const RunResult& result) {
  return fmt::format("{}\n{}\n{}{}\n{}", heading(scenario, result.replications),
                     result.precision ? precision_line(*result.precision, result.replications.size(), scenario.currency) : "",
                     summary_text(result.rows, scenario.currency), gaps_text(result.gaps),
                     place_of_results(result.directory, result.has_report));
}

std::string run_json(const Scenario& scenario, const RunResult& result) {
  Json document = {
      {"directory", result.directory}, {"scenario", scenario.name}, {"seed", scenario.seed}, {"replications", result.replications.size()}};
  if (result.precision) document["precision"] = precision_json(*result.precision);
  if (!result.gaps.empty()) document["not_learned"] = result.gaps;
  document["outputs"] = summary_json(result.rows, scenario.currency);
  return document.dump(2) + "\n";
}

std::string shortfall_text(const ReachedPrecision& precision, const std::string& currency) {
  std::string text;
  for (std::size_t i = 0; i < precision.outputs.size(); ++i)
    if (!precision.precision[i].reached)
      text +=
          fmt::format("ccmsim: {}\n", advice_for(precision.precision[i], precision.outputs[i], unit_of(precision.outputs[i], currency)));
  return text;
}

std::string dry_run_page(const Scenario& scenario, const RunOptions& options) {
  double per_period = 0;
  for (const SegmentSpec& segment : scenario.customers) per_period += potential_customers(demand_of(segment));
  return fmt::format(
      "{}\nseed {}, {}, {} periods of {:.6g} d\n{} customer segments, {} minifactories, about {:.0f} requests per replication\nNothing was simulated.\n",
      scenario.name, scenario.seed, replications_planned(options), scenario.time.periods, in_days(scenario.time.period),
      scenario.customers.size(), scenario.minifactories.size(), per_period * static_cast<double>(scenario.time.periods));
}

}  // namespace ccm
