#pragma once
/// What the floors have in common: a book of recipes.

#include "sim/floor/floor.hpp"
#include "sim/floor/recipe_book.hpp"

namespace ccm {

/// A floor that takes recipes, and what is down, from its book.
class PlannedFloor : public Floor {
 public:
  void adopt(std::shared_ptr<const PeriodPlan> plan) override { book_.adopt(std::move(plan)); }
  [[nodiscard]] bool can_make(std::size_t service) const override { return book_.next(service).has_value(); }
  [[nodiscard]] const Resources& down() const override { return book_.down(); }

 protected:
  RecipeBook book_;
};

}  // namespace ccm
