// Do the keys of an experiment file fit together?

#include "scenarios/experiments/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "scenarios/experiments/experiment_keys.hpp"

namespace ccm {
namespace {

void check_source(const ExperimentSpec& spec, Reader& reader) {
  if (spec.scenario && spec.generator)
    reader.mistake(spec.generator->where, "an experiment has a 'scenario' or a 'generator', not both", "Take one of them out.");
  if (!spec.scenario && !spec.generator)
    reader.mistake(reader.mark_of(".experiment"), "an experiment needs the key 'scenario'",
                   "The scenario that is simulated; or 'generator', whose problems are solved.");
}

void check_replications(const ExperimentSpec& spec, Reader& reader) {
  if (spec.antithetic && spec.replications % 2 != 0)
    reader.mistake(reader.mark_of(".replications"), fmt::format("antithetic pairs cannot make {} replications", spec.replications),
                   fmt::format("Write an even number such as {}.", spec.replications + 1));
}

void check_outputs(const ExperimentSpec& spec, Reader& reader) {
  std::map<std::string, Mark> known;
  for (const Located& output : spec.outputs) {
    const auto [first, is_new] = known.emplace(output.text, output.where);
    if (!is_new)
      reader.mistake(output.where, fmt::format("the output {} is given twice", in_quotes(output.text)),
                     fmt::format("It stands already in line {}.", first->second.line));
  }
}

/// How many points each design makes; in floating point, as it may be beyond all integers.
struct PointCount {
  const ExperimentSpec& spec;

  double operator()(const GridDesign&) const {
    double points = 1;
    for (const FactorSpec& factor : spec.factors) points *= static_cast<double>(factor.levels.size());
    return points;
  }
  double operator()(const ListSpec& list) const { return static_cast<double>(list.points.size()); }
  double operator()(const FullFactorialDesign&) const { return std::exp2(factors()); }
  double operator()(const FractionalFactorialDesign& fraction) const {
    return std::exp2(factors() - static_cast<double>(fraction.generators.size()));
  }
  double operator()(const LatinHypercubeDesign& cube) const { return static_cast<double>(cube.points); }
  double operator()(const MorrisDesign& morris) const { return static_cast<double>(morris.trajectories) * (factors() + 1); }
  double operator()(const SobolDesign& sobol) const { return static_cast<double>(sobol.base) * (factors() + 2); }

 private:
  [[nodiscard]] double factors() const { return static_cast<double>(spec.factors.size()); }
};

void check_size(const ExperimentSpec& spec, Reader& reader) {
  const double points = std::visit(PointCount{spec}, spec.design);
  if (points > static_cast<double>(most_points))
    reader.mistake(reader.mark_of(".design"), fmt::format("{:.6g} points are more than the limit of {}", points, most_points),
                   "Use fewer levels or factors, or a design that needs fewer points.");
}

void check_point(const PointSpec& point, const ExperimentSpec& spec, Reader& reader) {
  for (std::size_t i = 0; i < spec.factors.size(); ++i)
    if (in_order(point, spec.factors)[i].empty())
      reader.mistake(point.where, fmt::format("this point has no value for the factor {}", in_quotes(spec.factors[i].name)),
                     "Every point gives every factor a value.");
}

void check_list(const ExperimentSpec& spec, Reader& reader) {
  const ListSpec* list = std::get_if<ListSpec>(&spec.design);
  if (!list) return;
  std::map<std::vector<std::string>, Mark> known;
  for (const PointSpec& point : list->points) {
    check_point(point, spec, reader);
    const auto [first, is_new] = known.emplace(in_order(point, spec.factors), point.where);
    if (!is_new) reader.mistake(point.where, "this point is given twice", fmt::format("It stands already in line {}.", first->second.line));
  }
}

}  // namespace

std::vector<std::string> in_order(const PointSpec& point, const std::vector<FactorSpec>& factors) {
  std::vector<std::string> values;
  for (const FactorSpec& factor : factors) {
    const auto found = std::ranges::find(point.values, factor.name, &std::pair<std::string, std::string>::first);
    values.push_back(found == point.values.end() ? "" : found->second);
  }
  return values;
}

void check(const ExperimentSpec& spec, Reader& reader) {
  check_source(spec, reader);
  check_replications(spec, reader);
  check_factors(spec, reader);
  check_list(spec, reader);
  check_size(spec, reader);
  check_outputs(spec, reader);
}

}  // namespace ccm
