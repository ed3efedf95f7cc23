// Which recipe does the next order get?

#include "sim/floor/recipe_book.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {

void RecipeBook::adopt(std::shared_ptr<const PeriodPlan> plan) {
  plan_ = std::move(plan);
  able_.resize(plan_->services.size());
  given_.clear();
  for (std::size_t s = 0; s < plan_->services.size(); ++s) {
    if (can_make(s)) able_[s] = plan_;
    given_.emplace_back(plan_->services[s].recipes.size());
  }
}

bool RecipeBook::is_up(const Resources& needs) const {
  const auto up = [](const std::vector<std::size_t>& needed, const std::vector<std::size_t>& down) {
    return std::ranges::none_of(down, [&](std::size_t one) { return std::ranges::binary_search(needed, one); });
  };
  return up(needs.machines, down_.machines) && up(needs.workers, down_.workers);
}

/// The recipe that is furthest behind its weight.
std::optional<std::size_t> RecipeBook::choose(std::size_t service, bool must_be_up) const {
  const std::vector<Recipe>& recipes = plan_->services[service].recipes;
  std::optional<std::size_t> best;
  const auto behind = [&](std::size_t r) { return (given_[service][r] + 1) / recipes[r].weight; };
  for (std::size_t r = 0; r < recipes.size(); ++r)
    if ((!must_be_up || is_up(recipes[r].needs)) && (!best || behind(r) < behind(*best))) best = r;
  return best;
}

std::optional<ChosenRecipe> RecipeBook::next(std::size_t service) const {
  const auto chosen = choose(service, true);
  return chosen ? std::optional(ChosenRecipe{plan_, service, *chosen}) : std::nullopt;
}

void RecipeBook::take(const ChosenRecipe& chosen, double units) {
  if (chosen.plan == plan_) given_[chosen.service][chosen.recipe] += units;
}

ChosenRecipe RecipeBook::give(std::size_t service, double units) {
  auto chosen = choose(service, true);
  if (!chosen) chosen = choose(service, false);
  if (!chosen) {
    require(able_[service] != nullptr, "floor: an order came for a service that no plan could make");
    return {able_[service], service, 0};
  }
  given_[service][*chosen] += units;
  return {plan_, service, *chosen};
}

void RecipeBook::repair(Resources::Kind kind, std::size_t index) {
  std::vector<std::size_t>& down = down_.*kind;
  const auto found = std::ranges::find(down, index);
  require(found != down.end(), "floor: what is repaired was not down");
  down.erase(found);
}

}  // namespace ccm
