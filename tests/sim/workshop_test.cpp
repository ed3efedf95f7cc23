// Does each machine take the batch that it should, with somebody to do it, for as long as it should?

#include "sim/floor/workshop.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <deque>

#include "tests/support/bare_clock.hpp"

namespace ccm::test {
namespace {

constexpr Resources::Kind machines = &Resources::machines, workers = &Resources::workers;

/// A stretch of work, in hours.
struct Stretch {
  RequestId order;
  std::size_t machine, level;
  double began, ended, setup, work;
  bool finished;
  bool operator==(const Stretch&) const = default;
  friend std::ostream& operator<<(std::ostream& out, const Stretch& s) {
    return out << s.order << " on m" << s.machine << " by w" << s.level << ": " << s.began << " to " << s.ended << ", set-up " << s.setup
               << ", work " << s.work << (s.finished ? "" : ", interrupted");
  }
};

/// One operation: on which machine, by which levels, for how many hours a unit, after how many of set-up.
struct Task {
  std::size_t machine;
  std::vector<std::size_t> levels;
  double hours_each, setup = 0;
  bool moved = false;
};

/// A workshop without a minifactory.
class Shop {
 public:
  Shop(std::vector<std::size_t> units, std::vector<StaffLevel> staff, const char* rule = "fifo")
      : shop_(clock, {units, std::move(staff), &dispatch_rule(rule)}, std::vector<Pace>(units.size(), fixed()),
              {[this](Batch& batch, const Run& run) { note(batch, run); }, [this](const Batch& batch) { began.push_back(batch.order); },
               [this](Batch batch) { left.push_back(batch.order); }}) {}

  /// A batch comes at that hour.
  void comes(RequestId order, double hour, const std::vector<Task>& tasks, std::int64_t units = 1, double due = 0) {
    Route& route = routes_.emplace_back();
    PlannedRoute& planned = plans_.emplace_back();
    for (const Task& task : tasks) {
      route.operations.push_back({task.machine, hours(task.hours_each), 1, hours(task.setup)});
      planned.steps.push_back({task.machine, task.levels, task.moved});
    }
    Batch batch{.order = order, .planned = &planned, .route = &route, .due = hours(due), .number = order, .units = units};
    batch.move_time = hours(0.5);
    clock.at(hours(hour), [this, batch] {
      shop_.add(batch);
      shop_.go_on();
    });
  }
  void breaks(Resources::Kind kind, std::size_t index, double hour, double until) {
    clock.at(hours(hour), [this, kind, index] { shop_.fail(kind, index), shop_.go_on(); });
    clock.at(hours(until), [this, kind, index] { shop_.repair(kind, index), shop_.go_on(); });
  }
  std::vector<Stretch> trace() {
    clock.run();
    return trace_;
  }
  Workshop& workshop() { return shop_; }

  BareClock clock;
  std::vector<RequestId> began, left;

 private:
  static Pace fixed() { return {MinifactorySpec{}, RandomStream(1, 1, "f", "processing")}; }
  void note(const Batch& batch, const Run& run) {
    trace_.push_back({batch.order, run.machine, run.level, in_hours(run.began), in_hours(run.ended), in_hours(run.setup),
                      in_hours(run.work), run.finished});
  }

  std::deque<Route> routes_;
  std::deque<PlannedRoute> plans_;
  std::vector<Stretch> trace_;
  Workshop shop_;
};

const StaffLevel anybody{100, {}};
using Trace = std::vector<Stretch>;

/// Who goes when a machine has a choice: order 1 keeps it until 4 h, and three others wait.
std::vector<RequestId> sequence(const char* rule) {
  Shop shop({1}, {anybody}, rule);
  shop.comes(1, 0, {{0, {0}, 4}});
  shop.comes(2, 1, {{0, {0}, 3}}, 1, 30);                // critical ratio at 4 h: 26 / 3
  shop.comes(3, 2, {{0, {0}, 2}, {0, {0}, 10}}, 1, 20);  // 16 / 12
  shop.comes(4, 3, {{0, {0}, 1}}, 1, 14);                // 10 / 1
  shop.trace();
  return shop.began;
}

}  // namespace

TEST_CASE("first come, earliest due, shortest time and critical ratio each have their order") {
  CHECK(sequence("fifo") == std::vector<RequestId>{1, 2, 3, 4});
  CHECK(sequence("edd") == std::vector<RequestId>{1, 4, 3, 2});
  CHECK(sequence("spt") == std::vector<RequestId>{1, 4, 3, 2});
  CHECK(sequence("cr")[1] == 3);
}

TEST_CASE("a batch is set up once, takes the time of its units, and moves between groups") {
  Shop shop({1, 1}, {anybody});
  shop.comes(1, 0, {{0, {0}, 0.25, 1}, {1, {0}, 0.5, 0, true}}, 4);
  CHECK(shop.trace() == Trace{{1, 0, 0, 0, 2, 1, 1, true}, {1, 1, 0, 2.5, 4.5, 0, 2, true}});
  CHECK(shop.left == std::vector<RequestId>{1});
}

TEST_CASE("units of a machine work side by side, and one person serves one machine at a time") {
  Shop shop({2, 1}, {{1, {}}, {1, {}}});
  for (const RequestId order : {1, 2}) shop.comes(order, 0, {{0, {0, 1}, 2}});
  shop.comes(3, 0, {{0, {0, 1}, 1}});
  shop.comes(4, 1, {{1, {1}, 1}});
  CHECK(shop.trace() ==
        Trace{{1, 0, 0, 0, 2, 0, 2, true}, {2, 0, 1, 0, 2, 0, 2, true}, {3, 0, 0, 2, 3, 0, 1, true}, {4, 1, 1, 2, 3, 0, 1, true}});
}

TEST_CASE("the end of a shift interrupts the work but not the occupation, and the next one goes on") {
  const WorkCalendar day({{hours(8), hours(16)}}, days(1));
  Shop shop({1}, {{1, day}});
  shop.comes(1, 2, {{0, {0}, 10, 1}});
  shop.comes(2, 3, {{0, {0}, 1}});
  CHECK(shop.trace() == Trace{{1, 0, 0, 8, 24 + 11, 1, 10, true}, {2, 0, 0, 24 + 11, 24 + 12, 0, 1, true}});
}

TEST_CASE("a level that is not there leaves the work to one that is, and a batch passes one that nobody can make") {
  const WorkCalendar early({{hours(0), hours(8)}}, days(1)), late({{hours(8), hours(16)}}, days(1));
  Shop shop({1}, {{1, early}, {1, late}});
  shop.comes(1, 8, {{0, {0}, 2}});
  shop.comes(2, 9, {{0, {0, 1}, 3}});
  CHECK(shop.trace() == Trace{{2, 0, 1, 9, 12, 0, 3, true}, {1, 0, 0, 24, 26, 0, 2, true}});
}

TEST_CASE("a breakdown interrupts, and the batch goes on before all others without a second set-up") {
  Shop shop({1}, {anybody}, "spt");
  shop.comes(1, 0, {{0, {0}, 4, 2}});
  shop.comes(2, 1, {{0, {0}, 1}});
  shop.breaks(machines, 0, 1, 3);  // in the set-up
  shop.breaks(machines, 0, 6, 7);  // in the work
  CHECK(shop.trace() ==
        Trace{{1, 0, 0, 0, 1, 1, 0, false}, {1, 0, 0, 3, 6, 1, 2, false}, {1, 0, 0, 7, 9, 0, 2, true}, {2, 0, 0, 9, 10, 0, 1, true}});
  CHECK(shop.began == std::vector<RequestId>{1, 2});
}

TEST_CASE("when people fail, another level goes on, and down twice is down until both have ended") {
  Shop shop({1}, {{1, {}}, {1, {}}});
  shop.comes(1, 0, {{0, {0, 1}, 4}});
  shop.breaks(workers, 0, 1, 9);
  shop.breaks(workers, 1, 2, 5);
  shop.breaks(workers, 1, 3, 4);
  CHECK(shop.trace() == Trace{{1, 0, 0, 0, 1, 0, 1, false}, {1, 0, 1, 1, 2, 0, 1, false}, {1, 0, 1, 5, 7, 0, 2, true}});
}

TEST_CASE("reserved time is neither begun too soon nor by somebody else") {
  Shop shop({1}, {anybody, anybody});
  shop.comes(1, 0, {{0, {0, 1}, 1}});
  shop.clock.run_until(Seconds(0));
  std::vector<Batch> taken = shop.workshop().take_out(1);
  REQUIRE(taken.size() == 1);
  taken[0].flows.clear();
  taken[0].slots = {Slot{0, 1, hours(5), hours(6)}};
  shop.workshop().add(taken[0]);
  shop.workshop().go_on();
  shop.comes(2, 1, {{0, {0}, 1}});
  const Trace trace = shop.trace();
  CHECK(trace[1] == Stretch{2, 0, 0, 1, 2, 0, 1, true});
  CHECK(trace[2] == Stretch{1, 0, 1, 5, 6, 0, 1, true});
}

TEST_CASE("orders leave from wherever they are: from a machine, a queue, or the way") {
  Shop shop({1, 1}, {anybody});
  shop.comes(1, 0, {{0, {0}, 4}});
  shop.comes(1, 0, {{0, {0}, 4}});
  shop.comes(1, 0, {{1, {0}, 0.9}, {0, {0}, 1, 0, true}});
  shop.comes(2, 0, {{0, {0}, 3}});
  std::vector<double> started;
  shop.clock.at(hours(1), [&] {
    CHECK(shop.workshop().work_ahead() == std::vector{hours(3 + 4 + 1 + 3), hours(0)});
    CHECK(shop.workshop().work_ahead(1) == std::vector{hours(3), hours(0)});
    for (const Batch& batch : shop.workshop().take_out(1)) started.push_back(static_cast<double>(batch.flows.size()));
    shop.workshop().go_on();
  });
  const Trace trace = shop.trace();
  CHECK(started == std::vector<double>{1, 0, 1});
  REQUIRE(trace.size() == 3);
  CHECK(trace[1] == Stretch{1, 0, 0, 0, 1, 0, 1, false});
  CHECK(trace[2] == Stretch{2, 0, 0, 1, 4, 0, 3, true});
  CHECK(shop.workshop().places().empty());
}

TEST_CASE("a machine counts its set-ups, its work, its queue and its breakdowns up to the moment") {
  Shop shop({1}, {anybody});
  shop.comes(1, 0, {{0, {0}, 4, 2}});
  shop.comes(2, 1, {{0, {0}, 1}});
  shop.breaks(machines, 0, 3, 5);
  shop.clock.run_until(hours(4));
  MachineUse use = shop.workshop().take_uses()[0];
  CHECK(use.begun == 1);
  CHECK(use.setup == hours(2));
  CHECK(use.work == hours(1));
  CHECK(use.down == hours(1));
  CHECK(use.queue_area == hours(3 + 1).value());  // order 2 from 1 to 4, order 1 from 3 to 4
  shop.clock.run_until(hours(10));
  use = shop.workshop().take_uses()[0];
  CHECK(use.begun == 1);
  CHECK(use.waited == hours(7));  // order 2, from 1 to 8
  CHECK(use.setup == hours(0));
  CHECK(use.work == hours(3 + 1));
  CHECK(use.down == hours(1));
  CHECK(use.queue_area == hours(1 + 4).value());
}

}  // namespace ccm::test
