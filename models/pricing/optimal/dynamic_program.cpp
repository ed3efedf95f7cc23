// Which price of a grid is best now if it moves what customers expect to pay later?

#include "models/pricing/optimal/dynamic_program.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "models/error.hpp"
#include "models/pricing/optimal/policy_value.hpp"
#include "models/pricing/optimal/price_states.hpp"

namespace ccm {
namespace {

constexpr double largest_discount_for_ever = 0.9999;
constexpr std::size_t fewest_references = 100;               // but for rounding
constexpr double bound_wanted = 1e-9, evaluated_to = 1e-10;  // of the largest value

void require_valid(const PricingProgram& program) {
  const auto& [a, b, gain, loss] = program.demand;
  require(a > 0 && b > 0 && gain >= 0 && loss >= 0, "dynamic program: demand is out of range");
  require(program.cost >= Money(0), "dynamic program: cost must not be negative");
  require(program.memory.theta >= 0 && program.memory.theta < 1, "dynamic program: memory must lie in [0, 1)");
  const double most = program.periods ? 1 : largest_discount_for_ever;
  require(program.discount >= 0 && program.discount <= most, "dynamic program: discount must lie in [0, 0.9999], or [0, 1] if time ends");
  require(!program.periods || *program.periods >= 1, "dynamic program: there must be a period");
}

void require_valid_grids(const PricingProgram& program) {
  const auto& [prices, references] = std::tie(program.prices, program.references);
  require(prices.count >= 2 && prices.from >= Money(0) && prices.from < prices.to, "dynamic program: the grid of prices is empty");
  if (program.memory.kind != MemoryKind::exponential || program.memory.theta == 0) return;
  require(references.count >= 2 && references.from <= prices.from && references.to >= prices.to,
          "dynamic program: the reference prices must cover the prices");
}

/// A price of the grid by its number, and what it brings.
struct Choice {
  std::size_t price = 0;
  double reward = 0;
  double value = 0;
};

/// The right side of the Bellman equation.
class Bellman {
 public:
  explicit Bellman(const PricingProgram& program)
      : program_(program), states_(program), prices_(program.prices.count), worth_(prices_.size()) {
    for (std::size_t price = 0; price < prices_.size(); ++price) prices_[price] = program.prices.at(price).value();
  }

  [[nodiscard]] Choice best(std::size_t state, const std::vector<double>& values) {
    states_.worth_after(state, values, worth_);
    return best_at(states_.reference(state));
  }
  [[nodiscard]] Choice best(const Remembered& remembered, const std::vector<double>& values) {
    states_.worth_after(remembered, values, worth_);
    return best_at(remembered.reference);
  }

  [[nodiscard]] const PriceStates& states() const { return states_; }

 private:
  /// How many prices, from the lowest, may be posted at this reference.
  [[nodiscard]] std::size_t allowed(Money reference) const {
    const double most = std::max(program_.cost, choke_price(program_.demand, reference)).value();
    const auto beyond = std::ranges::upper_bound(prices_, most + 1e-12 * std::abs(most));
    return std::max<std::size_t>(1, static_cast<std::size_t>(beyond - prices_.begin()));
  }

  [[nodiscard]] Choice best_at(Money reference) const {
    const auto& [a, b, gain, loss] = program_.demand;
    const double r = reference.value(), c = program_.cost.value();
    Choice best{.value = -std::numeric_limits<double>::infinity()};
    const std::size_t end = allowed(reference);
    for (std::size_t price = 0; price < end; ++price) {
      const double p = prices_[price];
      const double reward = (p - c) * std::max(0.0, a - b * p + (p > r ? loss : gain) * (r - p));
      const double value = reward + program_.discount * worth_[price];
      if (value > best.value) best = {price, reward, value};
    }
    return best;
  }

  const PricingProgram& program_;
  PriceStates states_;
  std::vector<double> prices_, worth_;
};

double largest(const std::vector<double>& values) {
  double most = 0;
  for (const double value : values) most = std::max(most, std::abs(value));
  return most;
}

/// Puts the best step of every state into `steps`; how far any value was from the equation.
double improve(Bellman& bellman, const std::vector<double>& values, std::vector<PolicyStep>& steps) {
  double residual = 0;
  for (std::size_t state = 0; state < values.size(); ++state) {
    if (!bellman.states().exists(state)) continue;
    const Choice best = bellman.best(state, values);
    steps[state] = {best.reward, bellman.states().after(state, best.price)};
    residual = std::max(residual, std::abs(best.value - values[state]));
  }
  return residual;
}

/// A policy that will be improved on is valued only a good deal more exactly than it is good.
std::vector<double> values_for_ever(Bellman& bellman, double discount) {
  std::vector<double> values(bellman.states().count(), 0.0);
  std::vector<PolicyStep> steps(values.size());
  for (;;) {
    const double residual = improve(bellman, values, steps), bound = residual / (1 - discount), scale = largest(values);
    if (bound <= bound_wanted * scale) return values;
    evaluate_policy(steps, discount, scale > 0 ? std::max(evaluated_to, bound / scale / 20) : 1, values);
  }
}

/// The values at the beginning of a period out of those at its end.
std::vector<double> values_before(Bellman& bellman, const std::vector<double>& later) {
  std::vector<double> values(later.size(), 0.0);
  for (std::size_t state = 0; state < values.size(); ++state)
    if (bellman.states().exists(state)) values[state] = bellman.best(state, later).value;
  return values;
}

/// The values at the end of each period.
std::vector<std::vector<double>> values_by_period(Bellman& bellman, std::int64_t periods) {
  std::vector<std::vector<double>> values{std::vector<double>(bellman.states().count(), 0.0)};
  for (std::int64_t period = 1; period < periods; ++period) values.push_back(values_before(bellman, values.back()));
  std::ranges::reverse(values);
  return values;
}

}  // namespace

Money MoneyGrid::at(std::size_t index) const { return index + 1 == count ? to : from + static_cast<double>(index) * step(); }

MoneyGrid MoneyGrid::divided(std::size_t parts) const { return {from, to, (count - 1) * parts + 1}; }

PricingProgram with_default_grids(PricingProgram program, Money reference, std::size_t count) {
  const Money nobody_buys(program.demand.a / program.demand.b);
  require(nobody_buys > program.cost, "dynamic program: nothing can be sold at a profit");
  require(count >= 2, "dynamic program: a grid has at least two points");
  program.prices = {program.cost, std::max(nobody_buys, choke_price(program.demand, reference)), count};
  const MoneyGrid references{std::min(program.prices.from, reference), std::max(program.prices.to, reference), count};
  program.references = references.divided(std::max<std::size_t>(1, fewest_references / count));
  return program;
}

DynamicProgram::DynamicProgram(PricingProgram program, std::vector<std::vector<double>> values)
    : program_(std::move(program)), values_(std::move(values)) {}

PriceDecision DynamicProgram::decide(const Remembered& remembered, std::size_t period) const {
  const Choice best = Bellman(program_).best(remembered, values_.at(program_.periods ? period : 0));
  return {program_.prices.at(best.price), best.value};
}

PriceDecision DynamicProgram::decide_without_reference(double alpha, double beta) const {
  const PriceStates states(program_);
  PriceDecision best{.value = -std::numeric_limits<double>::infinity()};
  for (std::size_t i = 0; i < program_.prices.count; ++i) {
    const Money price = program_.prices.at(i);
    if (i > 0 && price > std::max(program_.cost, Money(alpha / beta))) break;
    const double now = (price - program_.cost).value() * std::max(0.0, alpha - beta * price.value());
    const double value = now + program_.discount * states.worth_of_knowing(i, values_.front());
    if (value > best.value) best = {price, value};
  }
  return best;
}

PriceDecision DynamicProgram::decide_by_chance(const std::optional<Remembered>& remembered, const OrderedDemand& demand) const {
  const PriceStates states(program_);
  std::vector<double> later(program_.prices.count);
  if (remembered) states.worth_after(*remembered, values_.front(), later);
  PriceDecision best{program_.cost, 0};
  for (std::size_t i = 0; i < later.size(); ++i) {
    const Money price = program_.prices.at(i);
    if (!remembered) later[i] = states.worth_of_knowing(i, values_.front());
    const double units = remembered ? demand_at(program_.demand, price, remembered->reference) : demand.units_at(price);
    const double now = (price - program_.cost).value() * units, nothing = std::exp(-demand.orders_per_unit * units);
    const double value =
        program_.periods ? now + program_.discount * (1 - nothing) * later[i] : worth_of_trying(now, program_.discount, nothing, later[i]);
    if (value > best.value) best = {price, value};
  }
  return best;
}

DynamicProgram solve_prices(const PricingProgram& program) {
  require_valid(program);
  require_valid_grids(program);
  Bellman bellman(program);
  return {program, program.periods ? values_by_period(bellman, *program.periods)
                                   : std::vector<std::vector<double>>{values_for_ever(bellman, program.discount)}};
}

}  // namespace ccm
