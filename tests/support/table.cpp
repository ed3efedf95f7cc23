// What do result tables say?

#include "tests/support/table.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace ccm::test {
namespace {

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
  if (line.ends_with(',')) cells.emplace_back();
  return cells;
}

}  // namespace

std::vector<Row> read_table(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  if (!std::getline(file, line)) throw std::runtime_error("no table " + path);
  const auto names = cells_of(line);
  std::vector<Row> rows;
  while (std::getline(file, line)) {
    const auto cells = cells_of(line);
    Row& row = rows.emplace_back();
    for (std::size_t i = 0; i < names.size(); ++i) row[names[i]] = cells.at(i);
  }
  return rows;
}

double number(const Row& row, const std::string& column) { return std::stod(row.at(column)); }

Interval interval99(const std::string& directory, const std::string& output, const std::string& group) {
  for (const Row& row : read_table(directory + "/summary.csv")) {
    if (row.at("output") != output || row.at("group") != group) continue;
    const double n = number(row, "n");
    const double t = boost::math::quantile(boost::math::students_t(n - 1), 0.995);
    return {number(row, "mean"), t * number(row, "sd") / std::sqrt(n)};
  }
  throw std::runtime_error("no output " + output + " " + group);
}

}  // namespace ccm::test
