// How is an order shared out, and what is paid for it?

#include "models/market/matching/lots.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {

std::vector<std::int64_t> split_units(std::int64_t units, std::span<const std::int64_t> offered) {
  require(units > 0, "lots: an order has at least one unit");
  std::vector<std::int64_t> lots;
  for (const std::int64_t most : offered) {
    require(most >= 0, "lots: nobody offers less than nothing");
    lots.push_back(std::min(most, units));
    units -= lots.back();
  }
  return units == 0 ? lots : std::vector<std::int64_t>{};
}

std::vector<double> payment_shares(std::span<const LotPrice> lots) {
  double paid = 0, units = 0;
  for (const LotPrice& lot : lots) {
    paid += lot.price.value() * lot.units;
    units += lot.units;
  }
  std::vector<double> shares;
  for (const LotPrice& lot : lots) shares.push_back(paid > 0 ? lot.price.value() * lot.units / paid : lot.units / units);
  return shares;
}

}  // namespace ccm
