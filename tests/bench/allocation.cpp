// How long does it take to find the cheapest allocation, and how does that grow with machines and parts?
//
// Prints a table in Markdown. Usage: allocation [DIRECTORY COUNT], which also writes the first COUNT problems of each row, as programs for
// a solver of mixed-integer programs, to DIRECTORY/ROW-PROBLEM.lp; rows and problems count from 0.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "models/allocation/solver.hpp"
#include "tests/models/allocation/mixed_integer_program.hpp"
#include "tests/models/allocation/random_problem.hpp"
#include "tests/models/allocation/table1.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

constexpr std::uint64_t problems_per_row = 50;
constexpr double least_measured_ms = 2;  // a shorter solution is repeated until it adds up to this

struct Case {
  const char* name;
  Regime regime;
  RouteRule routes;
};

constexpr Case slack{"slack", Regime::slack, RouteRule::single};
constexpr Case tight_split{"tight, split routes", Regime::tight, RouteRule::split};
constexpr Case tight_single{"tight, single routes", Regime::tight, RouteRule::single};

struct TableRow {
  std::string name;
  std::vector<AllocationProblem> problems;
};

std::string name_of(const AllocationProblem& problem, const std::string& what) {
  return fmt::format("{} | {} | {} | {}", problem.plant.machines.size(), problem.parts.size(), problem.groups.size(), what);
}

TableRow random_row(const Case& what, const ProblemSize& size) {
  TableRow row;
  for (std::uint64_t number = 0; number < problems_per_row; ++number) {
    row.problems.push_back(random_problem(what.regime, size, number));
    row.problems.back().routes = what.routes;
  }
  row.name = name_of(row.problems.front(), what.name);
  return row;
}

TableRow table1_row() { return {name_of(table1(), "the paper's Table 1, slack"), {table1()}}; }

/// Table 1 with capacities that a random plan fills.
TableRow table1_row(const Case& what) {
  TableRow row{name_of(table1(), fmt::format("Table 1, {}", what.name)), {}};
  for (std::uint64_t number = 0; number < problems_per_row; ++number) {
    RandomStream chance(1, number, what.name, "allocation benchmark");
    AllocationProblem& problem = row.problems.emplace_back(table1());
    problem.routes = what.routes;
    set_capacities(problem, Capacity::tight, chance);
  }
  return row;
}

std::vector<TableRow> rows() {
  std::vector<TableRow> rows{table1_row(), table1_row(tight_split), table1_row(tight_single)};
  const ProblemSize sizes[] = {{7, 3, 2, 4}, {9, 15, 3, 4}, {12, 30, 4, 4}, {16, 30, 4, 4}};
  for (const ProblemSize& size : sizes)
    for (const Case& what : {slack, tight_split, tight_single}) rows.push_back(random_row(what, size));
  for (const std::size_t machines : {6, 8, 10, 12, 14}) rows.push_back(random_row(slack, {machines, 12, 3, 4}));
  for (const std::size_t parts : {6, 12, 24, 48}) rows.push_back(random_row(tight_split, {9, parts, 3, 4}));
  return rows;
}

double milliseconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

struct Measurement {
  double time_ms = 0;
  bool proven = true;
};

Measurement measure(const AllocationProblem& problem) {
  Measurement measured;
  const auto begin = std::chrono::steady_clock::now();
  int solved = 0;
  do {
    measured.proven = solve(problem).status != AllocationStatus::limit;
    ++solved;
  } while (milliseconds_since(begin) < least_measured_ms);
  measured.time_ms = milliseconds_since(begin) / solved;
  return measured;
}

/// The least value that so large a share of the sorted values does not exceed.
double quantile(const std::vector<double>& sorted, double share) {
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
  return sorted[std::max<std::size_t>(rank, 1) - 1];
}

void print_row(const TableRow& row) {
  std::vector<double> times_ms;
  std::size_t not_proven = 0;
  for (const AllocationProblem& problem : row.problems) {
    const Measurement measured = measure(problem);
    times_ms.push_back(measured.time_ms);
    not_proven += !measured.proven;
  }
  std::sort(times_ms.begin(), times_ms.end());
  fmt::print("| {} | {} | {:.3g} / {:.3g} / {:.3g} | {} |\n", row.name, row.problems.size(), quantile(times_ms, 0.5),
             quantile(times_ms, 0.95), times_ms.back(), not_proven);
  std::fflush(stdout);
}

void write_programs(const TableRow& row, std::size_t index, const std::string& directory, std::size_t count) {
  for (std::size_t i = 0; i < std::min(count, row.problems.size()); ++i)
    std::ofstream(fmt::format("{}/{}-{}.lp", directory, index, i)) << lp_of_least_cost(row.problems[i], parts_of_demand);
}

}  // namespace

int main(int argc, char** argv) {
  fmt::print("| machines | parts | groups | case | problems | ms (median / 95 % / max) | not proven |\n|---|---|---|---|---|---|---|\n");
  std::size_t index = 0;
  for (const TableRow& row : rows()) {
    if (argc == 3) write_programs(row, index, argv[1], static_cast<std::size_t>(std::atoll(argv[2])));
    print_row(row);
    ++index;
  }
}
