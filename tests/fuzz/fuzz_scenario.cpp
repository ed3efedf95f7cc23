// Can any text make the reader of scenarios and problems do something else than load it or report its mistakes?

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "scenarios/load.hpp"
#include "scenarios/mistake.hpp"
#include "scenarios/problems/problem.hpp"

namespace ccm {
namespace {

/// effective.yaml of the text; nothing if the text has mistakes.
std::optional<std::string> effective(const std::string& text) {
  try {
    return load_scenario_text(text, "fuzz.yaml").effective;
  } catch (const ScenarioError&) {
    return std::nullopt;
  }
}

void read_as_problem(const std::string& text) {
  try {
    const Problem problem = load_problem_text(text, "fuzz.yaml");
    if (const auto* task = std::get_if<MfcaTask>(&problem)) static_cast<void>(plant_costs(task->centres, task->carry));
  } catch (const ScenarioError&) {}
}

}  // namespace
}  // namespace ccm

/// What loads must load again from its effective.yaml, to the same scenario; and a plant that is accepted has costs.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  ccm::read_as_problem(text);
  const auto first = ccm::effective(text);
  if (first && ccm::effective(*first) != first) std::abort();
  return 0;
}
