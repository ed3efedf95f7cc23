#pragma once
/// How long a message takes over an idle route.

#include "models/units.hpp"

namespace ccm {

/// A route as one message sees it: the sum of its links' latencies and the smallest of their bandwidths.
struct RouteShape {
  Seconds latency{0};
  BytesPerSecond bandwidth{0};
};

/// Time of a transfer that shares its route with nobody, as SimGrid's LV08 model has it:
///     13.01 latency + size / (0.97 min(bandwidth, 4194304 / (2 latency)))
/// 13.01 and 0.97 are LV08's latency and bandwidth factors, 4194304 B the TCP window.
/// Source: [VelhoLegrand2009]; SimGrid 3.32 defaults.     Tested by: tests/validation/network_validation.cpp, against SimGrid itself.
[[nodiscard]] Seconds transfer_time(const RouteShape& route, Bytes size);

}  // namespace ccm
