// Which keys may the information network and its failures have?

#include "scenarios/schema_types.hpp"

namespace ccm {
namespace {

TypePtr<Kilowatts> power() { return quantity<Kilowatts>(Dimension::power, at_least(0)); }

TypePtr<HostPowerSpec> host_power_type() {
  return share(Record<HostPowerSpec>("the power of hosts")
                   .required(&HostPowerSpec::idle, power(), {"idle", "What a host draws that is up and computes nothing."})
                   .required(&HostPowerSpec::busy, power(), {"busy", "What it draws while it computes on all its cores."})
                   .key(&HostPowerSpec::off, power(), {"off", "What it draws while it is down."}));
}

/// A member of TargetSpec seen as a member of the event or failure that has the target.
template <class S>
std::optional<std::string> S::*of_target(std::optional<std::string> TargetSpec::*member) {
  return member;
}

template <class S>
Record<S> with_target(Record<S> record) {
  return std::move(record)
      .optional(of_target<S>(&TargetSpec::host), text_type(),
                {"host", "The actor ('operator', a minifactory or a segment) whose host goes down."})
      .optional(of_target<S>(&TargetSpec::link), text_type(),
                {"link", "The actor whose access link goes down, or 'backbone'; with a platform file, the name of a link there."})
      .optional(of_target<S>(&TargetSpec::machine), text_type(), {"machine", "The machine that fails, as MINIFACTORY.MACHINE."})
      .optional(of_target<S>(&TargetSpec::worker), text_type(), {"worker", "The worker level that is away, as MINIFACTORY.WORKER."})
      .optional(of_target<S>(&TargetSpec::minifactory), text_type(),
                {"minifactory", "The minifactory whose machines all fail at once; its host stays up, so that it still answers."})
      .optional(of_target<S>(&TargetSpec::place), reference_type("place"),
                {"place",
                 "The place that is struck: minifactories there lose all machines and their hosts, segments and the operator their hosts."})
      .optional(static_cast<std::optional<Kilometres> S::*>(&TargetSpec::within),
                quantity<Kilometres>(Dimension::distance, between(0, 20'000)),
                {"within", "How far around the place, as the crow flies; without it, only who stands at the place itself is struck."});
}

}  // namespace

TypePtr<NetworkSpec> network_type() {
  return share(
      Record<NetworkSpec>("the network section")
          .key(&NetworkSpec::latency, duration(between(0, 60)), {"latency", "Latency of every access link that does not say its own."})
          .key(&NetworkSpec::bandwidth, bandwidth(),
               {"bandwidth", "Bandwidth, in each direction, of every access link that does not say its own."})
          .optional(&NetworkSpec::backbone, link_type(),
                    {"backbone", "One link that all messages cross; without it, the core is never the bottleneck."})
          .key(&NetworkSpec::contention, choice<Contention>({"bulk", "all", "none"}),
               {"contention",
                "Which messages share links with each other: those that carry product data (bulk), all, or none. 'all' is exact and slow."})
          .key(&NetworkSpec::message_size, bytes(), {"message_size", "Size of a message without product data."})
          .key(&NetworkSpec::retry, duration({.low = 1, .high = longest_time}),
               {"retry",
                "How long after its time an acknowledgement, or an answer to a request, is waited for before the message is sent again."})
          .key(&NetworkSpec::backoff, number_type(between(1, 100)),
               {"backoff", "By how much this wait is longer after each repetition.", "[JacobsonKarels1988]"})
          .key(&NetworkSpec::retry_at_most, duration({.low = 1, .high = longest_time}), {"retry_at_most", "The longest such wait."})
          .key(
              &NetworkSpec::transfers, choice<Transfers>({"restart", "resume"}),
              {"transfers", "What is sent of product data after a failure has broken their transfer: all (restart), or the rest (resume)."})
          .key(&NetworkSpec::computing, duration(between(0, 3600)),
               {"computing", "What the host that receives a message computes before it is heard, as time on an idle host."})
          .optional(&NetworkSpec::power, host_power_type(),
                    {"power", "What the information hosts draw, by SimGrid's plugin of host energy; without it, energy is not counted.",
                     "[Heinrich2017]"})
          .optional(
              &NetworkSpec::platform, text_type(),
              {"platform",
               "A SimGrid platform file (XML) to use instead of the star of access links; its path is relative to the scenario. Actors then stand on the hosts of their 'host' keys, or of their names."}));
}

TypePtr<EventSpec> event_type() {
  return share(with_target(Record<EventSpec>("an event").required(&EventSpec::at, duration(at_least(0)), {"at", "When it happens."}))
                   .required(&EventSpec::down, duration(above(0)), {"down", "For how long."}));
}

TypePtr<FailureSpec> failure_type() {
  return share(with_target(Record<FailureSpec>("a failure"))
                   .required(&FailureSpec::up, duration({.low = 1, .high = longest_time}),
                             {"up", "Mean time from a repair to the next failure; the times are exponential."})
                   .required(&FailureSpec::down, duration({.low = 1, .high = longest_time}),
                             {"down", "Mean time from a failure to its repair; the times are exponential."}));
}

}  // namespace ccm
