// Which data sets are the analyses of variance compared on?

#include "tests/analysis/anova_sets.hpp"

#include <sstream>

#include "analysis/designs/factorial.hpp"
#include "tests/support/table.hpp"

namespace ccm::test {

namespace {

template <typename Value>
std::vector<Value> list_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<Value> values;
  for (Value value; stream >> value;) values.push_back(value);
  return values;
}

FactorialResults results_of(const Row& row) {
  FactorialResults results;
  results.points = full_factorial(list_of<std::size_t>(row.at("levels")));
  for (std::size_t i = 0; i < results.points[0].size(); ++i) results.factors.emplace_back(1, static_cast<char>('A' + i));
  const auto values = list_of<double>(row.at("values"));
  const std::size_t n = values.size() / results.points.size();
  for (std::size_t i = 0; i < values.size(); i += n)
    results.values.emplace_back(values.begin() + static_cast<std::ptrdiff_t>(i), values.begin() + static_cast<std::ptrdiff_t>(i + n));
  return results;
}

std::vector<Term> terms_of(const Row& row) {
  std::vector<Term> terms;
  for (const auto& letters : list_of<std::string>(row.at("terms"))) {
    terms.emplace_back();
    for (const char letter : letters) terms.back().push_back(static_cast<std::size_t>(letter - 'A'));
  }
  return terms;
}

}  // namespace

std::string anova_data(const std::string& file) { return std::string(CCM_SOURCE_DIR) + "/tests/analysis/anova_data/" + file; }

std::vector<AnovaSet> anova_sets() {
  std::vector<AnovaSet> sets;
  for (const Row& row : read_table(anova_data("sets.csv")))
    sets.push_back({.name = row.at("set"),
                    .results = results_of(row),
                    .terms = terms_of(row),
                    .replications = row.at("replications") == "blocks" ? Replications::blocks : Replications::independent});
  return sets;
}

}  // namespace ccm::test
