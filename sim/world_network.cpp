// What does SimGrid do with the messages: which routes, flows, computations, failures and energy are there?

#include <simgrid/plugins/energy.h>

#include <algorithm>
#include <cmath>

#include "models/error.hpp"
#include "sim/world.hpp"

namespace ccm {
namespace {

namespace sg = simgrid::s4u;

constexpr double joules_per_kilowatt_hour = 3.6e6;

}  // namespace

// ---- routes ----

bool World::is_flow(const Message& message) const {
  return contention_ == Contention::all || (contention_ == Contention::bulk && payload_of(message) > Bytes(0));
}

bool World::route_is_up(ActorId from, ActorId to) const {
  if (failures_ == 0) return true;
  if (!is_up(from) || !is_up(to)) return false;
  std::vector<sg::Link*> links;
  double latency = 0;
  platform_.hosts[from]->route_to(platform_.hosts[to], links, &latency);
  return std::ranges::all_of(links, [](const sg::Link* link) { return link->is_on(); });
}

Seconds World::time_of(ActorId from, ActorId to, Bytes size) {
  if (platform_.hosts[from] == platform_.hosts[to]) return Seconds(0);
  return transfer_time(route_between(from, to), size);
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

// ---- flows and computations ----

/// SimGrid goes on from its own clock, so what begins now waits until that has come here.
void World::begin(std::uint32_t envelope) {
  starts_.push_back({now_, envelope});
  start_due();
}

void World::start_due() {
  while (!starts_.empty() && starts_.front().time <= network_clock_) {
    const std::uint32_t envelope = starts_.front().envelope;
    starts_.pop_front();
    envelopes_[envelope].arrived ? start_computing(envelope) : start_flow(envelope);
  }
}

void World::start_flow(std::uint32_t envelope) {
  const Envelope& sent = envelopes_[envelope];
  if (!route_is_up(sent.from, sent.to)) return find_no_way(envelope);
  const auto comm = sg::Comm::sendto_init(platform_.hosts[sent.from], platform_.hosts[sent.to]);
  comm->set_payload_size(static_cast<std::uint64_t>(sent.left.value()));
  start(envelope, comm);
}

/// The way went down since the dispatch: no product data have been sent.
void World::find_no_way(std::uint32_t envelope) {
  const Envelope& sent = envelopes_[envelope];
  count_bytes(sent, std::min(Bytes(0), message_size_ - sent.left));
  lose(envelope);
}

void World::start_computing(std::uint32_t envelope) {
  sg::Host* host = platform_.hosts[envelopes_[envelope].to];
  if (!host->is_on()) return lose(envelope);
  const auto work = sg::Exec::init();
  work->set_host(host);
  work->set_flops_amount(computing_.value() * host->get_speed());
  start(envelope, work);
}

void World::start(std::uint32_t envelope, sg::ActivityPtr activity) {
  under_way_.emplace(activity.get(), Activity{envelope, activity});
  activity->start();
}

void World::ended(const sg::Activity& activity) {
  const auto found = under_way_.find(&activity);
  if (stopped_ || found == under_way_.end()) return;
  const std::uint32_t envelope = found->second.envelope;
  const bool complete = activity.get_state() == sg::Activity::State::FINISHED;
  const bool computed = envelopes_[envelope].arrived;
  const Bytes rest(complete || computed ? 0 : activity.get_remaining());
  finished_.push_back(std::move(found->second.activity));
  under_way_.erase(found);
  network_clock_ = std::max(network_clock_, Seconds(sg::Engine::get_clock()));
  const Seconds end = std::max(now_, network_clock_);
  at(end, [this, envelope, complete, computed, rest] {
    if (!complete) return break_off(envelope, rest);
    computed ? deliver(envelope) : arrive(envelope);
  });
  wake_at(end);
}

/// The rest has not been sent, and is all that is left to send where transfers resume.
void World::break_off(std::uint32_t envelope, Bytes rest) {
  Envelope& broken = envelopes_[envelope];
  count_bytes(broken, -rest);
  if (transfers_ == Transfers::resume && rest > Bytes(0)) broken.left = Bytes(std::ceil(rest.value()));
  lose(envelope);
}

/// SimGrid still looks at what was cancelled when its loop goes on, so that is kept until the world ends.
void World::cancel_all() {
  auto cancelled = std::exchange(under_way_, {});
  for (auto& [key, work] : cancelled) {
    work.activity->cancel();
    finished_.push_back(std::move(work.activity));
  }
}

// ---- failures ----

void World::host_down(ActorId actor, Seconds duration) { fail(std::vector{platform_.hosts[actor]}, duration); }
void World::link_down(const std::string& name, Seconds duration) { fail(links_named(engine_, name), duration); }

template <class Device>
void World::fail(const std::vector<Device*>& devices, Seconds duration) {
  require(can_lose_, "world: a failure where nothing can fail");
  for (Device* device : devices)
    if (++downs_[device] == 1) ++failures_, device->turn_off();
  after(duration, [this, devices] {
    for (Device* device : devices)
      if (--downs_[device] == 0) --failures_, device->turn_on();
  });
}

// ---- energy ----

void World::read_meters() {
  if (!has_meters_) return;
  sg_host_energy_update_all();
  for (const sg::Host* host : platform_.hosts) energy_.emplace_back(sg_host_get_consumed_energy(host) / joules_per_kilowatt_hour);
}

std::optional<KilowattHours> World::energy(ActorId actor) const { return energy_.empty() ? std::nullopt : std::optional(energy_[actor]); }

}  // namespace ccm
