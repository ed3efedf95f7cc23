#pragma once
/// What a pricing file says, in its own words, and the table of its keys.

#include <optional>
#include <string>
#include <vector>

#include "models/demand/linear_demand.hpp"
#include "models/pricing/optimal/scale_price.hpp"
#include "scenarios/type.hpp"

namespace ccm {

/// Demand in either form; which keys are there says which, unless `form` does.
struct PricedDemand {
  std::optional<DemandForm> form;
  std::optional<double> a, b, gain, loss;    // difference form
  std::optional<double> alpha, beta, gamma;  // absolute form
};

enum class MemoryWord { exponential, peak_end, last_price };
enum class ExtremeWord { lowest, highest };

struct MemoryWords {
  MemoryWord kind = MemoryWord::exponential;
  std::optional<double> theta{};
  std::optional<ExtremeWord> extreme{};
};

struct StartWords {
  std::optional<Money> reference, extreme, last;
};

struct GridWords {
  Money from{0}, to{0}, step{0};
};

/// How many periods; nothing: without end.
struct HorizonWords {
  std::optional<std::int64_t> periods;
};

enum class PricingMethod { automatic, closed_form, dynamic_program };

struct PricedType {
  std::optional<std::string> name;
  double alpha = 0, beta = 0;
  std::optional<double> gamma, share, weight;
};

struct ScaleCostWords {
  Money v{0}, m{0};
};

enum class OnePeriodStrategy { differential, uniform, fixed_first, eq13_plugged, eq13_sequential, eq13_joint, eq13_as_printed };

/// All keys of all three questions; those that a question does not have are refused when it is read.
struct PricingWords {
  std::string problem = "pricing";
  std::string currency = "EUR";
  std::optional<Money> cost;
  std::optional<PricedDemand> demand;
  std::optional<MemoryWords> memory;
  std::optional<double> discount;
  std::optional<HorizonWords> horizon;
  std::optional<StartWords> start;
  std::optional<PricingMethod> method;
  std::optional<GridWords> grid;
  std::optional<std::int64_t> show;
  std::optional<std::vector<PricedType>> types;
  std::optional<double> gamma;
  std::optional<OnePeriodStrategy> strategy;
  std::optional<ScaleCostWords> scale_cost;
  std::optional<CostOfUnit> cost_rule;
};

/// The type of a whole file.
[[nodiscard]] const Type<PricingWords>& pricing_keys();

}  // namespace ccm
