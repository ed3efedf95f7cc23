#pragma once
/// Actors of a small market in a world in which the test speaks for all others.

#include "models/random.hpp"
#include "sim/actors/customers.hpp"
#include "sim/actors/operator.hpp"
#include "tests/protocol/market_story.hpp"
#include "tests/sim/bare_world.hpp"

namespace ccm::test {

/// When the first customer of a small market asks. The draws depend on nothing but seed, replication and name.
[[nodiscard]] inline double first_request_of(const Scenario& market) {
  RandomStream arrivals(static_cast<std::uint64_t>(market.seed), 1, "c1", "arrivals");
  return arrivals.exponential(market.time.period / 20).value();
}

/// The customers of a market; the operator and the minifactory say what the test lets them say.
class CustomersAlone {
 public:
  explicit CustomersAlone(const Scenario& market)
      : bare(market),
        asked(first_request_of(market)),
        reach_(market_of(market, Geography(market))),
        customers_(bare.world, nobody_, market, reach_, transactions_, 1, 0) {
    bare.world.seat(customer_id, customers_);
    customers_.start();
  }
  void say(double after, ActorId who, const Message& message) {
    bare.world.at(Seconds(asked + after), [this, who, message] { bare.world.send(who, customer_id, message); });
  }
  /// What the customers have said of that kind, until so long after the first request.
  template <class Kind>
  [[nodiscard]] std::vector<Kind> said_until(double after) {
    bare.world.run(Seconds(asked + after));
    return bare.all<Kind>();
  }

  BareWorld bare;
  double asked;

 private:
  Recorder nobody_;
  Transactions transactions_;
  Market reach_;
  Customers customers_;
};

/// The operator of a market; customers and minifactories say what the test lets them say.
class OperatorAlone {
 public:
  explicit OperatorAlone(const Scenario& market)
      : bare(market),
        cashier_(market),
        geography_(market),
        reach_(market_of(market, geography_)),
        operator_(bare.world, nobody_, market, geography_, reach_, cashier_, 1) {
    bare.world.seat(operator_id, operator_);
  }
  /// Says at that time what is then made of the world.
  template <class Speech>
  void say(double time, ActorId who, Speech speech) {
    bare.world.at(Seconds(time), [this, who, speech] { bare.world.send(who, operator_id, speech()); });
  }

  BareWorld bare;

 private:
  Recorder nobody_;
  Cashier cashier_;
  Geography geography_;
  Market reach_;
  Operator operator_;
};

}  // namespace ccm::test
