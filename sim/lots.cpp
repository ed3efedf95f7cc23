// What do several minifactories promise together, and what do the tables say of it?

#include "sim/lots.hpp"

#include <algorithm>

namespace ccm {

Quote whole_order(std::vector<Quote> lots, std::int64_t units) {
  Quote whole = lots.front();
  whole.lot.reset();
  whole.price = Money(0);
  whole.co2 = Kilograms(0);
  for (std::size_t i = 0; i < lots.size(); ++i) {
    Quote& lot = lots[i];
    lot.lot->number = static_cast<std::uint32_t>(i);
    if (lot.lot->stage && i + 1 < lots.size()) lot.lot->onward = lots[i + 1].minifactory;
    whole.price += lot.price * (static_cast<double>(lot.lot->units) / static_cast<double>(units));
    whole.co2 += lot.co2;
    whole.promised = std::max(whole.promised, lot.promised);
    whole.valid_until = std::min(whole.valid_until, lot.valid_until);
    whole.load = std::max(whole.load, lot.load);
  }
  whole.lots = std::make_shared<const std::vector<Quote>>(std::move(lots));
  return whole;
}

LotRecord lot_row(const Scenario& scenario, const Quote& quote, const ProductionStory& story) {
  LotRecord row{.request = static_cast<std::int64_t>(quote.request), .lot = std::int64_t{quote.lot->number} + 1};
  if (quote.lot->stage) row.stage = std::int64_t{*quote.lot->stage} + 1;
  row.units = quote.lot->units;
  row.minifactory = scenario.minifactories[quote.minifactory].name;
  if (quote.lot->onward) row.onward = scenario.minifactories[*quote.lot->onward].name;
  row.price = quote.price.value();
  row.promised_at_d = in_days(quote.promised);
  row.joined_at_d = in_days(story.joined);
  row.started_at_d = in_days(story.started);
  row.finished_at_d = in_days(story.finished);
  row.unit_cost = story.unit_cost.value();
  return row;
}

ProductionStory continued(const ProductionStory& before, const ProductionStory& story) {
  ProductionStory all = before;
  all.finished = story.finished;
  all.unit_cost += story.unit_cost;
  all.co2 += story.co2;
  all.travelled += story.travelled;
  all.freight += story.freight;
  return all;
}

}  // namespace ccm
