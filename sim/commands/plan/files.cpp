// What does a plan leave for programs to read?

#include <fmt/format.h>

#include "scenarios/type.hpp"
#include "sim/commands/plan/report.hpp"
#include "sim/commands/precision.hpp"

namespace ccm {
namespace {

template <class Value>
Json json_of(const std::optional<Value>& value) {
  return value ? Json(*value) : Json();
}

Json series_json(const SeriesAdvice& advice) {
  const std::optional<WarmUp>& found = advice.warm_up;
  return {{"output", advice.output.name()},
          {"cut", found ? Json(found->cut) : Json()},
          {"too_short", !found || found->too_short},
          {"gaps", advice.welch.empty()}};
}

Json warm_up_json(const WarmUpAdvice& advice) {
  Json outputs = Json::array();
  for (const SeriesAdvice& output : advice.outputs) outputs.push_back(series_json(output));
  return {{"periods", advice.periods}, {"leave_out", json_of(advice.leave_out)}, {"outputs", outputs}};
}

Json output_json(const NamedOutput& output, const OutputPrecision& precision) {
  return {{"output", output.name()},
          {"n", precision.n},
          {"mean", precision.mean},
          {"half_width", json_of(precision.half_width)},
          {"wanted", precision.wanted},
          {"reached", precision.reached},
          {"replications", json_of(precision.projected)}};
}

Json replications_json(const ReplicationsAdvice& advice) {
  Json outputs = Json::array();
  for (std::size_t i = 0; i < advice.outputs.size(); ++i) outputs.push_back(output_json(advice.outputs[i], advice.precision[i]));
  return {{"half_width", text_of(advice.wanted)},
          {"stopped", json_of(advice.stopped)},
          {"recommended", json_of(advice.replications)},
          {"outputs", outputs}};
}

/// Not the same in two plans alike.
Json measured_json(const PlanResult& plan) {
  const auto& n = plan.replications.replications;
  return {{"wall_s", plan.cost.wall_s},
          {"cpu_s", plan.cost.cpu_s},
          {"bytes", plan.cost.bytes},
          {"jobs", plan.jobs},
          {"all_s", n ? Json(seconds_for(*n, plan)) : Json()},
          {"all_bytes", n ? Json(*n * plan.cost.bytes) : Json()}};
}

template <class Value>
std::string cell(const std::optional<Value>& value) {
  return value ? fmt::format("{}", *value) : "";
}

}  // namespace

std::string plan_json(const Scenario& scenario, const PlanResult& plan) {
  const Json document = {{"directory", plan.directory},
                         {"scenario", scenario.name},
                         {"seed", scenario.seed},
                         {"pilot", plan.pilot},
                         {"warm_up", warm_up_json(plan.warm_up)},
                         {"replications", replications_json(plan.replications)},
                         {"measured", measured_json(plan)}};
  return document.dump(2) + "\n";
}

std::string plan_csv(const WarmUpAdvice& advice) {
  std::string text = "output,period,mean,welch,left_out\n";
  for (const SeriesAdvice& one : advice.outputs)
    for (std::size_t i = 0; i < one.mean.size(); ++i)
      text += fmt::format("{},{},{},{},{}\n", one.output.name(), i + 1, cell(one.mean[i]),
                          i < one.welch.size() ? fmt::format("{}", one.welch[i]) : "",
                          one.warm_up ? fmt::format("{:d}", i < one.warm_up->cut) : "");
  return text;
}

std::string replications_csv(const ReplicationsAdvice& advice, const std::string& currency) {
  std::string text = "output,unit,n,mean,half_width,wanted,reached,replications\n";
  for (std::size_t i = 0; i < advice.outputs.size(); ++i) {
    const OutputPrecision& one = advice.precision[i];
    text += fmt::format("{},{},{},{},{},{},{:d},{}\n", advice.outputs[i].name(), unit_of(*advice.outputs[i].output, currency), one.n,
                        one.mean, cell(one.half_width), one.wanted, one.reached, cell(one.projected));
  }
  return text;
}

}  // namespace ccm
