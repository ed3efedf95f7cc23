// What was paid in this period?

#include "sim/transactions.hpp"

namespace ccm {

void Transactions::add(Wanted wanted, std::uint32_t minifactory, Money price, double units) {
  Sales& sales = sales_[{wanted.service, minifactory, wanted.type}];
  sales.price.add(price, units);
  sales.units += units;
}

template <class Action>
void Transactions::for_each_of(std::size_t service, const Action& action) const {
  for (auto sale = sales_.lower_bound({service, 0, CustomerType::price_taker}); sale != sales_.end() && sale->first.service == service;
       ++sale)
    action(sale->first, sale->second);
}

std::map<std::uint32_t, MeanPrice> Transactions::of_type(Wanted wanted) const {
  std::map<std::uint32_t, MeanPrice> means;
  for_each_of(wanted.service, [&](const Key& key, const Sales& sales) {
    if (key.type == wanted.type) means[key.minifactory] = sales.price;
  });
  return means;
}

std::map<std::uint32_t, MeanPrice> Transactions::of_all_types(std::size_t service) const {
  std::map<std::uint32_t, MeanPrice> means;
  for_each_of(service, [&](const Key& key, const Sales& sales) { means[key.minifactory].add(*sales.price.mean(), sales.units); });
  return means;
}

MeanPrice Transactions::of_market(std::size_t service) const {
  MeanPrice mean;
  for_each_of(service, [&](const Key&, const Sales& sales) { mean.add(*sales.price.mean(), sales.units); });
  return mean;
}

}  // namespace ccm
