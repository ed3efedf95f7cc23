#pragma once
/// Problem files of pricing: one seller over time, or several customer types in one period or over time.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "models/pricing/optimal/common_reference_policy.hpp"
#include "models/pricing/optimal/dynamic_program.hpp"
#include "models/pricing/optimal/eq13.hpp"
#include "scenarios/problems/pricing_keys.hpp"

namespace ccm {

/// One seller, one customer type, over time.
struct PricesOverTime {
  PricingProgram program{};
  Remembered start{};
  bool closed_form = false;   // the path from the start follows a closed form
  std::size_t shown = 10;     // periods of the path
  bool lists_prices = false;  // the file has a grid, of which closed forms know nothing
};

/// Several types in one period.
struct PricesOfTypes {
  std::vector<std::string> names{};
  std::vector<ScaleType> types{};
  Money cost{0};
  double gamma = 0;
  OnePeriodStrategy strategy = OnePeriodStrategy::differential;
  std::optional<ScaleCost> scale{};  // instead of cost
  CostOfUnit rule = CostOfUnit::marginal;
  std::optional<Eq13Reading> eq13{};  // of the strategies of Eq. 13

  [[nodiscard]] std::vector<Eq13Type> eq13_types() const;
};

/// Several types with one common reference price, over time.
struct CommonReferencePrices {
  std::vector<std::string> names;
  CommonReferenceSeller seller{};
  Money start{0};
  std::size_t shown = 10;
};

/// A seller whose best prices are asked for.
struct PricingTask {
  std::variant<PricesOverTime, PricesOfTypes, CommonReferencePrices> question;
  std::string currency;
};

/// The keys of such a file.
[[nodiscard]] const AnyType& pricing_type();

/// Reads the tree of a file; throws ScenarioError with every mistake, keys of another question included.
/// Tested by: tests/scenarios/problem_test.cpp, tests/errors/problem_messages_test.cpp.
[[nodiscard]] PricingTask read_pricing(const Node& root, Reader& reader);

}  // namespace ccm
