#pragma once
/// Who gets what of a payment, and the accounts that remember it.

#include <cstddef>
#include <vector>

#include "models/units.hpp"

namespace ccm {

/// The two shares of one payment; they add up to it exactly as floating-point numbers do: seller = price - commission.
struct Settlement {
  Money to_operator;
  Money to_seller;
};

/// Splits a payment between the cloud operator and the minifactory.
/// commission  the operator's share of the price [1], 0 <= commission <= 1, else ModelError.
[[nodiscard]] Settlement settle(Money price, double commission);

/// The price of which `needed` is left after the commission:     needed / (1 - commission); without bound if nothing is left of any price.
/// needed >= 0, 0 <= commission <= 1, else ModelError.     Tested by: tests/models/settlement_test.cpp.
[[nodiscard]] Money price_that_leaves(Money needed, double commission);

/// What a minifactory gets for an order.
struct Income {
  Money paid{0};         // by the customer
  Money commission{0};   // what the operator keeps of it
  Money third_party{0};  // on top

  [[nodiscard]] Money total() const { return paid - commission + third_party; }
};

/// What one participant has paid and received so far.
struct Account {
  Money paid{0};
  Money received{0};
};

/// Double-entry accounts: money only ever moves from one account to another, so at every instant the sum of all `paid` is the sum
/// of all `received`.     Tested by: tests/models/settlement_test.cpp.
class Ledger {
 public:
  explicit Ledger(std::size_t accounts) : accounts_(accounts) {}

  /// Moves `amount` (>= 0, else ModelError) from payer to receiver.
  void transfer(std::size_t payer, std::size_t receiver, Money amount);

  [[nodiscard]] const std::vector<Account>& accounts() const { return accounts_; }

 private:
  std::vector<Account> accounts_;
};

}  // namespace ccm
