// How do the results of a command appear?

#include "sim/commands/compare/work_results.hpp"

#include <fmt/format.h>

#include "sim/commands/command.hpp"
#include "sim/commands/report/report_document.hpp"

namespace ccm {

WorkResults::WorkResults(const WorkOptions& options, const std::string& stem)
    : options_(options), directory_(options.out, stem, options.force) {
  for (const std::string& leftover : directory_.removed_leftovers())
    tell(fmt::format("ccmsim: removed '{}', left by a run that was killed\n", leftover));
}

void WorkResults::publish(const nlohmann::ordered_json& document, const std::string& page) {
  if (options_.report) write_report(directory_.working());
  directory_.publish();
  const std::string target = directory_.target().string();
  nlohmann::ordered_json whole = {{"directory", target}};
  whole.update(document);
  try {
    if (options_.json)
      print(whole.dump(2) + "\n");
    else if (!options_.quiet)
      print(fmt::format("{}\n{}", page, place_of_results(target, options_.report)));
  } catch (const std::system_error& error) {
    throw std::system_error(error.code(),
                            fmt::format("the results are in '{}', but the summary cannot be written to standard output", target));
  }
}

}  // namespace ccm
