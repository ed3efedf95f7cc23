// Which main effects and interactions are asked for?

#include "analysis/anova/terms.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "models/error.hpp"

namespace ccm {

namespace {

constexpr std::size_t most_terms = std::size_t{1} << 20;

/// Each of the terms with one more factor behind its last.
std::vector<Term> one_factor_more(const std::vector<Term>& terms, std::size_t factors) {
  std::vector<Term> longer;
  for (const Term& term : terms)
    for (std::size_t next = term.empty() ? 0 : term.back() + 1; next < factors; ++next) {
      longer.push_back(term);
      longer.back().push_back(next);
    }
  return longer;
}

}  // namespace

std::vector<Term> terms_up_to(std::size_t factors, std::size_t order) {
  require(factors >= 1 && factors <= 26, "terms: there are 1 to 26 factors");
  require(order >= 1, "terms: the order of interaction is at least 1");
  std::vector<Term> terms;
  std::vector<Term> longest = {{}};
  for (std::size_t size = 1; size <= std::min(order, factors); ++size) {
    longest = one_factor_more(longest, factors);
    require(terms.size() + longest.size() <= most_terms, "terms: there are more than 2^20; choose a lower order of interaction");
    terms.insert(terms.end(), longest.begin(), longest.end());
  }
  return terms;
}

std::string name_of_term(const Term& term, const std::vector<std::string>& factors) {
  const std::uint32_t mask = mask_of_term(term, factors.size());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < factors.size(); ++i)
    if (mask >> i & 1) names.push_back(factors[i]);
  return fmt::format("{}", fmt::join(names, ":"));
}

std::vector<std::string> names_of_terms(const std::vector<Term>& terms, const std::vector<std::string>& factors) {
  std::vector<std::string> names;
  for (const Term& term : terms) names.push_back(name_of_term(term, factors));
  return names;
}

std::uint32_t mask_of_term(const Term& term, std::size_t factors) {
  require(!term.empty(), "a term has no factors");
  require(factors <= 32, "terms: there are more than 32 factors");
  std::uint32_t mask = 0;
  for (const std::size_t factor : term) {
    if (factor >= factors) throw ModelError(fmt::format("a term names factor {} (counted from 0) of {}", factor, factors));
    require((mask >> factor & 1) == 0, "a term names a factor twice");
    mask |= std::uint32_t{1} << factor;
  }
  return mask;
}

std::vector<std::uint32_t> masks_of_terms(const std::vector<Term>& terms, const std::vector<std::string>& factors) {
  std::vector<std::uint32_t> masks;
  for (const Term& term : terms) masks.push_back(mask_of_term(term, factors.size()));
  std::vector<std::uint32_t> sorted = masks;
  std::ranges::sort(sorted);
  const auto twice = std::ranges::adjacent_find(sorted);
  if (twice == sorted.end()) return masks;
  throw ModelError(fmt::format("the term {} stands twice",
                               name_of_term(terms[static_cast<std::size_t>(std::ranges::find(masks, *twice) - masks.begin())], factors)));
}

}  // namespace ccm
