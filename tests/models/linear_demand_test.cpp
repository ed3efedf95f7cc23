// Does individual buying add up to the linear demand?

#include "models/demand/linear_demand.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/error.hpp"

using namespace ccm;

namespace {

const LinearDemand absolute{.form = DemandForm::absolute, .alpha = 100, .beta = 2, .gain = 0.5, .loss = 0.5};
const LinearDemand difference{.form = DemandForm::difference, .alpha = 100, .beta = 1.5, .gain = 0.5, .loss = 2};

}  // namespace

TEST_CASE("expected sales are alpha - beta P + gamma r in the absolute form") {
  CHECK(expected_sales(absolute, Money(30), Money(20)) == Approx(100 - 2 * 30 + 0.5 * 20));
  CHECK(expected_sales(absolute, Money(30), std::nullopt) == Approx(40));
  CHECK(expected_sales(absolute, Money(30), Money(0)) == Approx(40));  // r = 0 means no effect here
}

TEST_CASE("expected sales are a - b p + g (r - p) in the difference form, with g for gains and for losses") {
  CHECK(expected_sales(difference, Money(30), Money(36)) == Approx(100 - 1.5 * 30 + 0.5 * 6));
  CHECK(expected_sales(difference, Money(30), Money(24)) == Approx(100 - 1.5 * 30 - 2 * 6));
  CHECK(expected_sales(difference, Money(30), Money(30)) == Approx(55));
  CHECK(expected_sales(difference, Money(30), std::nullopt) == Approx(55));  // neutral, not a loss against zero
}

TEST_CASE("the two forms are one function when a = alpha, b = beta - gamma, g = gamma") {
  const LinearDemand same{.form = DemandForm::difference, .alpha = 100, .beta = 1.5, .gain = 0.5, .loss = 0.5};
  for (const double price : {15.0, 25.0, 40.0})
    for (const double reference : {10.0, 25.0, 45.0}) {
      const double expected = 100 - 2 * price + 0.5 * reference;
      CHECK(absolute.beta * (highest_value(absolute) - threshold(absolute, Money(price), Money(reference))).value() == Approx(expected));
      CHECK(same.beta * (highest_value(same) - threshold(same, Money(price), Money(reference))).value() == Approx(expected));
    }
}

TEST_CASE("demand saturates at the number of arrivals and chokes at zero") {
  CHECK(potential_customers(absolute) == Approx(100));
  CHECK(expected_sales(absolute, Money(1), Money(40)) == Approx(100));  // alpha - beta P + gamma r would be 118
  CHECK(expected_sales(absolute, Money(60), std::nullopt) == 0);        // alpha - beta P would be -20
  LinearDemand deeper = absolute;
  deeper.lowest_value = Money(-10);
  CHECK(potential_customers(deeper) == Approx(120));
  CHECK(expected_sales(deeper, Money(1), Money(40)) == Approx(118));
}

TEST_CASE("as many arrivals hold a value above the threshold as the demand says, where it saturates and where it chokes, too") {
  RandomStream stream(1, 1, "segment", "values");
  constexpr int arrivals = 20'000;
  for (const LinearDemand& demand : {absolute, difference})
    for (const auto& [price, reference] :
         std::initializer_list<std::pair<double, double>>{{1, 60}, {10, 45}, {20, 20}, {30, 20}, {30, 45}, {45, 30}, {60, 20}, {90, 40}}) {
      int buyers = 0;
      for (int i = 0; i < arrivals; ++i) buyers += draw_value(demand, stream) >= threshold(demand, Money(price), Money(reference));
      const double share = expected_sales(demand, Money(price), Money(reference)) / potential_customers(demand);
      // Five standard deviations of a binomial share: one of 10^6 such checks would fail by chance.
      CHECK(static_cast<double>(buyers) / arrivals == Approx(share).margin(5 * std::sqrt(share * (1 - share) / arrivals)).epsilon(0));
    }
}

TEST_CASE("private values fill their range and nothing else") {
  RandomStream stream(1, 1, "segment", "values");
  double low = 1e9, high = -1e9;
  for (int i = 0; i < 20'000; ++i) {
    const double value = draw_value(absolute, stream).value();
    low = std::min(low, value);
    high = std::max(high, value);
  }
  // All 20,000 draws miss the outer 1 % of an end with probability 0.99^20000 < 1e-87.
  CHECK(low >= 0);
  CHECK(low < 0.5);
  CHECK(high <= 50);
  CHECK(high > 49.5);
}

TEST_CASE("invalid demands are refused") {
  CHECK_NOTHROW(require_valid(absolute));
  CHECK_NOTHROW(require_valid(difference));
  auto broken = [](auto change) {
    LinearDemand demand = absolute;
    change(demand);
    return demand;
  };
  CHECK_THROWS_AS(require_valid(broken([](LinearDemand& d) { d.alpha = 0; })), ModelError);
  CHECK_THROWS_AS(require_valid(broken([](LinearDemand& d) { d.beta = -1; })), ModelError);
  CHECK_THROWS_AS(require_valid(broken([](LinearDemand& d) { d.gain = d.loss = 2; })), ModelError);
  CHECK_THROWS_AS(require_valid(broken([](LinearDemand& d) { d.loss = 1; })), ModelError);
  CHECK_THROWS_AS(require_valid(broken([](LinearDemand& d) { d.gain = -1; })), ModelError);
  CHECK_THROWS_AS(require_valid(broken([](LinearDemand& d) { d.lowest_value = Money(50); })), ModelError);
}
