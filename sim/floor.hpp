#pragma once
/// The production of one minifactory: which orders run by which recipes, and which wait for what.

#include <unordered_map>

#include "models/production/line.hpp"
#include "sim/ledger.hpp"
#include "sim/messages.hpp"

namespace ccm {

/// Orders run first come, first served, each by the recipe it was given when it joined. Recipes are given out so that the shares of the
/// plan are kept as nearly as whole orders allow. An order whose recipe needs a machine or worker level that is down does not start, and
/// those behind it wait too; one that runs already runs on.
/// Time comes in with each call, as in Line.     Tested by: tests/sim/floor_test.cpp.
class Floor {
 public:
  /// An order under way.
  struct Making {
    std::shared_ptr<const PeriodPlan> plan;
    std::size_t service = 0;
    std::size_t recipe = 0;  // index into the plan's
    double units = 1;
    double pace = 1;  // its time as a multiple of the recipe's

    [[nodiscard]] const Recipe& how() const { return plan->services[service].recipes[recipe]; }
  };

  /// An order to be made.
  struct Wish {
    std::size_t service = 0;
    double units = 1;
    double pace = 1;
  };

  /// stretch  time that passes while a second is worked.
  Floor(const FactoryModel& factory, std::size_t lines, double stretch) : line_(lines), ledger_(factory), stretch_(stretch) {}

  /// From now on orders are given recipes of this plan.
  void adopt(std::shared_ptr<const PeriodPlan> plan);
  /// Waiting orders too, as far as the plan can make them.
  void reroute(Seconds now);

  /// The recipe that the next order of a service would get; nothing if each needs something that is down, or there is none.
  [[nodiscard]] const Recipe* next_recipe(std::size_t service) const;
  [[nodiscard]] Seconds time_of(const Recipe& recipe) const { return recipe.time * stretch_; }

  /// An order joins, and is told how it will be made.
  const Recipe& join(RequestId order, const Wish& wish, Seconds now);
  /// Starts the next order, if a line is free and all that it needs is up.
  [[nodiscard]] std::optional<Job> start_next(Seconds now);
  /// The order is done. Returns how it was made, and enters it in the ledger.
  Making finish(RequestId order, Seconds now);

  /// A machine or worker level, which `kind` says, is down or up again.
  void fail(Resources::Kind kind, std::size_t index, Seconds now);
  void repair(Resources::Kind kind, std::size_t index, Seconds now);
  /// Machines and worker levels that are down; one that is down for two reasons stands here twice.
  [[nodiscard]] const Resources& down() const { return down_; }

  [[nodiscard]] const Line& line() const { return line_; }
  [[nodiscard]] ProductionLedger& ledger() { return ledger_; }

 private:
  [[nodiscard]] bool is_up(const Resources& needs) const;
  [[nodiscard]] std::optional<std::size_t> choose(std::size_t service, bool must_be_up) const;
  [[nodiscard]] Making give_recipe(const Wish& wish);
  [[nodiscard]] Seconds duration_of(const Making& making) const { return time_of(making.how()) * (making.units * making.pace); }
  void reckon_anew(Seconds now);

  Line line_;
  ProductionLedger ledger_;
  double stretch_;
  std::shared_ptr<const PeriodPlan> plan_;
  std::vector<std::shared_ptr<const PeriodPlan>> able_;  // the last plan that could make each service
  std::vector<std::vector<double>> given_;               // units by service and recipe of the plan
  std::unordered_map<RequestId, Making> making_;
  Resources down_;
};

}  // namespace ccm
