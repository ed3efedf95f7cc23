// What costs reach each centre, once all loops are closed?

#include "models/cost/cost_passage.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {
namespace {

using Row = std::vector<double>;

constexpr double nothing = 1e-12;        // a share that only rounding makes differ from 0
constexpr double least_leaving = 1e-10;  // if this share leaves on one way, rounding does not matter

/// The system (I - A) y = c, one row per centre with c at the end.
std::vector<Row> balance(const std::vector<CostPassage>& passages, const Row& into_product, const Row& into_loss) {
  const std::size_t n = passages.size();
  std::vector<Row> rows(n, Row(n + 1));
  for (std::size_t q = 0; q < n; ++q) rows[q][q] = 1;
  for (std::size_t s = 0; s < n; ++s) {
    const CostPassage& passage = passages[s];
    if (passage.next) {
      rows[*passage.next][s] -= 1 - passage.lost;
      rows[*passage.next][n] += into_product[s];
    }
    rows[passage.back][s] -= passage.returned * passage.lost;
    rows[passage.back][n] += passage.returned * into_loss[s];
  }
  return rows;
}

/// Takes the multiple of the pivot row that clears column `c` from another row.
void clear(Row& row, const Row& pivot, std::size_t c) {
  const double factor = row[c] / pivot[c];
  if (factor == 0) return;
  for (std::size_t i = c; i < row.size(); ++i) row[i] -= factor * pivot[i];
}

/// Columns of I - A sum to at least 0 and only the diagonal is positive, so that elimination needs no exchange of rows.
Row solution(std::vector<Row> rows) {
  const std::size_t n = rows.size();
  for (std::size_t c = 0; c < n; ++c) {
    require(rows[c][c] > nothing, "material flow cost accounting: a cost goes round for ever");
    for (std::size_t r = 0; r < n; ++r)
      if (r != c) clear(rows[r], rows[c], c);
  }
  Row values;
  for (std::size_t r = 0; r < n; ++r) values.push_back(rows[r][n] / rows[r][r]);
  return values;
}

/// The share that leaves at once, or on the best way through one more centre, if `leaving` is the share on the best ways from there.
double leaving_from(const CostPassage& passage, const std::vector<double>& leaving) {
  const double product = 1 - passage.lost, final_loss = passage.lost * (1 - passage.returned);
  const double with_product = passage.next ? product * leaving[*passage.next] : product;
  return std::max({with_product, final_loss, passage.lost * passage.returned * leaving[passage.back]});
}

double lost_of_carried(const QuantityCentre& centre, const CentreMasses& masses) {
  return masses.carried > Kilograms(0) ? std::min(1.0, centre.carried_loss / masses.carried) : 0;
}

double returned_of_loss(const QuantityCentre& centre, const CentreMasses& masses) {
  const bool returns = centre.recycled && centre.recycled->mass > Kilograms(0);
  return returns ? std::min(1.0, centre.recycled->mass / masses.target_loss) : 0;
}

}  // namespace

std::vector<CostPassage> material_passages(const std::vector<QuantityCentre>& centres, const std::vector<CentreMasses>& masses) {
  const auto taker = takers(centres);
  std::vector<CostPassage> passages;
  for (std::size_t q = 0; q < centres.size(); ++q) {
    const std::size_t back = centres[q].recycled ? centres[q].recycled->to : q;
    passages.push_back({lost_of_carried(centres[q], masses[q]), taker[q], returned_of_loss(centres[q], masses[q]), back});
  }
  return passages;
}

std::vector<CostPassage> processing_passages(const std::vector<QuantityCentre>& centres, const std::vector<CentreMasses>& masses,
                                             CarryRule rule) {
  auto passages = material_passages(centres, masses);
  if (rule == CarryRule::carried_mass) return passages;
  for (std::size_t q = 0; q < centres.size(); ++q) passages[q].lost = 1 - mass_share(centres[q], masses[q]);
  return passages;
}

std::vector<double> handed_costs(const std::vector<CostPassage>& passages, const std::vector<double>& into_product,
                                 const std::vector<double>& into_loss) {
  return solution(balance(passages, into_product, into_loss));
}

std::vector<bool> without_exit(const std::vector<CostPassage>& passages) {
  std::vector<double> leaving(passages.size());
  for (std::size_t step = 0; step < passages.size(); ++step)
    for (std::size_t q = 0; q < passages.size(); ++q) leaving[q] = leaving_from(passages[q], leaving);
  std::vector<bool> stuck;
  for (const double share : leaving) stuck.push_back(share < least_leaving);
  return stuck;
}

}  // namespace ccm
