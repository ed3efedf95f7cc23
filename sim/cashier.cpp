// Where does the money for an order come from, and who gets it?

#include "sim/cashier.hpp"

namespace ccm {

Cashier::Cashier(const Scenario& scenario)
    : scenario_(scenario), seating_(scenario), third_party_(1 + seating_.segments + seating_.minifactories), ledger_(third_party_ + 1) {}

Income Cashier::settle_order(const Quote& quote, Money amount, bool through_operator) {
  const ActorId customer = seating_.segment(quote.segment), seller = seating_.minifactory(quote.minifactory);
  const Settlement shares = settle(amount, through_operator ? scenario_.cloud_operator.commission : 0);
  const auto units = static_cast<double>(scenario_.customers[quote.segment].order_size);
  const Income income{amount, shares.to_operator, scenario_.market.revenue.third_party * units};
  ledger_.transfer(customer, Seating::cloud_operator(), shares.to_operator);
  ledger_.transfer(customer, seller, shares.to_seller);
  ledger_.transfer(third_party_, seller, income.third_party);
  return income;
}

}  // namespace ccm
