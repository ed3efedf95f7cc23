#pragma once
/// What the procedures that select the best of several systems have in common.

#include <cstddef>

namespace ccm {

/// Which mean is the best.
enum class BestMean { highest, lowest };

/// A run that a procedure waits for. Runs with the same replication may share their chance.
struct WantedReplication {
  std::size_t system = 0;       // from 0
  std::size_t replication = 0;  // from 1

  [[nodiscard]] bool operator==(const WantedReplication&) const = default;
};

}  // namespace ccm
