#pragma once
/// The best prices by order size, such that no customer gains by combining or splitting orders.

#include <span>
#include <vector>

#include "models/units.hpp"

namespace ccm {

/// What those who order `size` units at once demand together:     alpha - beta u     [units/period] at the unit price u.
/// size, alpha, beta > 0
struct SizeDemand {
  double size = 1;
  double alpha = 0;
  double beta = 0;
};

/// The unit prices u_j that maximise  sum_j (u_j - c)(alpha_j - beta_j u_j)  subject to
///     u_{j+1} <= u_j                       larger orders have no higher unit price, or customers would split them
///     size_j u_j <= size_{j+1} u_{j+1}     larger orders do not cost less, or customers would order more than they need
/// by dynamic programming over the sizes, where the optimum is exact. Let V_j(u) be the most that sizes 1..j bring if size j pays u:
///     V_j(u) = f_j(u) + max { V_{j-1}(x) : u <= x <= q u },     q = size_j / size_{j-1}
/// V_1 = f_1 is concave. If V_{j-1} is, with its maximum at m, the best x is m moved into [u, q u]; so the derivative of the second term is
/// q V'_{j-1}(q u) > 0 while q u < m, V'_{j-1}(u) < 0 from u > m on, and 0 between: it does not rise, and V_j is concave too.
/// Its maximum is the zero of a falling, piecewise linear function, between the lowest and the highest of the prices that are best for
/// one size alone. Backwards from the last size, u_{j-1} is the maximum of V_{j-1} moved into [u_j, q u_j].
/// sizes  at least one, ascending in size. Demand may become negative: leave out who is not served.
/// Source: the pool-adjacent-violators argument of [Barlow1972] with a bound on either side; derived here.
/// Tested by: tests/models/pricing_menu_test.cpp.
[[nodiscard]] std::vector<Money> best_menu(std::span<const SizeDemand> sizes, Money unit_cost);

}  // namespace ccm
