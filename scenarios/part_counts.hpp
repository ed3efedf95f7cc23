#pragma once
/// The parts of a service: {P1: 1, P2: 2}.

#include "scenarios/scenario.hpp"
#include "scenarios/type.hpp"

namespace ccm {

[[nodiscard]] TypePtr<std::vector<PartCount>> part_counts_type();

}  // namespace ccm
