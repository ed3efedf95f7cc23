#pragma once
/// Latin hypercube sampling: few points that cover each factor's whole range.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ccm {

/// Where in its stratum a point lies.
enum class StratumPlace { random, centre };

/// x(i, f) = (pi_f(i) + u(i, f)) / n,   pi_f a random permutation of 0 .. n-1,   u uniform on [0, 1), or 1/2 for centred points.
///
/// Each of the n strata [s/n, (s+1)/n) of each factor holds exactly one of the n points; factors are paired by chance.
/// Factor f draws from the stream "design", "latin_hypercube/f" (f from 1), so that one more factor leaves the columns of the others.
/// points, factors  >= 1, else ModelError.     Result: one row per point, one coordinate in [0, 1) per factor.
/// Source: [McKay1979].     Tested by: tests/analysis/designs_test.cpp.
[[nodiscard]] std::vector<std::vector<double>> latin_hypercube(std::size_t points, std::size_t factors, std::uint64_t seed,
                                                               StratumPlace place = StratumPlace::random);

}  // namespace ccm
