// What should a network of very many or very simple servers do?

#include "models/market/matching/closed_forms.hpp"

#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <cmath>
#include <numbers>

#include "models/error.hpp"

namespace ccm {
namespace {

constexpr double negligible = 1e-18;

void require_share(double free) { require(free > 0 && free <= 1, "matching: the share of free units must lie in (0, 1]"); }

void require_stable(double rho, int choices) {
  require(rho >= 0 && rho < 1 && choices >= 1, "matching: needs a utilisation in [0, 1) and at least one choice");
}

}  // namespace

Kilometres nearest_free_in_plane(double free, double per_km2) {
  require_share(free);
  require(per_km2 > 0, "matching: the density must be positive");
  return Kilometres(1 / (2 * std::sqrt(free * per_km2)));
}

Kilometres nearest_free_on_sphere(double free, std::size_t units, Kilometres radius) {
  require_share(free);
  require(units > 0, "matching: there must be a unit");
  const auto none_within = [&](double angle) { return std::pow(1 - free * (1 - std::cos(angle)) / 2, static_cast<double>(units)); };
  const double none = std::pow(1 - free, static_cast<double>(units));
  const double mean = boost::math::quadrature::gauss_kronrod<double, 61>::integrate([&](double angle) { return none_within(angle) - none; },
                                                                                    0.0, std::numbers::pi);
  return radius * (mean / (1 - none));
}

double orders_with_shortest_queue(double rho, int choices) {
  require_stable(rho, choices);
  if (choices == 1) return rho / (1 - rho);
  double sum = 0;
  for (double exponent = 1, share = rho; share > negligible; exponent = choices * exponent + 1, share = std::pow(rho, exponent))
    sum += share;
  return sum;
}

double erlang_loss(double load, int servers) {
  require(load >= 0 && servers >= 0, "matching: needs a load and a number of servers");
  double lost = 1;
  for (int k = 1; k <= servers; ++k) lost = load * lost / (k + load * lost);
  return lost;
}

double pooled_wait(double load, int servers) {
  require(load >= 0 && load < servers, "matching: the servers must suffice for the load");
  const double rho = load / servers, lost = erlang_loss(load, servers);
  return lost / (1 - rho * (1 - lost)) / (servers - load);
}

}  // namespace ccm
