// Is a number as it should be?

#include "sim/commands/verify/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

#include "analysis/statistics.hpp"

namespace ccm {

bool passes(const Check& check) {
  const double above = check.obtained - check.expected;
  return (check.relation == Relation::equal ? std::abs(above) : above) <= check.tolerance.value;
}

Tolerance floating_point(double expected) { return {1e-9 * std::max(1.0, std::abs(expected)), "floating point"}; }

Tolerance last_printed_digit(const std::string& printed) {
  const std::size_t point = printed.find('.');
  const std::size_t decimals = point == std::string::npos ? 0 : printed.size() - point - 1;
  return {std::pow(10.0, -static_cast<double>(decimals)), "last printed digit"};
}

Check mean_check(std::string name, double expected, const std::vector<double>& runs, std::string source) {
  const Estimate mean = estimate(runs, 0.99);
  return {
      std::move(name), expected, mean.mean, {mean.half_width.value_or(0), fmt::format("99 % of {} runs", runs.size())}, std::move(source)};
}

Check bound_check(std::string name, const std::vector<double>& bounds, const std::vector<double>& runs, std::string source) {
  std::vector<double> above;
  std::ranges::transform(runs, bounds, std::back_inserter(above), std::minus{});
  const Estimate excess = estimate(above, 0.99);
  const double bound = estimate(bounds, 0.99).mean;
  return {std::move(name),     bound,
          bound + excess.mean, {-excess.half_width.value_or(0), fmt::format("99 % of {} runs", runs.size())},
          std::move(source),   Relation::at_most};
}

}  // namespace ccm
