#pragma once
/// Who pays whom for an order.

#include "models/market/settlement.hpp"
#include "sim/market.hpp"

namespace ccm {

/// Books payments; accounts are numbered like ActorIds, and the third party comes last.
class Cashier {
 public:
  explicit Cashier(const Scenario& scenario);

  /// A customer has paid for an order, through the operator or directly, and the third party pays its part.
  Income settle_order(const Quote& quote, Money amount, bool through_operator);

  [[nodiscard]] const Ledger& ledger() const { return ledger_; }
  [[nodiscard]] std::size_t third_party() const { return third_party_; }

 private:
  const Scenario& scenario_;
  Seating seating_;
  std::size_t third_party_;
  Ledger ledger_;
};

}  // namespace ccm
