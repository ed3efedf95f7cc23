// Which classes do values fall into?

#include "analysis/report/histogram.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/report/rows.hpp"

namespace ccm::report {
namespace {

constexpr double classes_at_most = 20;

/// The smallest of 1, 2, 5, 10, ... times a power of ten that is not less.
double round_width(double width) {
  const double power = std::pow(10, std::floor(std::log10(width)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= width * (1 - 1e-9)) return factor * power;
  return 10 * power;
}

struct Classes {
  double first = 0, width = 1;  // lowest edge, in widths
  std::size_t count = 1;
};

Classes classes_of(const std::vector<double>& values) {
  const auto [low, high] = std::ranges::minmax(values);
  const double span = high > low ? high - low : std::max(std::abs(high), 1.0);
  Classes classes{.width = round_width(span / classes_at_most)};
  classes.first = std::floor(low / classes.width);
  classes.count = static_cast<std::size_t>(std::max(1.0, std::ceil(high / classes.width) - classes.first));
  return classes;
}

}  // namespace

Json histogram(const std::vector<double>& values, double runs) {
  if (values.empty()) return {{"edges", Json::array()}, {"count", Json::array()}};
  const Classes classes = classes_of(values);
  std::vector<double> edges, counts(classes.count);
  for (std::size_t i = 0; i <= classes.count; ++i) edges.push_back(rounded((classes.first + static_cast<double>(i)) * classes.width, 12));
  for (const double value : values) {
    const double place = std::floor(value / classes.width - classes.first);
    ++counts[std::min(static_cast<std::size_t>(std::max(place, 0.0)), classes.count - 1)];
  }
  for (double& count : counts) count /= runs;
  return {{"edges", edges}, {"count", counts}};
}

Json frequencies(const std::map<std::int64_t, std::int64_t>& counts, double runs) {
  Json values = Json::array(), numbers = Json::array();
  for (const auto& [value, count] : counts) {
    values.push_back(value);
    numbers.push_back(static_cast<double>(count) / runs);
  }
  return {{"value", std::move(values)}, {"count", std::move(numbers)}};
}

}  // namespace ccm::report
