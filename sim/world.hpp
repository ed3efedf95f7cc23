#pragma once
/// Time and the network: the only door to SimGrid.

#include <array>
#include <deque>
#include <exception>
#include <memory>
#include <simgrid/kernel/Timer.hpp>
#include <simgrid/s4u.hpp>
#include <string>
#include <unordered_map>
#include <vector>

#include "models/network/transfer_time.hpp"
#include "scenarios/scenario.hpp"
#include "sim/calendar.hpp"
#include "sim/messages.hpp"
#include "sim/platform.hpp"

namespace ccm {

/// Someone who can receive messages.
class Listener {
 public:
  virtual ~Listener() = default;
  virtual void hear(const Message& message) = 0;
};

/// What happened to the messages of one kind.
struct MessageCount {
  std::int64_t sent = 0;
  std::int64_t delivered = 0;
  std::int64_t lost = 0;
  Bytes size{0};
};

/// The simulated world: a clock, a calendar, and a SimGrid network that messages cross.
///
/// Messages with product data (or all, or none: network.contention) are SimGrid flows and share links. The others take the time that
/// SimGrid's LV08 model gives for an idle route (transfer_time). A message is lost if a host or link of its route is down; contractual
/// messages are then sent again after network.retry until they arrive.
///
/// SimGrid's engine is one per process, so there is at most one world per process.
/// Tested by: tests/sim/world_time_test.cpp, tests/sim/world_failures_test.cpp, tests/sim/world_contention_test.cpp,
/// tests/validation/network_validation.cpp.
class World {
 public:
  /// Builds the platform. Throws PlatformError.
  explicit World(const Scenario& scenario);
  World(const World&) = delete;
  World& operator=(const World&) = delete;
  ~World();

  /// Puts a listener on the host of actor `id` (see Platform). Every actor must have one before run().
  void seat(ActorId id, Listener& listener);

  [[nodiscard]] Seconds now() const { return now_; }
  /// Does the action at that time; not before now.
  void at(Seconds time, Calendar::Action action);
  void after(Seconds delay, Calendar::Action action) { at(now_ + delay, std::move(action)); }

  void send(ActorId from, ActorId to, const Message& message);
  /// Time of a message without product data over the idle route, and with it.
  [[nodiscard]] Seconds idle_time(ActorId from, ActorId to, Bytes payload);

  [[nodiscard]] bool is_up(ActorId actor) const { return platform_.hosts[actor]->is_on(); }
  /// Takes the actor's host off the network for a while, from now on, and with it whoever else stands there (on a platform file); what
  /// they send and receive meanwhile is lost.
  void host_down(ActorId actor, Seconds duration);
  /// The same for a link (see links_named); flows on it break.
  void link_down(const std::string& name, Seconds duration);

  /// Runs until the horizon; actions at the horizon itself still happen. An exception of an action ends the run and is thrown here.
  void run(Seconds horizon);

  [[nodiscard]] const std::array<MessageCount, message_kinds.size()>& message_counts() const { return counts_; }

 private:
  struct Envelope {
    ActorId from = 0;
    ActorId to = 0;
    Message message{};
  };
  struct Flow {
    std::uint32_t envelope;
    simgrid::s4u::CommPtr comm;
  };
  struct PendingStart {
    Seconds time;
    std::uint32_t envelope;
  };

  void dispatch(std::uint32_t envelope);
  void travel_alone(std::uint32_t envelope);
  void arrive(std::uint32_t envelope);
  void lose(std::uint32_t envelope);
  [[nodiscard]] std::uint32_t empty_envelope();
  void drop(std::uint32_t envelope) { free_envelopes_.push_back(envelope); }

  [[nodiscard]] bool is_flow(const Message& message) const;
  [[nodiscard]] Bytes size_of(const Message& message) const { return message_size_ + payload_of(message); }
  [[nodiscard]] bool route_is_up(ActorId from, ActorId to) const;
  [[nodiscard]] RouteShape route_between(ActorId from, ActorId to);

  void start_flow(std::uint32_t envelope);
  void flow_ended(const simgrid::s4u::Activity& activity);
  void cancel_flows();

  /// Takes hosts or links down; each is up again when the last failure of it has ended.
  template <class Device>
  void fail(const std::vector<Device*>& devices, Seconds duration);

  void drive();
  void follow_calendar();
  void do_next();
  void start_due_flows();
  void stop();
  void wake_at(Seconds time);
  [[nodiscard]] bool must_wait_for_network() const { return !flows_.empty() || !starts_.empty(); }

  simgrid::s4u::Engine engine_;
  Platform platform_;
  std::vector<Listener*> listeners_;
  int failures_ = 0;                            // hosts and links that are down now; while none is, routes need no look
  std::unordered_map<const void*, int> downs_;  // how many failures keep a host or link down
  std::unordered_map<std::uint64_t, RouteShape> routes_;

  Bytes message_size_;
  Contention contention_;
  Seconds retry_;

  Calendar calendar_;
  Seconds now_{0};
  Seconds network_clock_{0};  // how far SimGrid's own clock has come; behind `now_` only while nothing flows
  Seconds horizon_{0};
  bool stopped_ = false;
  simgrid::kernel::timer::Timer* alarm_ = nullptr;
  Seconds alarm_time_{0};
  std::exception_ptr failure_;

  std::deque<Envelope> envelopes_;  // which stay where they are while others are added
  std::vector<std::uint32_t> free_envelopes_;
  std::deque<PendingStart> starts_;
  std::unordered_map<const simgrid::s4u::Activity*, Flow> flows_;
  std::vector<simgrid::s4u::CommPtr> finished_;  // released outside SimGrid's callbacks
  std::array<MessageCount, message_kinds.size()> counts_;
};

}  // namespace ccm
