#pragma once
/// Production machine by machine: the parts of orders travel their routes in batches.

#include <map>

#include "sim/floor/bookings.hpp"
#include "sim/floor/make_floor.hpp"
#include "sim/floor/material_log.hpp"
#include "sim/floor/planned_floor.hpp"
#include "sim/floor/workshop.hpp"
#include "sim/timeouts.hpp"

namespace ccm {

/// An order's parts are made in batches of the economic order quantity, each on the route of the order's recipe. What an operation spoils
/// (a binomial number by its yield) is made again until the order is complete.
///
/// Where promises are reserved, a promise books the earliest time that is free for every operation, for as long as the quote holds; the
/// order makes it firm, and no operation begins before its time. So a promise is kept exactly unless something is not as planned: random
/// times, scrap, failures, product data that come late. Then all that is left is booked anew before the next promise, by due times.
/// Tested by: tests/sim/machine_floor_test.cpp, tests/properties/schedule_properties.cpp.
class MachineFloor : public PlannedFloor {
 public:
  MachineFloor(Clock& clock, const FloorOwner& owner, FloorReports reports, const Recorder& record);

  void reroute() override;
  void go_on() override { workshop_.go_on(); }
  [[nodiscard]] std::optional<Seconds> promise(RequestId order, const Wish& wish, Seconds delay) override;
  void release(RequestId order) override;
  void join(RequestId order, const Wish& wish) override;
  [[nodiscard]] std::optional<CostByKind> abandon(RequestId order) override;
  [[nodiscard]] Seconds expected(RequestId order) override;
  [[nodiscard]] bool needs(RequestId order, Resources::Kind kind, std::size_t index) const override {
    return making_.at(order).recipe.needs(kind, index);
  }
  void fail(Resources::Kind kind, std::size_t index) override;
  void repair(Resources::Kind kind, std::size_t index) override;
  [[nodiscard]] Seconds load() const override;
  [[nodiscard]] double can_still_make(std::size_t service, Seconds until) const override;
  [[nodiscard]] FlowLedger take_flows() override { return log_.take_flows(); }
  [[nodiscard]] FloorUse close_period(std::int64_t period, const Recorder& record) override;
  /// Whether any time from now on is reserved for anything.
  [[nodiscard]] bool keeps_time_free();

 private:
  /// An order that has joined.
  struct Making {
    ChosenRecipe recipe;
    Wish wish;
    std::size_t batches_left = 0;
    bool begun = false;
    std::vector<Batch> finished;
  };
  /// An order that was promised and has not come yet.
  struct Promised {
    ChosenRecipe recipe;
    Wish wish;
    std::vector<Batch> batches;
    Seconds from{0};
    std::uint64_t number = 0;  // of the promise
  };
  struct PromiseId {
    RequestId order = 0;
    std::uint64_t number = 0;
  };

  [[nodiscard]] std::vector<Batch> batches_of(RequestId order, const ChosenRecipe& recipe, const Wish& wish);
  [[nodiscard]] Batch batch_of(RequestId order, const ChosenRecipe& recipe, std::size_t part, std::size_t planned, Seconds due);
  [[nodiscard]] Seconds estimate(std::span<const Place> places, std::vector<Seconds> ahead) const;
  [[nodiscard]] Seconds estimate(std::span<Batch> batches, Seconds from) const;
  [[nodiscard]] Promised firm_or_new(RequestId order, const Wish& wish);
  void ran(Batch& batch, const Run& run);
  void began(const Batch& batch);
  void left(Batch batch);
  void make_again(const Batch& batch, std::int64_t missing);
  void complete(RequestId order);
  [[nodiscard]] std::vector<Place> places_by_due_time();
  [[nodiscard]] std::vector<RequestId> unbegun();
  void book_anew();
  void count_unbegun();
  [[nodiscard]] std::vector<Seconds> work_of_unit(const ChosenRecipe& recipe) const;

  Clock& clock_;
  const FloorOwner owner_;
  const Plant& plant_;
  FloorReports reports_;
  const Recorder& record_;
  bool reserves_;
  std::vector<std::size_t> machine_units_;
  std::vector<StaffLevel> levels_;
  WorkCalendar hours_;
  RandomStream scrap_;
  MaterialLog log_;
  Bookings bookings_;
  Workshop workshop_;
  bool is_disturbed_ = false;  // something was not as booked
  std::map<RequestId, Making> making_;
  std::map<RequestId, Promised> promised_;
  std::uint64_t promises_so_far_ = 0, batches_so_far_ = 0;
  Timeouts<PromiseId> holds_;
  std::size_t unbegun_ = 0;  // orders
  double unbegun_area_ = 0;  // order s
  Seconds unbegun_counted_{0}, period_began_{0};
};

}  // namespace ccm
