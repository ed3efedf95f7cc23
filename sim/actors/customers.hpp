#pragma once
/// The customers of one segment.

#include <unordered_map>

#include "models/demand/linear_demand.hpp"
#include "models/random.hpp"
#include "sim/market.hpp"
#include "sim/recorder.hpp"
#include "sim/timeouts.hpp"
#include "sim/world.hpp"

namespace ccm {

/// Customers who arrive as a Poisson process, each with a private value, ask the operator, and buy iff their value reaches the
/// threshold of the demand model at the price offered to their type. Their common reference price follows what they pay.
/// A customer is a record here, not an actor of its own.     Tested by: tests/validation/demand_validation.cpp.
class Customers : public Listener {
 public:
  Customers(World& world, const Recorder& record, const Scenario& scenario, std::uint64_t replication, std::uint32_t segment);

  /// The first customer is on the way.
  void start();
  void hear(const Message& message) override;
  /// The product of a request reaches the customer by road; the customer pays.
  void receive(const Quote& quote, Kilometres distance, const ProductionStory& story);
  /// Period `period` (from 1) ends: its row is written and the reference price moves.
  void close_period(std::int64_t period);
  /// The simulation ends: requests that are still open are written as such.
  void close();

 private:
  struct Visit {
    Seconds requested{0};
    Money value{0};
    std::optional<Money> reference;
    std::optional<Quote> quote;  // once there is an offer
    Seconds offered{0};
    std::optional<Seconds> accepted;
  };
  /// What happened to this segment in the current period.
  struct Tally {
    std::int64_t requests = 0, offers = 0, sales = 0, rejected = 0, no_offer = 0, expired = 0, delivered = 0, on_time = 0;
    Money offered{0}, sold{0}, paid{0}, surplus{0};
    Seconds lead_time{0};
  };

  void on(const Offer& offer);
  void on(const NoOffer& no_offer);
  template <class Other>
  requires(!understands<Other, ToCustomer>) void on(const Other&);

  void schedule_arrival();
  void arrive();
  [[nodiscard]] bool is_undecided(RequestId request) const;
  void give_up(RequestId request);
  void accept(Visit& visit);
  void reject(RequestId request);
  void send(Message message);
  [[nodiscard]] OrderRecord story_of(RequestId request, const Visit& visit, std::string_view state) const;

  World& world_;
  const Recorder& record_;
  const Scenario& scenario_;
  const SegmentSpec& spec_;
  std::uint32_t segment_;
  ActorId own_id_;
  LinearDemand demand_;
  Seconds mean_gap_{0};  // between arrivals
  RandomStream arrivals_, values_;
  std::optional<Money> reference_;
  std::uint64_t visits_so_far_ = 0;
  std::unordered_map<RequestId, Visit> visits_;
  Timeouts patience_;
  Tally tally_;
};

}  // namespace ccm
