// Which order runs next, and how?

#include "sim/floor.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {

void Floor::adopt(std::shared_ptr<const PeriodPlan> plan) {
  plan_ = std::move(plan);
  able_.resize(plan_->services.size());
  given_.clear();
  for (std::size_t s = 0; s < plan_->services.size(); ++s) {
    if (!plan_->services[s].recipes.empty()) able_[s] = plan_;
    given_.emplace_back(plan_->services[s].recipes.size());
  }
}

bool Floor::is_up(const Resources& needs) const {
  const auto up = [](const std::vector<std::size_t>& needed, const std::vector<std::size_t>& down) {
    return std::ranges::none_of(down, [&](std::size_t one) { return std::ranges::binary_search(needed, one); });
  };
  return up(needs.machines, down_.machines) && up(needs.workers, down_.workers);
}

/// The recipe that is furthest behind its weight.
std::optional<std::size_t> Floor::choose(std::size_t service, bool must_be_up) const {
  const std::vector<Recipe>& recipes = plan_->services[service].recipes;
  std::optional<std::size_t> best;
  const auto behind = [&](std::size_t r) { return (given_[service][r] + 1) / recipes[r].weight; };
  for (std::size_t r = 0; r < recipes.size(); ++r)
    if ((!must_be_up || is_up(recipes[r].needs)) && (!best || behind(r) < behind(*best))) best = r;
  return best;
}

const Recipe* Floor::next_recipe(std::size_t service) const {
  const auto chosen = choose(service, true);
  return chosen ? &plan_->services[service].recipes[*chosen] : nullptr;
}

/// By the current plan if it can, else by the last one that could.
Floor::Making Floor::give_recipe(const Wish& wish) {
  auto chosen = choose(wish.service, true);
  if (!chosen) chosen = choose(wish.service, false);
  if (!chosen) {
    require(able_[wish.service] != nullptr, "floor: an order came for a service that no plan could make");
    return {able_[wish.service], wish.service, 0, wish.units, wish.pace};
  }
  given_[wish.service][*chosen] += wish.units;
  return {plan_, wish.service, *chosen, wish.units, wish.pace};
}

const Recipe& Floor::join(RequestId order, const Wish& wish, Seconds now) {
  const auto [entry, is_new] = making_.emplace(order, give_recipe(wish));
  require(is_new, "floor: an order joined twice");
  line_.join({.id = order, .duration = duration_of(entry->second)}, now);
  return entry->second.how();
}

std::optional<Job> Floor::start_next(Seconds now) {
  const auto ready = line_.ready();
  if (!ready || !is_up(making_.at(ready->id).how().needs)) return std::nullopt;
  return line_.start(now);
}

Floor::Making Floor::finish(RequestId order, Seconds now) {
  line_.finish(now);
  Making made = std::move(making_.extract(order).mapped());
  ledger_.made(made.plan, made.service, made.how(), made.units);
  return made;
}

void Floor::reroute(Seconds now) {
  line_.reschedule(
      [this](const Job& job) {
        Making& making = making_.at(job.id);
        if (!plan_->services[making.service].recipes.empty()) making = give_recipe({making.service, making.units, making.pace});
        return duration_of(making);
      },
      now);
}

void Floor::fail(Resources::Kind kind, std::size_t index, Seconds now) {
  (down_.*kind).push_back(index);
  reckon_anew(now);
}

void Floor::repair(Resources::Kind kind, std::size_t index, Seconds now) {
  std::vector<std::size_t>& down = down_.*kind;
  const auto found = std::ranges::find(down, index);
  require(found != down.end(), "floor: what is repaired was not down");
  down.erase(found);
  reckon_anew(now);
}

/// The line stood still or will: when it is free again changes.
void Floor::reckon_anew(Seconds now) {
  line_.reschedule([](const Job& job) { return job.duration; }, now);
}

}  // namespace ccm
