#pragma once
/// The customers of one segment.

#include <deque>
#include <unordered_map>

#include "models/random.hpp"
#include "sim/buying.hpp"
#include "sim/market.hpp"
#include "sim/reference_prices.hpp"
#include "sim/segment_rows.hpp"
#include "sim/timeouts.hpp"
#include "sim/world.hpp"

namespace ccm {

/// Customers who arrive as a Poisson process, each with a private value, ask for prices, and buy iff their value reaches the threshold of
/// the demand model. How a price comes about depends on the market: it is posted, named, cleared, or talked about; bargainers search
/// first. Their reference prices follow what is paid or quoted.
/// A customer is a record here, not an actor of its own.
/// Tested by: tests/validation/demand_validation.cpp, tests/protocol/negotiation_test.cpp,
/// tests/protocol/repetition_test.cpp.
class Customers : public Listener {
 public:
  Customers(World& world, const Recorder& record, const Scenario& scenario, const Market& market, Transactions& transactions,
            Replication replication, std::uint32_t segment);

  /// The first customer is on the way.
  void start();
  void hear(const Message& message) override;
  /// The product of a request, or a lot of it, reaches the customer by road, or is fetched; when all is there the customer pays, now or
  /// later.
  void receive(const Quote& lot, const Delivery& delivery);
  /// Period `period` (from 1) ends: its row is written, and what was paid in it enters the reference prices.
  void close_period(std::int64_t period);
  /// The simulation ends: requests that are still open are written as such.
  void close();

 private:
  void on(const Quote& quote) { hear_first_price(quote, quote.call); }
  void on(const Offer& offer) { hear_first_price(offer.quote, offer.question); }
  void on(const Refusal& refusal) { hear_no(refusal.request, refusal.call); }
  void on(const NoOffer& no_offer) { hear_no(no_offer.request, no_offer.question); }
  void on(const Counteroffer& counteroffer);
  void on(const Agreement& agreement);
  void on(const Withdrawal& withdrawal);
  void on(const Cancelled& cancelled);
  void on(const TooLate&) {}
  void on(const Bulletin& bulletin);
  template <class Other>
  requires(!understands<Other, ToCustomer>) void on(const Other&);

  void schedule_arrival();
  void arrive();
  void ask(RequestId request, Visit& visit);
  /// A request that waits for an answer, and how often it has been put before.
  struct Question {
    Request request;
    std::int64_t repetitions = 0;
  };
  void put(const Question& question);
  void ask_again(Question question);
  [[nodiscard]] Seconds answer_time();
  [[nodiscard]] Visit* awaiting_answer(RequestId request, CallId question);
  void hear_first_price(const Quote& quote, CallId question);
  void hear_no(RequestId request, CallId question);

  void search_on(RequestId request, Visit& visit);
  void wait_to_look_again(RequestId request);
  void look_again(RequestId request);
  [[nodiscard]] bool has_bulletin() const { return report_ && report_->count(wanted_) > 0; }
  [[nodiscard]] std::optional<Money> stopping_price() const;
  [[nodiscard]] bool is_worth_asking(const Visit& visit) const;
  [[nodiscard]] bool is_worth_stopping_at(Money price, const Visit& visit);

  struct BidInTalk {
    RequestId request;
    std::int64_t tick;
  };
  void consider(RequestId request, Visit& visit, Money standing, std::int64_t own_next_tick);
  void make_bid(RequestId request, Visit& visit, Money price, std::int64_t tick);
  void record_offer(RequestId request, const Visit& visit, std::int64_t tick, Party party, Money price);
  [[nodiscard]] bool is_unanswered(const BidInTalk& bid) const;
  [[nodiscard]] Visit* in_talk(const Quote& quote, std::int64_t tick);
  void settle_for_asked_price(RequestId request, std::string_view otherwise);

  [[nodiscard]] bool is_undecided(RequestId request) const;
  [[nodiscard]] Shopper shopper(const Visit& visit) const { return {visit.value, visit.reference}; }
  void accept(RequestId request, Visit& visit, Money price);
  void ask_anew(RequestId request, Visit& visit);
  void think_again(RequestId request, const Quote& quote);
  void cancel(const Quote& quote);
  void leave(RequestId request, std::string_view state, std::string_view outcome_of_talk);
  void end_talk(RequestId request, Visit& visit, std::string_view outcome);
  [[nodiscard]] OrderRecord row_of(RequestId request, const Visit& visit, std::string_view state);
  void pay(const Quote& quote, Money amount);
  [[nodiscard]] Seconds provision();
  [[nodiscard]] Money amount_due_for(const Quote& quote, Seconds provided);
  void send(Message message) { world_.send(own_id_, Seating::cloud_operator(), std::move(message)); }

  World& world_;
  const Recorder& record_;
  const Scenario& scenario_;
  const SegmentSpec& spec_;
  Seating seating_;
  std::uint32_t segment_;
  ActorId own_id_;
  const std::vector<Supplier>& suppliers_;
  Transactions& transactions_;
  Buying buying_;
  Wanted wanted_;
  Bytes product_data_{0};
  std::size_t people_;
  Seconds mean_gap_{0};  // between arrivals
  RandomStream arrivals_, values_, persons_, provisions_, cancellations_;
  ReferencePrices references_;
  std::shared_ptr<const MarketReport> report_;
  std::deque<Money> last_quotes_;
  std::uint64_t visits_so_far_ = 0;
  std::unordered_map<RequestId, Visit> visits_;
  Backoff backoff_;
  Timeouts<RequestId> patience_;
  Timeouts<BidInTalk> talks_;
  SegmentTally tally_;
};

}  // namespace ccm
