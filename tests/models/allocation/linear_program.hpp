#pragma once
/// A textbook simplex method for small linear programs, in extended precision.

#include <cstddef>
#include <vector>

namespace ccm::test {

/// x >= 0 with a x <= b for each row, where b >= 0, so that x = 0 is a first solution. The region must be bounded.
class LinearProgram {
 public:
  explicit LinearProgram(std::size_t variables) : variables_(variables) {}

  void add_row(std::vector<long double> a, long double b);

  /// Goes to a least c x among the solutions that were least for all earlier calls; returns c x. No rows may be added any more.
  long double minimise(std::vector<long double> c);

 private:
  void start();
  [[nodiscard]] std::vector<long double> reduced_costs(const std::vector<long double>& c) const;
  [[nodiscard]] std::size_t entering(const std::vector<long double>& reduced, long double zero) const;
  [[nodiscard]] std::size_t leaving(std::size_t column) const;
  void pivot(std::size_t row, std::size_t column);

  std::size_t variables_;
  std::vector<std::vector<long double>> rows_;  // of the tableau: coefficients and slacks
  std::vector<long double> values_;             // of the basic variables
  std::vector<std::size_t> basis_;              // of each row
  std::vector<bool> stays_zero_;                // columns that an earlier objective needs at 0
};

}  // namespace ccm::test
