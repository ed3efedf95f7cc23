#pragma once
/// Results of a factorial experiment, as the analysis of variance takes them.

#include <string>
#include <vector>

namespace ccm {

/// One output of every replication of every point of a design.
struct FactorialResults {
  std::vector<std::string> factors;              // names
  std::vector<std::vector<std::size_t>> points;  // one level index (from 0) per factor
  std::vector<std::vector<double>> values;       // of each point, one per replication
};

/// "(A = 0, B = 2)".
[[nodiscard]] std::string name_of_point(const FactorialResults& results, std::size_t point);

/// Number of levels of each factor: the largest index in the points + 1.
[[nodiscard]] std::vector<std::size_t> levels_of(const FactorialResults& results);

/// ModelError, with the first point that is wrong, unless each point has one level per factor and stands once, all have the same number of
/// values (at least one, as many as the point with most), and the values are finite.     Tested by: tests/analysis/anova_errors_test.cpp.
void require_balanced(const FactorialResults& results);

/// The values in standard order, first replications, then the first factor varying fastest, and how many there are along each of these.
struct FullTable {
  std::vector<std::size_t> sizes;  // replications, levels of the first factor, levels of the second ...
  std::vector<double> values;      // as many as the product of the sizes
};

/// ModelError, as in require_balanced, and unless every combination of two or more levels of each factor is there.
/// Tested by: tests/analysis/anova_errors_test.cpp.
[[nodiscard]] FullTable full_table(const FactorialResults& results);

}  // namespace ccm
