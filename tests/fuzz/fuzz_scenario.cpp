// Can any text make the readers of scenarios, problems and job shops do something else than load it or report its mistakes?

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "scenarios/load.hpp"
#include "scenarios/mistake.hpp"
#include "scenarios/problems/fjs.hpp"
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

void read_as_job_shop(const std::string& text) {
  try {
    check_job_shop(read_job_shop(text, "fuzz.fjs"));
  } catch (const ScenarioError&) {}
}

}  // namespace
}  // namespace ccm

/// What loads must load again from its effective.yaml, to the same scenario; a plant that is accepted has costs; and a job shop is one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  ccm::read_as_problem(text);
  ccm::read_as_job_shop(text);
  const auto first = ccm::effective(text);
  if (first && ccm::effective(*first) != first) std::abort();
  return 0;
}
