// How do solved pricing problems read?

#include "sim/commands/solve_pricing.hpp"

#include "sim/commands/solution.hpp"

namespace ccm {

Json numbers(const std::vector<Money>& amounts) {
  Json list = Json::array();
  for (const Money amount : amounts) list.push_back(amount.value());
  return list;
}

std::string solution_page(const PricingTask& task) {
  return std::visit([&](const auto& asked) { return pricing_page(asked, task.currency); }, task.question);
}

Json solution_document(const PricingTask& task, bool) {
  Json document = {{"problem", "pricing"}, {"currency", task.currency}};
  document.update(std::visit([](const auto& asked) { return pricing_document(asked); }, task.question));
  return document;
}

}  // namespace ccm
