#pragma once
/// A world whose actors only note what they hear.

#include <vector>

#include "sim/world.hpp"
#include "tests/support/small_market.hpp"

namespace ccm::test {

/// The world of a scenario with a notebook on every seat.
class BareWorld {
 public:
  struct Heard {
    ActorId to;
    Seconds time;
    Message message;
  };

  explicit BareWorld(const Scenario& scenario) : world(scenario) {
    const auto actors = static_cast<ActorId>(1 + scenario.customers.size() + scenario.minifactories.size());
    notebooks_.reserve(actors);
    for (ActorId id = 0; id < actors; ++id) world.seat(id, notebooks_.emplace_back(id, *this));
  }

  [[nodiscard]] const MessageCount& count(const Message& like) const { return world.message_counts()[like.index()]; }

  /// What was heard of that kind, by anybody.
  template <class Kind>
  [[nodiscard]] std::vector<Kind> all() const {
    std::vector<Kind> found;
    for (const Heard& one : heard)
      if (const auto* message = std::get_if<Kind>(&one.message)) found.push_back(*message);
    return found;
  }

  World world;
  std::vector<Heard> heard;

 private:
  class Notebook : public Listener {
   public:
    Notebook(ActorId id, BareWorld& owner) : id_(id), owner_(owner) {}
    void hear(const Message& message) override { owner_.heard.push_back({id_, owner_.world.now(), message}); }

   private:
    ActorId id_;
    BareWorld& owner_;
  };

  std::vector<Notebook> notebooks_;
};

/// Over one access link of the small market, 13.01 * 10 ms + bytes / (0.97 * 100,000 B/s): the LV08 model by hand.
[[nodiscard]] constexpr double over_one_link(double bytes) { return 0.1301 + bytes / 97000; }

}  // namespace ccm::test
