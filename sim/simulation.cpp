// Who takes part in a run, and what happens at which time without being asked for?

#include "sim/simulation.hpp"

#include <memory>

#include "sim/actors/customers.hpp"
#include "sim/actors/minifactory.hpp"
#include "sim/actors/operator.hpp"

namespace ccm {
namespace {

class Simulation {
 public:
  Simulation(const Scenario& scenario, std::uint64_t replication, const Recorder& record, const Progress& progress)
      : scenario_(scenario),
        record_(record),
        progress_(progress),
        seating_(scenario),
        geography_(scenario),
        market_(market_of(scenario, geography_)),
        world_(scenario),
        cashier_(scenario),
        operator_(world_, record, scenario, market_, cashier_) {
    world_.seat(seating_.cloud_operator(), operator_);
    for (std::uint32_t s = 0; s < seating_.segments; ++s) add_customers(s, replication);
    for (std::uint32_t m = 0; m < seating_.minifactories; ++m) add_minifactory(m, replication);
  }

  void run() {
    for (const EventSpec& event : scenario_.events) world_.at(event.at, [this, &event] { happen(event); });
    begin_period(1);
    operator_.start();
    for (const auto& customers : customers_) customers->start();
    world_.run(scenario_.time.period * static_cast<double>(scenario_.time.periods));
    for (const auto& customers : customers_) customers->close();
    record_messages();
    record_accounts();
  }

 private:
  void add_customers(std::uint32_t segment, std::uint64_t replication) {
    customers_.push_back(std::make_unique<Customers>(world_, record_, scenario_, market_, transactions_, replication, segment));
    world_.seat(seating_.segment(segment), *customers_.back());
  }

  void add_minifactory(std::uint32_t index, std::uint64_t replication) {
    const auto carrier = [this](const Quote& quote, const ProductionStory& story) { deliver(quote, story); };
    minifactories_.push_back(
        std::make_unique<Minifactory>(world_, record_, scenario_, geography_, market_, caches_, cashier_, replication, index, carrier));
    world_.seat(seating_.minifactory(index), *minifactories_.back());
  }

  void deliver(const Quote& quote, const ProductionStory& story) {
    const Kilometres distance = geography_.distance(quote.minifactory, quote.segment);
    world_.after(geography_.delivery_time(quote.minifactory, quote.segment),
                 [this, quote, distance, story] { customers_[quote.segment]->receive(quote, distance, story); });
  }

  void begin_period(std::int64_t period) {
    for (const auto& minifactory : minifactories_) minifactory->open_period(period);
    world_.at(scenario_.time.period * static_cast<double>(period), [this, period] { end_period(period); });
  }

  void end_period(std::int64_t period) {
    for (const auto& customers : customers_) customers->close_period(period);
    transactions_.clear();
    for (const auto& minifactory : minifactories_) minifactory->close_period(period);
    if (progress_) progress_(period);
    if (period < scenario_.time.periods) begin_period(period + 1);
  }

  void happen(const EventSpec& event) {
    if (event.link) return world_.link_down(*event.link, event.down);
    if (event.machine) return fail(*event.machine, &MinifactorySpec::machines, &Resources::machines, event.down);
    if (event.worker) return fail(*event.worker, &MinifactorySpec::workers, &Resources::workers, event.down);
    world_.host_down(actor_named(*event.host), event.down);
  }

  /// `name` is MINIFACTORY.RESOURCE.
  template <class Resource>
  void fail(const std::string& name, std::vector<Resource> MinifactorySpec::*resources, Resources::Kind kind, Seconds duration) {
    for (std::size_t m = 0; m < minifactories_.size(); ++m) {
      const auto& candidates = scenario_.minifactories[m].*resources;
      for (std::size_t i = 0; i < candidates.size(); ++i)
        if (scenario_.minifactories[m].name + "." + candidates[i].name == name) minifactories_[m]->fail(kind, i, duration);
    }
  }

  [[nodiscard]] ActorId actor_named(const std::string& name) const {
    for (std::size_t s = 0; s < seating_.segments; ++s)
      if (scenario_.customers[s].name == name) return seating_.segment(s);
    for (std::size_t m = 0; m < seating_.minifactories; ++m)
      if (scenario_.minifactories[m].name == name) return seating_.minifactory(m);
    return seating_.cloud_operator();
  }

  void record_messages() const {
    for (std::size_t kind = 0; kind < message_kinds.size(); ++kind) {
      const MessageCount& count = world_.message_counts()[kind];
      record_(MessageRecord{message_kinds[kind], count.sent, count.delivered, count.lost, count.size.value()});
    }
  }

  void record_account(std::size_t account, std::string_view name, std::string_view role) const {
    const Account& booked = cashier_.ledger().accounts()[account];
    record_(AccountRecord{name, role, booked.paid.value(), booked.received.value()});
  }

  void record_accounts() const {
    record_account(seating_.cloud_operator(), "operator", "operator");
    for (std::size_t s = 0; s < seating_.segments; ++s) record_account(seating_.segment(s), scenario_.customers[s].name, "customers");
    for (std::size_t m = 0; m < seating_.minifactories; ++m)
      record_account(seating_.minifactory(m), scenario_.minifactories[m].name, "minifactory");
    if (scenario_.market.revenue.third_party > Money(0)) record_account(cashier_.third_party(), "third_party", "third party");
  }

  const Scenario& scenario_;
  const Recorder& record_;
  const Progress& progress_;
  Seating seating_;
  Geography geography_;
  Market market_;
  World world_;
  Cashier cashier_;
  Transactions transactions_;
  Operator operator_;
  Caches caches_;
  std::vector<std::unique_ptr<Customers>> customers_;
  std::vector<std::unique_ptr<Minifactory>> minifactories_;
};

}  // namespace

void simulate(const Scenario& scenario, std::uint64_t replication, const Recorder& record, const Progress& progress) {
  Simulation(scenario, replication, record, progress).run();
}

}  // namespace ccm
