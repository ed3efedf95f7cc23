#pragma once
/// What every matching policy of the operator is: whom it asks, and a function from the offers to their order of preference.

#include <span>
#include <string_view>
#include <vector>

#include "models/market/matching/offer.hpp"
#include "models/market/matching/qos.hpp"

namespace ccm {

/// What the operator knows when it chooses among the feasible offers for one request.
struct MatchingContext {
  std::span<const MatchingOffer> offers;  // in the order in which their minifactories were asked
  QosOptions qos{};                       // of the policy qos
  Seconds now{0};
  std::optional<Seconds> due;  // when the product must be there; nothing: whenever
};

/// One policy: its name in scenario files, what it prefers in one line, where it comes from, the function itself, which returns the
/// positions of all offers, best first; whether those asked are drawn at random in place of the nearest; and whether it goes on asking
/// further ones until somebody can.
struct MatchingPolicy {
  std::string_view name;
  std::string_view summary;
  std::string_view source;
  std::vector<std::size_t> (*ranked)(const MatchingContext&);
  bool samples = false;
  bool widens = false;
};

/// All policies; `ccmsim list`, the schema and the error for an unknown name come from this table.
[[nodiscard]] std::span<const MatchingPolicy> matching_policies();

/// The policy of that name. Throws ModelError if there is none.     Tested by: tests/models/matching_test.cpp.
[[nodiscard]] const MatchingPolicy& matching_policy(std::string_view name);

}  // namespace ccm
