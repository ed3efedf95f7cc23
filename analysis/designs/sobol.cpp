// At which points does a model show how much of its variance each factor brings?

#include "analysis/designs/sobol.hpp"

#include <bit>
#include <boost/random/sobol.hpp>
#include <string>

#include "models/error.hpp"
#include "models/random.hpp"

namespace ccm {
namespace {

constexpr unsigned bits = 53;  // of a double's mantissa

std::vector<std::uint64_t> random_shift(std::size_t dimensions, std::uint64_t seed) {
  std::vector<std::uint64_t> shift;
  for (std::size_t d = 1; d <= dimensions; ++d)
    shift.push_back(RandomStream(seed, 1, "design", "sobol/" + std::to_string(d)).index(std::size_t{1} << bits));
  return shift;
}

/// The integer of `bits` bits as a fraction in [0, 1).
double fraction(std::uint64_t numerator) { return static_cast<double>(numerator) * 0x1p-53; }

std::vector<std::vector<double>> shifted_sobol(std::size_t count, const std::vector<std::uint64_t>& shift) {
  boost::random::sobol engine(shift.size());  // begins after the origin
  std::vector<std::vector<double>> points(count, std::vector<double>(shift.size()));
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t d = 0; d < shift.size(); ++d) points[i][d] = fraction((i == 0 ? 0 : engine() >> (64 - bits)) ^ shift[d]);
  return points;
}

/// Appends A, B and the AB of one row of the base sample, whose first half is A and whose second half is B.
void append_radial(std::vector<std::vector<double>>& points, const std::vector<double>& row) {
  const auto middle = row.begin() + static_cast<std::ptrdiff_t>(row.size() / 2);
  const std::vector<double> a(row.begin(), middle);
  const std::vector<double> b(middle, row.end());
  points.push_back(a);
  points.push_back(b);
  for (std::size_t factor = 0; factor < a.size(); ++factor) {
    points.push_back(a);
    points.back()[factor] = b[factor];
  }
}

}  // namespace

std::vector<std::vector<double>> sobol_points(std::size_t count, std::size_t dimensions) {
  require(dimensions > 0 && dimensions <= sobol_max_dimensions, "sobol: there must be 1 to 3667 dimensions");
  return shifted_sobol(count, std::vector<std::uint64_t>(dimensions, 0));
}

std::vector<std::vector<double>> saltelli(std::size_t base, std::size_t factors, std::uint64_t seed) {
  require(base >= 2 && std::has_single_bit(base), "sobol: the base sample must be a power of two, from 2 on");
  require(factors > 0 && factors <= sobol_max_dimensions / 2, "sobol: there must be 1 to 1833 factors");
  std::vector<std::vector<double>> points;
  points.reserve(base * (factors + 2));
  for (const std::vector<double>& row : shifted_sobol(base, random_shift(2 * factors, seed))) append_radial(points, row);
  return points;
}

}  // namespace ccm
