#pragma once
/// Random roads, vehicles and ways of shipping for random scenarios.

#include <optional>
#include <string>

#include "tests/properties/chance.hpp"

namespace ccm::test {

/// Draws from a stream of its own, so that it changes nothing else of a random scenario.
class RandomLogistics : Chance {
 public:
  RandomLogistics(std::uint64_t number, const char* kind);

  /// Vehicles, and in some scenarios places on roads.
  [[nodiscard]] std::string sections();
  /// Where the next actor stands, if there are roads.
  [[nodiscard]] std::optional<std::string> place();
  /// Further keys of the travel section, a service, a segment and a minifactory.
  [[nodiscard]] std::string of_travel();
  [[nodiscard]] std::string of_service();
  [[nodiscard]] std::string of_segment();
  [[nodiscard]] std::string of_minifactory();

 private:
  std::string road(int a, int b);

  int places_;
};

}  // namespace ccm::test
