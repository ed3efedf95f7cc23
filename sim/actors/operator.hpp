#pragma once
/// The cloud operator.

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "models/replication.hpp"
#include "sim/cashier.hpp"
#include "sim/matching.hpp"
#include "sim/recorder.hpp"
#include "sim/timeouts.hpp"
#include "sim/world.hpp"

namespace ccm {

/// Asks capable minifactories for quotes, once or in rounds, offers the customer the one that its matching policy prefers, or the lots of
/// several, passes orders with their product data on, settles payments, and publishes the prices posted. It keeps nothing of a request
/// between the offer and the acceptance: the acceptance carries the quote. An order that a failure delays goes to whoever can deliver it
/// earlier at its price. Protocol: FIPA contract net [SC00029H] and its iterated form [SC00030H].     Tested by: tests/protocol/.
class Operator : public Listener {
 public:
  Operator(World& world, const Recorder& record, const Scenario& scenario, const Geography& geography, const Market& market,
           Cashier& cashier, Replication replication);

  /// The bulletin, if there is one, comes out at its intervals from now on.
  void start();
  void hear(const Message& message) override;

 private:
  struct Answer {
    const Supplier* supplier = nullptr;
    Seconds called{0};
    bool arrived = false;
    Seconds at{0};
    std::optional<Quote> quote;
    bool chosen = false;
  };
  /// Who is asked for a request, or for a stage of it, and what they have said.
  struct Call {
    Request request;
    std::uint32_t stage = 0;
    std::vector<Quote> before;     // those chosen for the stages before
    std::uint32_t round = 0;       // number among the calls of the request
    std::uint32_t betterings = 0;  // rounds in which better prices have been asked for
    std::size_t asked = 0;         // how many have been asked, in the order of asking
    bool again = false, ignores_due = false, in_lots = false;
    std::optional<Delay> delay;  // of an order that somebody else shall take over
    std::vector<Answer> answers;
  };
  struct RoundOfCall {
    RequestId request;
    CallId number;
  };

  void on(const Request& request);
  void on(const Quote& quote) { answered(quote.request, quote.minifactory, quote.call, quote); }
  void on(const Refusal& refusal) { answered(refusal.request, refusal.minifactory, refusal.call, std::nullopt); }
  void on(const Acceptance& acceptance);
  void on(const Rejection& rejection);
  void on(const Cancel& cancel);
  void on(const Cancelled& cancelled);
  void on(const TooLate& too_late);
  void on(const Delay& delay);
  void on(const Done& done) { matching_.learn(done); }
  void on(const Payment& payment);
  void on(const PriceList& list);
  template <class Other>
  requires(!understands<Other, ToOperator>) void on(const Other&);

  void ask_up_to(Call call, std::size_t end);
  void ask_again(Call call);
  void call(Call call);
  void answered(RequestId request, std::uint32_t minifactory, CallId call, std::optional<Quote> quote);
  void end_round(RequestId request);
  void call_better_half(Call call);
  void conclude(Call call);
  [[nodiscard]] std::vector<Quote> choose(Call& call) const;
  [[nodiscard]] std::vector<Quote> choose_lots(Call& call, const std::vector<Answer*>& ranked) const;
  void nobody_can(Call call);
  void ask_for_next_stage(Call call);
  void offer(const Call& call, Quote quote);
  void give_up(const Call& call);

  [[nodiscard]] const SegmentSpec& segment(const Call& call) const { return scenario_.customers[call.request.segment]; }
  [[nodiscard]] Sought sought(const Call& call) const;
  [[nodiscard]] std::vector<Answer*> ranked(Call& call) const;
  [[nodiscard]] bool can_split(const Call& call) const;
  [[nodiscard]] std::optional<LotWish> lot_of(const Call& call) const;
  [[nodiscard]] std::optional<Money> price_of(const Call& call, const Quote& quote) const;
  void move_or_leave(Call call);
  void decline(const Quote& quote);
  void decline_all_but_chosen(const Call& call);
  void publish();
  void record_answers(const Call& call);
  void record_answer(const Call& call, const Answer& answer);
  [[nodiscard]] QuoteRecord answer_row(const Call& call, const Answer& answer) const;
  void record_report(const MarketReport& report);
  void send_to_segment(std::uint32_t segment, Message message);
  void send_to_minifactory(std::uint32_t minifactory, Message message);

  World& world_;
  const Recorder& record_;
  const Scenario& scenario_;
  const Market& market_;
  Seating seating_;
  std::vector<Bytes> product_data_;  // of each segment's service
  Cashier& cashier_;
  Matching matching_;
  struct OpenCall {
    Call call;
    CallId number;  // of the round among all
  };
  std::unordered_map<RequestId, OpenCall> calls_;
  /// An order that another minifactory takes over as soon as the first has given it up.
  struct Move {
    Quote to;
    bool is_cancelled = false;  // by the customer, meanwhile
  };
  std::unordered_map<RequestId, Move> moves_;
  std::unordered_map<RequestId, std::uint32_t> moved_;  // who has orders that were taken over
  std::unordered_set<RequestId> cancelled_;             // by customers
  CallId rounds_so_far_ = 0;
  Timeouts<RoundOfCall> deadlines_;
  std::vector<std::shared_ptr<const std::vector<PostedAsk>>> lists_;  // as last posted, by minifactory
};

}  // namespace ccm
