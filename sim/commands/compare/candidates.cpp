// Which scenarios are compared, and do they fit together?

#include "sim/commands/compare/candidates.hpp"

#include <fmt/format.h>

#include "scenarios/mistake.hpp"
#include "sim/commands/shared_options.hpp"

namespace ccm {
namespace {

Candidate candidate(const std::string& file, const std::string& change, const CandidateOptions& options) {
  Variant variant{file, options.settings};
  if (!change.empty()) variant.settings.push_back(change);
  if (options.seed) variant.settings.push_back(fmt::format("seed={}", *options.seed));
  return {change, variant, load_scenario(variant.file, variant.settings)};
}

void share_seed(Candidate& candidate, std::int64_t seed) {
  if (candidate.scenario().seed == seed) return;
  tell(fmt::format("ccmsim: {} has seed {}; it runs with {}, the seed of the first\n", candidate.name(), candidate.scenario().seed, seed));
  candidate.variant.settings.push_back(fmt::format("seed={}", seed));
  candidate.loaded = load_scenario(candidate.variant.file, candidate.variant.settings);
}

std::string time_of(const Scenario& scenario) {
  const TimeSpec& time = scenario.time;
  return fmt::format("{} periods of {:.6g} d{}", time.periods, in_days(time.period),
                     time.warm_up > 0 ? fmt::format(", the first {} left out", time.warm_up) : "");
}

void require_currency(const Candidate& candidate, const Candidate& first) {
  const std::string &own = candidate.scenario().currency, &other = first.scenario().currency;
  if (own == other) return;
  const auto source = std::make_shared<const Source>(Source{candidate.name(), {}});
  throw ScenarioError({{{source},
                        fmt::format("the currency is {}, but that of {} is {}", own, first.name(), other),
                        "Amounts in different currencies cannot be compared."}});
}

void fit_to_first(Candidate& candidate, const Candidate& first) {
  require_currency(candidate, first);
  share_seed(candidate, first.scenario().seed);
  const std::string own = time_of(candidate.scenario()), other = time_of(first.scenario());
  if (own != other)
    tell(fmt::format("ccmsim: {} simulates {}, but {} {}; what adds up over a run differs for that alone\n", candidate.name(), own,
                     first.name(), other));
}

}  // namespace

void add_candidate_options(CLI::App& command, CandidateOptions& options) {
  command.add_option("FILE", options.files, "Scenario files")->required();
  let_repeat(*command
                  .add_option("--variant", options.changes,
                              "A further scenario: the first file with one key changed, e.g. time.periods=24; may be repeated")
                  ->type_name("PATH=VALUE"));
  add_set_option(command, options.settings, "Change one key in all scenarios; may be repeated");
  add_seed_option(command, options.seed, "Seed of all chance, instead of the first scenario's");
}

std::string Candidate::name() const { return change.empty() ? variant.file : fmt::format("{} with {}", variant.file, change); }

std::vector<Candidate> candidates_of(const CandidateOptions& options) {
  if (options.files.size() + options.changes.size() < 2)
    throw CLI::ValidationError("there is one scenario only; name a second file, or change a key of it with --variant PATH=VALUE",
                               CLI::ExitCodes::ValidationError);
  std::vector<Candidate> candidates;
  for (const std::string& file : options.files) candidates.push_back(candidate(file, "", options));
  for (const std::string& change : options.changes) candidates.push_back(candidate(options.files.front(), change, options));
  for (std::size_t i = 1; i < candidates.size(); ++i) fit_to_first(candidates[i], candidates.front());
  return candidates;
}

std::vector<NamedOutput> outputs_named(const std::vector<std::string>& names, const std::vector<Candidate>& candidates) {
  std::vector<NamedOutput> outputs;
  for (const Candidate& candidate : candidates) {
    const bool first = &candidate == &candidates.front();
    const auto source = std::make_shared<const Source>(Source{first ? "--output" : "--output, in " + candidate.name(), {}});
    std::vector<Located> located;
    for (const std::string& name : names) located.push_back({name, {source}});
    outputs = named_outputs(located, candidate.scenario());
  }
  return outputs;
}

std::vector<Variant> variants_of(const std::vector<Candidate>& candidates) {
  std::vector<Variant> variants;
  for (const Candidate& candidate : candidates) variants.push_back(candidate.variant);
  return variants;
}

std::string list_of(const std::vector<Candidate>& candidates) {
  std::string text;
  for (std::size_t i = 0; i < candidates.size(); ++i) text += fmt::format("  {}  {}\n", i + 1, candidates[i].name());
  return text + fmt::format("seed {}, {}", candidates.front().scenario().seed, time_of(candidates.front().scenario()));
}

std::string in_words(RunId run) { return fmt::format("scenario {}, replication {}", run.point, run.replication); }

}  // namespace ccm
