// Which state follows a price?

#include "models/pricing/optimal/price_states.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {
namespace {

constexpr double rounding = 1e-9;  // of a step

/// An amount that is known to lie within the grid but for rounding.
GridPlace place_within(const MoneyGrid& grid, double position) {
  const double last = static_cast<double>(grid.count - 1), kept = std::clamp(position, 0.0, last);
  const std::size_t index = std::min(static_cast<std::size_t>(kept), grid.count - 2);
  return {index, kept - static_cast<double>(index)};
}

double between(std::span<const double> values, const GridPlace& place) {
  return values[place.index] + place.share * (values[place.index + 1] - values[place.index]);
}

}  // namespace

GridPlace place_in(const MoneyGrid& grid, Money amount) {
  const double position = (amount - grid.from) / grid.step();
  require(position >= -rounding && position <= static_cast<double>(grid.count - 1) + rounding,
          "dynamic program: what customers remember lies outside the grid");
  return place_within(grid, position);
}

PriceStates::PriceStates(const PricingProgram& program) : program_(program), lowest_(program.memory.kind == MemoryKind::peak_end_lowest) {
  const MemoryKind kind = program.memory.kind;
  const bool peak_end = lowest_ || kind == MemoryKind::peak_end_highest;
  const bool smooth = kind == MemoryKind::exponential && program.memory.theta > 0;
  kind_ = peak_end ? Kind::peak_end : smooth ? Kind::reference : Kind::last_price;
  const std::size_t prices = program.prices.count;
  count_ = peak_end ? prices * prices : smooth ? program.references.count : prices;
}

bool PriceStates::exists(std::size_t state) const {
  const std::size_t prices = program_.prices.count;
  return kind_ != Kind::peak_end || !replaces(state % prices, state / prices);
}

Money PriceStates::reference(std::size_t state) const {
  const MoneyGrid& prices = program_.prices;
  if (kind_ == Kind::reference) return program_.references.at(state);
  if (kind_ == Kind::last_price) return prices.at(state);
  const double theta = program_.memory.theta;
  return prices.at(state / prices.count) * theta + prices.at(state % prices.count) * (1 - theta);
}

GridPlace PriceStates::after(std::size_t state, std::size_t price) const {
  const MoneyGrid& prices = program_.prices;
  if (kind_ == Kind::last_price) return {price, 0};
  if (kind_ == Kind::peak_end) {
    const std::size_t extreme = state / prices.count;
    return {(replaces(price, extreme) ? price : extreme) * prices.count + price, 0};
  }
  const double theta = program_.memory.theta;
  const Money next = program_.references.at(state) * theta + prices.at(price) * (1 - theta);
  return place_within(program_.references, (next - program_.references.from) / program_.references.step());
}

void PriceStates::worth_after(std::size_t state, std::span<const double> values, std::span<double> worth) const {
  if (kind_ == Kind::reference) return worth_by_reference(program_.references.at(state), values, worth);
  if (kind_ == Kind::last_price) return void(std::ranges::copy(values, worth.begin()));
  worth_by_extreme({state / program_.prices.count, 0}, values, worth);
}

void PriceStates::worth_after(const Remembered& remembered, std::span<const double> values, std::span<double> worth) const {
  if (kind_ == Kind::last_price) return void(std::ranges::copy(values, worth.begin()));
  if (kind_ == Kind::peak_end) return worth_by_extreme(place_in(program_.prices, remembered.extreme), values, worth);
  static_cast<void>(place_in(program_.references, remembered.reference));
  worth_by_reference(remembered.reference, values, worth);
}

double PriceStates::worth_of_knowing(std::size_t price, std::span<const double> values) const {
  if (kind_ == Kind::reference) return between(values, place_in(program_.references, program_.prices.at(price)));
  return values[kind_ == Kind::peak_end ? price * program_.prices.count + price : price];
}

/// theta r + (1 - theta) p moves evenly along the grid as p does.
void PriceStates::worth_by_reference(Money reference, std::span<const double> values, std::span<double> worth) const {
  const MoneyGrid &references = program_.references, &prices = program_.prices;
  const double theta = program_.memory.theta;
  const Money lowest_next = reference * theta + prices.from * (1 - theta);
  const double start = (lowest_next - references.from) / references.step(), pace = (1 - theta) * (prices.step() / references.step());
  for (std::size_t price = 0; price < prices.count; ++price)
    worth[price] = between(values, place_within(references, start + static_cast<double>(price) * pace));
}

/// A price beyond the extreme becomes the extreme; any other leaves it where it is, on the grid or between two of its points.
void PriceStates::worth_by_extreme(const GridPlace& extreme, std::span<const double> values, std::span<double> worth) const {
  const std::size_t n = program_.prices.count;
  const std::size_t above = std::min(extreme.index + 1, n - 1);
  for (std::size_t price = 0; price < n; ++price) {
    const bool beyond = lowest_ ? price <= extreme.index : price >= above;
    const double here = values[(beyond ? price : extreme.index) * n + price];
    const double next = beyond || extreme.share == 0 ? here : values[above * n + price];
    worth[price] = here + extreme.share * (next - here);
  }
}

}  // namespace ccm
