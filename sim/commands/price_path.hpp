#pragma once
/// A pricing problem over time solved: the policy, the path that it takes from the start, and where that leads.

#include <functional>
#include <optional>
#include <vector>

#include "models/pricing/optimal/price_cycle.hpp"
#include "scenarios/problems/pricing_problem.hpp"

namespace ccm {

/// One period of the path.
struct PathStep {
  Money reference{0}, price{0};
  double demand = 0;
  Money profit{0};
};

struct LinearRule {
  double k0 = 0, k1 = 0, mu = 0;
};

struct PriceBand {
  Money low{0}, high{0};
};

/// The answer. Where prices come to rest is said only without a last period.
struct SolvedPath {
  ReferenceSeller seller{};
  std::vector<PathStep> steps{};
  double value = 0;
  std::optional<LinearRule> rule{};      // that the path follows, in closed form without a last period
  std::optional<Money> steady{};         // where prices go from every start
  std::optional<PriceBand> band{};       // prices that stay, once they are what is remembered
  std::optional<Money> surcharge{};      // where prices go if a price below the band is never forgotten
  std::optional<Money> discount{};       // where prices go if a price above the band is never forgotten
  std::optional<PriceCycle> turns{};     // high and low price in turn, if any price were allowed
  std::vector<Money> cycle{};            // prices that come again and again at the end of a dynamic program's path; one: it rests
  std::optional<Money> myopic_steady{};  // of equal slopes
};

[[nodiscard]] SolvedPath solve_path(const PricesOverTime& asked);

}  // namespace ccm
