// Which factors matter, and which of them not just by a straight line?

#include "analysis/designs/morris.hpp"

#include <cmath>
#include <string>

#include "analysis/designs/permutation.hpp"
#include "models/error.hpp"
#include "models/random.hpp"

namespace ccm {
namespace {

/// Levels are counted from 0; a step is `half` = p/2 of them up or down.
struct Walk {
  std::vector<std::size_t> level;
  std::vector<bool> up;
};

Walk random_start(std::size_t factors, std::size_t half, RandomStream& stream) {
  Walk walk;
  for (std::size_t factor = 0; factor < factors; ++factor) {
    walk.up.push_back(stream.index(2) == 1);
    walk.level.push_back(stream.index(half) + (walk.up.back() ? 0 : half));
  }
  return walk;
}

void step(Walk& walk, std::size_t factor, std::size_t half) {
  std::size_t& level = walk.level[factor];
  level = walk.up[factor] ? level + half : level - half;
}

std::vector<double> coordinates(const Walk& walk, std::size_t levels) {
  std::vector<double> point;
  for (const std::size_t level : walk.level) point.push_back(static_cast<double>(level) / static_cast<double>(levels - 1));
  return point;
}

void append_trajectory(MorrisTrajectories& design, std::size_t factors, std::size_t levels, RandomStream stream) {
  Walk walk = random_start(factors, levels / 2, stream);
  design.points.push_back(coordinates(walk, levels));
  for (const std::size_t factor : random_permutation(factors, stream)) {
    step(walk, factor, levels / 2);
    design.points.push_back(coordinates(walk, levels));
    design.changed.push_back(factor);
  }
}

std::vector<double> magnitudes(std::vector<double> effects) {
  for (double& effect : effects) effect = std::abs(effect);
  return effects;
}

/// By factor: the effect of each trajectory.
std::vector<std::vector<double>> effects_by_factor(const MorrisTrajectories& design, const std::vector<double>& values) {
  const std::size_t factors = design.points.front().size();
  std::vector<std::vector<double>> effects(factors);
  for (std::size_t i = 0; i < design.changed.size(); ++i) {
    const std::size_t factor = design.changed[i];
    const std::size_t before = i + i / factors;  // each trajectory has one point more than steps
    const double moved = design.points[before + 1][factor] - design.points[before][factor];
    effects[factor].push_back((values[before + 1] - values[before]) / moved);
  }
  return effects;
}

}  // namespace

MorrisTrajectories morris(std::size_t trajectories, std::size_t factors, std::uint64_t seed, std::size_t levels) {
  require(trajectories > 0 && factors > 0, "morris: there must be trajectories and factors");
  require(levels >= 2 && levels % 2 == 0, "morris: the number of levels must be even");
  MorrisTrajectories design;
  for (std::size_t t = 1; t <= trajectories; ++t)
    append_trajectory(design, factors, levels, RandomStream(seed, 1, "design", "morris/" + std::to_string(t)));
  return design;
}

std::vector<ElementaryEffects> elementary_effects(const MorrisTrajectories& design, const std::vector<double>& values, double confidence) {
  require(!values.empty() && values.size() == design.points.size(), "elementary_effects: there must be one value per point of the design");
  std::vector<ElementaryEffects> result;
  for (const std::vector<double>& effects : effects_by_factor(design, values))
    result.push_back({.mu = estimate(effects, confidence), .mu_star = estimate(magnitudes(effects), confidence)});
  return result;
}

}  // namespace ccm
