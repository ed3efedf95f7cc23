#pragma once
/// The market in which checks simulate how prices form.

#include <string>
#include <vector>

#include "scenarios/scenario.hpp"

namespace ccm {

/// What a unit costs the shops of the marketplace, which make it in a minute [EUR].
inline constexpr double marketplace_cost = 10;

/// A market of so many periods without a commission, whose `rest` gives customers, minifactories and whatever else, in YAML; the templates
/// `customers` and `shop` are there for them, at the places `here` and, two degrees away, `far`.
/// settings  as of --set, such as "operator.commission=20 %"
[[nodiscard]] Scenario marketplace(int periods, const std::string& rest, const std::vector<std::string>& settings = {});

}  // namespace ccm
