#pragma once
/// The data sets of tests/analysis/anova_data.

#include <string>
#include <vector>

#include "analysis/anova/anova.hpp"

namespace ccm::test {

struct AnovaSet {
  std::string name;
  FactorialResults results;
  std::vector<Term> terms;
  Replications replications = Replications::independent;
};

/// The path of a file of the folder.
[[nodiscard]] std::string anova_data(const std::string& file);

/// All sets of sets.csv.
[[nodiscard]] std::vector<AnovaSet> anova_sets();

}  // namespace ccm::test
