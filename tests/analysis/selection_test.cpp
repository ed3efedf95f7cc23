// Do the procedures select the best system as often as they promise?

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <numeric>

#include "analysis/selection/kn.hpp"
#include "analysis/selection/ocba.hpp"
#include "models/error.hpp"
#include "models/random.hpp"

using namespace ccm;

namespace {

using Value = std::function<double(std::size_t system, std::size_t replication)>;

template <class Procedure>
void finish(Procedure& procedure, const Value& value) {
  while (!procedure.finished())
    for (const auto& [system, replication] : procedure.next()) procedure.add(system, value(system, replication));
}

/// Normal outputs of deviation 2 whose correlation across systems is rho: all means 0, but that of the last is 1.
class Slippage {
 public:
  Slippage(std::size_t systems, double rho, std::uint64_t experiment)
      : last_(systems - 1), rho_(rho), own_(5, experiment, "test", "own"), common_(5, experiment, "test", "common") {}

  double operator()(std::size_t system, std::size_t replication) {
    while (shared_.size() < replication) shared_.push_back(common_.normal(0, 2));
    return (system == last_ ? 1 : 0) + std::sqrt(rho_) * shared_[replication - 1] + std::sqrt(1 - rho_) * own_.normal(0, 2);
  }

 private:
  std::size_t last_;
  double rho_;
  RandomStream own_, common_;
  std::vector<double> shared_;
};

struct Selected {
  double correct = 0;
  double replications = 0;  // of the last survivors, on average
};

Selected kn_experiments(std::size_t systems, double rho, int experiments) {
  Selected result;
  for (std::uint64_t e = 1; e <= static_cast<std::uint64_t>(experiments); ++e) {
    KnProcedure kn({.systems = systems, .indifference = 1});
    finish(kn, Slippage(systems, rho, e));
    result.correct += (*kn.best() == systems - 1) / static_cast<double>(experiments);
    result.replications += static_cast<double>(kn.replications()) / experiments;
  }
  return result;
}

/// Ten systems N(i, 36), the lowest is the best: the share of correct selections with a budget of 600 runs.
double ocba_correct(std::size_t first_stage, int experiments) {
  int correct = 0;
  for (std::uint64_t e = 1; e <= static_cast<std::uint64_t>(experiments); ++e) {
    RandomStream stream(6, e, "test", "ocba");
    OcbaProcedure ocba({.systems = 10, .budget = 600, .increment = 20, .first_stage = first_stage, .best = BestMean::lowest});
    finish(ocba, [&](std::size_t system, std::size_t) { return stream.normal(static_cast<double>(system), 6); });
    correct += *ocba.best() == 0;
  }
  return correct / static_cast<double>(experiments);
}

}  // namespace

TEST_CASE("KN by hand: two systems, three replications first") {
  // eta = ((2 * 0.05)^-1 - 1) / 2 = 4.5, h^2 = 2 * 4.5 * 2 = 18. D = 1 0 2: S^2 = 1. r W = (18 - r) / 2: 7.5 at r = 3, above the total
  // of 3.
  KnProcedure kn({.systems = 2, .indifference = 1, .first_stage = 3});
  const std::vector<WantedReplication> first{{0, 1}, {1, 1}, {0, 2}, {1, 2}, {0, 3}, {1, 3}};
  CHECK(kn.next() == first);
  for (const double value : {1, 2, 3}) kn.add(0, value);
  CHECK_THROWS_AS(kn.add(0, 1), ModelError);
  for (const double value : {0, 2, 1}) kn.add(1, value);
  CHECK(kn.survivors().size() == 2);
  CHECK(kn.next() == std::vector<WantedReplication>{{0, 4}, {1, 4}});
  KnProcedure other = kn;
  kn.add(1, 0);
  kn.add(0, 3.999);  // a total difference just below r W = 7: both stay
  CHECK(kn.replications() == 5);
  CHECK_FALSE(kn.best());
  other.add(0, 4.001);
  other.add(1, 0);
  CHECK(other.finished());
  CHECK(*other.best() == 0);
  CHECK(other.next().empty());
  CHECK_THROWS_AS(other.add(0, 1), ModelError);
}

TEST_CASE("KN selects the best of a slippage configuration, with and without shared chance") {
  // The promise is 0.95; shares below 0.95 - 2.58 deviations of 600 experiments (0.023) come by chance once in 200 cases at most.
  double independent = 0;
  for (const std::size_t systems : {2U, 5U, 10U})
    for (const double rho : {0.0, 0.7}) {
      const Selected selected = kn_experiments(systems, rho, 600);
      CHECK(selected.correct >= 0.95 - 0.023);
      if (rho > 0) CHECK(selected.replications < 0.6 * independent);  // shared chance saves runs: Var D is 0.3 of what it was
      independent = selected.replications;
    }
}

TEST_CASE("KN without variance, with ties and with the lowest mean") {
  KnProcedure lowest({.systems = 3, .indifference = 0.1, .best = BestMean::lowest});
  finish(lowest, [](std::size_t system, std::size_t) { return system == 1 ? 0.3 : 0.7; });
  CHECK(*lowest.best() == 1);
  CHECK(lowest.replications() == 10);
  RandomStream stream(1, 1, "test", "twins");
  std::vector<double> shared;
  KnProcedure twins({.systems = 3, .indifference = 1});
  finish(twins, [&](std::size_t system, std::size_t replication) {
    while (shared.size() < replication) shared.push_back(stream.normal(0, 5));
    return shared[replication - 1] - (system == 0 ? 1e-3 : 0);
  });
  CHECK(twins.survivors() == std::vector<std::size_t>{1, 2});
  CHECK(*twins.best() == 1);  // the first of identical ones
  CHECK_THROWS_AS(KnProcedure({.systems = 1, .indifference = 1}), ModelError);
  CHECK_THROWS_AS(KnProcedure({.systems = 2, .indifference = 0}), ModelError);
  CHECK_THROWS_AS(KnProcedure({.systems = 2, .indifference = 1, .confidence = 0.5}), ModelError);
  CHECK_THROWS_AS(KnProcedure({.systems = 2, .indifference = 1, .first_stage = 1}), ModelError);
}

TEST_CASE("OCBA's shares by hand") {
  // b = 0: weights (1/1)^2 and (2/2)^2, and sqrt(1/1 + 1/4) for b.
  const double total = 2 + std::sqrt(1.25);
  const auto shares = ocba_shares({3, 2, 1}, {1, 1, 2});
  CHECK(shares[0] == Approx(std::sqrt(1.25) / total));
  CHECK(shares[1] == Approx(1 / total));
  CHECK(shares[2] == Approx(1 / total));
  CHECK(ocba_shares({3, 2}, {0, 0}) == std::vector<double>{0, 0});
  CHECK(ocba_shares({3, 2}, {1, 0}) == std::vector<double>{1, 0});
  CHECK(ocba_shares({3, 2}, {0, 1}) == std::vector<double>{0, 1});
  const auto twins = ocba_shares({3, 3, 1}, {2, 2, 2});
  CHECK(twins[0] == Approx(0.5));
  CHECK(twins[1] == Approx(0.5));
  CHECK_THROWS_AS(ocba_shares({3}, {1}), ModelError);
}

TEST_CASE("the probability of correct selection by hand") {
  RunningMoments low, high, flat;
  for (const double value : {0.0, 2.0}) low.add(value);   // mean 1, variance 2
  for (const double value : {2.0, 4.0}) high.add(value);  // mean 3, variance 2
  for (const double value : {3.0, 3.0}) flat.add(value);
  // Difference 2, error sqrt(2/2 + 2/2): Phi(-sqrt 2) = 0.07865. And a tie with an error of 1: 0.5.
  CHECK(probability_of_correct_selection({low, high}) == Approx(1 - 0.07865).margin(1e-5));
  CHECK(probability_of_correct_selection({low, high, flat}) == Approx(0.5 - 0.07865).margin(1e-5));
  CHECK(probability_of_correct_selection({flat, flat}) == 0.5);
  CHECK(probability_of_correct_selection({flat, flat, flat, flat}) == 0);
  CHECK_THROWS_AS(probability_of_correct_selection({flat, RunningMoments()}), ModelError);
}

TEST_CASE("OCBA spends its budget exactly, and ends early where nothing varies") {
  OcbaProcedure ocba({.systems = 3, .budget = 100, .increment = 7, .first_stage = 5});
  RandomStream stream(1, 1, "test", "budget");
  finish(ocba, [&](std::size_t system, std::size_t) { return stream.normal(static_cast<double>(system), 1); });
  CHECK(std::accumulate(ocba.allocation().begin(), ocba.allocation().end(), std::size_t{0}) == 100);
  CHECK(*ocba.best() == 2);
  CHECK(ocba.correct_selection() > 0.9);
  CHECK(ocba.allocation()[0] < ocba.allocation()[1]);
  OcbaProcedure constant({.systems = 2, .budget = 1000});
  finish(constant, [](std::size_t system, std::size_t) { return system == 0 ? 1.0 : 2.0; });
  CHECK(constant.allocation() == std::vector<std::size_t>{10, 10});
  CHECK(constant.correct_selection() == 1);
  CHECK_THROWS_AS(constant.add(0, 1), ModelError);
  CHECK_THROWS_AS(OcbaProcedure({.systems = 2, .budget = 19}), ModelError);
}

TEST_CASE("OCBA selects the best of ten more often than equal allocation") {
  // Equal allocation is a first stage that spends all. The difference of two shares of 500 has a deviation of 0.0316 at most.
  const double optimal = ocba_correct(10, 500);
  const double equal = ocba_correct(60, 500);
  CHECK(optimal - equal > 2.58 * 0.0316);
}
