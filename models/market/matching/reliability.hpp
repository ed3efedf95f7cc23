#pragma once
/// What an operator believes of a seller's promises.

namespace ccm {

/// How often a seller kept its promise, with the past fading.
struct KeptPromises {
  double on_time = 0;
  double orders = 0;
};

/// After one more order:     on_time' = lambda on_time + outcome,     orders' = lambda orders + 1.
/// lambda  ageing [1], 0 < lambda <= 1; 1: nothing fades. Throws ModelError if it is outside its range.
/// Tested by: tests/models/matching_qos_test.cpp.
[[nodiscard]] KeptPromises after_order(KeptPromises before, bool was_on_time, double ageing);

/// Probability that the next promise is kept: the mean (1 + on_time)/(2 + orders) of the Beta posterior of a uniform prior.
/// Source: [Josang2002].     Tested by: tests/models/matching_qos_test.cpp.
[[nodiscard]] double reliability(const KeptPromises& kept);

}  // namespace ccm
