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

void require_links(const sg::Engine& engine, const Scenario& scenario) {
  const auto require_link = [&](const TargetSpec& target) {
    if (target.link) static_cast<void>(links_named(engine, *target.link));  // say now what is missing, not when it is due
  };
  std::ranges::for_each(scenario.events, require_link);
  std::ranges::for_each(scenario.failures, require_link);
}

}  // namespace

World::World(const Scenario& scenario)
    : engine_(quiet_engine()),
      platform_(build_platform(engine_, scenario)),
      listeners_(platform_.hosts.size()),
      message_size_(scenario.network.message_size),
      contention_(scenario.network.contention),
      transfers_(scenario.network.transfers),
      backoff_(backoff_of(scenario.network)),
      computing_(scenario.network.computing),
      can_lose_(network_can_fail(scenario)),
      has_meters_(scenario.network.power.has_value()),
      traffic_(platform_.hosts.size()) {
  require_links(engine_, scenario);
  sg::Activity::on_completion_cb([this](const sg::Activity& activity) { ended(activity); });
}

World::~World() { stop(); }

void World::seat(ActorId id, Listener& listener) { listeners_.at(id) = &listener; }

void World::at(Seconds time, Calendar::Action action) {
  require(time >= now_, "world: time runs backwards");
  calendar_.add(time, std::move(action));
}

void World::send(ActorId from, ActorId to, Message message) {
  const std::uint32_t envelope = empty_envelope();
  Envelope& sent = envelopes_[envelope];
  sent.from = from;
  sent.to = to;
  sent.message = std::move(message);
  sent.left = message_size_ + payload_of(sent.message);
  sent.repetitions = 0;
  sent.heard = false;
  dispatch(envelope);
}

Seconds World::idle_time(ActorId from, ActorId to, Bytes payload) { return time_of(from, to, message_size_ + payload); }

// ---- messages ----

/// Without a way there is no transfer: the message itself is sent in vain, but no product data.
void World::dispatch(std::uint32_t envelope) {
  Envelope& sent = envelopes_[envelope];
  const bool has_way = route_is_up(sent.from, sent.to);
  sent.arrived = false;
  ++counts_[sent.message.index()].sent;
  ++traffic_[sent.from].sent;
  count_bytes(sent, has_way ? sent.left : std::min(sent.left, message_size_));
  if (!has_way)
    lose(envelope);
  else if (is_flow(sent.message) && platform_.hosts[sent.from] != platform_.hosts[sent.to])
    begin(envelope);
  else
    travel_alone(envelope);
}

void World::count_bytes(const Envelope& sent, Bytes bytes) {
  counts_[sent.message.index()].size += bytes;
  traffic_[sent.from].sent_size += bytes;
  data_volume_.add(sent.message, bytes);
}

void World::travel_alone(std::uint32_t envelope) {
  const Envelope& sent = envelopes_[envelope];
  after(time_of(sent.from, sent.to, sent.left), [this, envelope] { arrive(envelope); });
}

void World::arrive(std::uint32_t envelope) {
  Envelope& arrived = envelopes_[envelope];
  if (!route_is_up(arrived.from, arrived.to)) return lose(envelope);
  ++traffic_[arrived.to].received;
  traffic_[arrived.to].received_size += arrived.left;
  arrived.arrived = true;
  computing_ > Seconds(0) ? begin(envelope) : deliver(envelope);
}

void World::deliver(std::uint32_t envelope) {
  Envelope& arrived = envelopes_[envelope];
  MessageCount& count = counts_[arrived.message.index()];
  if (std::exchange(arrived.heard, true)) {
    ++count.duplicates;
  } else {
    ++count.delivered;
    listeners_[arrived.to]->hear(arrived.message);
  }
  can_lose_&& is_contractual(arrived.message) ? acknowledge(envelope) : drop(envelope);
}

/// Of what has got through, only the message itself needs to be repeated where transfers resume.
void World::acknowledge(std::uint32_t envelope) {
  Envelope& heard = envelopes_[envelope];
  if (transfers_ == Transfers::resume) heard.left = message_size_;
  if (!route_is_up(heard.to, heard.from)) return repeat_after(envelope, way_back(heard));
  after(way_back(heard), [this, envelope] { acknowledgement_arrives(envelope); });
}

void World::acknowledgement_arrives(std::uint32_t envelope) {
  const Envelope& sent = envelopes_[envelope];
  route_is_up(sent.to, sent.from) ? drop(envelope) : repeat_after(envelope, Seconds(0));
}

void World::lose(std::uint32_t envelope) {
  const Envelope& lost = envelopes_[envelope];
  ++counts_[lost.message.index()].lost;
  is_contractual(lost.message) ? repeat_after(envelope, way_back(lost)) : drop(envelope);
}

void World::repeat_after(std::uint32_t envelope, Seconds way_back) {
  const Seconds timeout = backoff_.wait(envelopes_[envelope].repetitions++);
  after(way_back + timeout, [this, envelope] { dispatch(envelope); });
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
    start_due();
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
    if (calendar_.empty() || calendar_.next_time() > horizon_) return read_meters(), stop();
    do_next();
  }
}

void World::do_next() {
  now_ = calendar_.next_time();
  calendar_.take_next()();
}

void World::stop() {
  stopped_ = true;
  cancel_all();
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
