// How do the prices of several types with one reference price read?

#include <fmt/format.h>

#include "sim/commands/solve_pricing.hpp"
#include "sim/commands/text_table.hpp"

namespace ccm {
namespace {

struct CommonStep {
  Money reference;
  std::vector<Money> prices;
};

std::vector<CommonStep> path(const CommonReferencePrices& asked, const CommonReferencePolicy& policy) {
  std::vector<CommonStep> steps;
  Money reference = asked.start;
  for (std::size_t t = 0; t < asked.shown; ++t) {
    steps.push_back({reference, policy.prices_at(reference)});
    reference = policy.reference_after(reference, steps.back().prices);
  }
  return steps;
}

void add_row(TextTable& table, const std::string& period, Money reference, const std::vector<Money>& prices) {
  std::vector<std::string> row{period, shown(reference)};
  for (const Money price : prices) row.push_back(shown(price));
  table.add(std::move(row));
}

}  // namespace

std::string shown(Money amount) { return fmt::format("{:.4f}", amount.value()); }

std::string pricing_page(const CommonReferencePrices& asked, const std::string& currency) {
  const CommonReferencePolicy policy = common_reference_policy(asked.seller);
  std::vector<TextColumn> heads{{"period"}, {"reference"}};
  for (const std::string& name : asked.names) heads.push_back({name});
  TextTable table(heads);
  const std::vector<CommonStep> steps = path(asked, policy);
  for (std::size_t t = 0; t < steps.size(); ++t) add_row(table, fmt::format("{}", t + 1), steps[t].reference, steps[t].prices);
  add_row(table, "steady", policy.steady_reference, policy.steady_prices);
  std::string page = fmt::format("All profits from now on are worth {:.4f} {}.\n", policy.value_at(asked.start), currency);
  for (std::size_t k = 0; k < asked.names.size(); ++k)
    page += fmt::format("{}: p = {:.6g} + {:.6g} r\n", asked.names[k], policy.k0[k], policy.k1[k]);
  return page + fmt::format("Each period, {:.1f} % of the distance to the steady reference price is left.\n\n", 100 * policy.mu) +
         table.text();
}

Json pricing_document(const CommonReferencePrices& asked) {
  const CommonReferencePolicy policy = common_reference_policy(asked.seller);
  Json prices = Json::array(), references = Json::array();
  for (const CommonStep& step : path(asked, policy)) {
    prices.push_back(numbers(step.prices));
    references.push_back(step.reference.value());
  }
  return {{"names", asked.names},
          {"path", prices},
          {"references", references},
          {"steady_prices", numbers(policy.steady_prices)},
          {"steady_reference", policy.steady_reference.value()},
          {"policy", {{"k0", policy.k0}, {"k1", policy.k1}}},
          {"mu", policy.mu},
          {"value", policy.value_at(asked.start)}};
}

}  // namespace ccm
