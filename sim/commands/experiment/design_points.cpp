// Which points does a design make?

#include "sim/commands/experiment/design_points.hpp"

#include <algorithm>

#include "analysis/designs/factorial.hpp"
#include "analysis/designs/latin_hypercube.hpp"
#include "analysis/designs/morris.hpp"
#include "analysis/designs/sobol.hpp"
#include "models/error.hpp"

namespace ccm {
namespace {

using Levels = std::vector<std::vector<std::size_t>>;
using Coordinates = std::vector<std::vector<double>>;

class Designer {
 public:
  explicit Designer(const Experiment& experiment) : factors_(experiment.factors) {}

  DesignPoints operator()(const GridDesign&) const { return at_levels(full_factorial(level_counts())); }
  DesignPoints operator()(const FullFactorialDesign&) const { return at_levels(full_factorial(level_counts())); }
  DesignPoints operator()(const FractionalFactorialDesign& design) const {
    std::vector<std::string> generators;
    for (const Located& generator : design.generators) generators.push_back(generator.text);
    return at_levels(fractional_factorial(factors_.size(), generators).points);
  }
  DesignPoints operator()(const ListDesign& design) const {
    Levels levels;
    for (const auto& point : design.points) levels.push_back(levels_of_values(design, point));
    return {design.points, levels};
  }
  DesignPoints operator()(const LatinHypercubeDesign& design) const {
    return at_coordinates(latin_hypercube(design.points, factors_.size(), design.seed));
  }
  DesignPoints operator()(const MorrisDesign& design) const {
    return at_coordinates(morris(design.trajectories, factors_.size(), design.seed, design.levels).points);
  }
  DesignPoints operator()(const SobolDesign& design) const { return at_coordinates(saltelli(design.base, factors_.size(), design.seed)); }

 private:
  [[nodiscard]] std::vector<std::size_t> level_counts() const {
    std::vector<std::size_t> counts;
    for (const Factor& factor : factors_) counts.push_back(factor.levels.size());
    return counts;
  }

  [[nodiscard]] DesignPoints at_levels(const Levels& levels) const {
    DesignPoints points{.levels = levels};
    for (const auto& point : levels) {
      points.values.emplace_back();
      for (std::size_t i = 0; i < point.size(); ++i) points.values.back().push_back(value_of(factors_[i], point[i]));
    }
    return points;
  }

  [[nodiscard]] DesignPoints at_coordinates(const Coordinates& coordinates) const {
    DesignPoints points;
    for (const auto& point : coordinates) {
      points.values.emplace_back();
      for (std::size_t i = 0; i < point.size(); ++i) points.values.back().push_back(value_at(factors_[i], point[i]));
    }
    return points;
  }

  /// Of a list: the values of a factor, in the order in which they first come.
  [[nodiscard]] std::vector<std::size_t> levels_of_values(const ListDesign& design, const std::vector<std::string>& point) const {
    std::vector<std::size_t> levels;
    for (std::size_t i = 0; i < point.size(); ++i) {
      std::vector<std::string> seen;
      for (const auto& other : design.points)
        if (std::ranges::find(seen, other[i]) == seen.end()) seen.push_back(other[i]);
      levels.push_back(static_cast<std::size_t>(std::ranges::find(seen, point[i]) - seen.begin()));
    }
    return levels;
  }

  const std::vector<Factor>& factors_;
};

Mark place_of(const Experiment& experiment) {
  const auto* fractional = std::get_if<FractionalFactorialDesign>(&experiment.design);
  return fractional && !fractional->generators.empty() ? fractional->generators.front().where : experiment.where;
}

}  // namespace

DesignPoints design_points(const Experiment& experiment) {
  try {
    return std::visit(Designer(experiment), experiment.design);
  } catch (const ModelError& error) {
    throw ScenarioError({{place_of(experiment), error.what(), ""}});
  }
}

}  // namespace ccm
