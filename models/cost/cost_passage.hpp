#pragma once
/// Costs that are handed from centre to centre, in loops where loss is recycled.

#include "models/cost/mass_balance.hpp"

namespace ccm {

/// How energy and system cost that is handed to a centre splits there into product and loss: by the mass share of the centre, or as the
/// material that is handed over with it.
enum class CarryRule { qc_mass, carried_mass };

/// Where the cost that enters a centre goes: the share `lost` into its loss, and of that the share `returned` to centre `back`; the rest
/// to centre `next`, or out with the final product.
struct CostPassage {
  double lost = 0;
  std::optional<std::size_t> next;
  double returned = 0;
  std::size_t back = 0;
};

/// The passages of material cost: carried_loss / carried is lost.
[[nodiscard]] std::vector<CostPassage> material_passages(const std::vector<QuantityCentre>& centres,
                                                         const std::vector<CentreMasses>& masses);

/// The passages of energy and system cost.
[[nodiscard]] std::vector<CostPassage> processing_passages(const std::vector<QuantityCentre>& centres,
                                                           const std::vector<CentreMasses>& masses, CarryRule rule);

/// The cost y_q that is handed to each centre, if the centres put the costs a_q into their products and b_q into the loss that they may
/// recycle:
///     y_q = sum_{s: next(s) = q} (a_s + (1 - lost_s) y_s)  +  sum_{s: back(s) = q} returned_s (b_s + lost_s y_s)
/// a linear system, solved by elimination. Throws ModelError if a cost goes round for ever.
/// Source: [Schmidt2015].     Tested by: tests/models/mfca_test.cpp.
[[nodiscard]] std::vector<double> handed_costs(const std::vector<CostPassage>& passages, const std::vector<double>& into_product,
                                               const std::vector<double>& into_loss);

/// The centres from which less than a part in 10^10 of a cost ever leaves on its best way, with a final product or a final loss.
[[nodiscard]] std::vector<bool> without_exit(const std::vector<CostPassage>& passages);

}  // namespace ccm
