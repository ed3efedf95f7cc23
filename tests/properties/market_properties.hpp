#pragma once
/// What must be true of every market, in groups. market_properties_test.cpp checks all of a kind in one simulation of a random scenario.

#include "tests/properties/market_run.hpp"

namespace ccm::test {

// In markets with posted prices, where hosts, links, machines and the operator fail.

/// Every request has one life and one end, and every table counts it alike.
[[nodiscard]] Properties requests_have_one_life();
/// Customers buy by the demand model, wait as long as their patience, and remember what they paid.
[[nodiscard]] Properties customers_buy_by_the_model();
/// Money only changes hands, and every hand gets its share.
[[nodiscard]] Properties money_only_changes_hands();
/// Trips are paid once, by those who order them, and borne by what travels.
[[nodiscard]] Properties trips_are_paid_once();
/// Minifactories book the payouts as revenue and the orders as cost.
[[nodiscard]] Properties books_agree_with_orders();
/// The nearest able minifactories are asked, and answer with posted prices in time.
[[nodiscard]] Properties the_able_are_asked_and_answer();
/// The cheapest quote becomes the offer.
[[nodiscard]] Properties the_cheapest_quote_becomes_the_offer();
/// Every message is accounted for.
[[nodiscard]] Properties messages_are_accounted_for();
/// Contractual messages are repeated after a loss only, and heard once.
[[nodiscard]] Properties contracts_are_heard_once();
/// Material flow costs balance at every machine and agree with the periods.
[[nodiscard]] Properties material_flow_costs_balance();
/// Plans keep to capacity, and the work adds up.
[[nodiscard]] Properties plans_keep_to_capacity();
/// Lines serve first come, first served, and never idle while somebody waits.
[[nodiscard]] Properties lines_serve_first_come_first_served();
/// Orders take the planned time, cost the planned cost, and come by road as promised.
[[nodiscard]] Properties orders_are_made_as_planned();

// However prices form.

/// However prices form, every request ends once, and every acceptance makes one order.
[[nodiscard]] Properties bargains_end_once();
/// However prices form, they lie between cost and value.
[[nodiscard]] Properties bargains_lie_between_cost_and_value();
/// However prices form, money is conserved, and local customers stay local.
[[nodiscard]] Properties bargains_conserve_money();

// However the operator matches, splits orders, and has them made in stages.

/// Units, orders and money are conserved when several minifactories make an order.
[[nodiscard]] Properties lots_conserve_units_and_money();
/// The matching policy decides, and nobody is asked twice in a call.
[[nodiscard]] Properties the_matching_policy_decides();

// On floors of machines, where customers cancel and orders move.

/// Every request has one life and one end on floors of machines, where customers cancel and orders move.
[[nodiscard]] Properties requests_have_one_life_on_floors();
/// Money only changes hands on floors of machines, where customers cancel and orders move.
[[nodiscard]] Properties money_only_changes_hands_on_floors();
/// Orders that move or are cancelled are made once or not at all.
[[nodiscard]] Properties orders_that_move_are_made_once();
/// Material flow costs balance on floors of machines, with scrap and with what is given up.
[[nodiscard]] Properties material_flow_costs_balance_on_floors();
/// No machine and nobody does two things at a time, batches follow their routes, and work is done in working hours.
[[nodiscard]] Properties machines_do_one_thing_at_a_time();

}  // namespace ccm::test
