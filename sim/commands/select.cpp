// ccmsim select: which of these scenarios is the best?

#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "sim/commands/compare/selection.hpp"
#include "sim/commands/compare/work_results.hpp"
#include "sim/results/text_file.hpp"

namespace ccm {
namespace {

struct SelectOptions {
  CandidateOptions candidates;
  WorkOptions work;
  std::string output;
  bool lowest = false, ocba = false;
  std::optional<double> indifference;
  std::optional<std::size_t> budget;
  double confidence = 0.95;
  std::size_t first_stage = 10;
  std::size_t most = 100'000;

  [[nodiscard]] BestMean best() const { return lowest ? BestMean::lowest : BestMean::highest; }
  [[nodiscard]] Chance chance() const { return ocba ? Chance::independent : Chance::common; }
};

[[noreturn]] void wrong_usage(const std::string& message) { throw CLI::ValidationError(message, CLI::ExitCodes::ValidationError); }

KnProcedure kn(const SelectOptions& options, std::size_t systems) {
  if (options.budget) wrong_usage("--budget is of --procedure ocba; kn runs until it is sure");
  if (!options.indifference) wrong_usage("--indifference is required: the smallest difference that matters, in the unit of the output");
  if (options.most < options.first_stage) wrong_usage("--max-replications: the first stage alone takes more");
  const double guess = 1 / static_cast<double>(systems);
  if (options.confidence <= guess)
    wrong_usage(fmt::format("--confidence: a guess among {} is right with {:.4g} %; ask for more", systems, 100 * guess));
  return KnProcedure({systems, *options.indifference, options.confidence, options.first_stage, options.best()});
}

OcbaProcedure ocba(const SelectOptions& options, std::size_t systems) {
  if (options.indifference) wrong_usage("--indifference is of --procedure kn; ocba spends its --budget");
  if (!options.budget) wrong_usage("--budget is required: the runs of all scenarios together");
  const std::size_t least = systems * options.first_stage;
  if (*options.budget < least) wrong_usage(fmt::format("--budget: the first stage alone takes {} runs", least));
  return OcbaProcedure({.systems = systems, .budget = *options.budget, .first_stage = options.first_stage, .best = options.best()});
}

SelectionProcedure procedure_of(const SelectOptions& options, std::size_t systems) {
  if (options.ocba) return ocba(options, systems);
  return kn(options, systems);
}

class Select {
 public:
  explicit Select(const SelectOptions& options)
      : options_(options),
        candidates_(candidates_of(options.candidates)),
        outputs_(outputs_named({options.output}, candidates_)),
        procedure_(procedure_of(options, candidates_.size())),
        staged_(procedure_, options.ocba ? 1'000'000 : options.most),
        goal_{options.output, unit_of(*outputs_.front().output, candidates_.front().scenario().currency), options.best(),
              options.confidence, options.indifference.value_or(0)} {}

  Exit execute() {
    if (options_.work.dry_run)
      return print(fmt::format("{}\nat least {} runs\nNothing was simulated.\n", heading(), candidates_.size() * options_.first_stage)),
             Exit::ok;
    WorkResults results(options_.work, "select-" + std::filesystem::path(options_.candidates.files.front()).stem().string());
    const Conducted how = simulate();
    runs_.tell_failures(how, "runs");
    const Exit code = runs_.code(how);
    tell_why_undecided();
    if (code != Exit::wrong_input && !runs_.finished().empty()) leave(results);
    return code == Exit::ok && undecided() ? Exit::failed : code;
  }

 private:
  [[nodiscard]] bool undecided() const { return staged_.at_limit() || staged_.without_value(); }

  [[nodiscard]] std::string heading() const {
    return fmt::format("{}\n{}\n{}", candidates_.front().scenario().name, list_of(candidates_),
                       options_.ocba ? "OCBA with independent runs" : "KN with common random numbers");
  }

  Conducted simulate() {
    const ScenarioRuns model(variants_of(candidates_), outputs_, {options_.chance()});
    const auto workforce = local_workforce(options_.work.jobs, model);
    ProgressLine line(options_.work.progress, options_.budget.value_or(0), "runs");
    const RunPlan plan{[&] { return staged_.next(); },
                       [&](const RunAnswer& answer) {
                         runs_.hear(answer);
                         if (answer.outcome.kind == Outcome::Kind::finished) staged_.hear(answer);
                       },
                       [&](double shares) {
                         const auto heard = runs_.heard();
                         line.show((static_cast<double>(heard) + shares) / static_cast<double>(options_.budget.value_or(1)), heard);
                       }};
    return conduct(*workforce, plan, true);
  }

  void tell_why_undecided() const {
    if (const auto run = staged_.without_value())
      tell(fmt::format("ccmsim: error: {} has no value in {}, so that there is nothing to select by\n", options_.output, in_words(*run)));
    if (staged_.at_limit())
      tell(fmt::format("ccmsim: error: {} replications of each do not decide it; raise --max-replications or --indifference\n",
                       options_.most));
  }

  void leave(WorkResults& results) const {
    const Selection selection = selection_of(procedure_, runs_, candidates_.size(), goal_);
    const ResultTable table = table_of(selection);
    write_text(results.working() / "selection.csv", to_csv(table));
    write_candidates(results.working(), candidates_, table_of(runs_, outputs_), "select",
                     {{"arguments", arguments()}, {"in_words", selection.words}});
    nlohmann::ordered_json document = {{"scenarios", json_of(candidates_)}, {"seed", candidates_.front().scenario().seed}};
    document.update(arguments());
    document["unit"] = goal_.unit;
    document["best"] = selection.best ? nlohmann::ordered_json(*selection.best) : nlohmann::ordered_json();
    document["in_words"] = selection.words;
    document["selection"] = to_json(table);
    results.publish(document, fmt::format("{}\n\n{}", heading(), page_of(selection, goal_)));
  }

  [[nodiscard]] nlohmann::ordered_json arguments() const {
    nlohmann::ordered_json all = {{"procedure", options_.ocba ? "ocba" : "kn"},
                                  {"output", options_.output},
                                  {"best_is", options_.lowest ? "lowest" : "highest"},
                                  {"first_stage", options_.first_stage}};
    if (options_.ocba)
      all["budget"] = *options_.budget;
    else
      all.update({{"indifference", *options_.indifference}, {"confidence", options_.confidence}, {"max_replications", options_.most}});
    return all;
  }

  const SelectOptions& options_;
  std::vector<Candidate> candidates_;
  std::vector<NamedOutput> outputs_;
  SelectionProcedure procedure_;
  StagedRuns staged_;
  SelectionGoal goal_;
  CandidateRuns runs_;
};

bool take_procedure(SelectOptions& options, const std::string& word) {
  options.ocba = word == "ocba";
  return options.ocba || word == "kn";
}

bool take_indifference(SelectOptions& options, const std::string& word) {
  options.indifference = number_of(word);
  return options.indifference && *options.indifference > 0;
}

void add_selection_options(CLI::App& command, SelectOptions& options) {
  command.add_option("--output", options.output, "What counts, e.g. profit or surplus.bargainer")->type_name("NAME")->required();
  command.add_flag("--lowest", options.lowest, "The lowest mean is the best, and not the highest");
  add_word_option(
      command, "--procedure", [&](const std::string& word) { return take_procedure(options, word); },
      "kn: runs until it is sure (default); ocba: the best use of a budget", "kn or ocba", "WORD");
  add_word_option(
      command, "--indifference", [&](const std::string& word) { return take_indifference(options, word); },
      "kn: the smallest difference that matters, in the unit of the output", "a number above 0", "X");
  add_confidence_option(command, options.confidence);
  command.add_option("--first-stage", options.first_stage, "Runs of each scenario before any is dropped (default: 10)")
      ->type_name("N")
      ->check(whole_number(2, 1'000'000));
  command.add_option("--max-replications", options.most, "kn: give up after so many runs of each scenario (default: 100000)")
      ->type_name("N")
      ->check(whole_number(2, 1'000'000));
  command.add_option("--budget", options.budget, "ocba: runs of all scenarios together")->type_name("N")->check(whole_number(4, 1'000'000));
}

}  // namespace

void add_select(CLI::App& program, Exit& code) {
  const auto options = std::make_shared<SelectOptions>();
  CLI::App* command = program.add_subcommand("select", "Find the best of several scenarios, with as few runs as that takes");
  add_candidate_options(*command, options->candidates);
  add_selection_options(*command, *options);
  add_work_options(*command, options->work, "runs/select-NAME-001, -002, ...");
  command->footer(
      "Examples:\n  ccmsim select a.yaml b.yaml c.yaml --output profit --indifference 50\n"
      "  ccmsim select a.yaml b.yaml c.yaml --output lead_time --lowest --procedure ocba --budget 200");
  command->callback([options, &code] { code = Select(*options).execute(); });
}

}  // namespace ccm
