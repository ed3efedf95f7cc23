// Do sellers who look at each other charge what they should, and where does that end?

#include <catch2/catch.hpp>
#include <cmath>

#include "models/error.hpp"
#include "models/pricing/optimal/bertrand.hpp"
#include "tests/models/random_demand.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

/// Bertrand demand alpha - beta p + epsilon (rivals' mean) in the difference form.
TypeDemand rivalry(double alpha, double beta, double epsilon) { return type_of({alpha, beta - epsilon, epsilon, epsilon}); }

double answer(const TypeDemand& type, Answer how, std::optional<double> mean, std::optional<double> lowest, double cost) {
  const std::vector<TypeDemand> types{type};
  const auto money = [](std::optional<double> price) { return price ? std::optional(Money(*price)) : std::nullopt; };
  const PricingContext context{types, Money(cost), {.answer = how, .undercut = 0.1}, {{money(mean)}, {money(lowest)}}};
  return prices_of("competitive", context)[0].value();
}

}  // namespace

TEST_CASE("follow and undercut, and never below cost") {
  const TypeDemand type = rivalry(100, 2, 1);
  CHECK(answer(type, Answer::follow, 30, 20, 5) == 30);
  CHECK(answer(type, Answer::undercut, 30, 20, 5) == Approx(18));
  CHECK(answer(type, Answer::follow, 30, 20, 35) == 35);
  CHECK(answer(type, Answer::undercut, 30, 20, 19) == 19);
}

TEST_CASE("without a published price a competitive seller charges its best price") {
  const TypeDemand type = rivalry(100, 2, 1);
  for (const Answer how : {Answer::follow, Answer::undercut, Answer::best_response})
    CHECK(answer(type, how, std::nullopt, std::nullopt, 7) == price_of("differential", type, 7));
  const std::vector<TypeDemand> types{type, type};
  PricingContext context{types, Money(7)};
  context.rivals.mean = {std::nullopt, Money(30)};
  CHECK(prices_of("competitive", context) == std::vector<Money>{prices_of("differential", context)[0], Money(30)});
}

TEST_CASE("the best response is that of Bertrand, and no price on a grid earns more against the rivals' mean") {
  Draws draws(1);
  for (int instance = 0; instance < 200; ++instance) {
    const double beta = draws.between(1, 4), epsilon = draws.between(0.05, 0.95) * beta, alpha = draws.between(50, 200);
    const double rivals = draws.between(0.3, 0.9) * alpha / beta, cost = draws.between(0, 0.3) * alpha / beta;
    const double price = answer(rivalry(alpha, beta, epsilon), Answer::best_response, rivals, std::nullopt, cost);
    CHECK(price == Approx(best_response({alpha, beta, epsilon, Money(cost)}, Money(rivals)).value()).epsilon(1e-12));
    const auto profit = [&](double p) { return (p - cost) * std::max(0.0, alpha - beta * p + epsilon * rivals); };
    for (double other = cost; other < 2 * alpha / beta; other += 0.1) CHECK(profit(other) <= profit(price) + 1e-9);
  }
}

TEST_CASE(
    "two sellers who best respond to each other's published prices come to the prices of Bertrand and Nash, at the rate eps / (2 beta)") {
  const double alpha = 100, beta = 2, epsilon = 1.2, cost = 6, rate = epsilon / (2 * beta);
  const TypeDemand type = rivalry(alpha, beta, epsilon);
  const double nash = (alpha + beta * cost) / (2 * beta - epsilon);
  double one = 30, other = 45;
  for (int round = 1; round <= 20; ++round) {
    const double next = answer(type, Answer::best_response, other, std::nullopt, cost);
    other = answer(type, Answer::best_response, one, std::nullopt, cost);
    one = next;
    // the distances 30 - nash and 45 - nash change places and shrink in every round
    const double start_of_one = round % 2 == 0 ? 30 : 45, start_of_other = round % 2 == 0 ? 45 : 30;
    CHECK(one - nash == Approx((start_of_one - nash) * std::pow(rate, round)).margin(1e-12));
    CHECK(other - nash == Approx((start_of_other - nash) * std::pow(rate, round)).margin(1e-12));
  }
  CHECK(one == Approx(nash).epsilon(1e-9));
}

TEST_CASE("followers stay where they are, and undercutting ends at cost") {
  const TypeDemand type = rivalry(100, 2, 1);
  double one = 30, other = 40;
  for (int round = 0; round < 100; ++round) {
    one = answer(type, Answer::undercut, other, other, 6);
    other = answer(type, Answer::undercut, one, one, 6);
  }
  CHECK(one == 6);
  CHECK(other == 6);
  CHECK(answer(type, Answer::follow, 30, 30, 6) == 30);
}

TEST_CASE("undercutting by all of the price, or by less than nothing, is refused") {
  const std::vector<TypeDemand> types{type_of({100, 2, 0, 0})};
  for (const double undercut : {-0.1, 1.0}) {
    const PricingContext context{types, Money(0), {.answer = Answer::undercut, .undercut = undercut}};
    CHECK_THROWS_AS(prices_of("competitive", context), ModelError);
  }
}
