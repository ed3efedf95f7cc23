// Can any text make the scenario reader do something else than load it or report its mistakes?

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "scenarios/load.hpp"
#include "scenarios/mistake.hpp"

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

}  // namespace
}  // namespace ccm

/// What loads must load again from its effective.yaml, to the same scenario.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto first = ccm::effective({reinterpret_cast<const char*>(data), size});
  if (first && ccm::effective(*first) != first) std::abort();
  return 0;
}
