#pragma once
/// How the operator matches: whom it asks, which quotes it prefers, and what it has learned of promises.

#include "models/market/matching/policy.hpp"
#include "models/market/matching/reliability.hpp"
#include "models/replication.hpp"
#include "sim/market.hpp"

namespace ccm {

/// Which product is to be matched, and from when on it is sought.
struct Sought {
  RequestId request = 0;
  std::uint32_t segment = 0;
  std::uint32_t stage = 0;                // where the service is made in stages
  std::optional<std::uint32_t> before{};  // who makes the stage before
  Seconds now{0};
  std::optional<Seconds> due{};
};

/// The operator's policy with what it needs to know: geography, a random order of asking for each request, and how each minifactory has
/// kept its promises so far.     Tested by: tests/protocol/matching_test.cpp.
class Matching {
 public:
  Matching(const Scenario& scenario, const Geography& geography, const Market& market, Replication replication);

  /// Those at the positions first .. end-1 of the order of asking: nearest first, or drawn at random for this request.
  [[nodiscard]] std::vector<const Supplier*> asked(const Sought& sought, std::size_t first, std::size_t end) const;
  /// A quote as policies see it.
  [[nodiscard]] MatchingOffer offer(const Sought& sought, const Quote& quote) const;
  /// Positions of the offers, best first; they stand in the order of asking.
  [[nodiscard]] std::vector<std::size_t> ranked(const Sought& sought, std::span<const MatchingOffer> offers) const {
    return policy_.ranked({offers, qos_, sought.now, sought.due});
  }
  /// Whether it asks further minifactories until one can.
  [[nodiscard]] bool widens() const { return policy_.widens || when_none_ == WhenNone::widen; }

  /// An order, or a lot, has been made: did its maker keep the promise?
  void learn(const Done& done);
  [[nodiscard]] double reliability_of(std::uint32_t minifactory) const { return reliability(kept_[minifactory]); }

 private:
  const Geography& geography_;
  const Market& market_;
  const MatchingPolicy& policy_;
  WhenNone when_none_;
  QosOptions qos_;
  double ageing_;
  std::uint64_t seed_;
  Replication replication_;
  std::vector<KeptPromises> kept_;  // by minifactory
};

}  // namespace ccm
