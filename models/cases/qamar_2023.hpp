#pragma once
/// Random allocation and pricing problems like those of the factorial design of Qamar and Aziz (2023).

#include <cstdint>

#include "models/allocation/problem.hpp"
#include "models/pricing/strategy.hpp"
#include "models/replication.hpp"

namespace ccm {

/// The six factors of Table 4; the initialisers are those of the case study, Tables 1 and 2.
struct Qamar2023Factors {
  std::size_t customer_types = 3;  // 1 to 3: price-takers, negotiators, bargainers, in this order
  std::size_t groups = 2;          // of machines; at most as many as machines
  std::size_t parts = 3;           // part types
  std::size_t machines = 7;        // machine types, at least 5
  std::size_t workers = 4;         // worker types, 1 to 4
  double alpha = 100;              // demand: D of Eqs. 1-4 for every part, and alpha of Eqs. 5-7
};

/// One minifactory's problem. Every machine, worker type and part draws from streams of its own, so that one that is there at both levels
/// of another factor is the same at both. Numbers are whole and uniform over the range of Table 1:
///     power 4-12 kW;  wage of worker type w  110 + 20 w or 120 + 20 w a shift of 450 min;  2 routes per part;  2-5 min per operation;
///     holding cost 3-5, setup cost 20-30, movement cost 1.2
/// Not in the paper, and our choice: which machines a route visits, who operates what, all capacities, the bounds of groups, and the
/// energy price of 0.0335 per kW min; models/cases/README.md says what and why.
/// Throws ModelError for factors outside their ranges.
/// Source: [QamarAziz2023] Tables 1 and 4.     Tested by: tests/models/qamar_generator_test.cpp.
[[nodiscard]] AllocationProblem qamar_2023_problem(const Qamar2023Factors& factors, std::uint64_t seed, Replication replication);

/// A problem solved, with prices by Eq. 7.
struct Qamar2023Answer {
  Allocation plan;
  Money unit_cost{0};             // C, the mean cost of a part: C(D) of Eq. 4 over the D units of each part type
  std::vector<TypeDemand> types;  // of the customers, with alpha and beta = 1.5, 2, 2.5 of Table 2
  std::vector<Money> prices;      // P_t = alpha / (2 beta_t) + C / 2, between C and alpha / beta_t
  std::vector<double> units;      // alpha - beta_t P_t
};

/// Source: [QamarAziz2023] Eqs. 1-7.     Tested by: tests/models/qamar_generator_test.cpp.
[[nodiscard]] Qamar2023Answer solve_qamar_2023(const Qamar2023Factors& factors, std::uint64_t seed, Replication replication);

}  // namespace ccm
