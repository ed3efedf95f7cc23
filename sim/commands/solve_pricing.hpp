#pragma once
/// Solved pricing problems: one pair of functions per question.

#include <nlohmann/json.hpp>
#include <string>

#include "scenarios/problems/pricing_problem.hpp"

namespace ccm {

[[nodiscard]] std::string pricing_page(const PricesOverTime& asked, const std::string& currency);
[[nodiscard]] Json pricing_document(const PricesOverTime& asked);

[[nodiscard]] std::string pricing_page(const PricesOfTypes& asked, const std::string& currency);
[[nodiscard]] Json pricing_document(const PricesOfTypes& asked);

[[nodiscard]] std::string pricing_page(const CommonReferencePrices& asked, const std::string& currency);
[[nodiscard]] Json pricing_document(const CommonReferencePrices& asked);

/// An amount with four decimals.
[[nodiscard]] std::string shown(Money amount);

/// Amounts as plain numbers.
[[nodiscard]] Json numbers(const std::vector<Money>& amounts);

}  // namespace ccm
