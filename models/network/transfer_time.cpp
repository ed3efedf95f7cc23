// How long does a message take when nobody else uses its route?

#include "models/network/transfer_time.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {
namespace {

constexpr double latency_factor = 13.01;
constexpr double bandwidth_factor = 0.97;
constexpr Bytes tcp_window{4194304};

BytesPerSecond window_limit(Seconds latency) { return BytesPerSecond(tcp_window.value() / (2 * latency.value())); }

}  // namespace

Seconds transfer_time(const RouteShape& route, Bytes size) {
  require(route.bandwidth > BytesPerSecond(0), "transfer time: the bandwidth must be positive");
  require(route.latency >= Seconds(0), "transfer time: the latency must not be negative");
  const bool window_binds = route.latency > Seconds(0) && window_limit(route.latency) < route.bandwidth;
  const BytesPerSecond rate = window_binds ? window_limit(route.latency) : route.bandwidth;
  return route.latency * latency_factor + size / (rate * bandwidth_factor);
}

}  // namespace ccm
