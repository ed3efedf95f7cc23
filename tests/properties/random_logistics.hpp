#pragma once
/// Random roads, vehicles and ways of shipping for random scenarios.

#include <optional>
#include <string>

#include "models/random.hpp"

namespace ccm::test {

/// Draws from a stream of its own, so that it changes nothing else of a random scenario.
class RandomLogistics {
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
  double real(double low, double high) { return chance_.uniform(low, high); }
  int whole(int low, int high) { return low + static_cast<int>(chance_.index(static_cast<std::size_t>(high - low + 1))); }
  bool maybe(double probability) { return real(0, 1) < probability; }
  const char* one_of(std::initializer_list<const char*> words) { return words.begin()[chance_.index(words.size())]; }
  std::string road(int a, int b);

  RandomStream chance_;
  int places_;
};

}  // namespace ccm::test
