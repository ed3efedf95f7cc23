#pragma once
/// Random failures for random scenarios.

#include <string>

#include "tests/properties/chance.hpp"

namespace ccm::test {

/// What a random scenario has that may fail, and how long it lasts.
struct MayFail {
  int segments, factories;
  int machines;    // of the first minifactory
  int breakdowns;  // of minifactories as a whole, at most
  bool has_backbone, has_operator_link;
  double days;  // of a period
  int periods;
};

/// The sections of events and of failures.
[[nodiscard]] std::string random_faults(Chance& chance, const MayFail& what);

}  // namespace ccm::test
