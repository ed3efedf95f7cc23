#pragma once
/// Whom an operator asks that draws at random.

#include <vector>

#include "models/random.hpp"

namespace ccm {

/// The first `wanted` of a random permutation of 0 .. count-1, all of them if there are fewer (Fisher and Yates). The first numbers do not
/// depend on how many are wanted.     Tested by: tests/models/matching_test.cpp.
[[nodiscard]] std::vector<std::size_t> drawn_order(std::size_t count, std::size_t wanted, RandomStream chance);

}  // namespace ccm
