// What does Cbc find?

#include "tests/models/allocation/cbc.hpp"

#include <algorithm>
#include <optional>
#include <regex>
#include <stdexcept>

#include "tests/models/allocation/formulation.hpp"
#include "tests/models/allocation/mixed_integer_program.hpp"
#include "tests/support/process.hpp"

namespace ccm::test {
namespace {

constexpr double rounding = 1e-6;  // of Cbc, in parts of demand

/// The least value of the program, or nothing if it is infeasible.
std::optional<double> least_value(const std::string& program) {
  const TemporaryDirectory directory;
  write_file(directory / "program.lp", program);
  const Finished cbc = shell("cbc " + directory / "program.lp" +
                             " -primalTolerance 1e-9 -dualTolerance 1e-9 -integerTolerance 1e-9 -allowableGap 0 -ratioGap 0 -increment 1e-9"
                             " -seconds 60 -solve -solution " +
                             directory / "solution");
  const std::string solution = file_text(directory / "solution");
  std::smatch value;
  if (std::regex_search(solution, value, std::regex("^Optimal - objective value ([-+.eE0-9]+)"))) return std::stod(value[1]);
  if (std::regex_search(solution, std::regex("^(Integer i|I)nfeasible"))) return std::nullopt;
  throw std::runtime_error("cbc ends with " + solution.substr(0, solution.find('\n')) + "\n" + cbc.out + cbc.err);
}

}  // namespace

LeastCost by_cbc(const AllocationProblem& problem) {
  const std::optional<double> least = least_value(lp_of_most_served(problem));
  if (!least) return {.status = AllocationStatus::infeasible};
  const bool has_demand = weight_of_all_demand(problem) > 0;
  const double left = has_demand ? parts_of_demand + *least : 0;
  const bool short_of_capacity = left > rounding;
  const std::optional<double> cost = least_value(lp_of_least_cost(problem, short_of_capacity ? -*least - rounding : parts_of_demand));
  if (!cost) throw std::runtime_error("cbc does not find its own plan again");
  if (!short_of_capacity) return {.cost = *cost};
  return {AllocationStatus::shortage, left / parts_of_demand * weight_of_all_demand(problem), *cost};
}

}  // namespace ccm::test
