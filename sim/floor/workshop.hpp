#pragma once
/// Machines with their queues, and the people who operate them.

#include <functional>

#include "models/production/dispatch_rule.hpp"
#include "sim/clock.hpp"
#include "sim/floor/batch.hpp"
#include "sim/floor/pace.hpp"

namespace ccm {

/// What a workshop consists of.
struct WorkshopPlan {
  std::vector<std::size_t> machine_units;
  std::vector<StaffLevel> levels;
  const DispatchRule* rule = nullptr;
};

/// What a machine did in a period.
struct MachineUse {
  std::int64_t begun = 0;  // operations
  Seconds waited{0};       // those that began
  double queue_area = 0;   // batch s
  Seconds setup{0}, work{0}, down{0};
};

/// Batches go from machine to machine along their routes. A machine that has a unit free takes the waiting batch that the dispatch rule
/// puts first among those for which a person of an assigned level is present and free, and, if time is reserved, whose time has come.
/// Machine and person stay with the batch until the operation is done; free time interrupts the work, not the occupation. A failure of
/// the machine or the level interrupts it; the batch then goes on before all others, and no set-up is made again.
/// Tested by: tests/sim/workshop_test.cpp.
class Workshop {
 public:
  /// What the workshop tells.
  struct Reports {
    std::function<void(Batch&, const Run&)> ran;  // may lower the batch's units when the operation is finished
    std::function<void(const Batch&)> began;      // its first operation
    std::function<void(Batch)> left;              // all operations are finished, or no unit is good
  };
  Workshop(Clock& clock, const WorkshopPlan& plan, std::vector<Pace> paces, Reports reports);

  /// A batch comes to its first operation; it starts when go_on is called next.
  void add(Batch batch);
  /// Starts whatever can start.
  void go_on();
  /// All batches of an order leave, wherever they are.
  [[nodiscard]] std::vector<Batch> take_out(RequestId order);
  void fail(Resources::Kind kind, std::size_t index);
  void repair(Resources::Kind kind, std::size_t index);

  /// All batches, in the order of their numbers.
  [[nodiscard]] std::vector<Place> places();
  /// Working time that the batches here, but for those of that order, still need, by machine: as planned, once begun as it will be.
  [[nodiscard]] std::vector<Seconds> work_ahead(std::optional<RequestId> but_of = {}) const;

  /// Since the last call.
  [[nodiscard]] std::vector<MachineUse> take_uses();

 private:
  enum class State { moving, waiting, running };
  /// A batch in the workshop.
  struct Visit {
    Batch batch;
    State state = State::moving;
    Seconds since{0};               // it waits or runs; or until when it moves
    std::optional<Seconds> left{};  // working time of an operation that has begun
    Seconds setup_left{0};
    std::size_t level = 0;
    Seconds end{0};
    Seconds counted{0};  // up to when its work stands in `run` and in the use of the machine
    Run run{};
    std::uint32_t turn = 0;  // counts runs, so that the end of an interrupted one is not heeded
  };
  using VisitId = std::uint32_t;
  struct Station {
    std::size_t units = 1, down = 0;
    Seconds down_since{0};
    std::vector<VisitId> queue, running;
    Pace pace;
    MachineUse use;
    Seconds queue_counted{0};
  };
  struct Staff {
    StaffLevel level;
    std::size_t busy = 0, down = 0;
  };

  void enter(VisitId id);
  void queue_up(VisitId id);
  void dispatch(std::size_t machine);
  [[nodiscard]] std::optional<VisitId> choose(const Station& station);
  [[nodiscard]] std::optional<std::size_t> free_level(const Visit& visit);
  [[nodiscard]] WaitingBatch waiting(const Visit& visit) const;
  [[nodiscard]] Seconds work_left(const Visit& visit) const;
  void begin(VisitId id);
  void finish(VisitId id, std::uint32_t turn);
  void stop(VisitId id, bool finished);
  void interrupt(VisitId id);
  void count_work(Visit& visit);
  void count_queue(Station& station);
  void wake_at(Seconds time);
  [[nodiscard]] Batch remove(VisitId id);

  Clock& clock_;
  const DispatchRule& rule_;
  Reports reports_;
  std::vector<Station> stations_;
  std::vector<Staff> staff_;
  std::vector<Visit> visits_;
  std::vector<VisitId> free_, present_;  // places in visits_ that are free, and those that are not, by number of the batch
  std::optional<Seconds> alarm_;
};

}  // namespace ccm
