#pragma once
/// The table of keys of an allocation file.

#include "scenarios/problems/allocation_spec.hpp"
#include "scenarios/type.hpp"

namespace ccm {

/// The type of a whole file.
[[nodiscard]] const Type<AllocationSpec>& allocation_keys();

}  // namespace ccm
