#pragma once
/// Prices that are a little off, to learn from.

#include "models/random.hpp"
#include "models/units.hpp"

namespace ccm {

/// The price times 1 + e, e uniform on [-spread, spread). Without it the prices of a seller who knows its best price come to rest at the
/// reference price, where the reference effect cannot be seen.
/// Throws ModelError unless 0 <= spread < 1.     Tested by: tests/models/learning_test.cpp.
[[nodiscard]] Money explored_price(Money price, double spread, RandomStream& stream);

}  // namespace ccm
