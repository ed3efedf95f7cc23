// What do others ask?

#include "models/market/market_report.hpp"

#include <algorithm>
#include <tuple>

#include "models/running_mean.hpp"

namespace ccm {

MarketReport::MarketReport(std::vector<PostedAsk> asks) : asks_(std::move(asks)) {
  std::ranges::sort(asks_, {}, [](const PostedAsk& ask) { return std::tuple(ask.wanted, ask.price, ask.minifactory); });
}

std::pair<std::vector<PostedAsk>::const_iterator, std::vector<PostedAsk>::const_iterator> MarketReport::of(Wanted wanted) const {
  return {std::ranges::lower_bound(asks_, wanted, {}, &PostedAsk::wanted), std::ranges::upper_bound(asks_, wanted, {}, &PostedAsk::wanted)};
}

std::vector<Wanted> MarketReport::wanted() const {
  std::vector<Wanted> all;
  for (const PostedAsk& ask : asks_)
    if (all.empty() || all.back() != ask.wanted) all.push_back(ask.wanted);
  return all;
}

std::int64_t MarketReport::count(Wanted wanted) const {
  const auto [first, last] = of(wanted);
  return last - first;
}

std::optional<Money> MarketReport::mean(Wanted wanted) const {
  const auto [first, last] = of(wanted);
  MeanPrice all;
  std::for_each(first, last, [&](const PostedAsk& ask) { all.add(ask.price); });
  return all.mean();
}

std::optional<Money> MarketReport::mean_of_service(std::size_t service) const {
  MeanPrice all;
  for (const PostedAsk& ask : asks_)
    if (ask.wanted.service == service) all.add(ask.price);
  return all.mean();
}

std::optional<PriceRange> MarketReport::range(Wanted wanted) const {
  const auto [first, last] = of(wanted);
  if (first == last) return std::nullopt;
  return PriceRange{first->price, std::prev(last)->price};
}

std::optional<Money> MarketReport::rivals_mean(Wanted wanted, std::uint32_t minifactory) const {
  const auto [first, last] = of(wanted);
  MeanPrice others;
  std::for_each(first, last, [&](const PostedAsk& ask) {
    if (ask.minifactory != minifactory) others.add(ask.price);
  });
  return others.mean();
}

std::optional<Money> MarketReport::rivals_lowest(Wanted wanted, std::uint32_t minifactory) const {
  const auto [first, last] = of(wanted);
  const auto cheapest = std::find_if(first, last, [&](const PostedAsk& ask) { return ask.minifactory != minifactory; });
  return cheapest == last ? std::nullopt : std::optional(cheapest->price);
}

}  // namespace ccm
