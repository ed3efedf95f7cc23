#pragma once
/// What one minifactory has made in a period.

#include "sim/planning.hpp"

namespace ccm {

/// Counts good units by plan, part and route, and turns them into material flow costs.
/// Tested by: tests/properties/mfca_properties.cpp, tests/validation/mfca_validation.cpp.
class ProductionLedger {
 public:
  explicit ProductionLedger(const FactoryModel& factory) : factory_(factory) {}

  /// So many units of a service were made by a recipe of that plan.
  void made(const std::shared_ptr<const PeriodPlan>& plan, std::size_t service, const Recipe& recipe, double units);
  /// So many units of every part on every route: all that the plan serves.
  void made_as_planned(const std::shared_ptr<const PeriodPlan>& plan);
  void clear() { entries_.clear(); }

  [[nodiscard]] FlowLedger flows() const;

 private:
  struct Entry {
    std::shared_ptr<const PeriodPlan> plan;
    std::vector<std::vector<double>> units;  // by part and planned route
  };
  [[nodiscard]] Entry& entry_of(const std::shared_ptr<const PeriodPlan>& plan);

  const FactoryModel& factory_;
  std::vector<Entry> entries_;
};

}  // namespace ccm
