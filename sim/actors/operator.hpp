#pragma once
/// The cloud operator.

#include <unordered_map>
#include <vector>

#include "sim/cashier.hpp"
#include "sim/recorder.hpp"
#include "sim/timeouts.hpp"
#include "sim/world.hpp"

namespace ccm {

/// Asks the nearest capable minifactories for quotes, once or in rounds, offers the customer the cheapest, passes orders with their product
/// data on, settles payments, and publishes the prices posted. It keeps nothing of a request between the offer and the acceptance: the
/// acceptance carries the quote.
/// Protocol: FIPA contract net [SC00029H] and its iterated form [SC00030H].     Tested by: tests/protocol/.
class Operator : public Listener {
 public:
  Operator(World& world, const Recorder& record, const Scenario& scenario, const Market& market, Cashier& cashier);

  /// The bulletin, if there is one, comes out at its intervals from now on.
  void start();
  void hear(const Message& message) override;

 private:
  struct Answer {
    const Supplier* supplier = nullptr;
    bool arrived = false;
    Seconds at{0};
    std::optional<Quote> quote;
  };
  /// Who is asked for a request in the current round, and what they have said.
  struct Call {
    Request request;
    std::uint32_t round = 0;
    Seconds called{0};
    std::vector<Answer> answers;
  };
  struct RoundOfCall {
    RequestId request;
    std::uint64_t number;
  };

  void on(const Request& request);
  void on(const Quote& quote) { answered(quote.request, quote.minifactory, quote.round, quote); }
  void on(const Refusal& refusal) { answered(refusal.request, refusal.minifactory, refusal.round, std::nullopt); }
  void on(const Acceptance& acceptance);
  void on(const Rejection& rejection);
  void on(const Done&) {}
  void on(const Payment& payment);
  void on(const PriceList& list);
  template <class Other>
  requires(!understands<Other, ToOperator>) void on(const Other&);

  void call(Call call);
  void answered(RequestId request, std::uint32_t minifactory, std::uint32_t round, std::optional<Quote> quote);
  void end_round(RequestId request);
  void call_better_half(Call call);
  void conclude(const Call& call);
  [[nodiscard]] std::optional<Money> price_of(const Call& call, const Quote& quote) const;
  void decline(RequestId request, std::uint32_t minifactory);
  void publish();
  void record_answers(const Call& call, const Answer* chosen);
  void record_report(const MarketReport& report);
  void send_to_segment(std::uint32_t segment, const Message& message);
  void send_to_minifactory(std::uint32_t minifactory, const Message& message);

  World& world_;
  const Recorder& record_;
  const Scenario& scenario_;
  const Market& market_;
  Seating seating_;
  std::vector<Bytes> product_data_;  // of each segment's service
  Cashier& cashier_;
  struct OpenCall {
    Call call;
    std::uint64_t number;  // of the round among all
  };
  std::unordered_map<RequestId, OpenCall> calls_;
  std::uint64_t rounds_so_far_ = 0;
  Timeouts<RoundOfCall> deadlines_;
  std::vector<std::shared_ptr<const std::vector<PostedAsk>>> lists_;  // as last posted, by minifactory
};

}  // namespace ccm
