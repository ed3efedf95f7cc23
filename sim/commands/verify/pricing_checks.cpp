// Do the closed forms of best prices agree with dynamic programs and numeric searches?

#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "models/pricing/learning/demand_estimator.hpp"
#include "models/pricing/menu.hpp"
#include "models/pricing/optimal/bertrand.hpp"
#include "models/pricing/optimal/common_reference_policy.hpp"
#include "models/pricing/optimal/continuous_policy.hpp"
#include "models/pricing/optimal/dynamic_program.hpp"
#include "models/pricing/optimal/eq13.hpp"
#include "models/pricing/optimal/finite_horizon.hpp"
#include "models/pricing/optimal/linear_policy.hpp"
#include "models/pricing/optimal/loss_averse_policy.hpp"
#include "models/pricing/optimal/peak_end_range.hpp"
#include "models/pricing/optimal/price_cycle.hpp"
#include "models/pricing/strategy.hpp"
#include "sim/commands/verify/topics.hpp"

namespace ccm {
namespace {

constexpr const char* popescu_wu = "[PopescuWu2007]";
constexpr std::size_t grid_prices = 401;

/// a = 10, b = 1, c = 0, delta = 0.8.
ReferenceSeller seller_with(double gain, double loss, double theta) {
  return {.demand = {.a = 10, .b = 1, .gain = gain, .loss = loss}, .cost = Money(0), .discount = 0.8, .theta = theta};
}

/// The seller's problem as a finite Markov decision process with prices 0, 0.025, ..., 10.
DynamicProgram program_of(const ReferenceSeller& seller, MemoryKind memory) {
  const MoneyGrid grid{Money(0), Money(10), grid_prices};
  return solve_prices({.demand = seller.demand,
                       .cost = seller.cost,
                       .discount = seller.discount,
                       .memory = {memory, seller.theta},
                       .prices = grid,
                       .references = grid});
}

const Tolerance grid_step{10.0 / (grid_prices - 1), "a step of the grid"};

/// The prices of the program's best path.
std::vector<double> path_of(const DynamicProgram& program, double start, std::size_t periods) {
  std::optional<Remembered> remembered = Remembered{Money(start), Money(start)};
  std::vector<double> prices;
  for (std::size_t t = 0; t < periods; ++t) {
    const Money price = program.price_at(*remembered);
    prices.push_back(price.value());
    remembered = remember(program.program().memory, remembered, price);
  }
  return prices;
}

/// The discounted profit of the linear policy, period by period.
double profit_of_path(const LinearPolicy& policy, double reference) {
  const auto& [demand, cost, discount, theta] = policy.seller;
  double profit = 0, weight = 1;
  for (int t = 0; t < 400; ++t, weight *= discount) {  // 0.8^400 is nothing
    const Money price = policy.price_at(Money(reference));
    profit += weight * (price - cost).value() * demand_at(demand, price, Money(reference));
    reference = theta * reference + (1 - theta) * price.value();
  }
  return profit;
}

std::vector<Check> linear_policy_checks() {
  const ReferenceSeller seller = seller_with(1, 1, 0.5);
  const LinearPolicy policy = linear_policy(seller), riccati = riccati_policy(seller);
  const DynamicProgram program = program_of(seller, MemoryKind::exponential);
  const Money r(6);
  const double price = policy.price_at(r).value(), value = policy.value_at(r);
  // A price half a step off loses at most (b + g) (step/2)^2 in a period; interpolation between references at most v2 step^2 / 4.
  const double step = grid_step.value, lost = (2 + policy.value.curvature) * step * step / 4 / (1 - 0.8);
  return {{"linear policy: steady price by hand", 30.0 / 7, policy.steady.value(), floating_point(30.0 / 7), popescu_wu},
          {"linear policy: price at r = 6 by Riccati", riccati.price_at(r).value(), price, floating_point(price), popescu_wu},
          {"linear policy: value at r = 6 by Riccati", riccati.value_at(r), value, floating_point(value), popescu_wu},
          {"linear policy: value at r = 6 by its path", profit_of_path(policy, 6), value, floating_point(value), popescu_wu},
          {"linear policy: price at r = 6 by dynamic program", program.price_at({r, r}).value(), price, grid_step, "[Puterman1994]"},
          {"linear policy: value at r = 6 by dynamic program", program.value_at({r, r}), value, {lost, "grids"}, "[Puterman1994]"}};
}

std::vector<Check> asymmetry_checks() {
  const LossAversePolicy averse = loss_averse_policy(seller_with(0.5, 2, 0.5));
  const DynamicProgram averse_program = program_of(seller_with(0.5, 2, 0.5), MemoryKind::exponential);
  const PriceCycle cycle = discounted_price_cycle(seller_with(2, 0.5, 0)).value();
  const std::vector<double> turns = path_of(program_of(seller_with(2, 0.5, 0), MemoryKind::last_price), 5, 60);
  const PeakEndRange range = peak_end_range(seller_with(1, 1, 0.5), MemoryKind::peak_end_lowest).value();
  const DynamicProgram peak_end = program_of(seller_with(1, 1, 0.5), MemoryKind::peak_end_lowest);
  const auto [low, high] = std::minmax(turns[58], turns[59]);
  return {{"loss aversion: lower end of the band by hand", 3.75, averse.low().value(), floating_point(3.75), popescu_wu},
          {"loss aversion: upper end of the band by hand", 10 / (2 + 0.5 / 3), averse.high().value(), floating_point(5), popescu_wu},
          {"loss aversion: price at r = 4.2 stays, by dynamic program", averse_program.price_at({Money(4.2), Money(4.2)}).value(),
           averse.price_at(Money(4.2)).value(), grid_step, "[Puterman1994]"},
          {"gain seeking: high price by dynamic program", high, cycle.high.value(), grid_step, "[HuChenHu2016]"},
          {"gain seeking: low price by dynamic program", low, cycle.low.value(), grid_step, "[HuChenHu2016]"},
          {"peak-end memory: upper end by dynamic program", path_of(peak_end, 8, 200).back(), range.high.value(), grid_step,
           "[NasiryPopescu2011]"}};
}

constexpr Money paper_cost(6.5194935);
constexpr double paper_gamma = 0.5;

double profit_at(std::span<const Eq13Type> types, const std::vector<Money>& prices) {
  const std::vector<double> demands = eq13_demands(types, paper_gamma, prices);
  double profit = 0;
  for (std::size_t k = 0; k < prices.size(); ++k) profit += (prices[k] - paper_cost).value() * demands[k];
  return profit;
}

/// The highest profit, and its prices, by raising and lowering one price at a time.
template <class Profit>
double highest(const Profit& profit, std::vector<Money>& prices) {
  double best = profit(prices);
  for (double step = 4; step > 1e-7; step /= 2)
    for (bool better = true; std::exchange(better, false);)
      for (Money& price : prices)
        for (const double change : {step, -step}) {
          const Money before = std::exchange(price, price + Money(change));
          const double tried = profit(prices);
          better = better || tried > best;
          tried > best ? void(best = tried) : void(price = before);
        }
  return best;
}

Check eq_13_check() {
  static constexpr std::array<Eq13Type, 3> types{{{100, 1.5}, {100, 2}, {100, 2.5}}};
  std::vector<Money> prices = eq13_prices(types, paper_cost, paper_gamma, Eq13Reading::plugged);
  const double best = highest([](const std::vector<Money>& tried) { return profit_at(types, tried); }, prices);
  const double joint = profit_at(types, eq13_prices(types, paper_cost, paper_gamma, Eq13Reading::joint));
  return {"Eq. 13 jointly: profit by numeric search", best, joint, floating_point(best), "[QamarAziz2023] Eq. 13"};
}

/// A seller whose time ends after six periods, and all six prices at once.
std::vector<Check> finite_horizon_checks() {
  const ReferenceSeller seller = seller_with(1, 1, 0.5);
  const auto profit = [&](const std::vector<Money>& prices) {
    double sum = 0, weight = 1, reference = 6;
    for (const Money price : prices) {
      sum += weight * price.value() * demand_at(seller.demand, price, Money(reference));
      reference = seller.theta * reference + (1 - seller.theta) * price.value();
      weight *= seller.discount;
    }
    return sum;
  };
  std::vector<Money> prices(6, Money(4));
  const double best = highest(profit, prices);
  const FiniteHorizonPolicy policy = finite_horizon_policy(seller, 6);
  const Tolerance searched{1e-5, "numeric search"};
  return {{"six periods: value by numeric search over all prices", best, policy.value_at(Money(6)), floating_point(best), popescu_wu},
          {"six periods: first price by the same search", prices.front().value(), policy.price_at(Money(6)).value(), searched, popescu_wu}};
}

/// Two types with one reference price: their policy's value is what the best prices of one period and that value afterwards bring.
Check common_reference_check() {
  const CommonReferenceSeller seller{{{1, 100, 2, 0.5, 0.6}, {1, 80, 3, 1, 0.4}}, Money(5), 0.8, 0.5};
  const CommonReferencePolicy policy = common_reference_policy(seller);
  const Money reference(20);
  const auto profit = [&](const std::vector<Money>& prices) {
    double sum = seller.discount * policy.value_at(policy.reference_after(reference, prices));
    for (std::size_t k = 0; k < prices.size(); ++k) {
      const CommonReferenceType& type = seller.types[k];
      sum += (prices[k] - seller.cost).value() * (type.alpha - type.beta * prices[k].value() + type.gamma * reference.value());
    }
    return sum;
  };
  std::vector<Money> prices{Money(20), Money(20)};
  const double best = highest(profit, prices);
  return {"two types, one reference: value by the Bellman equation", best, policy.value_at(reference), floating_point(best), popescu_wu};
}

/// 20 units are left: 100 - 2 p = 20. A double order must not cost less than a single one: (2 u - 5)(100 - 4 u) + (u - 5)(40 - 3 u) is
/// highest at u = 12.5.
std::vector<Check> static_checks() {
  const std::array single{TypeDemand{CustomerType::price_taker, 100, 2}};
  const Money yield = pricing_strategy("capacity_yield").prices({.types = single, .unit_cost = Money(5), .remaining = {20, 1}}).front();
  const std::array<SizeDemand, 2> sizes{{{1, 100, 2}, {2, 40, 3}}};
  return {{"capacity_yield: price that sells what is left, by hand", 40, yield.value(), floating_point(40), "[GallegoVanRyzin1994]"},
          {"quantity_discount: price of a unit of two, by hand", 12.5, best_menu(sizes, Money(5)).back().value(), floating_point(12.5),
           "[MaskinRiley1984]"}};
}

/// What sells 100 - 2 p + 0.5 (r - p) without chance.
std::vector<Check> learning_checks() {
  DemandEstimator estimator;
  for (const auto& [price, reference] : {std::pair{20.0, 25.0}, {22.0, 24.0}, {27.0, 20.0}, {18.0, 23.0}})
    estimator.observe({Money(price), Money(reference), 100 - 2 * price + 0.5 * (reference - price), 1});
  const DemandEstimate learned = estimator.estimate();
  constexpr auto source = "[Bjorck1996]";
  return {{"learn: slope of the price from exact sales", 2, learned.b.value, floating_point(2), source},
          {"learn: effect of the reference price from exact sales", 0.5, learned.g.value, floating_point(1), source}};
}

/// Time flows; in steps of a thousandth of a period it nearly does.
Check continuous_check() {
  constexpr double step = 1e-3;
  const ReferenceDemand demand{.a = 10, .b = 1, .gain = 1, .loss = 1};
  const ContinuousPolicy flowing = continuous_policy({demand, Money(0), 0.2, 0.7});
  const LinearPolicy stepping = linear_policy({demand, Money(0), std::exp(-0.2 * step), std::exp(-0.7 * step)});
  const Tolerance first_order{step, "length of a step"};
  return {"continuous time: price at r = 6 in steps of 1/1000", stepping.price_at(Money(6)).value(), flowing.price_at(Money(6)).value(),
          first_order, "[FibichGaviousLowengart2003]"};
}

Check competition_check() {
  const BertrandSeller seller{.alpha = 100, .beta = 2, .epsilon = 1.5, .cost = Money(10)};
  Money price(0);
  for (int round = 0; round < 60; ++round) price = best_response(seller, price);  // each brings it nearer by 1.5 / 4
  return {"competition: price after many answers", 120 / 2.5, price.value(), floating_point(48), "Nash equilibrium by hand"};
}

}  // namespace

std::vector<Check> pricing_checks(const Laboratory&) {
  std::vector<Check> checks = linear_policy_checks();
  for (const auto& more : {asymmetry_checks(),
                           finite_horizon_checks(),
                           static_checks(),
                           learning_checks(),
                           {common_reference_check(), continuous_check(), eq_13_check(), competition_check()}})
    checks.insert(checks.end(), more.begin(), more.end());
  return checks;
}

}  // namespace ccm
