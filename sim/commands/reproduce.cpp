// ccmsim reproduce: what does a paper print, what did it really compute, and what is right?

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenarios/mistake.hpp"
#include "sim/commands/command.hpp"
#include "sim/commands/qamar_case_study.hpp"

namespace ccm {
namespace {

/// A paper whose case study can be reproduced.
struct Paper {
  std::string_view name;
  std::string_view title;
  std::string (*page)();
  Json (*document)();
};

constexpr Paper papers[] = {{"qamar_2023", "Qamar and Aziz (2023): Tables 1 and 3, Fig. 2", qamar_page, qamar_document}};

std::string papers_text() {
  std::string text = "Papers:\n";
  for (const Paper& paper : papers) text += fmt::format("  {:<12} {}\n", paper.name, paper.title);
  return text;
}

Exit reproduce(const std::string& name, bool json) {
  std::vector<std::string> known;
  for (const Paper& paper : papers) {
    known.emplace_back(paper.name);
    if (paper.name != name) continue;
    print(json ? paper.document().dump(2) + "\n" : paper.page());
    return Exit::ok;
  }
  tell(fmt::format("ccmsim: error: there is no paper {}{}\n  Known: {}.\n", in_quotes(name), did_you_mean(name, known),
                   fmt::join(known, ", ")));
  return Exit::wrong_input;
}

}  // namespace

void add_reproduce(CLI::App& program, Exit& code) {
  struct Options {
    std::string paper = "qamar_2023";
    bool json = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("reproduce", "A paper's case study: what it prints, and the right numbers beside it");
  command->add_option("PAPER", options->paper, "Which paper; qamar_2023 without one");
  command->add_flag("--json", options->json, "One JSON document instead of the page");
  command->footer(papers_text() + "\nExample:\n  ccmsim reproduce qamar_2023");
  command->callback([options, &code] { code = reproduce(options->paper, options->json); });
}

}  // namespace ccm
