// Is true of every market what must be true of it?
//
// A scenario takes far longer to simulate than to check, so that everything is checked that must be true of it.

#include "tests/properties/market_properties.hpp"

#include <catch2/catch.hpp>

namespace ccm::test {
namespace {

Properties all_of(const std::vector<Properties>& groups) {
  Properties all;
  for (const Properties& group : groups) all.insert(all.end(), group.begin(), group.end());
  return all;
}

}  // namespace

TEST_CASE("random markets: requests, customers, money, trips, books, quotes, messages, material flow costs, plans and production") {
  hold_in_random_scenarios(all_of(
      {requests_have_one_life(), customers_buy_by_the_model(), money_only_changes_hands(), trips_are_paid_once(), books_agree_with_orders(),
       the_able_are_asked_and_answer(), the_cheapest_quote_becomes_the_offer(), messages_are_accounted_for(), contracts_are_heard_once(),
       material_flow_costs_balance(), plans_keep_to_capacity(), lines_serve_first_come_first_served(), orders_are_made_as_planned()}));
}

TEST_CASE("random markets, however prices form: requests, talks, prices and money") {
  hold_in_random_bargaining(all_of({bargains_end_once(), bargains_lie_between_cost_and_value(), bargains_conserve_money()}));
}

TEST_CASE("random markets, however the operator matches: units, lots, money and who is asked") {
  hold_in_random_matching(all_of({lots_conserve_units_and_money(), the_matching_policy_decides()}));
}

TEST_CASE("random floors of machines: requests, money, messages, material flow costs, and one thing at a time") {
  hold_in_random_floors(all_of({requests_have_one_life_on_floors(), money_only_changes_hands_on_floors(), orders_that_move_are_made_once(),
                                material_flow_costs_balance_on_floors(), machines_do_one_thing_at_a_time()}));
}

}  // namespace ccm::test
