// Which matching policies are there?

#include "models/market/matching/policy.hpp"

#include <algorithm>
#include <array>

#include "models/error.hpp"
#include "models/market/matching/policies.hpp"

namespace ccm {

namespace {

constexpr bool drawn = true, goes_on = true;

constexpr std::array all_policies{
    MatchingPolicy{"cheapest", "the lowest price among the nearest who are asked", "textbook", cheapest_first},
    MatchingPolicy{"nearest_capable", "the nearest that can deliver in time, however far", "[Rauch2016] section 3.3", nearest_capable_first,
                   !drawn, goes_on},
    MatchingPolicy{"earliest", "the earliest delivery", "textbook", earliest_first},
    MatchingPolicy{"least_co2", "the least CO2 of making and delivering", "textbook", least_co2_first},
    MatchingPolicy{"qos", "the best weighted sum of price, time, CO2, reliability and distance", "[HwangYoon1981]", best_qos_first},
    MatchingPolicy{"least_loaded", "the least work waiting among 'quotes' drawn at random (power of d choices)", "[Mitzenmacher2001]",
                   least_loaded_first, drawn},
    MatchingPolicy{"random", "anyone of 'quotes' drawn at random who can", "textbook", any_first, drawn},
};

}  // namespace

std::span<const MatchingPolicy> matching_policies() { return all_policies; }

const MatchingPolicy& matching_policy(std::string_view name) {
  const auto found = std::ranges::find(matching_policies(), name, &MatchingPolicy::name);
  require(found != matching_policies().end(), "matching: there is no policy of that name");
  return *found;
}

}  // namespace ccm
