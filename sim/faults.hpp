#pragma once
/// Who fails, and when.

#include <functional>
#include <vector>

#include "models/random.hpp"
#include "sim/planning.hpp"
#include "sim/world.hpp"

namespace ccm {

/// A machine or worker level of a minifactory, all by index.
struct Resource {
  std::uint32_t minifactory = 0;
  Resources::Kind kind = nullptr;
  std::size_t index = 0;

  bool operator==(const Resource&) const = default;
};

/// What goes down when a target is struck.
struct Struck {
  std::vector<ActorId> hosts;
  std::optional<std::string> link;
  std::vector<Resource> resources;
};

/// A host, link, machine or worker level is itself; a minifactory is all its machines, its host excepted; a place is the hosts of all who
/// stand within the given distance of it, as the crow flies, and all machines of the minifactories among them.
/// The names must be in the scenario.     Tested by: tests/sim/faults_test.cpp.
[[nodiscard]] Struck struck_by(const Scenario& scenario, const TargetSpec& target);

/// Lets things go down at the times of the scenario's events and, by its failures, at random: up times and down times are exponential,
/// drawn from a stream that the target and its kind name ("lathe/machine_failures"); the same target once more has a stream of its own.
/// Failures that overlap end with the last.     Tested by: tests/sim/faults_test.cpp, tests/cli/same_bytes_test.cpp.
class Faults {
 public:
  /// Takes a machine or worker level out of use for a while.
  using BreakDown = std::function<void(const Resource&, Seconds down)>;

  Faults(World& world, const Scenario& scenario, Replication replication, BreakDown break_down);

  /// From now on things fail, unless the scenario's faults are off.
  void start();

 private:
  struct Renewal {
    Struck struck;
    Seconds up, down;  // means
    RandomStream chance;
  };

  void strike(const Struck& struck, Seconds down);
  void await_failure(Renewal& renewal);
  void fail(Renewal& renewal);

  World& world_;
  const Scenario& scenario_;
  BreakDown break_down_;
  std::vector<Renewal> renewals_;
};

}  // namespace ccm
