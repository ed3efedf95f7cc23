#pragma once
/// Where a falling function becomes zero.

#include <boost/math/tools/toms748_solve.hpp>

namespace ccm {

/// The smallest x of [low, high], to the last digit but one, at which the non-increasing function f is not positive; `high` if it is
/// positive everywhere. f may have kinks and jumps.
/// Source: algorithm 748 of the ACM, [AlefeldPotraShi1995].     Tested by: tests/models/pricing_menu_test.cpp.
template <class Function>
[[nodiscard]] double falling_root(Function f, double low, double high) {
  const double at_low = f(low), at_high = f(high);
  if (at_low <= 0) return low;
  if (at_high >= 0) return high;
  std::uintmax_t most_steps = 200;
  const boost::math::tools::eps_tolerance<double> last_digit_but_one(52);
  return boost::math::tools::toms748_solve(f, low, high, at_low, at_high, last_digit_but_one, most_steps).second;
}

}  // namespace ccm
