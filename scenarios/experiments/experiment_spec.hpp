#pragma once
/// What an experiment file says, in the file's own words. The member initialisers are the defaults.

#include "scenarios/experiments/experiment.hpp"

namespace ccm {

/// Whether equal steps of a range are equal differences or equal ratios.
enum class Scale { linear, log };

/// The two ends of a range, which have the same unit.
struct RangeEnds {
  double low = 0;
  double high = 0;
  std::string unit;
};

struct FactorSpec {
  std::string name;
  std::optional<Located> key;
  std::vector<Located> keys;
  std::vector<Located> levels;
  std::optional<RangeEnds> range;
  Scale scale = Scale::linear;
  bool whole = false;
};

/// One point of a list: the value of each factor that it names.
struct PointSpec {
  Mark where;
  std::vector<std::pair<std::string, std::string>> values;
};
struct ListSpec {
  std::vector<PointSpec> points;
};

using DesignSpec =
    std::variant<GridDesign, ListSpec, FullFactorialDesign, FractionalFactorialDesign, LatinHypercubeDesign, MorrisDesign, SobolDesign>;

struct ExperimentSpec {
  std::int64_t experiment = 1;
  std::string name;
  std::optional<Located> scenario, generator;
  std::optional<std::uint64_t> seed;
  std::vector<Located> settings;
  std::size_t replications = 1;
  Chance chance = Chance::common;
  bool antithetic = false;
  std::vector<FactorSpec> factors;
  DesignSpec design;
  std::vector<Located> outputs;
};

}  // namespace ccm
