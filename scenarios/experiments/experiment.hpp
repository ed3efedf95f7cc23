#pragma once
/// Experiment files: which points of a scenario are simulated, how often, and which outputs are looked at.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "scenarios/mistake.hpp"

namespace ccm {

/// A text of the file with its place, for checks that need what this library does not see.
struct Located {
  std::string text;
  Mark where;
};

/// The values from `low` to `high`, in the unit that the file gives.
struct FactorRange {
  double low = 0;
  double high = 0;
  std::string unit;  // "ms"; empty for bare numbers
  bool log = false;  // equal steps are equal ratios
  bool whole = false;
};

/// What is varied: the keys that are set together, and either their levels or their range.
struct Factor {
  std::string name;
  Mark where;
  std::vector<Located> keys;        // at least one
  std::vector<std::string> levels;  // YAML text of each, in one line; empty if there is a range
  std::optional<FactorRange> range;
};

/// Every combination of all levels.
struct GridDesign {};
/// The points that the file lists: per point the level text of each factor, in the order of the factors.
struct ListDesign {
  std::vector<std::vector<std::string>> points;
};
/// Every combination of two levels each.
struct FullFactorialDesign {};
/// A fraction of the two-level combinations: generators such as "E=ABC".
struct FractionalFactorialDesign {
  std::vector<Located> generators;
};
struct LatinHypercubeDesign {
  std::size_t points = 0;
  std::uint64_t seed = 1;
};
struct MorrisDesign {
  std::size_t trajectories = 0;
  std::size_t levels = 4;
  std::uint64_t seed = 1;
};
struct SobolDesign {
  std::size_t base = 0;
  std::size_t bootstrap = 1000;
  std::uint64_t seed = 1;
};

using Design =
    std::variant<GridDesign, ListDesign, FullFactorialDesign, FractionalFactorialDesign, LatinHypercubeDesign, MorrisDesign, SobolDesign>;

/// Its word in the file: "grid", "morris".
[[nodiscard]] const std::string& design_name(const Design& design);

/// Whether replication r of every point shares its chance.
enum class Chance { common, independent };

struct Experiment {
  std::string name;
  Mark where;                         // of the file's map
  std::optional<Located> scenario;    // path, as one can open it; either this
  std::optional<Located> generator;   // or the name of a generator of problems
  std::optional<std::uint64_t> seed;  // of the simulations; the scenario's if left out
  std::vector<Located> settings;      // "path=value", for every point
  std::size_t replications = 1;
  Chance chance = Chance::common;
  bool antithetic = false;
  std::vector<Factor> factors;
  Design design;
  std::vector<Located> outputs;  // the first is the main one
};

/// Reads an experiment file. Throws ScenarioError with every mistake.
/// Tested by: tests/scenarios/experiment_test.cpp, tests/errors/experiment_messages_test.cpp.
[[nodiscard]] Experiment load_experiment(const std::string& path);

/// The same for a text in memory; `name` is its path, from whose folder that of the scenario begins.
[[nodiscard]] Experiment load_experiment_text(const std::string& text, const std::string& name);

/// Whether the file says that it is an experiment and no scenario or problem; false if it cannot be read.
[[nodiscard]] bool is_experiment_file(const std::string& path);

/// The value of the factor at coordinate u in [0, 1], as YAML text. Of a range: low + u (high - low), or low (high/low)^u if it is log,
/// rounded if it is whole, with its unit, in the shortest decimals that read back as the same number. Of levels: number
/// min(floor(u L), L - 1). Throws ModelError if u is outside [0, 1].     Tested by: tests/scenarios/experiment_test.cpp.
[[nodiscard]] std::string value_at(const Factor& factor, double u);

/// The value of that level, numbered from 0. Throws ModelError if there is no such level.
[[nodiscard]] const std::string& value_of(const Factor& factor, std::size_t level);

/// The settings of one point, for load_scenario: those of every point, then each factor's value at each of its keys, then the seed.
/// `values` are in the order of the factors; throws ModelError if there are more or fewer.
/// Tested by: tests/scenarios/experiment_test.cpp.
[[nodiscard]] std::vector<std::string> settings_of(const Experiment& experiment, const std::vector<std::string>& values);

/// Loads the scenario at points that show every value: those of a list, or each value of one factor with the first values of the others.
/// Throws ScenarioError with every mistake, such as a key that is not there or a value that it cannot have. The same for the parameters
/// of a generator, and its outputs; those of scenarios are checked where they are known.
/// Tested by: tests/scenarios/experiment_test.cpp, tests/errors/experiment_messages_test.cpp.
void check_points(const Experiment& experiment);

}  // namespace ccm
