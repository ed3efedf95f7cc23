#pragma once
/// Which of many equally likely histories is simulated.

#include <cstdint>

#include "models/error.hpp"

namespace ccm {

/// How a stream turns uniform numbers into variates.
enum class Drawing {
  direct,    // by the fastest method of each distribution
  inverted,  // each variate is the quantile of one uniform number u in (0, 1)
  mirrored   // each variate is the quantile of 1 - u, with the u of the inverted stream
};

/// One replication. A plain number is a replication with direct draws.
struct Replication {
  Replication(std::uint64_t of_number, Drawing how = Drawing::direct) : number(of_number), drawing(how) {}

  std::uint64_t number;
  Drawing drawing;
};

/// Replications that come in pairs of opposite chance: 2j - 1 and 2j are number j inverted and mirrored. Where one of a pair draws a
/// high quantile the other draws the low one, so that the mean of a pair of outputs that are monotone in the draws varies less than
/// that of two independent ones. `replication` >= 1; throws ModelError for 0.
/// Source: [HammersleyMorton1956].     Tested by: tests/models/antithetic_test.cpp, tests/sim/antithetic_test.cpp.
[[nodiscard]] inline Replication antithetic(std::uint64_t replication) {
  require(replication >= 1, "antithetic: replications are numbered from 1");
  return {(replication + 1) / 2, replication % 2 == 1 ? Drawing::inverted : Drawing::mirrored};
}

}  // namespace ccm
