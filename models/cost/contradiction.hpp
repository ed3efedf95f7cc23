#pragma once
/// Statements about the masses of a plant that cannot all be true.

#include "models/cost/cost_passage.hpp"

namespace ccm {

struct Contradiction {
  enum class Kind {
    product_taken_twice,    // `centre` takes the product of `other`, which was taken before
    circle_of_products,     // the product of `centre` comes back to it
    auxiliary_in_product,   // material `other` of `centre`
    carried_loss_too_high,  // more than is carried into `centre`
    recycled_too_much,      // more than the target loss of `centre`
    endless_recycling       // a cost that the loss of `centre` takes along goes round for ever
  };
  Kind kind = Kind::product_taken_twice;
  std::size_t centre = 0;
  std::size_t other = 0;
  Kilograms stated{0}, most{0};  // where it is about masses
};

/// Everything that contradicts something. Masses are looked at once products go one way, and loops once the masses are possible. Masses
/// may be wrong by a part in 10^9, since people round.     Tested by: tests/models/mfca_test.cpp.
[[nodiscard]] std::vector<Contradiction> contradictions(const std::vector<QuantityCentre>& centres, CarryRule rule = CarryRule::qc_mass);

}  // namespace ccm
