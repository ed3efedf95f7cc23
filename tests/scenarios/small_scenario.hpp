#pragma once
/// The smallest scenario with everything that must be there.

#include <string>

namespace ccm::test {

inline const std::string small_scenario = R"(ccmsim: 1
name: small
places: {here: {at: [46, 11]}}
operator: {place: here}
services: {job: {parts: {part: 1}}}
parts: {part: {routes: [[{machine: m, minutes: 1}]]}}
customers:
  - {name: buyers, type: price_taker, place: here, service: job, alpha: 100, beta: 2}
minifactories:
  - {name: shop, place: here, machines: {m: {power: 1 kW}}, workers: {w: {wage: 15 EUR/h, operates: [m]}}}
)";

}  // namespace ccm::test
