#pragma once
/// A random order.

#include <cstddef>
#include <vector>

#include "models/random.hpp"

namespace ccm {

/// 0 .. count-1 in a random order, each as likely (Fisher and Yates' shuffle).
/// Source: [Knuth1997], algorithm P.     Tested by: tests/analysis/designs_test.cpp.
[[nodiscard]] std::vector<std::size_t> random_permutation(std::size_t count, RandomStream& stream);

}  // namespace ccm
