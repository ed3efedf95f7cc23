// ccmsim reproduce: what does a paper print, what did it really compute, and what is right?

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <optional>

#include "scenarios/mistake.hpp"
#include "sim/commands/command.hpp"
#include "sim/commands/qamar_case_study.hpp"
#include "sim/commands/qamar_factorial/qamar_factorial.hpp"
#include "sim/results/run_directory.hpp"
#include "sim/results/text_file.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;

/// A study of a paper that can be reproduced.
struct Paper {
  std::string_view name;
  std::string_view title;
  std::string (*page)();
  Json (*document)();
  std::vector<ResultTable> (*tables)();  // data of its figures and tables
};

constexpr Paper papers[] = {
    {"qamar_2023", "Qamar and Aziz (2023): Tables 1 and 3, Figs. 2 and 3", qamar_page, qamar_document, qamar_tables},
    {"qamar_2023_factorial", "Qamar and Aziz (2023): the 64 problems of Tables 4 and 5, Figs. 4 and 5", qamar_factorial_page,
     qamar_factorial_document, qamar_factorial_tables}};

struct ReproduceOptions {
  std::string paper = "qamar_2023";
  std::optional<std::string> out;
  bool json = false, force = false;
};

std::string papers_text() {
  std::string text = "Papers:\n";
  for (const Paper& paper : papers) text += fmt::format("  {:<20} {}\n", paper.name, paper.title);
  return text;
}

/// Throws DirectoryError, before anything is written, if one of the files is there and may not be replaced.
void write_tables(const std::vector<ResultTable>& tables, const fs::path& directory, bool force) {
  const auto path_of = [&](const ResultTable& table) { return directory / (table.name + ".csv"); };
  for (const ResultTable& table : tables)
    if (!force && fs::exists(path_of(table)))
      throw DirectoryError(fmt::format("'{}' exists; choose another --out, or replace it with --force", path_of(table).string()));
  std::error_code problem;
  fs::create_directories(directory, problem);
  if (problem) throw DirectoryError(fmt::format("cannot make the directory '{}': {}", directory.string(), problem.message()));
  for (const ResultTable& table : tables) write_text(path_of(table), to_csv(table));
}

Exit show(const Paper& paper, const ReproduceOptions& options) {
  if (options.out) write_tables(paper.tables(), *options.out, options.force);
  print(options.json ? paper.document().dump(2) + "\n" : paper.page());
  return Exit::ok;
}

Exit reproduce(const ReproduceOptions& options) {
  std::vector<std::string> known;
  for (const Paper& paper : papers) {
    known.emplace_back(paper.name);
    if (paper.name == options.paper) return show(paper, options);
  }
  tell(fmt::format("ccmsim: error: there is no paper {}{}\n  Known: {}.\n", in_quotes(options.paper), did_you_mean(options.paper, known),
                   fmt::join(known, ", ")));
  return Exit::wrong_input;
}

}  // namespace

void add_reproduce(CLI::App& program, Exit& code) {
  const auto options = std::make_shared<ReproduceOptions>();
  CLI::App* command = program.add_subcommand("reproduce", "A paper's case study: what it prints, and the right numbers beside it");
  command->add_option("PAPER", options->paper, "Which paper; qamar_2023 without one");
  command->add_flag("--json", options->json, "One JSON document instead of the page");
  command->add_option("--out", options->out, "Directory for the data of its figures and tables, as CSV files")->type_name("DIR");
  command->add_flag("--force", options->force, "Replace files that are there");
  command->footer(papers_text() + "\nExamples:\n  ccmsim reproduce qamar_2023\n  ccmsim reproduce qamar_2023_factorial --out figures");
  command->callback([options, &code] { code = reproduce(*options); });
}

}  // namespace ccm
