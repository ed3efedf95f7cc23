#pragma once
/// Sobol's sequence, and Saltelli's design from it: points from which variance-based sensitivity indices follow.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ccm {

/// The most dimensions that Boost's table of direction numbers has.
inline constexpr std::size_t sobol_max_dimensions = 3667;

/// The first `count` points of Sobol's sequence in Gray-code order, with Joe and Kuo's direction numbers: 0, 1/2, 3/4 and 1/4 ...
///
/// Boost's engine leaves the origin out; here it is the first point, because only with it are the first 2^m points a net, whose projections
/// on each axis hit each of 2^m strata once. Coordinates have 53 bits, in [0, 1).
/// dimensions  1 .. sobol_max_dimensions, else ModelError.
/// Source: [JoeKuo2008]; [Owen2022] on keeping the first point.     Tested by: tests/analysis/designs_test.cpp.
[[nodiscard]] std::vector<std::vector<double>> sobol_points(std::size_t count, std::size_t dimensions);

/// Saltelli's radial design of N (k + 2) points: for each row i of the base sample the points A(i), B(i), AB(1, i) ... AB(k, i).
///
/// A and B are the first and the last k of 2k dimensions of Sobol's sequence; AB(f) is A with the column f from B. Each dimension is
/// scrambled by a random digital shift: all its points are XORed with the same 53 random bits, which keeps the net and makes each point
/// uniform on [0, 1); designs of different seeds are independent replicates. Dimension d shifts by the stream "design", "sobol/d" (d from
/// 1). The design of 2N begins with that of N, so that it can be continued. base  N >= 2, a power of two (other counts lose the balance of
/// the net);  factors  k, 1 .. sobol_max_dimensions / 2, else ModelError. Source: [Saltelli2010], section 4; [LEcuyerLemieux2002] for the
/// digital shift.     Tested by: tests/analysis/designs_test.cpp.
[[nodiscard]] std::vector<std::vector<double>> saltelli(std::size_t base, std::size_t factors, std::uint64_t seed);

}  // namespace ccm
