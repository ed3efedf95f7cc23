#pragma once
/// How actors reach each other: links, messages, hosts.

#include <optional>
#include <string>

#include "models/logistics/distance.hpp"
#include "models/units.hpp"

namespace ccm {

struct LinkSpec {
  Seconds latency = milliseconds(10);
  BytesPerSecond bandwidth{12.5e6};
};

/// Which messages share links with each other: those with product data, all of them, or none.
enum class Contention { bulk, all, none };

/// What is sent of product data after a failure: all, or what was missing.
enum class Transfers { restart, resume };

/// What an information host draws while it is idle, busy, and off.
struct HostPowerSpec {
  Kilowatts idle{0};
  Kilowatts busy{0};
  Kilowatts off{0};
};

struct NetworkSpec {
  Seconds latency = milliseconds(10);
  BytesPerSecond bandwidth{12.5e6};
  std::optional<LinkSpec> backbone;
  Contention contention = Contention::bulk;
  Bytes message_size{1000};
  Seconds retry = minutes(10);
  double backoff = 2;
  Seconds retry_at_most = days(1);
  Transfers transfers = Transfers::restart;
  Seconds computing{0};
  std::optional<HostPowerSpec> power;
  std::optional<std::string> platform;
};

/// Where an actor stands on the network: its own access link, and its host if the user brings a platform.
struct SiteSpec {
  std::optional<std::string> place;
  std::optional<GeoPoint> at;
  std::optional<LinkSpec> link;
  std::optional<std::string> host;
};

}  // namespace ccm
