// How do the results of a command appear?

#include "sim/commands/compare/work_results.hpp"

#include <fmt/format.h>

#include "sim/commands/command.hpp"

namespace ccm {

WorkResults::WorkResults(const WorkOptions& options, const std::string& stem)
    : options_(options), directory_(options.out, stem, options.force) {
  for (const std::string& leftover : directory_.removed_leftovers())
    tell(fmt::format("ccmsim: removed '{}', left by a run that was killed\n", leftover));
}

void WorkResults::publish(const nlohmann::ordered_json& document, const std::string& page) {
  directory_.publish();
  const std::string target = directory_.target().string();
  nlohmann::ordered_json whole = {{"directory", target}};
  whole.update(document);
  try {
    if (options_.json)
      print(whole.dump(2) + "\n");
    else if (!options_.quiet)
      print(fmt::format("{}\nResults: {}\n", page, target));
  } catch (const std::system_error& error) {
    throw std::system_error(error.code(),
                            fmt::format("the results are in '{}', but the summary cannot be written to standard output", target));
  }
}

}  // namespace ccm
