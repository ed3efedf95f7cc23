// Which prices does a seller over time post, and where do they lead?

#include "sim/commands/price_path.hpp"

#include <algorithm>
#include <numeric>

#include "models/pricing/optimal/finite_horizon.hpp"
#include "models/pricing/optimal/loss_averse_policy.hpp"
#include "models/pricing/optimal/peak_end_range.hpp"

namespace ccm {
namespace {

constexpr std::size_t settled_after = 2000, longest_cycle = 100;

using Decide = std::function<PriceDecision(const Remembered&, std::size_t)>;

Decide without_end(const LossAversePolicy& policy) {
  return [policy](const Remembered& now, std::size_t) {
    return PriceDecision{policy.price_at(now.reference), policy.value_at(now.reference)};
  };
}

Decide with_end(const FiniteHorizonPolicy& policy) {
  return [policy](const Remembered& now, std::size_t period) {
    return PriceDecision{policy.price_at(now.reference, period), policy.value_at(now.reference, period)};
  };
}

Decide decisions(const PricesOverTime& asked, const ReferenceSeller& seller) {
  if (asked.closed_form && asked.program.periods) return with_end(finite_horizon_policy(seller, *asked.program.periods));
  if (asked.closed_form) return without_end(loss_averse_policy(seller));
  return [solved = solve_prices(asked.program)](const Remembered& now, std::size_t period) { return solved.decide(now, period); };
}

/// The path of so many periods, and what is remembered after it.
struct Path {
  std::vector<PathStep> steps{};
  Remembered after{};
};

Path path(const PricesOverTime& asked, const Decide& decide, std::size_t periods) {
  Path path{.after = asked.start};
  Remembered& now = path.after;
  for (std::size_t period = 0; period < periods; ++period) {
    const Money price = decide(now, period).price;
    const double demand = demand_at(asked.program.demand, price, now.reference);
    path.steps.push_back({now.reference, price, demand, (price - asked.program.cost) * demand});
    now = *remember(asked.program.memory, now, price);
  }
  return path;
}

/// The discounted profit of a path whose end is worth so much.
double value_of(const std::vector<PathStep>& steps, double discount, double end) {
  return std::accumulate(steps.rbegin(), steps.rend(), end,
                         [=](double later, const PathStep& step) { return step.profit.value() + discount * later; });
}

/// The shortest sequence that the last prices repeat, from its highest price on; nothing if they repeat none.
std::vector<Money> cycle_at_the_end(const std::vector<PathStep>& steps) {
  const auto repeats = [&](std::size_t length) {
    return std::ranges::equal(steps.end() - 3 * longest_cycle, steps.end() - static_cast<std::ptrdiff_t>(length),
                              steps.end() - 3 * longest_cycle + static_cast<std::ptrdiff_t>(length), steps.end(), {}, &PathStep::price,
                              &PathStep::price);
  };
  std::size_t length = 1;
  while (length <= longest_cycle && !repeats(length)) ++length;
  if (length > longest_cycle) return {};
  std::vector<Money> cycle;
  for (std::size_t i = steps.size() - length; i < steps.size(); ++i) cycle.push_back(steps[i].price);
  std::ranges::rotate(cycle, std::ranges::max_element(cycle));
  return cycle;
}

LinearRule rule_from(const LossAversePolicy& policy, Money reference) {
  const LinearPolicy& side = reference < policy.low() ? policy.rising : policy.falling;
  const bool stays = reference >= policy.low() && reference <= policy.high() && policy.low() < policy.high();
  return stays ? LinearRule{0, 1, 1} : LinearRule{side.k0, side.k1, side.mu};
}

void add_peak_end_rest(const PricesOverTime& asked, SolvedPath& solved) {
  const MemoryKind memory = asked.program.memory.kind;
  if (const auto range = peak_end_range(solved.seller, memory)) solved.band = PriceBand{range->low, range->high};
  const auto price = price_for_ever(solved.seller, memory, asked.start.extreme);
  (memory == MemoryKind::peak_end_lowest ? solved.surcharge : solved.discount) = price;
}

void add_rest(const PricesOverTime& asked, SolvedPath& solved) {
  const ReferenceDemand& demand = asked.program.demand;
  const MemoryKind kind = asked.program.memory.kind;
  const bool peak_end = kind == MemoryKind::peak_end_lowest || kind == MemoryKind::peak_end_highest;
  if (demand.loss < demand.gain) {
    if (!peak_end && solved.seller.theta == 0) solved.turns = discounted_price_cycle(solved.seller);
  } else if (peak_end) {
    add_peak_end_rest(asked, solved);
  } else if (demand.is_neutral()) {
    solved.steady = linear_policy(solved.seller).steady;
  } else {
    const LossAversePolicy policy = loss_averse_policy(solved.seller);
    solved.band = PriceBand{policy.low(), policy.high()};
  }
}

/// What the prices of a dynamic program earn, period by period: its own value lies between grid points.
void follow_program(const PricesOverTime& asked, const Decide& decide, SolvedPath& solved) {
  const auto& periods = asked.program.periods;
  const auto [steps, after] = path(asked, decide, periods ? static_cast<std::size_t>(*periods) : settled_after);
  solved.value = value_of(steps, asked.program.discount, periods ? 0 : decide(after, 0).value);
  if (!periods) solved.cycle = cycle_at_the_end(steps);
  solved.steps.assign(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(asked.shown));
}

}  // namespace

SolvedPath solve_path(const PricesOverTime& asked) {
  const PricingProgram& program = asked.program;
  SolvedPath solved{.seller = {program.demand, program.cost, program.discount, program.memory.theta}};
  const Decide decide = decisions(asked, solved.seller);
  if (asked.closed_form) {
    solved.value = decide(asked.start, 0).value;
    solved.steps = path(asked, decide, asked.shown).steps;
  } else {
    follow_program(asked, decide, solved);
  }
  if (program.demand.is_neutral()) solved.myopic_steady = myopic_steady_price(solved.seller);
  if (program.periods) return solved;
  add_rest(asked, solved);
  if (asked.closed_form) solved.rule = rule_from(loss_averse_policy(solved.seller), asked.start.reference);
  return solved;
}

}  // namespace ccm
