#pragma once
/// The cloud operator.

#include <unordered_map>
#include <vector>

#include "models/market/settlement.hpp"
#include "sim/market.hpp"
#include "sim/recorder.hpp"
#include "sim/timeouts.hpp"
#include "sim/world.hpp"

namespace ccm {

/// Asks the nearest capable minifactories for quotes, offers the customer the cheapest, passes orders with their product data on, and
/// settles payments. It keeps nothing of a request between the offer and the acceptance: the acceptance carries the quote.
/// Protocol: FIPA contract net [SC00029H] without the rejections to losers.     Tested by: tests/protocol/.
class Operator : public Listener {
 public:
  Operator(World& world, const Recorder& record, const Scenario& scenario, const Market& market);

  void hear(const Message& message) override;

  /// Who paid and received what so far; accounts are numbered like ActorIds.
  [[nodiscard]] const Ledger& ledger() const { return ledger_; }

 private:
  struct Answer {
    const Supplier* supplier = nullptr;
    bool arrived = false;
    Seconds at{0};
    std::optional<Quote> quote;
  };
  struct Call {
    std::uint32_t segment = 0;
    Seconds called{0};
    std::vector<Answer> answers;
  };

  void on(const Request& request);
  void on(const Quote& quote);
  void on(const Refusal& refusal);
  void on(const Acceptance& acceptance);
  void on(const Rejection&) {}
  void on(const Payment& payment);
  template <class Other>
  requires(!understands<Other, ToOperator>) void on(const Other&);

  void answered(RequestId request, std::uint32_t minifactory, std::optional<Quote> quote);
  void close(RequestId request);
  void record_answers(RequestId request, const Call& call, const Answer* chosen);
  void send_to_segment(std::uint32_t segment, Message message);
  void send_to_minifactory(std::uint32_t minifactory, Message message);

  World& world_;
  const Recorder& record_;
  const Scenario& scenario_;
  const Market& market_;
  Seating seating_;
  std::vector<Bytes> product_data_;  // of each segment's service
  Ledger ledger_;
  std::unordered_map<RequestId, Call> calls_;
  Timeouts deadlines_;
};

}  // namespace ccm
