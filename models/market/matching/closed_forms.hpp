#pragma once
/// What theory says of matching in large or simple networks; simulations are compared with it.

#include <cstddef>

#include "models/units.hpp"

namespace ccm {

/// Mean distance to the nearest free unit of a Poisson field in the plane:     1/(2 sqrt(a rho)).
/// a    share of the units that are free [1], 0 < a <= 1;     rho  units per km2, > 0. Throws ModelError outside.
/// It follows from P(D > x) = exp(-a rho pi x^2), the probability of an empty disc.
/// Tested by: tests/models/matching_theory_test.cpp.
[[nodiscard]] Kilometres nearest_free_in_plane(double free, double per_km2);

/// The same of n units at random places of a sphere of that radius, given that one is free:
///     P(D > x) = (1 - a (1 - cos(x/R))/2)^n,     E[D | some free] = int_0^{pi R} (P(D > x) - P(D > pi R)) dx / (1 - P(D > pi R)),
/// where the cap within x has the share (1 - cos(x/R))/2 of the sphere.     Tested by: tests/models/matching_theory_test.cpp.
[[nodiscard]] Kilometres nearest_free_on_sphere(double free, std::size_t units, Kilometres radius);

/// Mean number of orders per server if each goes to the server with the fewest of d drawn, with very many servers, Poisson arrivals and
/// exponential service:     sum_{k >= 1} rho^((d^k - 1)/(d - 1)),  rho/(1 - rho) for d = 1.     0 <= rho < 1, d >= 1.
/// Source: [Mitzenmacher2001].     Tested by: tests/models/matching_theory_test.cpp.
[[nodiscard]] double orders_with_shortest_queue(double rho, int choices);

/// Share of orders lost by c servers without a queue (Erlang B), whatever the service law:     B_k = a B_{k-1}/(k + a B_{k-1}), B_0 = 1.
/// a  offered load lambda E[S], >= 0.     Source: [Kleinrock1975].     Tested by: tests/models/matching_theory_test.cpp.
[[nodiscard]] double erlang_loss(double load, int servers);

/// Mean wait in the queue of M/M/c, in service times:     C(c, a)/(c - a),  C = B/(1 - rho (1 - B)),  rho = a/c < 1.
/// Source: [Kleinrock1975].     Tested by: tests/models/matching_theory_test.cpp.
[[nodiscard]] double pooled_wait(double load, int servers);

}  // namespace ccm
