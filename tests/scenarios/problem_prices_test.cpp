// Does a problem of bargaining or pricing say what its author meant?

#include <catch2/catch.hpp>

#include "scenarios/problems/problem.hpp"

using namespace ccm;

namespace {

template <class Question>
Question bargaining(const std::string& keys) {
  return std::get<Question>(std::get<BargainingTask>(load_problem_text("problem: bargaining\n" + keys, "b.yaml")).question);
}

auto pricing(const std::string& keys) { return std::get<PricingTask>(load_problem_text("problem: pricing\n" + keys, "p.yaml")).question; }

PricesOverTime over_time(const std::string& keys) { return std::get<PricesOverTime>(pricing(keys)); }

}  // namespace

TEST_CASE("bargaining: rubinstein, with and without a last round") {
  const std::string keys = "kind: rubinstein\nvalue: 40 EUR\ncost: 10\ndiscount_seller: 0.9\ndiscount_buyer: 0.8\n";
  const auto endless = bargaining<RubinsteinGame>(keys);
  CHECK(endless.value == Money(40));
  CHECK(endless.cost == Money(10));
  CHECK(endless.seller_discount == 0.9);
  CHECK(endless.buyer_discount == 0.8);
  CHECK(endless.first == Party::seller);
  CHECK_FALSE(endless.rounds);
  CHECK_FALSE(bargaining<RubinsteinGame>(keys + "rounds: infinite\n").rounds);
  const auto short_game = bargaining<RubinsteinGame>(keys + "rounds: 7\nfirst: buyer\n");
  CHECK(short_game.rounds == 7);
  CHECK(short_game.first == Party::buyer);
}

TEST_CASE("bargaining: nash") {
  const auto bargain =
      bargaining<NashBargain>("kind: nash\nvalue: 40\ncost: 10\nseller_power: 60 %\nseller_outside: 4\nbuyer_outside: 12\n");
  CHECK(bargain.value == Money(40));
  CHECK(bargain.cost == Money(10));
  CHECK(bargain.seller_power == 0.6);
  CHECK(bargain.seller_outside == Money(4));
  CHECK(bargain.buyer_outside == Money(12));
}

TEST_CASE("bargaining: concession") {
  const auto who = bargaining<Negotiators>(
      "kind: concession\nfirst: buyer\nbuyer: {from: 10, to: 40, deadline: 9, kappa: 5 %, beta: 0.5, family: exponential}\n"
      "seller: {from: 50, to: 15, deadline: 12}\n");
  CHECK(who.first == Party::buyer);
  CHECK(who.buyer.party == Party::buyer);
  CHECK(who.buyer.position == Position{Money(10), Money(40)});
  CHECK(who.buyer.concession == Concession{0.05, 0.5, ConcessionFamily::exponential, 9});
  CHECK(who.seller.party == Party::seller);
  CHECK(who.seller.position == Position{Money(50), Money(15)});
  CHECK(who.seller.concession == Concession{.deadline = 12});
}

TEST_CASE("bargaining: search and posted prices") {
  const auto search = bargaining<QuoteSearch>("kind: search\nlow: 20\nhigh: 40\nquote_cost: 0.4\ndiscount: 0.95\nvalue: 50\n");
  CHECK(search.lowest == Money(20));
  CHECK(search.highest == Money(40));
  CHECK(search.quote_cost == Money(0.4));
  CHECK(search.discount == 0.95);
  CHECK(search.value == Money(50));
  const std::string keys = "kind: posted\nW: 100\ncost: 20\nshare_takers: 0.3\nseller_power: 0.6\n";
  const auto posted = bargaining<PostedPriceQuestion>(keys);
  CHECK(posted.customers.highest_value == Money(100));
  CHECK(posted.customers.cost == Money(20));
  CHECK(posted.customers.takers == 0.3);
  CHECK(posted.customers.seller_power == 0.6);
  CHECK(posted.cutoff == Cutoff::committed);
  CHECK(bargaining<PostedPriceQuestion>(keys + "cutoff: false\n").cutoff == Cutoff::at_cost);
}

TEST_CASE("pricing: one seller over time") {
  const auto asked = over_time(
      "cost: 10 EUR\ndemand: {a: 100, b: 2, gain: 0.5, loss: 2}\nmemory: {kind: peak_end, theta: 0.25, extreme: highest}\n"
      "discount: 1\nhorizon: 12\nstart: {extreme: 30, last: 20}\ngrid: {from: 12, to: 40.1, step: 0.25}\nshow: 20\n");
  const PricingProgram& program = asked.program;
  CHECK(program.demand == ReferenceDemand{100, 2, 0.5, 2});
  CHECK(program.cost == Money(10));
  CHECK(program.memory == PriceMemory{MemoryKind::peak_end_highest, 0.25});
  CHECK(program.periods == 12);
  CHECK(asked.start == Remembered{Money(22.5), Money(30)});
  CHECK(program.prices == MoneyGrid{Money(12), Money(40), 113});
  CHECK_FALSE(asked.closed_form);
  CHECK(asked.shown == 12);
}

TEST_CASE("pricing: what is left out") {
  const std::string rest = "cost: 10\nmemory: {kind: exponential, theta: 0.5}\ndiscount: 0.9\n";
  const auto asked = over_time(rest + "demand: {a: 100, b: 2, gain: 0.5}\n");
  CHECK(asked.program.demand == ReferenceDemand{100, 2, 0.5, 0.5});
  CHECK_FALSE(asked.program.periods);
  CHECK(asked.start == Remembered{Money(30), Money(30)});
  CHECK(asked.closed_form);
  CHECK(over_time(rest + "demand: {alpha: 100, beta: 2.5, gamma: 0.5}\nhorizon: infinite\n").program.demand == asked.program.demand);
  CHECK_FALSE(over_time(rest + "demand: {a: 100, b: 2, gain: 1, loss: 0.5}\n").closed_form);
  CHECK_FALSE(over_time(rest + "demand: {a: 100, b: 2, gain: 0.5, loss: 1}\nhorizon: 4\n").closed_form);
  CHECK(over_time(rest + "demand: {a: 100, b: 2, gain: 0.5}\nhorizon: 4\n").closed_form);
  CHECK_FALSE(over_time(rest + "demand: {a: 100, b: 2, gain: 0.5}\nmethod: dynamic_program\n").closed_form);
}

TEST_CASE("pricing: a start below the grid has reference prices that reach it") {
  const auto asked = over_time(
      "cost: 10\ndemand: {a: 100, b: 2, gain: 2, loss: 1}\nmemory: {kind: exponential, theta: 0.5}\ndiscount: 0.9\n"
      "start: {reference: 9.3}\ngrid: {from: 10, to: 40, step: 0.5}\n");
  CHECK(asked.program.references.from == Money(9.3));
  CHECK(asked.program.references.to >= Money(40));
  CHECK(asked.program.references.step() <= Money(0.5));
}

TEST_CASE("pricing: several types, in one period and over time") {
  const std::string types = "cost: 6\ntypes: [{name: takers, alpha: 100, beta: 1.5}, {alpha: 80, beta: 2}]\n";
  const auto once = std::get<PricesOfTypes>(pricing(types + "strategy: eq13_joint\ngamma: 0.5\n"));
  CHECK(once.names == std::vector<std::string>{"takers", "type 2"});
  CHECK(once.types[1].alpha == 80);
  CHECK(once.eq13 == Eq13Reading::joint);
  CHECK(once.gamma == 0.5);
  const auto common = std::get<CommonReferencePrices>(pricing(
      "cost: 6\ntypes: [{alpha: 100, beta: 1.5, share: 3}, {alpha: 80, beta: 2, gamma: 0.5}]\nmemory: {kind: last_price}\ndiscount: 0.5\n"));
  CHECK(common.seller.types[0].weight == 0.75);
  CHECK(common.seller.types[1].gamma == 0.5);
  CHECK(common.seller.theta == 0);
  CHECK(common.start.value() == Approx(0.75 * (100 / 3.0 + 3) + 0.25 * 23));
}
