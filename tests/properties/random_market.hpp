#pragma once
/// Random ways of coming to a price for random scenarios.

#include <string>

#include "tests/properties/chance.hpp"

namespace ccm::test {

/// Keys of sections of a random scenario that tell how prices come about, drawn from its author's stream. Without `bargains` prices are
/// posted, and only `strategy` says anything.
class RandomMarket {
 public:
  RandomMarket(Chance& chance, bool bargains) : chance_(chance), bargains_(bargains) {}

  /// The section itself; the others follow it.
  [[nodiscard]] std::string section();
  /// Further keys of the operator, a segment, its reference price and a minifactory.
  [[nodiscard]] std::string of_operator();
  [[nodiscard]] std::string of_segment();
  [[nodiscard]] std::string buyer_talks();
  [[nodiscard]] std::string of_memory();
  [[nodiscard]] std::string seller_talks();
  /// A strategy with its options.
  [[nodiscard]] std::string strategy();

 private:
  std::string concession();

  Chance& chance_;
  bool bargains_, has_bulletin_ = false;
  std::string prices_;
};

}  // namespace ccm::test
