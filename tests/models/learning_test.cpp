// Do sellers learn the demand that they face, and do they know what they do not know?

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <catch2/catch.hpp>
#include <cmath>

#include "models/error.hpp"
#include "models/pricing/learning/demand_estimator.hpp"
#include "models/pricing/learning/exploration.hpp"
#include "models/pricing/learning/learned_demand.hpp"
#include "models/pricing/learning/least_squares.hpp"
#include "tests/models/random_demand.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

constexpr ReferenceDemand truth{100, 2, 0.8, 0.8};

double sales_at(Money price, Money reference) { return demand_at(truth, price, reference); }

std::int64_t poisson(RandomStream& stream, double mean) {
  std::int64_t count = 0;
  for (double time = stream.exponential(Seconds(1)).value(); time < mean; time += stream.exponential(Seconds(1)).value()) ++count;
  return count;
}

/// A seller of the true demand for so many periods: 140 customers come on average, of whom some buy at its explored price.
std::vector<SalesObservation> simulated(std::uint64_t replication, int periods) {
  RandomStream exploring(1, replication, "seller", "exploration"), coming(1, replication, "market", "arrivals"),
      buying(1, replication, "market", "values");
  std::vector<SalesObservation> seen;
  std::optional<Remembered> remembered{{Money(30), Money(30)}};
  for (int t = 0; t < periods; ++t) {
    const Money price = explored_price(Money(30), 0.2, exploring);
    SalesObservation observed{.price = price, .reference = remembered->reference};
    observed.requests = static_cast<double>(poisson(coming, 140));
    for (int customer = 0; customer < observed.requests; ++customer)
      observed.units += buying.uniform(0, 140) < sales_at(price, remembered->reference);
    seen.push_back(observed);
    remembered = remember({}, remembered, price);
  }
  return seen;
}

bool covers(const EstimatedParameter& parameter, double value, double degrees) {
  const double t = boost::math::quantile(boost::math::students_t(degrees), 0.995);
  return std::abs(parameter.value - value) <= t * parameter.standard_error;
}

TypeDemand prior() { return type_of({90, 1.5, 0.2, 0.6}, 30); }

bool says(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("exact data give the exact demand") {
  Draws draws(1);
  for (int instance = 0; instance < 100; ++instance) {
    DemandEstimator estimator;
    for (int t = 0; t < 10; ++t) {
      const Money price(draws.between(20, 40)), reference(draws.between(20, 40));
      estimator.observe({price, reference, sales_at(price, reference)});
    }
    const DemandEstimate found = estimator.estimate();
    CHECK(found.a.value == Approx(100).epsilon(1e-9));
    CHECK(found.b.value == Approx(2).epsilon(1e-9));
    CHECK(found.g.value == Approx(0.8).epsilon(1e-9));
    CHECK(found.residual_sd < 1e-9);
    CHECK(found.periods == 10);
  }
}

TEST_CASE("the fit solves the normal equations, and its errors are those of the inverse") {
  const DataColumn one(4, 1), x{1, 2, 3, 4}, y{4.9, 7.7, 11.3, 14.1};
  const LeastSquares fit = least_squares({one, x}, y);
  // by hand: mean x 2.5, mean y 9.5, Sxx = 5, Sxy = 15.6
  CHECK(fit.coefficients[1] == Approx(15.6 / 5));
  CHECK(fit.coefficients[0] == Approx(9.5 - 2.5 * 15.6 / 5));
  const double squares = 4.6 * 4.6 + 1.8 * 1.8 + 1.8 * 1.8 + 4.6 * 4.6 - 15.6 * 15.6 / 5;
  CHECK(fit.residual_sd == Approx(std::sqrt(squares / 2)));
  CHECK(fit.standard_errors[1] == Approx(std::sqrt(squares / 2 / 5)));
  CHECK(fit.standard_errors[0] == Approx(std::sqrt(squares / 2 * (1.0 / 4 + 2.5 * 2.5 / 5))));
  CHECK(unexplained({one, x, x})[2] == Approx(0).margin(1e-12));
  CHECK_THROWS_AS(least_squares({one, x}, DataColumn{1, 2}), ModelError);
  CHECK_THROWS_AS(least_squares({one, one}, y), ModelError);
}

TEST_CASE("with exploration the 99 % intervals of a, b and g cover the truth in 99 % of simulated markets") {
  constexpr int markets = 400, periods = 60;
  int a = 0, b = 0, g = 0;
  for (std::uint64_t replication = 0; replication < markets; ++replication) {
    const DemandEstimate found = estimate_demand(simulated(replication, periods));
    REQUIRE(found.knows_reference_effect());
    a += covers(found.a, truth.a, periods - 3);
    b += covers(found.b, truth.b, periods - 3);
    g += covers(found.g, truth.gain, periods - 3);
  }
  // a count of covered truths this low has a chance of one in 10,000 if each interval covers with 99 %
  const double fewest = boost::math::quantile(boost::math::binomial(markets, 0.99), 1e-4);
  CHECK(a >= fewest);
  CHECK(b >= fewest);
  CHECK(g >= fewest);
}

TEST_CASE("at a constant price nothing is identified, and the belief is kept") {
  const std::vector<SalesObservation> seen(20, {Money(30), Money(28), 40});
  const DemandEstimate found = estimate_demand(seen);
  CHECK(found.identified == Identified::nothing);
  CHECK(says(describe(found), "nothing identified"));
  const LearnedDemand learned = learned_demand(found, prior(), 1);
  CHECK(learned.demand.referenced == prior().referenced);
  CHECK(says(learned.said, "kept what was believed before"));
}

TEST_CASE("at rest, where prices are always at the reference, the effect is not identified") {
  std::vector<SalesObservation> seen;
  for (int t = 0; t < 10; ++t) seen.push_back({Money(20 + t), Money(20 + t), sales_at(Money(20 + t), Money(20 + t))});
  const DemandEstimate found = estimate_demand(seen);
  CHECK(found.identified == Identified::price_slope);
  CHECK(found.a.value == Approx(100).epsilon(1e-9));
  CHECK(found.b.value == Approx(2).epsilon(1e-9));
  CHECK(says(describe(found), "not identified: the reference effect; prices were always at the reference"));
  const LearnedDemand learned = learned_demand(found, prior(), 0.5);
  CHECK(learned.demand.alpha == Approx(200));
  CHECK(learned.demand.referenced.b == Approx(4));
  CHECK(learned.demand.referenced.gain == prior().referenced.gain);
  CHECK(learned.demand.referenced.loss == prior().referenced.loss);
}

TEST_CASE("the optimal seller comes to rest and does not learn the effect, and with exploration it does") {
  RandomStream stream(3, 0, "seller", "exploration");
  for (const double spread : {0.0, 0.1}) {
    TypeDemand type = type_of(truth, 20);
    DemandEstimator estimator(30);
    for (int t = 0; t < 200; ++t) {
      const Money price = explored_price(Money(price_of("optimal_reference", type, 5)), spread, stream);
      estimator.observe({price, type.remembered->reference, sales_at(price, type.remembered->reference)});
      type.remembered = remember(type.memory, type.remembered, price);
    }
    CHECK(estimator.estimate().knows_reference_effect() == (spread > 0));
  }
}

TEST_CASE("if the reference never moved, price and effect cannot be told apart") {
  std::vector<SalesObservation> seen;
  for (int t = 0; t < 10; ++t) seen.push_back({Money(20 + t), Money(25), sales_at(Money(20 + t), Money(25))});
  const DemandEstimate found = estimate_demand(seen);
  CHECK(found.identified == Identified::sum_of_slopes);
  CHECK(says(describe(found), "the reference price never moved, or only with the price"));
  CHECK(learned_demand(found, prior(), 1).demand.referenced == prior().referenced);
}

TEST_CASE("too few periods identify nothing") {
  std::vector<SalesObservation> seen;
  for (int t = 0; t < 3; ++t) {
    CHECK(estimate_demand(seen).identified == Identified::nothing);
    seen.push_back({Money(20 + t), Money(25 - 2 * t), 40});
  }
  CHECK(estimate_demand(seen).identified == Identified::nothing);
}

TEST_CASE("requests that come and go do not pass for an effect of the price") {
  Draws draws(2);
  std::vector<SalesObservation> seen;
  double requests = 0, squares = 0;
  for (int t = 0; t < 20; ++t) {
    const Money price(draws.between(20, 40)), reference(draws.between(20, 40));
    const double asked = t == 7 ? 0 : std::floor(draws.between(1, 50));
    seen.push_back({price, reference, asked * sales_at(price, reference) / 100, asked});
    requests += asked;
    squares += asked * asked;
  }
  const DemandEstimate found = estimate_demand(seen);
  CHECK(found.periods == 19);
  CHECK(found.a.value == Approx(100 * requests / 20 / 100).epsilon(1e-9));
  CHECK(found.b.value == Approx(2 * requests / 20 / 100).epsilon(1e-9));
  CHECK(found.g.value == Approx(0.8 * requests / 20 / 100).epsilon(1e-9));
  // what each customer does is known exactly here, how many will come is not
  const double error_of_mean = std::sqrt((squares - requests * requests / 20) / 19 / 20);
  CHECK(found.a.standard_error == Approx(error_of_mean).epsilon(1e-9));
  CHECK(found.b.standard_error == Approx(0.02 * error_of_mean).epsilon(1e-9));
}

TEST_CASE("what was sold before anybody remembered a price counts as sold at the reference") {
  std::vector<SalesObservation> seen;
  for (int t = 0; t < 5; ++t) seen.push_back({Money(20 + t), std::nullopt, 100.0 - 2 * (20 + t)});
  CHECK(estimate_demand(seen).identified == Identified::price_slope);
  CHECK(estimate_demand(seen).b.value == Approx(2));
}

TEST_CASE("old periods are forgotten") {
  DemandEstimator estimator(6);
  for (int t = 0; t < 30; ++t) {
    const Money price(20 + t % 7), reference(30 - t % 5);
    const double changed = t < 20 ? 1 : 0.5;
    estimator.observe({price, reference, changed * sales_at(price, reference)});
  }
  const DemandEstimate found = estimator.estimate();
  CHECK(found.periods == 6);
  CHECK(found.a.value == Approx(50).epsilon(1e-9));
  CHECK_THROWS_AS(DemandEstimator(0), ModelError);
  CHECK_THROWS_AS(estimator.observe({.requests = -1}), ModelError);
  CHECK_THROWS_AS(estimator.observe({.turned_away = -1}), ModelError);
}

TEST_CASE("customers who were turned away are demand, and no evidence against the price") {
  std::vector<SalesObservation> seen;
  for (int t = 0; t < 12; ++t) {
    const Money price(20 + 2 * (t % 5)), reference(30 - t % 4);
    const double told = t == 5 ? 0 : 60 - 10 * (t % 3);  // of 100 who would buy sales_at the price
    seen.push_back({price, reference, told / 100 * sales_at(price, reference), told, 100 - told});
  }
  const DemandEstimate found = estimate_demand(seen);
  CHECK(found.a.value == Approx(100).epsilon(1e-9));
  CHECK(found.b.value == Approx(2).epsilon(1e-9));
  CHECK(found.g.value == Approx(0.8).epsilon(1e-9));
}

TEST_CASE("prices at which nothing is sold tell where demand ends, and not its slopes") {
  DemandEstimator estimator;
  for (int t = 0; t < 10; ++t) {
    const Money price(20 + 3 * (t % 4)), reference(30 - t % 3);
    estimator.observe({price, reference, sales_at(price, reference)});
  }
  CHECK_FALSE(estimator.ceiling().has_value());
  for (const double price : {90.0, 70.0, 80.0}) estimator.observe({Money(price), Money(30), 0});
  CHECK(estimator.ceiling() == Money((29 + 70) / 2.0));
  CHECK(estimator.estimate().b.value == Approx(2).epsilon(1e-9));
  CHECK(estimator.estimate().periods == 10);
}

TEST_CASE("slopes of the wrong sign are not believed") {
  const auto estimated = [](double a, double b, double g) {
    return DemandEstimate{.a = {a, 1}, .b = {b, 1}, .g = {g, 1}, .identified = Identified::reference_effect};
  };
  CHECK(learned_demand(estimated(100, -1, 0.5), prior(), 1).demand.referenced == prior().referenced);
  CHECK(learned_demand(estimated(-5, 1, 0.5), prior(), 1).demand.referenced == prior().referenced);
  CHECK(learned_demand(estimated(100, 2, -0.5), prior(), 1).demand.referenced == ReferenceDemand{100, 2, 0.2, 0.6});
  CHECK(says(learned_demand(estimated(100, 2, -0.5), prior(), 1).said, "negative in the data"));
  CHECK(learned_demand(estimated(100, -1, 0.5), prior(), 1).believed == Believed::first_guess);
  const LearnedDemand all = learned_demand(estimated(100, 2, 0.5), prior(), 0.25);
  CHECK(all.demand.referenced == ReferenceDemand{400, 8, 2, 2});
  CHECK(all.demand.alpha == 400);
  CHECK(all.demand.remembered == prior().remembered);
  CHECK(says(all.said, "learned a, b and g"));
  CHECK(all.believed == Believed::reference_effect);
  CHECK(learned_demand(estimated(100, 2, -0.5), prior(), 1).believed == Believed::price_slope);
  CHECK_THROWS_AS(learned_demand(estimated(100, 2, 0.5), prior(), 0), ModelError);
}

TEST_CASE("explored prices stay within their spread and are unbiased") {
  RandomStream stream(1, 0, "seller", "exploration");
  double sum = 0;
  constexpr int draws = 10000;
  for (int i = 0; i < draws; ++i) {
    const double price = explored_price(Money(50), 0.1, stream).value();
    CHECK(price >= 45);
    CHECK(price <= 55);
    sum += price;
  }
  CHECK(sum / draws == Approx(50).margin(4 * 5 / std::sqrt(3.0 * draws)));  // four standard errors of the mean
  CHECK(explored_price(Money(50), 0, stream) == Money(50));
  CHECK_THROWS_AS(explored_price(Money(50), 1, stream), ModelError);
}
