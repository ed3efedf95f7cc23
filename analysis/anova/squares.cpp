// How much do numbers vary along each set of directions?

#include "analysis/anova/squares.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

#include "models/error.hpp"

namespace ccm {

namespace {

/// One line of the table: `size` values, `stride` apart.
void into_contrasts(double* values, std::size_t size, std::size_t stride) {
  double mean = values[0];
  for (std::size_t j = 1; j < size; ++j) {
    const auto before = static_cast<double>(j);
    const double difference = values[j * stride] - mean;
    values[j * stride] = std::sqrt(before / (before + 1)) * difference;
    mean += difference / (before + 1);
  }
  values[0] = mean;
}

void along_one_direction(std::vector<double>& values, std::size_t size, std::size_t stride) {
  for (std::size_t block = 0; block < values.size(); block += size * stride)
    for (std::size_t line = 0; line < stride; ++line) into_contrasts(&values[block + line], size, stride);
}

struct Direction {
  std::size_t mask = 0;     // the directions along which an entry is a contrast
  std::size_t repeats = 1;  // product of the sizes of the others, over which it is a mean
};

Direction direction_of(std::size_t entry, const std::vector<std::size_t>& sizes) {
  Direction direction;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (entry % sizes[i] != 0)
      direction.mask |= std::size_t{1} << i;
    else
      direction.repeats *= sizes[i];
    entry /= sizes[i];
  }
  return direction;
}

}  // namespace

std::vector<double> centred(std::vector<double> values) {
  const auto count = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0, [&](double sum, double value) { return sum + value / count; });
  for (double& value : values) value -= mean;
  return values;
}

std::vector<double> sums_of_squares(const std::vector<std::size_t>& sizes, std::vector<double> values) {
  require(!sizes.empty() && sizes.size() <= 24, "sums of squares: there are 1 to 24 directions");
  require(std::accumulate(sizes.begin(), sizes.end(), std::size_t{1}, std::multiplies<>()) == values.size(),
          "sums of squares: there are not as many values as the sizes say");
  std::size_t stride = 1;
  for (const std::size_t size : sizes) {
    along_one_direction(values, size, stride);
    stride *= size;
  }
  std::vector<double> squares(std::size_t{1} << sizes.size(), 0.0);
  for (std::size_t entry = 0; entry < values.size(); ++entry) {
    const Direction direction = direction_of(entry, sizes);
    squares[direction.mask] += static_cast<double>(direction.repeats) * values[entry] * values[entry];
  }
  return squares;
}

double rounding_of_squares(const std::vector<double>& values) {
  double largest = 0;
  for (const double value : values) largest = std::max(largest, std::abs(value));
  const double rounding = 4 * std::numeric_limits<double>::epsilon() * largest;
  return static_cast<double>(values.size()) * rounding * rounding;
}

}  // namespace ccm
