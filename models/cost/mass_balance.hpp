#pragma once
/// The masses that pass each quantity centre.

#include "models/cost/quantity_centre.hpp"

namespace ccm {

/// The masses of one centre in balance:
///     own + carried = product + loss
struct CentreMasses {
  Kilograms own{0};          // materials that enter new, auxiliaries included
  Kilograms carried{0};      // products of other centres, and loss that is recycled to here
  Kilograms product{0};      // the materials' product masses + carried - carried_loss
  Kilograms loss{0};         // the materials' loss masses + carried_loss, recycled or not
  Kilograms target_loss{0};  // the loss without auxiliaries: what may be recycled
};

/// Masses of every centre. Recycled loss is one more thing that is handed to the receiving centre: it is part of `carried`, so it counts
/// in that centre's mass share, and leaves in its product, but for what its `carried_loss` takes.
/// Precondition: no product is taken twice or comes back to its centre.
/// Source: [ISO14051], [Schmidt2015].     Tested by: tests/models/mfca_test.cpp.
[[nodiscard]] std::vector<CentreMasses> mass_balance(const std::vector<QuantityCentre>& centres);

/// Mass share of a centre's product,     s = product / (product + target loss),     1 where no mass passes; or the one that is given.
[[nodiscard]] double mass_share(const QuantityCentre& centre, const CentreMasses& masses);

}  // namespace ccm
