#pragma once
/// In batches of which size is an order made?

#include <cstdint>
#include <vector>

namespace ccm {

/// Batches of the economic order quantity Q, cut to whole units but at least one, and one with the rest. Everything in one batch if Q is 0.
/// units >= 1.     Source: [QamarAziz2023] Eq. 2.     Tested by: tests/sim/machine_floor_test.cpp.
[[nodiscard]] std::vector<std::int64_t> lots(std::int64_t units, double economic_order_quantity);

}  // namespace ccm
