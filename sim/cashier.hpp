#pragma once
/// Who pays whom for an order.

#include "models/market/settlement.hpp"
#include "sim/market.hpp"

namespace ccm {

/// What of a payment is for whose work.
struct LotPayment {
  Quote quote;
  Money amount;
};

/// Of an order that several make, each gets the share that it quoted (see payment_shares); else there is one payment.
[[nodiscard]] std::vector<LotPayment> shares_of(const Quote& quote, Money amount);

/// Books payments; accounts are numbered like ActorIds, then come the third party and the carriers.
class Cashier {
 public:
  explicit Cashier(const Scenario& scenario);

  /// A customer has paid for an order or a lot of it, through the operator or directly, and the third party pays its part.
  Income settle_order(const Quote& quote, Money amount, bool through_operator);

  /// A minifactory, or a customer who fetches the product, has paid for a trip.
  void pay_freight(ActorId payer, Money amount);

  [[nodiscard]] const Ledger& ledger() const { return ledger_; }
  [[nodiscard]] std::size_t third_party() const { return third_party_; }
  [[nodiscard]] std::size_t carriers() const { return third_party_ + 1; }

 private:
  const Scenario& scenario_;
  Seating seating_;
  std::size_t third_party_;
  Ledger ledger_;
};

}  // namespace ccm
