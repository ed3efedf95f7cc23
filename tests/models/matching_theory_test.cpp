// Are the closed forms of matching right? Each is compared with another way to find the number.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

#include "models/error.hpp"
#include "models/logistics/distance.hpp"
#include "models/market/matching/closed_forms.hpp"
#include "models/random.hpp"

namespace ccm {
namespace {

/// The shares F_k of servers with at least k orders, from F_k' = rho (F_{k-1}^d - F_k^d) - (F_k - F_{k+1}), run until nothing moves.
double orders_by_integration(double rho, int choices) {
  constexpr double step = 0.1;
  std::vector<double> share(60, 0);
  share[0] = 1;
  for (int i = 0; i < 20'000; ++i) {
    const std::vector<double> before = share;
    for (std::size_t k = 1; k + 1 < share.size(); ++k)
      share[k] += step * (rho * (std::pow(before[k - 1], choices) - std::pow(before[k], choices)) - (before[k] - before[k + 1]));
  }
  double sum = -1;
  for (const double s : share) sum += s;
  return sum;
}

/// The stationary law of a birth and death process with arrivals at rate `load` and service at rate 1 by each of `servers`.
std::vector<double> stationary(double load, int servers, int states) {
  std::vector<double> share(1, 1);
  for (int n = 1; n < states; ++n) share.push_back(share.back() * load / std::min(n, servers));
  double sum = 0;
  for (const double p : share) sum += p;
  for (double& p : share) p /= sum;
  return share;
}

GeoPoint random_place(RandomStream& chance) {
  return {std::asin(chance.uniform(-1, 1)) * 180 / std::numbers::pi, chance.uniform(-180, 180)};
}

}  // namespace

TEST_CASE("the nearest free of random units on the globe is as far as theory says") {
  constexpr int fields = 20'000, units = 40;
  constexpr double free = 0.3, radius = 6371.0088;
  RandomStream chance(1, 1, "field", "test");
  double sum = 0, squares = 0;
  int with_free = 0;
  for (int field = 0; field < fields; ++field) {
    const GeoPoint customer = random_place(chance);
    double nearest = std::numeric_limits<double>::infinity();
    for (int unit = 0; unit < units; ++unit) {
      const GeoPoint place = random_place(chance);
      if (chance.uniform(0, 1) < free) nearest = std::min(nearest, great_circle(customer, place).value());
    }
    if (std::isinf(nearest)) continue;
    ++with_free, sum += nearest, squares += nearest * nearest;
  }
  const double mean = sum / with_free, deviation = std::sqrt(squares / with_free - mean * mean);
  CHECK(
      mean ==
      Approx(nearest_free_on_sphere(free, units, Kilometres(radius)).value()).epsilon(0).margin(2.576 * deviation / std::sqrt(with_free)));
}

TEST_CASE("on a large sphere with many units it is the plane's law") {
  const double area = 4 * std::numbers::pi * 6371 * 6371, units = 1e6;
  const double plane = nearest_free_in_plane(0.5, units / area).value();
  CHECK(nearest_free_on_sphere(0.5, 1'000'000, Kilometres(6371)).value() == Approx(plane).epsilon(1e-6));  // next term of order 1/n
  CHECK(nearest_free_in_plane(0.25, 1e-4).value() == Approx(100));
}

TEST_CASE("power of choices: the sum is where the flow of orders comes to rest") {
  CHECK(orders_with_shortest_queue(0.8, 1) == Approx(4));
  for (const double rho : {0.2, 0.8, 0.95})
    for (const int d : {2, 3}) CHECK(orders_with_shortest_queue(rho, d) == Approx(orders_by_integration(rho, d)).epsilon(1e-9));
}

TEST_CASE("loss and pooled waiting agree with the stationary law of the queue") {
  for (const int servers : {1, 3, 10}) {
    const double load = 0.8 * servers;
    CHECK(erlang_loss(load, servers) == Approx(stationary(load, servers, servers + 1).back()));
    const auto endless = stationary(load, servers, 400);
    double waiting = 0;
    for (int n = servers; n < 400; ++n) waiting += (n - servers) * endless[static_cast<std::size_t>(n)];
    CHECK(pooled_wait(load, servers) == Approx(waiting / load).epsilon(1e-9));  // Little; the tail beyond 400 is below 0.8^390
  }
  CHECK(pooled_wait(0.8, 1) == Approx(4));
}

TEST_CASE("closed forms refuse what they do not hold for") {
  CHECK_THROWS_AS(nearest_free_in_plane(0, 1), ModelError);
  CHECK_THROWS_AS(nearest_free_on_sphere(0.5, 0, Kilometres(1)), ModelError);
  CHECK_THROWS_AS(orders_with_shortest_queue(1, 2), ModelError);
  CHECK_THROWS_AS(pooled_wait(3, 3), ModelError);
}

}  // namespace ccm
