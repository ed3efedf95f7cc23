// What was run, in a few words?

#include "sim/commands/report/facts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace ccm {
namespace {

using nlohmann::ordered_json;

/// Facts in the order in which they are stated; what is empty is none.
class FactList {
 public:
  void state(const std::string& label, const std::string& text) {
    if (!text.empty()) facts_.push_back({label, text});
  }
  [[nodiscard]] const ordered_json& facts() const { return facts_; }

 private:
  ordered_json facts_ = ordered_json::array();
};

std::string text_of(const ordered_json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

std::string joined(const ordered_json& texts) { return fmt::format("{}", fmt::join(texts.get<std::vector<std::string>>(), ", ")); }

std::string counted(std::size_t count, const std::string& what) { return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s"); }

std::string time_of(const Scenario& scenario) {
  const TimeSpec& time = scenario.time;
  const std::string left_out = time.warm_up == 1  ? "; the first is left out of totals and means"
                               : time.warm_up > 1 ? fmt::format("; the first {} are left out of totals and means", time.warm_up)
                                                  : "";
  return fmt::format("{} periods of {:.6g} d{}", time.periods, in_days(time.period), left_out);
}

std::string market_of(const Scenario& scenario) {
  return fmt::format("{}, {}", counted(scenario.customers.size(), "customer segment"),
                     scenario.minifactories.size() == 1 ? "1 minifactory" : fmt::format("{} minifactories", scenario.minifactories.size()));
}

std::string width_of(const ordered_json& until) {
  return fmt::format("; added until the 95 % half-widths of {} were within {}: {}", joined(until.at("outputs")),
                     until.at("half_width").get<std::string>(), until.at("reached") == true ? "reached" : "not reached");
}

std::string replications_of(const ordered_json& replications) {
  const std::size_t finished = replications.at("finished").size(), asked = replications.at("asked").get<std::size_t>();
  if (replications.contains("until")) return fmt::format("{}{}", finished, width_of(replications.at("until")));
  if (finished == 1 && asked == 1) return fmt::format("1 (number {})", replications.at("finished").front().dump());
  return finished == asked ? fmt::format("{}", asked) : fmt::format("{} of {} asked for; the others did not finish", finished, asked);
}

/// "1: a.yaml; 2: a.yaml with path=value".
std::string scenarios_of(const ordered_json& scenarios) {
  std::vector<std::string> texts;
  for (const ordered_json& one : scenarios) {
    const std::string changes = joined(one.at("settings"));
    texts.push_back(
        fmt::format("{}: {}{}", one.at("scenario").dump(), one.at("file").get<std::string>(), changes.empty() ? "" : " with " + changes));
  }
  return fmt::format("{}", fmt::join(texts, "; "));
}

void state_scenario(FactList& list, const ordered_json& manifest, const Scenario& scenario) {
  list.state("Scenario file", manifest.at("scenario").at("file").get<std::string>());
  list.state("Changed", joined(manifest.at("settings")));
  list.state("Market", market_of(scenario));
  list.state("Simulated time", time_of(scenario));
}

void state_pilot(FactList& list, const ordered_json& replications) {
  const ordered_json& until = replications.at("until");
  list.state("Pilot replications", replications.at("asked").dump());
  list.state("Wanted",
             fmt::format("95 % half-widths of {} within {}", joined(until.at("outputs")), until.at("half_width").get<std::string>()));
}

void state_candidates(FactList& list, const ordered_json& manifest, const Scenario& first) {
  list.state("Scenarios", scenarios_of(manifest.at("scenarios")));
  list.state("Simulated time", time_of(first) + " (the first scenario)");
}

void state_comparison(FactList& list, const ordered_json& arguments) {
  list.state("Replications", fmt::format("{} of each scenario, which share their chance", arguments.at("replications").dump()));
  list.state("Confidence", fmt::format("{:.6g} % for all intervals of an output together", 100 * arguments.at("confidence").get<double>()));
}

std::string procedure_of(const ordered_json& arguments) {
  if (arguments.at("procedure") == "ocba") return fmt::format("OCBA with a budget of {} runs", arguments.at("budget").dump());
  return fmt::format("KN with an indifference of {:.6g} and a confidence of {:.6g} %", arguments.at("indifference").get<double>(),
                     100 * arguments.at("confidence").get<double>());
}

void state_selection(FactList& list, const ordered_json& manifest) {
  const ordered_json& arguments = manifest.at("arguments");
  list.state("Looked for",
             fmt::format("the {} mean {}", arguments.at("best_is").get<std::string>(), arguments.at("output").get<std::string>()));
  list.state("Procedure", procedure_of(arguments));
  list.state("Runs", manifest.at("runs").dump());
}

/// "full factorial" for "full_factorial".
std::string plain_words(std::string name) {
  std::ranges::replace(name, '_', ' ');
  return name;
}

void state_design(FactList& list, const ordered_json& manifest) {
  const ordered_json& experiment = manifest.at("experiment");
  const auto text = [&](const char* name) {
    return experiment.contains(name) && !experiment.at(name).is_null() ? text_of(experiment.at(name)) : "";
  };
  list.state("Experiment file", text("file"));
  list.state("Scenario file", text("scenario"));
  list.state("Problems", text("generator"));
  list.state("Changed", experiment.contains("arguments") ? joined(experiment.at("arguments").at("settings")) : "");
  list.state("Design", plain_words(text("design")));
  list.state("Points", manifest.at("points").dump());
  list.state("Chance", text("chance") == "common" ? "the same at every point" : plain_words(text("chance")));
}

void state_runs(FactList& list, const ordered_json& manifest) {
  const ordered_json& runs = manifest.at("runs");
  list.state("Replications", fmt::format("{} of each point", manifest.at("replications").dump()));
  list.state("Runs", fmt::format("{} finished, {} failed", runs.at("finished").dump(), runs.at("failed").dump()));
}

std::string seed_of(const ordered_json& manifest) {
  const ordered_json& holder = manifest.contains("experiment") ? manifest.at("experiment") : manifest;
  return holder.contains("seed") ? text_of(holder.at("seed")) : "";
}

void state_all(FactList& list, const ResultDirectory& results, const std::optional<Scenario>& scenario) {
  const ordered_json& manifest = results.manifest;
  switch (results.kind) {
    case ResultKind::run:
      state_scenario(list, manifest, *scenario);
      return list.state("Replications", replications_of(manifest.at("replications")));
    case ResultKind::comparison:
      state_candidates(list, manifest, *scenario);
      return state_comparison(list, manifest.at("arguments"));
    case ResultKind::selection:
      state_candidates(list, manifest, *scenario);
      return state_selection(list, manifest);
    case ResultKind::experiment:
      state_design(list, manifest);
      return state_runs(list, manifest);
    case ResultKind::plan:
      state_scenario(list, manifest, *scenario);
      return state_pilot(list, manifest.at("replications"));
  }
}

}  // namespace

ordered_json facts_of(const ResultDirectory& results, const std::optional<Scenario>& scenario) {
  FactList list;
  state_all(list, results, scenario);
  list.state("Seed", seed_of(results.manifest));
  return list.facts();
}

}  // namespace ccm
