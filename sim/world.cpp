// When do things happen, and when do messages arrive?

#include "sim/world.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {
namespace {

namespace sg = simgrid::s4u;
using simgrid::kernel::timer::Timer;

/// SimGrid's engine with its log silenced. Traffic of acknowledgements is left out, so that a lone flow takes exactly transfer_time.
sg::Engine quiet_engine() {
  static std::vector<std::string> arguments{"ccmsim", "--log=root.thresh:critical", "--cfg=network/crosstraffic:0"};
  static std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  int count = static_cast<int>(arguments.size());
  return sg::Engine(&count, pointers.data());
}

}  // namespace

World::World(const Scenario& scenario)
    : engine_(quiet_engine()),
      platform_(build_platform(engine_, scenario)),
      listeners_(platform_.hosts.size()),
      message_size_(scenario.network.message_size),
      contention_(scenario.network.contention),
      retry_(scenario.network.retry) {
  for (const EventSpec& event : scenario.events)
    if (event.link) static_cast<void>(links_named(engine_, *event.link));  // say now what is missing, not when it is due
  sg::Activity::on_completion_cb([this](const sg::Activity& activity) { flow_ended(activity); });
}

World::~World() { stop(); }

void World::seat(ActorId id, Listener& listener) { listeners_.at(id) = &listener; }

void World::at(Seconds time, Calendar::Action action) {
  require(time >= now_, "world: time runs backwards");
  calendar_.add(time, std::move(action));
}

void World::send(ActorId from, ActorId to, const Message& message) {
  const std::uint32_t envelope = empty_envelope();
  Envelope& sent = envelopes_[envelope];
  sent.from = from;
  sent.to = to;
  sent.message = message;
  dispatch(envelope);
}

Seconds World::idle_time(ActorId from, ActorId to, Bytes payload) {
  if (platform_.hosts[from] == platform_.hosts[to]) return Seconds(0);
  return transfer_time(route_between(from, to), message_size_ + payload);
}

// ---- messages ----

void World::dispatch(std::uint32_t envelope) {
  const Envelope& sent = envelopes_[envelope];
  MessageCount& count = counts_[sent.message.index()];
  ++count.sent;
  count.size += size_of(sent.message);
  if (!route_is_up(sent.from, sent.to))
    lose(envelope);
  else if (is_flow(sent.message) && platform_.hosts[sent.from] != platform_.hosts[sent.to])
    starts_.push_back({now_, envelope}), start_due_flows();
  else
    travel_alone(envelope);
}

void World::travel_alone(std::uint32_t envelope) {
  const Envelope& sent = envelopes_[envelope];
  after(idle_time(sent.from, sent.to, payload_of(sent.message)), [this, envelope] { arrive(envelope); });
}

void World::arrive(std::uint32_t envelope) {
  const Envelope& arrived = envelopes_[envelope];
  if (!route_is_up(arrived.from, arrived.to)) return lose(envelope);
  ++counts_[arrived.message.index()].delivered;
  listeners_[arrived.to]->hear(arrived.message);
  drop(envelope);
}

void World::lose(std::uint32_t envelope) {
  const Message& message = envelopes_[envelope].message;
  ++counts_[message.index()].lost;
  if (is_contractual(message))
    after(retry_, [this, envelope] { dispatch(envelope); });
  else
    drop(envelope);
}

std::uint32_t World::empty_envelope() {
  if (free_envelopes_.empty()) {
    envelopes_.emplace_back();
    return static_cast<std::uint32_t>(envelopes_.size() - 1);
  }
  const std::uint32_t slot = free_envelopes_.back();
  free_envelopes_.pop_back();
  return slot;
}

bool World::is_flow(const Message& message) const {
  return contention_ == Contention::all || (contention_ == Contention::bulk && payload_of(message) > Bytes(0));
}

// ---- routes ----

bool World::route_is_up(ActorId from, ActorId to) const {
  if (failures_ == 0) return true;
  if (!is_up(from) || !is_up(to)) return false;
  std::vector<sg::Link*> links;
  double latency = 0;
  platform_.hosts[from]->route_to(platform_.hosts[to], links, &latency);
  return std::ranges::all_of(links, [](const sg::Link* link) { return link->is_on(); });
}

RouteShape World::route_between(ActorId from, ActorId to) {
  const std::uint64_t pair = (static_cast<std::uint64_t>(from) << 32) | to;
  const auto [known, is_new] = routes_.try_emplace(pair);
  if (!is_new) return known->second;
  std::vector<sg::Link*> links;
  double latency = 0, bandwidth = std::numeric_limits<double>::infinity();
  platform_.hosts[from]->route_to(platform_.hosts[to], links, &latency);
  for (const sg::Link* link : links) bandwidth = std::min(bandwidth, link->get_bandwidth());
  return known->second = {Seconds(latency), BytesPerSecond(bandwidth)};
}

// ---- flows ----

void World::start_due_flows() {
  while (!starts_.empty() && starts_.front().time <= network_clock_) {
    const std::uint32_t envelope = starts_.front().envelope;
    starts_.pop_front();
    start_flow(envelope);
  }
}

void World::start_flow(std::uint32_t envelope) {
  const Envelope& sent = envelopes_[envelope];
  if (!route_is_up(sent.from, sent.to)) return lose(envelope);
  const auto comm = sg::Comm::sendto_init(platform_.hosts[sent.from], platform_.hosts[sent.to]);
  comm->set_payload_size(static_cast<std::uint64_t>(size_of(sent.message).value()));
  flows_.emplace(comm.get(), Flow{envelope, comm});
  comm->start();
}

void World::flow_ended(const sg::Activity& activity) {
  const auto found = flows_.find(&activity);
  if (stopped_ || found == flows_.end()) return;
  const std::uint32_t envelope = found->second.envelope;
  const bool complete = activity.get_state() == sg::Activity::State::FINISHED;
  finished_.push_back(std::move(found->second.comm));
  flows_.erase(found);
  network_clock_ = std::max(network_clock_, Seconds(sg::Engine::get_clock()));
  const Seconds end = std::max(now_, network_clock_);
  at(end, [this, envelope, complete] { complete ? arrive(envelope) : lose(envelope); });
  wake_at(end);
}

/// SimGrid still looks at cancelled flows when its loop goes on, so they are kept until the world ends.
void World::cancel_flows() {
  auto flows = std::exchange(flows_, {});
  for (auto& [activity, flow] : flows) {
    flow.comm->cancel();
    finished_.push_back(std::move(flow.comm));
  }
}

// ---- failures ----

void World::host_down(ActorId actor, Seconds duration) { fail(std::vector{platform_.hosts[actor]}, duration); }
void World::link_down(const std::string& name, Seconds duration) { fail(links_named(engine_, name), duration); }

template <class Device>
void World::fail(const std::vector<Device*>& devices, Seconds duration) {
  for (Device* device : devices)
    if (++downs_[device] == 1) ++failures_, device->turn_off();
  after(duration, [this, devices] {
    for (Device* device : devices)
      if (--downs_[device] == 0) --failures_, device->turn_on();
  });
}

// ---- time ----

void World::run(Seconds horizon) {
  require(std::ranges::find(listeners_, nullptr) == listeners_.end(), "world: an actor has no listener");
  horizon_ = horizon;
  wake_at(Seconds(0));
  engine_.run();
  if (failure_) std::rethrow_exception(failure_);
  now_ = horizon;
}

/// One round of the calendar, from inside SimGrid's loop: an exception must not leave it, since SimGrid would abort the process.
void World::drive() {
  try {
    finished_.clear();
    start_due_flows();
    follow_calendar();
  } catch (...) {
    failure_ = std::current_exception();
    stop();
  }
}

void World::follow_calendar() {
  while (!stopped_) {
    const Seconds next = calendar_.empty() ? horizon_ : std::min(calendar_.next_time(), horizon_);
    if (must_wait_for_network() && next > network_clock_) return wake_at(starts_.empty() ? next : std::min(next, starts_.front().time));
    if (calendar_.empty() || calendar_.next_time() > horizon_) return stop();
    do_next();
  }
}

void World::do_next() {
  now_ = calendar_.next_time();
  calendar_.take_next()();
}

void World::stop() {
  stopped_ = true;
  cancel_flows();
  starts_.clear();
  if (alarm_) std::exchange(alarm_, nullptr)->remove();
}

void World::wake_at(Seconds time) {
  if (stopped_ || (alarm_ && alarm_time_ <= time)) return;
  if (alarm_) alarm_->remove();
  alarm_time_ = time;
  alarm_ = Timer::set(time.value(), [this, time] {
    alarm_ = nullptr;
    network_clock_ = std::max(network_clock_, time);
    drive();
  });
}

}  // namespace ccm
