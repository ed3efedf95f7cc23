// Which settings make one point of an experiment?

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/error.hpp"
#include "scenarios/dimension.hpp"
#include "scenarios/experiments/experiment.hpp"

namespace ccm {
namespace {

double number_at(const FactorRange& range, double u) {
  const double number =
      range.log ? std::min(range.high, range.low * std::pow(range.high / range.low, u)) : std::lerp(range.low, range.high, u);
  return u < 1 ? number : range.high;
}

std::string text_at(const FactorRange& range, double u) {
  const double number = number_at(range, u);
  const std::string digits = range.whole ? std::to_string(std::llround(number)) : number_text(number);
  return range.unit.empty() ? digits : digits + " " + range.unit;
}

}  // namespace

std::string value_at(const Factor& factor, double u) {
  require(u >= 0 && u <= 1, "value_at: the coordinate must lie in [0, 1]");
  if (factor.range) return text_at(*factor.range, u);
  const std::size_t count = factor.levels.size();
  return value_of(factor, std::min(static_cast<std::size_t>(u * static_cast<double>(count)), count - 1));
}

const std::string& value_of(const Factor& factor, std::size_t level) {
  require(level < factor.levels.size(), "value_of: the factor has no such level");
  return factor.levels[level];
}

std::vector<std::string> settings_of(const Experiment& experiment, const std::vector<std::string>& values) {
  require(values.size() == experiment.factors.size(), "settings_of: one value per factor");
  std::vector<std::string> settings;
  for (const Located& setting : experiment.settings) settings.push_back(setting.text);
  for (std::size_t i = 0; i < values.size(); ++i)
    for (const Located& key : experiment.factors[i].keys) settings.push_back(key.text + "=" + values[i]);
  if (experiment.seed) settings.push_back(fmt::format("seed={}", *experiment.seed));
  return settings;
}

}  // namespace ccm
