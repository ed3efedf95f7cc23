// Where does the money for an order come from, and who gets it?

#include "sim/cashier.hpp"

#include "models/market/matching/lots.hpp"

namespace ccm {

Cashier::Cashier(const Scenario& scenario)
    : scenario_(scenario), seating_(scenario), third_party_(1 + seating_.segments + seating_.minifactories), ledger_(third_party_ + 2) {}

Income Cashier::settle_order(const Quote& quote, Money amount, bool through_operator) {
  const ActorId customer = seating_.segment(quote.segment), seller = seating_.minifactory(quote.minifactory);
  const Settlement shares = settle(amount, through_operator ? scenario_.cloud_operator.commission : 0);
  const auto units = static_cast<double>(quote.lot ? quote.lot->units : scenario_.customers[quote.segment].order_size);
  const Income income{amount, shares.to_operator, scenario_.market.revenue.third_party * units};
  ledger_.transfer(customer, Seating::cloud_operator(), shares.to_operator);
  ledger_.transfer(customer, seller, shares.to_seller);
  ledger_.transfer(third_party_, seller, income.third_party);
  return income;
}

void Cashier::pay_freight(ActorId payer, Money amount) { ledger_.transfer(payer, carriers(), amount); }

std::vector<LotPayment> shares_of(const Quote& quote, Money amount) {
  if (!quote.lots) return {{quote, amount}};
  std::vector<LotPrice> prices;
  for (const Quote& lot : *quote.lots) prices.push_back({lot.price, static_cast<double>(lot.lot->units)});
  const std::vector<double> shares = payment_shares(prices);
  std::vector<LotPayment> payments;
  for (std::size_t i = 0; i < shares.size(); ++i) payments.push_back({(*quote.lots)[i], amount * shares[i]});
  return payments;
}

}  // namespace ccm
