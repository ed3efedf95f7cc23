// Which files does an experiment leave?

#include "sim/commands/experiment/experiment_files.hpp"

#include "sim/commands/experiment/experiment_record.hpp"
#include "sim/commands/experiment/sensitivity_results.hpp"
#include "sim/commands/report/report_document.hpp"
#include "sim/results/manifest.hpp"
#include "sim/results/text_file.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;

struct Analyst {
  const Study& study;
  const StudyValues& values;
  std::optional<std::size_t> interactions;

  StudyAnalysis operator()(const GridDesign&) const { return factorial_analysis(study, values, interactions); }
  StudyAnalysis operator()(const FullFactorialDesign&) const { return factorial_analysis(study, values, interactions); }
  StudyAnalysis operator()(const FractionalFactorialDesign&) const { return factorial_analysis(study, values, interactions); }
  StudyAnalysis operator()(const MorrisDesign& design) const { return morris_analysis(study, values, design); }
  StudyAnalysis operator()(const SobolDesign& design) const { return sobol_analysis(study, values, design); }
  StudyAnalysis operator()(const ListDesign&) const { return {}; }
  StudyAnalysis operator()(const LatinHypercubeDesign&) const { return {}; }
};

StudyValues write_runs(const Study& study, const ExperimentStore& store) {
  NewFile file(store.directory() / "runs.csv");
  const auto head = run_head(study);
  file.write(csv_line({head.begin(), head.end()}));
  auto values = read_values(study, store, [&](const RunRow& row) { file.write(csv_line(run_cells(study, row))); });
  file.publish();
  return values;
}

}  // namespace

ExperimentResults write_results(const Study& study, ExperimentStore& store, std::optional<std::size_t> interactions, bool report) {
  StudyValues values = write_runs(study, store);
  ExperimentResults results{values.finished, std::move(values.failures), point_summary(study, values),
                            std::visit(Analyst{study, values, interactions}, study.experiment().design)};
  const fs::path& directory = store.directory();
  write_text(directory / "summary.csv", to_csv(results.summary));
  for (const ResultTable& table : results.analysis.tables) write_text(directory / (table.name + ".csv"), to_csv(table));
  write_experiment_files(directory, study);
  store.settle();
  write_manifest(directory, {{"command", "experiment"},
                             {"experiment", experiment_record(study, results.analysis, interactions)},
                             {"points", study.points()},
                             {"replications", study.experiment().replications},
                             {"runs", {{"finished", results.finished}, {"failed", results.failures.size()}}}});
  fs::remove(directory / "report.html");
  if (report) write_report(directory);
  return results;
}

void remove_results(const fs::path& directory) {
  for (const auto& entry : fs::directory_iterator(directory))
    if (entry.path().extension() == ".csv") fs::remove(entry.path());
  for (const char* name : {"manifest.json", "experiment.yaml", "scenario.yaml", "report.html"}) fs::remove(directory / name);
}

}  // namespace ccm
