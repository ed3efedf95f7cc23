#pragma once
/// From a file to a checked scenario.

#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario.hpp"

namespace ccm {

/// A scenario with the texts that a run keeps.
struct LoadedScenario {
  std::string path;
  std::string text;       // the exact bytes of the file
  std::string effective;  // YAML with every default filled in and everything unfolded; loads to the same scenario
  Scenario scenario;

  /// What loading the effective text gives: the files that it names are relative to the scenario file, not to the working directory.
  [[nodiscard]] Scenario as_written() const;

  std::optional<std::string> platform;  // as written
};

/// Reads, unfolds, types and checks a scenario file. `settings` are --set arguments ("path=value"), applied in order.
/// Throws ScenarioError with every mistake.
[[nodiscard]] LoadedScenario load_scenario(const std::string& path, const std::vector<std::string>& settings = {});

/// The same for a text in memory.
[[nodiscard]] LoadedScenario load_scenario_text(const std::string& text, const std::string& name,
                                                const std::vector<std::string>& settings = {});

}  // namespace ccm
