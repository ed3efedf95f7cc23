// What does the allocation problem look like to a solver of mixed-integer linear programs?

#include "tests/models/allocation/mixed_integer_program.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "tests/models/allocation/formulation.hpp"

namespace ccm::test {
namespace {

/// A sum of terms, one per variable.
class Sum {
 public:
  Sum& add(double coefficient, const std::string& variable) {
    coefficients_[variable] += coefficient;
    return *this;
  }

  /// Nothing if all coefficients are 0.
  [[nodiscard]] std::string text() const {
    std::string text;
    for (const auto& [variable, coefficient] : coefficients_)
      if (coefficient != 0) text += fmt::format(" {:+.17g} {}\n", coefficient, variable);
    return text;
  }

 private:
  std::map<std::string, double> coefficients_;
};

std::string share(std::size_t x, std::size_t r) { return fmt::format("s_{}_{}", x, r); }
std::string choice(std::size_t x, std::size_t r) { return fmt::format("z_{}_{}", x, r); }
std::string labour(std::size_t y, std::size_t w) { return fmt::format("f_{}_{}", y, w); }
std::string member(std::size_t y, std::size_t g) { return fmt::format("n_{}_{}", y, g); }
std::string share_in(std::size_t x, std::size_t r, std::size_t y, std::size_t g) { return fmt::format("v_{}_{}_{}_{}", x, r, y, g); }
std::string visit(std::size_t x, std::size_t r, std::size_t g) { return fmt::format("p_{}_{}_{}", x, r, g); }
std::string leave(std::size_t x, std::size_t r, std::size_t i, std::size_t g) { return fmt::format("d_{}_{}_{}_{}", x, r, i, g); }

class Program {
 public:
  explicit Program(const AllocationProblem& problem) : problem_(problem), numbers_(numbers_of(problem)) {
    add_shares();
    add_loads_and_labour();
    add_groups();
  }

  std::string of_most_served() { return text(weight_of_served(-1)); }

  std::string of_least_cost(double served) {
    serve(served);
    add_costs();
    return text(cost_);
  }

 private:
  [[nodiscard]] std::size_t machines() const { return problem_.plant.machines.size(); }
  [[nodiscard]] std::size_t levels() const { return problem_.plant.workers.size(); }
  [[nodiscard]] std::size_t groups() const { return problem_.groups.size(); }
  [[nodiscard]] const std::vector<Route>& routes_of(std::size_t x) const { return problem_.parts[x].part.routes; }

  [[nodiscard]] std::vector<std::size_t> demanded_parts() const {
    std::vector<std::size_t> parts;
    for (std::size_t x = 0; x < problem_.parts.size(); ++x)
      if (problem_.parts[x].units > 0) parts.push_back(x);
    return parts;
  }

  static std::set<std::size_t> machines_of(const Route& route) {
    std::set<std::size_t> machines;
    for (const Operation& operation : route.operations) machines.insert(operation.machine);
    return machines;
  }

  void row(const Sum& sum, const char* relation, double limit) {
    if (!sum.text().empty()) rows_ += fmt::format("c{}:\n{} {} {:.17g}\n", ++row_count_, sum.text(), relation, limit);
  }

  void binary(const std::string& variable) { binaries_ += " " + variable + "\n"; }

  [[nodiscard]] Sum share_of_demand(std::size_t x) const {
    Sum sum;
    for (std::size_t r = 0; r < routes_of(x).size(); ++r) sum.add(1, share(x, r));
    return sum;
  }

  [[nodiscard]] Sum weight_of_served(double sign) const {
    const double unit = parts_of_demand / weight_of_all_demand(problem_);
    Sum sum;
    for (const std::size_t x : demanded_parts())
      for (std::size_t r = 0; r < routes_of(x).size(); ++r)
        sum.add(sign * problem_.parts[x].priority * problem_.parts[x].units * unit, share(x, r));
    return sum;
  }

  void add_shares() {
    for (const std::size_t x : demanded_parts()) {
      row(share_of_demand(x), "<=", 1);
      if (problem_.routes == RouteRule::single) add_choice(x);
    }
  }

  void add_choice(std::size_t x) {
    Sum chosen;
    for (std::size_t r = 0; r < routes_of(x).size(); ++r) {
      row(Sum().add(1, share(x, r)).add(-1, choice(x, r)), "<=", 0);
      chosen.add(1, choice(x, r));
      binary(choice(x, r));
    }
    row(chosen, "<=", 1);
  }

  void serve(double served) {
    if (served < parts_of_demand) return row(weight_of_served(1), ">=", served);
    for (const std::size_t x : demanded_parts()) row(share_of_demand(x), "=", 1);
  }

  void add_loads_and_labour() {
    for (std::size_t y = 0; y < machines(); ++y) {
      Sum load;
      for (const std::size_t x : demanded_parts())
        for (std::size_t r = 0; r < routes_of(x).size(); ++r)
          load.add(problem_.parts[x].units * numbers_[x].routes[r].hours[y], share(x, r));
      row(load, "<=", in_hours(problem_.plant.machines[y].capacity));
      for (std::size_t w = 0; w < levels(); ++w)
        if (operates(problem_.plant.workers[w], y)) load.add(-1, labour(y, w));
      row(load, "=", 0);
    }
    for (std::size_t w = 0; w < levels(); ++w) {
      Sum work;
      for (const std::size_t y : problem_.plant.workers[w].operates) work.add(1, labour(y, w));
      row(work, "<=", in_hours(problem_.plant.workers[w].capacity));
    }
  }

  void add_groups() {
    for (std::size_t y = 0; y < machines(); ++y) {
      Sum memberships;
      for (std::size_t g = 0; g < groups(); ++g) {
        memberships.add(1, member(y, g));
        binary(member(y, g));
      }
      row(memberships, "=", 1);
    }
    for (std::size_t g = 0; g < groups(); ++g) bound_group(g);
    if (problem_.grouping)
      for (std::size_t y = 0; y < machines(); ++y) row(Sum().add(1, member(y, (*problem_.grouping)[y])), "=", 1);
    else if (groups_are_alike())
      for (std::size_t y = 0; y < machines(); ++y) number_by_first_machine(y);
  }

  void bound_group(std::size_t g) {
    Sum size;
    for (std::size_t y = 0; y < machines(); ++y) size.add(1, member(y, g));
    row(size, ">=", static_cast<double>(problem_.groups[g].at_least));
    row(size, "<=", static_cast<double>(std::min(problem_.groups[g].at_most, machines())));
  }

  [[nodiscard]] bool groups_are_alike() const {
    const GroupBounds& first = problem_.groups.front();
    return std::all_of(problem_.groups.begin(), problem_.groups.end(),
                       [&](const GroupBounds& bounds) { return bounds.at_least == first.at_least && bounds.at_most == first.at_most; });
  }

  /// Machine y is in group g only if one before it is in group g - 1.
  void number_by_first_machine(std::size_t y) {
    for (std::size_t g = 1; g < groups(); ++g) {
      Sum sum;
      sum.add(1, member(y, g));
      for (std::size_t before = 0; before < y; ++before) sum.add(-1, member(before, g - 1));
      row(sum, "<=", 0);
    }
  }

  void add_costs() {
    for (const std::size_t x : demanded_parts()) {
      for (std::size_t r = 0; r < routes_of(x).size(); ++r)
        cost_.add(problem_.parts[x].units * numbers_[x].routes[r].unit_cost.total().value(), share(x, r));
      if (numbers_[x].cost_of_full_moves > 0) add_moves(x);
    }
    for (std::size_t w = 0; w < levels(); ++w)
      for (const std::size_t y : problem_.plant.workers[w].operates) cost_.add(problem_.plant.workers[w].wage.value(), labour(y, w));
  }

  void add_moves(std::size_t x) {
    for (std::size_t r = 0; r < routes_of(x).size(); ++r) {
      spread_over_groups(x, r);
      problem_.moves == MoveRule::changes ? add_changes(x, r) : add_visits(x, r);
    }
    for (std::size_t y = 0; y < machines(); ++y)
      for (std::size_t g = 0; g < groups(); ++g) join(x, y, g);
  }

  void spread_over_groups(std::size_t x, std::size_t r) {
    for (const std::size_t y : machines_of(routes_of(x)[r])) {
      Sum sum;
      for (std::size_t g = 0; g < groups(); ++g) sum.add(1, share_in(x, r, y, g));
      row(sum.add(-1, share(x, r)), "=", 0);
    }
  }

  void join(std::size_t x, std::size_t y, std::size_t g) {
    Sum sum;
    for (std::size_t r = 0; r < routes_of(x).size(); ++r)
      if (machines_of(routes_of(x)[r]).contains(y)) sum.add(1, share_in(x, r, y, g));
    if (!sum.text().empty()) row(sum.add(-1, member(y, g)), "<=", 0);
  }

  void add_visits(std::size_t x, std::size_t r) {
    const double cost = numbers_[x].cost_of_full_moves;
    for (std::size_t g = 0; g < groups(); ++g) {
      for (const std::size_t y : machines_of(routes_of(x)[r])) row(Sum().add(1, visit(x, r, g)).add(-1, share_in(x, r, y, g)), ">=", 0);
      cost_.add(cost, visit(x, r, g));
    }
    cost_.add(-cost, share(x, r));
  }

  void add_changes(std::size_t x, std::size_t r) {
    const std::vector<Operation>& operations = routes_of(x)[r].operations;
    for (std::size_t i = 0; i + 1 < operations.size(); ++i) {
      const std::size_t from = operations[i].machine, to = operations[i + 1].machine;
      for (std::size_t g = 0; from != to && g < groups(); ++g) {
        row(Sum().add(1, leave(x, r, i, g)).add(-1, share_in(x, r, from, g)).add(1, share_in(x, r, to, g)), ">=", 0);
        cost_.add(numbers_[x].cost_of_full_moves, leave(x, r, i, g));
      }
    }
  }

  [[nodiscard]] std::string text(const Sum& objective) const {
    const std::string nothing = " +0 " + member(0, 0) + "\n";
    return fmt::format("Minimize\nobj:\n{}Subject To\n{}Binaries\n{}End\n", objective.text().empty() ? nothing : objective.text(), rows_,
                       binaries_);
  }

  const AllocationProblem& problem_;
  std::vector<PartNumbers> numbers_;
  Sum cost_;
  std::string rows_, binaries_;
  std::size_t row_count_ = 0;
};

}  // namespace

std::string lp_of_most_served(const AllocationProblem& problem) { return Program(problem).of_most_served(); }

std::string lp_of_least_cost(const AllocationProblem& problem, double served) { return Program(problem).of_least_cost(served); }

}  // namespace ccm::test
