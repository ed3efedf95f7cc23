#pragma once
/// Which recipe does the next order get?

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "sim/planning.hpp"

namespace ccm {

/// A recipe of a plan, which is kept as long as an order is made by it.
struct ChosenRecipe {
  std::shared_ptr<const PeriodPlan> plan;
  std::size_t service = 0;
  std::size_t recipe = 0;  // index into the plan's

  [[nodiscard]] const Recipe& how() const { return plan->services[service].recipes[recipe]; }
  [[nodiscard]] bool needs(Resources::Kind kind, std::size_t index) const { return std::ranges::binary_search(how().needs.*kind, index); }
};

/// Gives recipes out so that the shares of the plan are kept as nearly as whole orders allow, and knows what is down.
/// Tested by: tests/sim/floor_test.cpp.
class RecipeBook {
 public:
  void adopt(std::shared_ptr<const PeriodPlan> plan);

  /// The recipe that the next order of a service would get; nothing if each needs something that is down, or there is none.
  [[nodiscard]] std::optional<ChosenRecipe> next(std::size_t service) const;
  /// The recipe for so many units: of the plan if it can, else of the last one that could; of those that need nothing that is down if
  /// there are any.
  [[nodiscard]] ChosenRecipe give(std::size_t service, double units);
  /// An order of so many units takes a recipe that was chosen before.
  void take(const ChosenRecipe& chosen, double units);
  [[nodiscard]] bool can_make(std::size_t service) const { return !plan_->services[service].recipes.empty(); }

  void fail(Resources::Kind kind, std::size_t index) { (down_.*kind).push_back(index); }
  void repair(Resources::Kind kind, std::size_t index);
  /// Machines and worker levels that are down; one that is down for two reasons stands here twice.
  [[nodiscard]] const Resources& down() const { return down_; }
  [[nodiscard]] bool is_up(const Resources& needs) const;

 private:
  [[nodiscard]] std::optional<std::size_t> choose(std::size_t service, bool must_be_up) const;

  std::shared_ptr<const PeriodPlan> plan_;
  std::vector<std::shared_ptr<const PeriodPlan>> able_;  // the last plan that could make each service
  std::vector<std::vector<double>> given_;               // units by service and recipe of the plan
  Resources down_;
};

}  // namespace ccm
