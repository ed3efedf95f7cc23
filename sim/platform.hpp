#pragma once
/// The hosts and links of a scenario as a SimGrid platform.

#include <simgrid/s4u.hpp>
#include <string>
#include <vector>

#include "scenarios/scenario.hpp"

namespace ccm {

/// The scenario and the platform do not fit: a host or link is missing, or the platform file is wrong. The user can mend it.
class PlatformError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The hosts of the actors, in the order operator, customer segments, minifactories; index = ActorId.
struct Platform {
  std::vector<simgrid::s4u::Host*> hosts;
};

/// Builds the platform: the user's file, or a star in which every actor has a full-duplex access link (the operator only if the
/// scenario gives it one) and all share the backbone if there is one. Throws PlatformError.
[[nodiscard]] Platform build_platform(const simgrid::s4u::Engine& engine, const Scenario& scenario);

/// Both directions of the access link of an actor, the backbone, or a link of the user's platform. Throws PlatformError if missing.
[[nodiscard]] std::vector<simgrid::s4u::Link*> links_named(const simgrid::s4u::Engine& engine, const std::string& name);

}  // namespace ccm
