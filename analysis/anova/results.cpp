// Are the results of a factorial experiment complete and balanced?

#include "analysis/anova/results.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "models/error.hpp"

namespace ccm {

namespace {

constexpr std::size_t most_points = std::size_t{1} << 20;

std::string name_of_cell(const std::vector<std::string>& factors, const std::vector<std::size_t>& levels) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < factors.size(); ++i) texts.push_back(fmt::format("{} = {}", factors[i], levels[i]));
  return fmt::format("({})", fmt::join(texts, ", "));
}

std::size_t expected_values(const FactorialResults& results) {
  return std::ranges::max(results.values, {}, &std::vector<double>::size).size();
}

[[noreturn]] void refuse_count(const std::string& point, std::size_t values, std::size_t expected) {
  throw ModelError(fmt::format("unbalanced results: the point {} has {} values where {} were expected", point, values, expected));
}

void require_shape(const FactorialResults& results) {
  require(!results.factors.empty(), "factorial results need a factor");
  require(!results.points.empty(), "factorial results need a point");
  require(results.points.size() == results.values.size(), "factorial results: there are not as many lists of values as points");
  require(std::ranges::all_of(results.points, [&](const auto& point) { return point.size() == results.factors.size(); }),
          "factorial results: a point does not have one level per factor");
  require(expected_values(results) > 0, "factorial results: there are no values");
}

void require_finite(const FactorialResults& results, std::size_t point) {
  const auto& values = results.values[point];
  const auto wrong = std::ranges::find_if_not(values, [](double value) { return std::isfinite(value); });
  if (wrong == values.end()) return;
  throw ModelError(fmt::format("replication {} of the point {} is {}", wrong - values.begin() + 1, name_of_point(results, point), *wrong));
}

std::size_t number_of_cells(const FactorialResults& results, const std::vector<std::size_t>& levels) {
  std::size_t cells = 1;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (levels[i] < 2) throw ModelError(fmt::format("the factor {} has one level; an analysis of variance needs two", results.factors[i]));
    require(levels[i] <= most_points / cells, "factorial results: the factors have more than 2^20 combinations of levels");
    cells *= levels[i];
  }
  return cells;
}

std::size_t cell_of(const std::vector<std::size_t>& point, const std::vector<std::size_t>& levels) {
  std::size_t cell = 0;
  for (std::size_t i = levels.size(); i-- > 0;) cell = cell * levels[i] + point[i];
  return cell;
}

std::vector<std::size_t> levels_of_cell(std::size_t cell, const std::vector<std::size_t>& levels) {
  std::vector<std::size_t> point;
  for (const std::size_t count : levels) {
    point.push_back(cell % count);
    cell /= count;
  }
  return point;
}

}  // namespace

std::string name_of_point(const FactorialResults& results, std::size_t point) {
  return name_of_cell(results.factors, results.points[point]);
}

std::vector<std::size_t> levels_of(const FactorialResults& results) {
  std::vector<std::size_t> levels(results.factors.size(), 0);
  for (const auto& point : results.points)
    for (std::size_t i = 0; i < levels.size(); ++i) levels[i] = std::max(levels[i], point[i] + 1);
  return levels;
}

void require_balanced(const FactorialResults& results) {
  require_shape(results);
  const std::size_t expected = expected_values(results);
  std::set<std::vector<std::size_t>> seen;
  for (std::size_t i = 0; i < results.points.size(); ++i) {
    if (!seen.insert(results.points[i]).second) throw ModelError(fmt::format("the point {} stands twice", name_of_point(results, i)));
    if (results.values[i].size() != expected) refuse_count(name_of_point(results, i), results.values[i].size(), expected);
    require_finite(results, i);
  }
}

FullTable full_table(const FactorialResults& results) {
  require_balanced(results);
  const std::vector<std::size_t> levels = levels_of(results);
  std::vector<const std::vector<double>*> cells(number_of_cells(results, levels), nullptr);
  for (std::size_t i = 0; i < results.points.size(); ++i) cells[cell_of(results.points[i], levels)] = &results.values[i];
  FullTable table{.sizes = {expected_values(results)}, .values = {}};
  table.sizes.insert(table.sizes.end(), levels.begin(), levels.end());
  for (std::size_t cell = 0; cell < cells.size(); ++cell) {
    if (!cells[cell]) refuse_count(name_of_cell(results.factors, levels_of_cell(cell, levels)), 0, expected_values(results));
    table.values.insert(table.values.end(), cells[cell]->begin(), cells[cell]->end());
  }
  return table;
}

}  // namespace ccm
