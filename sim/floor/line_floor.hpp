#pragma once
/// Production on lines: orders run whole, first come, first served.

#include <unordered_map>

#include "models/production/line.hpp"
#include "sim/clock.hpp"
#include "sim/floor/pace.hpp"
#include "sim/floor/planned_floor.hpp"
#include "sim/ledger.hpp"

namespace ccm {

/// Each order takes one of equal lines for the time of its recipe. An order whose recipe needs a machine or worker level that is down does
/// not start, and those behind it wait too; one that runs already runs on. Promises are estimates from the orders at hand.
/// Tested by: tests/sim/floor_test.cpp.
class LineFloor : public PlannedFloor {
 public:
  /// The lines, and the time that passes while a second is worked.
  struct Lines {
    std::size_t count = 1;
    double stretch = 1;
  };
  LineFloor(Clock& clock, const FactoryModel& factory, const Lines& lines, Pace pace, FloorReports reports);

  void reroute() override;
  void go_on() override;
  [[nodiscard]] std::optional<Seconds> promise(RequestId order, const Wish& wish, Seconds delay) override;
  void release(RequestId) override {}
  void join(RequestId order, const Wish& wish) override;
  [[nodiscard]] std::optional<CostByKind> abandon(RequestId order) override;
  [[nodiscard]] Seconds expected(RequestId order) override;
  [[nodiscard]] bool needs(RequestId order, Resources::Kind kind, std::size_t index) const override {
    return making_.at(order).recipe.needs(kind, index);
  }
  void fail(Resources::Kind kind, std::size_t index) override;
  void repair(Resources::Kind kind, std::size_t index) override;
  [[nodiscard]] Seconds load() const override { return planned_ / static_cast<double>(lines_.count); }
  [[nodiscard]] double can_still_make(std::size_t service, Seconds until) const override;
  [[nodiscard]] FlowLedger take_flows() override;
  [[nodiscard]] FloorUse close_period(std::int64_t period, const Recorder& record) override;

 private:
  /// An order under way.
  struct Making {
    ChosenRecipe recipe;
    double units = 1;
    double pace = 1;               // its time as a multiple of the recipe's
    std::optional<Seconds> end{};  // once it runs
  };

  [[nodiscard]] Seconds time_of(const Recipe& recipe) const { return recipe.time * lines_.stretch; }
  [[nodiscard]] Seconds planned_time(const Making& making) const { return time_of(making.recipe.how()) * making.units; }
  [[nodiscard]] Seconds duration_of(const Making& making) const { return time_of(making.recipe.how()) * (making.units * making.pace); }
  void finish(RequestId order);
  void reckon_anew();

  Clock& clock_;
  Lines lines_;
  Pace pace_;
  FloorReports reports_;
  Line line_;
  ProductionLedger ledger_;
  std::unordered_map<RequestId, Making> making_;
  double waiting_before_ = 0, busy_before_ = 0;  // the line's areas when the period began
  Seconds planned_{0};                           // time of all orders that are here
  Seconds period_began_{0};
};

}  // namespace ccm
