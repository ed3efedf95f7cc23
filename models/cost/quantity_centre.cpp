// Whose product goes where?

#include "models/cost/quantity_centre.hpp"

namespace ccm {

std::vector<std::size_t> sources(const std::vector<QuantityCentre>& centres, std::size_t q) {
  if (centres.at(q).from) return *centres[q].from;
  return q > 0 ? std::vector{q - 1} : std::vector<std::size_t>{};
}

std::vector<std::optional<std::size_t>> takers(const std::vector<QuantityCentre>& centres) {
  std::vector<std::optional<std::size_t>> taker(centres.size());
  for (std::size_t q = 0; q < centres.size(); ++q)
    for (const std::size_t source : sources(centres, q)) taker.at(source) = q;
  return taker;
}

std::vector<std::size_t> downstream_order(const std::vector<QuantityCentre>& centres) {
  const auto taker = takers(centres);
  std::vector<std::size_t> waits_for, order;
  for (std::size_t q = 0; q < centres.size(); ++q) {
    waits_for.push_back(sources(centres, q).size());
    if (waits_for[q] == 0) order.push_back(q);
  }
  for (std::size_t i = 0; i < order.size(); ++i)
    if (const auto next = taker[order[i]]; next && --waits_for[*next] == 0) order.push_back(*next);
  return order;
}

}  // namespace ccm
