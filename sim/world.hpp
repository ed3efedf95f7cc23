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

#include "models/network/backoff.hpp"
#include "models/network/transfer_time.hpp"
#include "scenarios/scenario.hpp"
#include "sim/clock.hpp"
#include "sim/data_volume.hpp"
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
  std::int64_t duplicates = 0;
  std::int64_t lost = 0;
  Bytes size{0};
};

/// What an actor has sent and received.
struct Traffic {
  std::int64_t sent = 0, received = 0;
  Bytes sent_size{0}, received_size{0};
};

/// The simulated world: a clock, a calendar, and a SimGrid network that messages cross.
///
/// Messages with product data (or all, or none: network.contention) are SimGrid flows and share links. The others take the time that
/// SimGrid's LV08 model gives for an idle route (transfer_time). The receiving host may compute for a while before a message is heard.
/// A message is lost if a host or link of its route is down.
///
/// A contractual message is acknowledged when it is heard; the acknowledgement takes the time of the idle route back, and is lost like any
/// message. A sender without one waits, from the moment at which its message has got through or broken off, for the time of the way back
/// and a timeout more (Backoff), and then sends again; while a transfer is under way it does not time out. The receiver knows what it has
/// heard before, acknowledges it again, and does not hear it twice. Acknowledgements are neither counted nor do they share links.
///
/// SimGrid's engine is one per process, so there is at most one world per process.
/// Tested by: tests/sim/world_time_test.cpp, tests/sim/world_failures_test.cpp, tests/sim/world_repetition_test.cpp,
/// tests/sim/world_contention_test.cpp, tests/sim/world_energy_test.cpp, tests/validation/network_validation.cpp.
class World final : public Clock {
 public:
  /// Builds the platform. Throws PlatformError.
  explicit World(const Scenario& scenario);
  World(const World&) = delete;
  World& operator=(const World&) = delete;
  ~World() override;

  /// Puts a listener on the host of actor `id` (see Platform). Every actor must have one before run().
  void seat(ActorId id, Listener& listener);

  [[nodiscard]] Seconds now() const override { return now_; }
  void at(Seconds time, Calendar::Action action) override;

  void send(ActorId from, ActorId to, Message message);
  /// Time of a message without product data over the idle route, and with it.
  [[nodiscard]] Seconds idle_time(ActorId from, ActorId to, Bytes payload);

  /// Whether messages may get lost at all: what guards against it costs nothing where they cannot.
  [[nodiscard]] bool can_lose() const { return can_lose_; }
  [[nodiscard]] bool is_up(ActorId actor) const { return platform_.hosts[actor]->is_on(); }
  /// Takes the actor's host off the network for a while, from now on, and with it whoever else stands there (on a platform file); what
  /// they send and receive meanwhile is lost. Only where messages can get lost.
  void host_down(ActorId actor, Seconds duration);
  /// The same for a link (see links_named); flows on it break.
  void link_down(const std::string& name, Seconds duration);

  /// Runs until the horizon; actions at the horizon itself still happen. An exception of an action ends the run and is thrown here.
  void run(Seconds horizon);

  [[nodiscard]] const std::array<MessageCount, message_kinds.size()>& message_counts() const { return counts_; }
  [[nodiscard]] const Traffic& traffic(ActorId actor) const { return traffic_[actor]; }
  /// Bytes of the messages of single requests; it counts those only that it was told to.
  [[nodiscard]] DataVolume& data_volume() { return data_volume_; }
  /// The name of an actor's host, and what it drew until the horizon; nothing without network.power.
  [[nodiscard]] const std::string& host_name(ActorId actor) const { return platform_.hosts[actor]->get_name(); }
  [[nodiscard]] std::optional<KilowattHours> energy(ActorId actor) const;

 private:
  struct Envelope {
    ActorId from = 0;
    ActorId to = 0;
    Message message{};
    Bytes left{0};  // to be sent, if it is sent now
    std::int64_t repetitions = 0;
    bool arrived = false;  // at the host, which computes
    bool heard = false;    // as the receiver knows by the number of the message
  };
  struct Activity {
    std::uint32_t envelope;
    simgrid::s4u::ActivityPtr activity;
  };
  struct PendingStart {
    Seconds time;
    std::uint32_t envelope;
  };

  void dispatch(std::uint32_t envelope);
  void count_bytes(const Envelope& sent, Bytes bytes);
  void travel_alone(std::uint32_t envelope);
  void arrive(std::uint32_t envelope);
  void deliver(std::uint32_t envelope);
  void acknowledge(std::uint32_t envelope);
  void acknowledgement_arrives(std::uint32_t envelope);
  void lose(std::uint32_t envelope);
  void repeat_after(std::uint32_t envelope, Seconds way_back);
  [[nodiscard]] std::uint32_t empty_envelope();
  void drop(std::uint32_t envelope) { free_envelopes_.push_back(envelope); }

  [[nodiscard]] bool is_flow(const Message& message) const;
  [[nodiscard]] bool route_is_up(ActorId from, ActorId to) const;
  [[nodiscard]] Seconds time_of(ActorId from, ActorId to, Bytes size);
  [[nodiscard]] Seconds way_back(const Envelope& sent) { return time_of(sent.to, sent.from, message_size_); }
  [[nodiscard]] RouteShape route_between(ActorId from, ActorId to);

  void begin(std::uint32_t envelope);
  void start_due();
  void start_flow(std::uint32_t envelope);
  void find_no_way(std::uint32_t envelope);
  void start_computing(std::uint32_t envelope);
  void start(std::uint32_t envelope, simgrid::s4u::ActivityPtr activity);
  void ended(const simgrid::s4u::Activity& activity);
  void break_off(std::uint32_t envelope, Bytes rest);
  void cancel_all();
  void read_meters();

  /// Takes hosts or links down; each is up again when the last failure of it has ended.
  template <class Device>
  void fail(const std::vector<Device*>& devices, Seconds duration);

  void drive();
  void follow_calendar();
  void do_next();
  void stop();
  void wake_at(Seconds time);
  /// SimGrid's clock may lag behind while nothing is under way there, unless its meters run.
  [[nodiscard]] bool must_wait_for_network() const { return has_meters_ || !under_way_.empty() || !starts_.empty(); }

  simgrid::s4u::Engine engine_;
  Platform platform_;
  std::vector<Listener*> listeners_;
  int failures_ = 0;                            // hosts and links that are down now; while none is, routes need no look
  std::unordered_map<const void*, int> downs_;  // how many failures keep a host or link down
  std::unordered_map<std::uint64_t, RouteShape> routes_;

  Bytes message_size_;
  Contention contention_;
  Transfers transfers_;
  Backoff backoff_;
  Seconds computing_;
  bool can_lose_;
  bool has_meters_;

  Calendar calendar_;
  Seconds now_{0};
  Seconds network_clock_{0};  // how far SimGrid's own clock has come; behind `now_` only while nothing is under way
  Seconds horizon_{0};
  bool stopped_ = false;
  simgrid::kernel::timer::Timer* alarm_ = nullptr;
  Seconds alarm_time_{0};
  std::exception_ptr failure_;

  std::deque<Envelope> envelopes_;  // which stay where they are while others are added
  std::vector<std::uint32_t> free_envelopes_;
  std::deque<PendingStart> starts_;
  std::unordered_map<const simgrid::s4u::Activity*, Activity> under_way_;  // flows, and what hosts compute
  std::vector<simgrid::s4u::ActivityPtr> finished_;                        // released outside SimGrid's callbacks
  std::array<MessageCount, message_kinds.size()> counts_;
  std::vector<Traffic> traffic_;  // by actor
  DataVolume data_volume_;
  std::vector<KilowattHours> energy_;  // by actor, at the horizon
};

}  // namespace ccm
