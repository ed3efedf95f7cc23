#pragma once
/// Reports for tests of the command line.

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/cli/experiments.hpp"

namespace ccm::test {

/// A workplace in which every command that has a report is quickly done.
class Reporters : public Laboratory {
 public:
  /// The arguments of each command, without --out.
  static std::vector<std::string> commands() {
    return {"run small.yaml -r 2", "compare small.yaml --variant customers.takers.beta=1.6 -r 3 --output profit --output sales",
            "select small.yaml --variant customers.takers.beta=1.6 --output profit --indifference 1000 --first-stage 3",
            "plan small.yaml --pilot 3 --pilot-periods 60", "experiment grid.yaml -r 2 --set time.periods=3"};
  }

  /// The data that stand in a page.
  [[nodiscard]] nlohmann::json data_in(const std::string& page) const {
    const std::string text = file_text(*this / page), begin = "id=\"report-data\">";
    const std::size_t from = text.find(begin) + begin.size();
    return nlohmann::json::parse(text.substr(from, text.find("</script>", from) - from));
  }

  /// What `ccmsim report DIR --json` prints.
  [[nodiscard]] nlohmann::json data_of(const std::string& directory) const {
    return nlohmann::json::parse(ccmsim("report " + directory + " --json").out);
  }
};

}  // namespace ccm::test
