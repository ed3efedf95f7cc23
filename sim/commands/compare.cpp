// ccmsim compare: what difference does it make?

#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "sim/commands/compare/comparison.hpp"
#include "sim/commands/compare/work_results.hpp"
#include "sim/results/text_file.hpp"

namespace ccm {
namespace {

struct CompareOptions {
  CandidateOptions candidates;
  WorkOptions work;
  std::vector<std::string> outputs;
  std::size_t replications = 20;
  double confidence = 0.95;
};

class Compare {
 public:
  explicit Compare(const CompareOptions& options)
      : options_(options),
        candidates_(candidates_of(options.candidates)),
        outputs_(options.outputs.empty() ? usual_outputs() : outputs_named(options.outputs, candidates_)) {}

  Exit execute() {
    if (options_.work.dry_run) return print(fmt::format("{}\n{} runs\nNothing was simulated.\n", heading(), count())), Exit::ok;
    WorkResults results(options_.work, "compare-" + std::filesystem::path(options_.candidates.files.front()).stem().string());
    const Conducted how = simulate();
    runs_.tell_failures(how, fmt::format("of {} runs", count()));
    const Exit code = runs_.code(how);
    if (code != Exit::wrong_input && !runs_.finished().empty()) leave(results);
    return code;
  }

 private:
  [[nodiscard]] std::size_t count() const { return candidates_.size() * options_.replications; }

  [[nodiscard]] std::string heading() const {
    return fmt::format("{}\n{}, {} replications that share their chance", candidates_.front().scenario().name, list_of(candidates_),
                       options_.replications);
  }

  /// Replication by replication, so that an interruption leaves pairs.
  Conducted simulate() {
    const auto workforce = local_workforce(options_.work.jobs, ScenarioRuns(variants_of(candidates_), outputs_, {}));
    ProgressLine line(options_.work.progress, count(), "runs");
    std::size_t started = 0;
    const RunPlan plan{[&]() -> std::optional<RunId> {
                         if (started == count()) return std::nullopt;
                         const std::size_t number = started++;
                         return RunId{number % candidates_.size() + 1, static_cast<std::int64_t>(number / candidates_.size()) + 1};
                       },
                       [&](const RunAnswer& answer) { runs_.hear(answer); },
                       [&](double shares) {
                         const auto heard = runs_.heard();
                         line.show((static_cast<double>(heard) + shares) / static_cast<double>(count()), heard);
                       }};
    return conduct(*workforce, plan);
  }

  void leave(WorkResults& results) const {
    const Comparison comparison =
        comparison_of(runs_, outputs_, !options_.outputs.empty(), candidates_.front().scenario().currency,
                      {.scenarios = candidates_.size(), .replications = options_.replications, .confidence = options_.confidence});
    const ResultTable table = table_of(comparison);
    write_text(results.working() / "comparison.csv", to_csv(table));
    write_candidates(
        results.working(), candidates_, table_of(runs_, outputs_), "compare",
        {{"arguments", {{"outputs", options_.outputs}, {"replications", options_.replications}, {"confidence", options_.confidence}}}});
    results.publish({{"scenarios", json_of(candidates_)},
                     {"seed", candidates_.front().scenario().seed},
                     {"replications", options_.replications},
                     {"confidence", options_.confidence},
                     {"narrowing", narrowing_json(comparison)},
                     {"comparison", to_json(table)}},
                    heading() + "\n" + page_of(comparison));
  }

  const CompareOptions& options_;
  std::vector<Candidate> candidates_;
  std::vector<NamedOutput> outputs_;
  CandidateRuns runs_;
};

}  // namespace

void add_compare(CLI::App& program, Exit& code) {
  const auto options = std::make_shared<CompareOptions>();
  CLI::App* command = program.add_subcommand("compare", "Compare scenarios with the first of them, under the same chance");
  add_candidate_options(*command, options->candidates);
  let_repeat(*command
                  ->add_option("--output", options->outputs,
                               "Compare this output, e.g. profit or surplus.bargainer (default: all of the whole run); may be repeated")
                  ->type_name("NAME"));
  command->add_option("-r,--replications", options->replications, "Runs of each scenario (default: 20)")
      ->type_name("N")
      ->check(whole_number(2, 1'000'000));
  add_confidence_option(*command, options->confidence);
  add_work_options(*command, options->work, "runs/compare-NAME-001, -002, ...");
  command->footer(
      "Examples:\n  ccmsim compare a.yaml b.yaml c.yaml --output profit --output surplus.bargainer\n"
      "  ccmsim compare scenarios/02_three_customer_types.yaml --variant minifactories.workshop.pricing.strategy=uniform");
  command->callback([options, &code] { code = Compare(*options).execute(); });
}

}  // namespace ccm
