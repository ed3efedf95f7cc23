// How much of the differences between results does each factor explain?

#include "analysis/anova/anova.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/anova/squares.hpp"

namespace ccm {

namespace {

/// Bit 0 stands for the replications, bit i + 1 for factor i, as in the sizes of a full table.
constexpr std::size_t replication_bit = 1;

std::size_t degrees_of_freedom(std::size_t mask, const std::vector<std::size_t>& sizes) {
  std::size_t product = 1;
  for (std::size_t i = 0; i < sizes.size(); ++i)
    if (mask >> i & 1) product *= sizes[i] - 1;
  return product;
}

/// Where the squares of directions that no term takes go.
Squares& rest_of(SquaresOfResults& squares, std::size_t mask, Replications replications) {
  if ((mask & replication_bit) == 0) return squares.lack_of_fit;
  const bool shared = mask == replication_bit && replications == Replications::blocks;
  return shared ? squares.blocks : squares.pure_error;
}

Squares squares_along(std::size_t mask, const std::vector<double>& sums, const std::vector<std::size_t>& sizes) {
  return {.sum = sums[mask], .degrees_of_freedom = degrees_of_freedom(mask, sizes)};
}

}  // namespace

AnovaTable anova(const FactorialResults& results, const std::vector<Term>& terms, Replications replications) {
  const FullTable table = full_table(results);
  const std::vector<double> sums = sums_of_squares(table.sizes, centred(table.values));
  SquaresOfResults squares{.names = names_of_terms(terms, results.factors), .rounding = rounding_of_squares(table.values)};
  std::vector<bool> taken(sums.size(), false);
  for (const std::size_t factors : masks_of_terms(terms, results.factors)) {
    const std::size_t mask = factors << 1;
    taken[mask] = true;
    squares.terms.push_back(squares_along(mask, sums, table.sizes));
  }
  for (std::size_t mask = 1; mask < sums.size(); ++mask) {
    if (taken[mask]) continue;
    Squares& rest = rest_of(squares, mask, replications);
    rest = rest + squares_along(mask, sums, table.sizes);
  }
  return anova_table(std::move(squares));
}

}  // namespace ccm
