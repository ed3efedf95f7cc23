// Is money conserved, and does everybody get what the prices and the commission say?

#include <algorithm>

#include "tests/properties/market_properties.hpp"

namespace ccm::test {
namespace {

double cost_of(const PeriodRecord& row) {
  return row.material_cost + row.energy_cost + row.labour_cost + row.movement_cost + row.waste_cost;
}

struct Sum {
  std::size_t count = 0;
  double value = 0;
  double largest = 0;
  void add(double term) { ++count, value += term, largest = std::max(largest, term); }
};

bool equal(const Sum& a, const Sum& b) {
  return std::abs(a.value - b.value) <= sum_tolerance(a.count + b.count, std::max(a.value, b.value));
}

/// `part` lacks at most `missing` of the terms of `whole`.
bool equal_but_for(std::int64_t missing, const Sum& part, const Sum& whole) {
  const double tolerance = sum_tolerance(part.count + whole.count, whole.value);
  const double gap = whole.value - part.value;
  return gap >= -tolerance && gap <= static_cast<double>(missing) * whole.largest + tolerance;
}

template <class Records, class Chosen, class Value>
Sum sum_of(const Records& records, Chosen chosen, Value value) {
  Sum sum;
  for (const auto& record : records)
    if (chosen(record)) sum.add(value(record));
  return sum;
}

Sum price_of_delivered(const MarketRun& run, std::string_view segment = "") {
  return sum_of(
      run.orders(), [&](const OrderRecord& o) { return o.delivered_at_d && (segment.empty() || o.segment == segment); },
      [](const OrderRecord& o) { return *o.price; });
}

Sum of_accounts(const MarketRun& run, std::string_view role, double AccountRecord::*column) {
  return sum_of(
      run.accounts(), [&](const AccountRecord& a) { return role.empty() || a.role == role; },
      [&](const AccountRecord& a) { return a.*column; });
}

/// Rounding of n additions enters each account, so the number of terms is that of the payments.
Sum with_terms(Sum sum, const MarketRun& run) {
  sum.count += 2 * run.orders().size();
  return sum;
}

/// What trips cost that left there, or that these customers drove to fetch goods.
Sum trips(const MarketRun& run, std::string_view mode, std::string_view ShipmentRecord::*payer, std::string_view name) {
  return sum_of(
      run.recording.all<ShipmentRecord>(),
      [&](const ShipmentRecord& trip) { return trip.mode == mode && (name.empty() || trip.*payer == name); },
      [](const ShipmentRecord& trip) { return trip.cost; });
}

/// What customers paid for products: all that they paid but for fetching them.
Sum paid_for_products(const MarketRun& run, std::string_view segment = "") {
  Sum paid = sum_of(
      run.accounts(), [&](const AccountRecord& a) { return a.role == "customers" && (segment.empty() || a.account == segment); },
      [](const AccountRecord& a) { return a.paid; });
  const Sum fetching = trips(run, "pickup", &ShipmentRecord::destination, segment);
  paid.value -= fetching.value;
  paid.count += fetching.count;
  return paid;
}

void what_is_paid_is_received(const MarketRun& run, Violations& violations) {
  const Sum paid = with_terms(of_accounts(run, "", &AccountRecord::paid), run), received = of_accounts(run, "", &AccountRecord::received);
  violations.unless(equal(paid, received), "paid {}, received {}", paid.value, received.value);
  for (const AccountRecord& account : run.accounts()) {
    violations.unless(account.role == "customers" || account.role == "minifactory" || account.paid == 0, "{} has paid", account.account);
    violations.unless(account.role != "customers" || account.received == 0, "{} has received", account.account);
  }
}

void customers_pay_the_price_of_what_they_got(const MarketRun& run, Violations& violations) {
  const Sum prices = with_terms(price_of_delivered(run), run);
  const std::int64_t unsettled = static_cast<std::int64_t>(price_of_delivered(run).count) - run.recording.messages("payment").delivered;
  const Sum paid = paid_for_products(run);
  violations.unless(unsettled >= 0, "{} payments too many", -unsettled);
  violations.unless(equal_but_for(unsettled, paid, prices), "customers paid {} of {} with {} payments under way", paid.value, prices.value,
                    unsettled);
  for (const AccountRecord& account : run.accounts()) {
    if (account.role != "customers") continue;
    const Sum own = with_terms(price_of_delivered(run, account.account), run);
    const Sum own_paid = paid_for_products(run, account.account);
    violations.unless(equal_but_for(unsettled, own_paid, own), "{} paid {} of {}", account.account, own_paid.value, own.value);
  }
}

void segment_rows_state_what_was_paid_and_gained(const MarketRun& run, Violations& violations) {
  for (const SegmentRecord& row : run.segment_rows()) {
    const auto here = [&](const OrderRecord& o) {
      return o.segment == row.segment && o.delivered_at_d && run.period_at(*o.delivered_at_d) == row.period;
    };
    const Sum price = sum_of(run.orders(), here, [](const OrderRecord& o) { return *o.price; });
    const Sum surplus = sum_of(run.orders(), here, [](const OrderRecord& o) { return o.willingness_to_pay - *o.price; });
    violations.unless(equal({1, row.paid, row.paid}, price), "{} period {}: paid {}, prices {}", row.segment, row.period, row.paid,
                      price.value);
    violations.unless(std::abs(row.surplus - surplus.value) <= sum_tolerance(2 * price.count, price.value + std::abs(surplus.value)),
                      "{} period {}: surplus", row.segment, row.period);
  }
}

void the_operator_keeps_its_commission(const MarketRun& run, Violations& violations) {
  const Sum paid = with_terms(paid_for_products(run), run);
  const double share = run.scenario.cloud_operator.commission;
  const Sum kept = of_accounts(run, "operator", &AccountRecord::received),
            passed_on = of_accounts(run, "minifactory", &AccountRecord::received);
  violations.unless(equal({paid.count, paid.value * share, 0}, kept), "commission {} of {}", kept.value, paid.value);
  violations.unless(equal({paid.count, paid.value * (1 - share), 0}, passed_on), "minifactories received {} of {}", passed_on.value,
                    paid.value);
}

void payouts_become_revenue(const MarketRun& run, Violations& violations) {
  const auto all = [](const PeriodRecord&) { return true; };
  const Sum revenue = sum_of(run.periods(), all, [](const PeriodRecord& row) { return row.revenue; });
  const Sum commission = sum_of(run.periods(), all, [](const PeriodRecord& row) { return row.commission; });
  Sum paid = with_terms(paid_for_products(run), run);
  paid.largest = price_of_delivered(run).largest;
  const std::int64_t under_way = run.recording.messages("payment").delivered - run.recording.messages("payout").delivered;
  violations.unless(equal_but_for(under_way, revenue, paid), "revenue {} of payments {} with {} payouts under way", revenue.value,
                    paid.value, under_way);
  violations.unless(equal({paid.count, revenue.value * run.scenario.cloud_operator.commission, 0}, commission),
                    "commission {} of revenue {}", commission.value, revenue.value);
}

void profit_is_revenue_less_commission_and_cost(const MarketRun& run, Violations& violations) {
  for (const PeriodRecord& row : run.periods()) {
    const double cost = cost_of(row);
    const double more = row.freight_cost + row.written_off + row.idle_energy_cost;
    const double size = row.revenue + row.commission + cost + more;
    violations.unless(std::abs(row.revenue - row.commission - cost - more - row.profit) <= sum_tolerance(9, size), "{} period {}: profit",
                      row.minifactory, row.period);
  }
}

void trips_are_paid_once_by_who_orders_them(const MarketRun& run, Violations& violations) {
  Sum all = trips(run, "delivery", &ShipmentRecord::minifactory, "");
  const Sum fetched = trips(run, "pickup", &ShipmentRecord::destination, ""),
            received = of_accounts(run, "carriers", &AccountRecord::received);
  all.value += fetched.value, all.count += fetched.count;
  violations.unless(equal(all, received), "carriers received {} for trips of {}", received.value, all.value);
  for (const AccountRecord& account : run.accounts()) {
    if (account.role != "minifactory") continue;
    const Sum own = trips(run, "delivery", &ShipmentRecord::minifactory, account.account);
    const Sum booked = sum_of(
        run.periods(), [&](const PeriodRecord& row) { return row.minifactory == account.account; },
        [](const PeriodRecord& row) { return row.freight_cost; });
    violations.unless(equal(own, {1, account.paid, 0}), "{} paid {} for trips of {}", account.account, account.paid, own.value);
    violations.unless(equal(own, booked), "{} booked {} for trips of {}", account.account, booked.value, own.value);
  }
}

/// The orders that have arrived bear the trips that have arrived, whoever shared them.
void orders_bear_the_trips(const MarketRun& run, Violations& violations) {
  const auto arrived = [&](const ShipmentRecord& trip) { return trip.arrived_at_d <= run.horizon_d(); };
  const auto delivered = [](const OrderRecord& order) { return order.delivered_at_d.has_value(); };
  const auto& shipments = run.recording.all<ShipmentRecord>();
  const Sum cost = sum_of(shipments, arrived, [](const ShipmentRecord& trip) { return trip.cost; });
  const Sum borne = sum_of(run.orders(), delivered, [](const OrderRecord& order) { return *order.freight_cost; });
  violations.unless(equal(cost, borne), "trips cost {}, orders bear {}", cost.value, borne.value);
  const Sum co2 = sum_of(shipments, arrived, [](const ShipmentRecord& trip) { return trip.co2_kg; });
  const Sum borne_co2 = sum_of(run.orders(), delivered, [](const OrderRecord& order) { return *order.freight_co2_kg; });
  violations.unless(equal(co2, borne_co2), "trips emit {}, orders bear {}", co2.value, borne_co2.value);
}

void cost_is_the_unit_cost_of_what_was_made(const MarketRun& run, Violations& violations) {
  for (const MinifactorySpec& minifactory : run.scenario.minifactories) {
    if (!run.all_delivered(minifactory.name)) continue;
    const auto own = [&](const auto& row) { return row.minifactory == minifactory.name; };
    const Sum booked = sum_of(run.periods(), own, cost_of);
    const Sum stated = sum_of(run.orders(), own, [](const OrderRecord& order) { return order.unit_cost.value_or(0); });
    violations.unless(equal(booked, {5 * stated.count, stated.value, 0}), "{}: cost {}, orders say {}", minifactory.name, booked.value,
                      stated.value);
  }
}

}  // namespace

Properties money_only_changes_hands() {
  return {what_is_paid_is_received, customers_pay_the_price_of_what_they_got, segment_rows_state_what_was_paid_and_gained,
          the_operator_keeps_its_commission};
}

Properties trips_are_paid_once() { return {trips_are_paid_once_by_who_orders_them, orders_bear_the_trips}; }

Properties books_agree_with_orders() {
  return {payouts_become_revenue, profit_is_revenue_less_commission_and_cost, cost_is_the_unit_cost_of_what_was_made};
}

Properties money_only_changes_hands_on_floors() {
  return {what_is_paid_is_received,
          customers_pay_the_price_of_what_they_got,
          segment_rows_state_what_was_paid_and_gained,
          the_operator_keeps_its_commission,
          trips_are_paid_once_by_who_orders_them,
          orders_bear_the_trips,
          payouts_become_revenue,
          profit_is_revenue_less_commission_and_cost,
          cost_is_the_unit_cost_of_what_was_made};
}

}  // namespace ccm::test
