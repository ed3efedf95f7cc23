// Where does a customer's money go?

#include "models/market/settlement.hpp"

#include "models/error.hpp"

namespace ccm {

Settlement settle(Money price, double commission) {
  require(commission >= 0 && commission <= 1, "settlement: the commission must lie in [0, 1]");
  const Money to_operator = price * commission;
  return {to_operator, price - to_operator};
}

Money price_that_leaves(Money needed, double commission) {
  require(needed >= Money(0) && commission >= 0 && commission <= 1,
          "settlement: need and commission must not be negative, nor more than all");
  return needed == Money(0) ? needed : needed / (1 - commission);
}

void Ledger::transfer(std::size_t payer, std::size_t receiver, Money amount) {
  require(amount >= Money(0), "ledger: an amount must not be negative");
  accounts_.at(payer).paid += amount;
  accounts_.at(receiver).received += amount;
}

}  // namespace ccm
