#pragma once
/// What was paid in the running period, and for what: the facts from which reference prices form.

#include <map>

#include "models/market/market_report.hpp"
#include "models/running_mean.hpp"

namespace ccm {

/// The mean price paid for a service in a period, by minifactory and customer type, and over them.
class Transactions {
 public:
  /// `units` were bought.
  void add(Wanted wanted, std::uint32_t minifactory, Money price, double units);
  void clear() { sales_.clear(); }

  /// By minifactory: what one type paid there, or all types.
  [[nodiscard]] std::map<std::uint32_t, MeanPrice> of_type(Wanted wanted) const;
  [[nodiscard]] std::map<std::uint32_t, MeanPrice> of_all_types(std::size_t service) const;
  /// What was paid anywhere.
  [[nodiscard]] MeanPrice of_market(std::size_t service) const;

 private:
  struct Key {
    std::size_t service;
    std::uint32_t minifactory;
    CustomerType type;

    auto operator<=>(const Key&) const = default;
  };
  struct Sales {
    MeanPrice price;
    double units = 0;
  };
  template <class Action>
  void for_each_of(std::size_t service, const Action& action) const;

  std::map<Key, Sales> sales_;
};

}  // namespace ccm
