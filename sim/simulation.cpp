// Who takes part in a run, and what happens at which time without being asked for?

#include "sim/simulation.hpp"

#include <memory>
#include <set>

#include "sim/actors/customers.hpp"
#include "sim/actors/minifactory.hpp"
#include "sim/actors/operator.hpp"
#include "sim/faults.hpp"

namespace ccm {
namespace {

class Simulation {
 public:
  Simulation(const Scenario& scenario, Replication replication, const Recorder& record, const Progress& progress)
      : scenario_(scenario),
        record_(record),
        progress_(progress),
        seating_(scenario),
        geography_(scenario),
        market_(market_of(scenario, geography_)),
        world_(scenario),
        cashier_(scenario),
        operator_(world_, record, scenario, geography_, market_, cashier_, replication),
        faults_(world_, scenario, replication, [this](const Resource& broken, Seconds down) { break_down(broken, down); }),
        carrier_(world_, record, scenario, geography_, cashier_,
                 {[this](const Quote& quote, const Delivery& delivery) { customers_[quote.segment]->receive(quote, delivery); },
                  [this](std::uint32_t minifactory, const Freight& freight) { minifactories_[minifactory]->bear(freight); },
                  [this](std::uint32_t next, const Quote& quote, const ProductionStory& story) {
                    minifactories_[next]->receive(quote, story);
                  }}) {
    world_.seat(seating_.cloud_operator(), operator_);
    for (std::uint32_t s = 0; s < seating_.segments; ++s) add_customers(s, replication);
    for (std::uint32_t m = 0; m < seating_.minifactories; ++m) add_minifactory(m, replication);
  }

  void run() {
    faults_.start();
    begin_period(1);
    operator_.start();
    for (const auto& customers : customers_) customers->start();
    world_.run(scenario_.time.period * static_cast<double>(scenario_.time.periods));
    for (const auto& customers : customers_) customers->close();
    record_messages();
    record_hosts();
    record_accounts();
  }

 private:
  void add_customers(std::uint32_t segment, Replication replication) {
    customers_.push_back(std::make_unique<Customers>(world_, record_, scenario_, market_, transactions_, replication, segment));
    world_.seat(seating_.segment(segment), *customers_.back());
  }

  void add_minifactory(std::uint32_t index, Replication replication) {
    minifactories_.push_back(
        std::make_unique<Minifactory>(world_, record_, scenario_, geography_, market_, caches_, cashier_, replication, index, carrier_));
    world_.seat(seating_.minifactory(index), *minifactories_.back());
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

  void break_down(const Resource& broken, Seconds down) { minifactories_[broken.minifactory]->fail(broken.kind, broken.index, down); }

  void record_messages() const {
    for (std::size_t kind = 0; kind < message_kinds.size(); ++kind) {
      const MessageCount& count = world_.message_counts()[kind];
      record_(MessageRecord{message_kinds[kind], count.sent, count.delivered, count.duplicates, count.lost, count.size.value()});
    }
  }

  void record_hosts() const {
    std::set<std::string_view> metered;
    const auto record_host = [&](ActorId id, std::string_view actor) {
      const Traffic& traffic = world_.traffic(id);
      HostRecord row{actor, world_.host_name(id), traffic.sent, traffic.received, traffic.sent_size.value(), traffic.received_size.value()};
      if (const auto energy = world_.energy(id); energy && metered.insert(row.host).second) row.energy_kwh = energy->value();
      record_(row);
    };
    for_each_actor(record_host);
  }

  /// The actor's number and name.
  template <class Action>
  void for_each_actor(const Action& action) const {
    action(Seating::cloud_operator(), "operator");
    for (std::size_t s = 0; s < seating_.segments; ++s) action(seating_.segment(s), scenario_.customers[s].name);
    for (std::size_t m = 0; m < seating_.minifactories; ++m) action(seating_.minifactory(m), scenario_.minifactories[m].name);
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
    if (freight_costs(scenario_)) record_account(cashier_.carriers(), "carriers", "carriers");
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
  Faults faults_;
  Carrier carrier_;
  Caches caches_;
  std::vector<std::unique_ptr<Customers>> customers_;
  std::vector<std::unique_ptr<Minifactory>> minifactories_;
};

}  // namespace

void simulate(const Scenario& scenario, Replication replication, const Recorder& record, const Progress& progress) {
  Simulation(scenario, replication, record, progress).run();
}

}  // namespace ccm
