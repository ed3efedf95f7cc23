#pragma once
/// What goes down, and when.

#include <optional>
#include <string>

#include "models/units.hpp"

namespace ccm {

/// What goes down: one of these.
struct TargetSpec {
  std::optional<std::string> host;
  std::optional<std::string> link;
  std::optional<std::string> machine;  // minifactory.machine
  std::optional<std::string> worker;   // minifactory.worker
  std::optional<std::string> minifactory;
  std::optional<std::string> place;
  std::optional<Kilometres> within;  // of the place
};

struct EventSpec : TargetSpec {
  Seconds at{0};
  Seconds down{0};
};

struct FailureSpec : TargetSpec {
  Seconds up{0};    // mean
  Seconds down{0};  // mean
};

}  // namespace ccm
