#pragma once
/// Factorial designs: every combination of levels, and two-level fractions of it.

#include <optional>
#include <string>
#include <vector>

#include "analysis/designs/generators.hpp"

namespace ccm {

/// Every combination of levels in standard (Yates) order: the first factor varies fastest, so that point p (from 0) has level
/// (p / (levels_1 ... levels_{i-1})) mod levels_i of factor i.
/// levels  number of levels of each factor, at least 1; ModelError without factors, for a factor without levels and above 2^20 points.
/// Source: [BoxHunterHunter2005], chapter 5.     Tested by: tests/analysis/factorial_test.cpp.
[[nodiscard]] std::vector<std::vector<std::size_t>> full_factorial(const std::vector<std::size_t>& levels);

/// 2^(k-p) points of k two-level factors, the first k-p of which are in standard order; level 0 is low (-1), level 1 is high (+1).
struct FractionalFactorial {
  std::vector<std::vector<std::size_t>> points;
  std::vector<Word> defining_relation;        // the 2^p - 1 words that equal the mean in every point, the shortest first
  std::optional<std::size_t> resolution;      // length of the shortest word; below 3 main effects are aliased; none for a full design
  std::vector<std::vector<Word>> alias_sets;  // main effects and two-factor interactions; those of one set cannot be told apart
};

/// The fraction of 2^k points in which each generated factor equals a product of basic factors.
/// An effect belongs to the alias set of every other effect with the same product of basic factors; its sign is relative to the first.
/// A set that begins with the mean is aliased with it and cannot be estimated at all.
/// factors, generators  see words_of_factors; ModelError besides for more than 2^20 points or more than 20 generators.
/// Source: [BoxHunterHunter2005], chapter 6.     Tested by: tests/analysis/factorial_test.cpp.
[[nodiscard]] FractionalFactorial fractional_factorial(std::size_t factors, const std::vector<std::string>& generators);

/// "AB = CE = -DF".     Tested by: tests/analysis/factorial_test.cpp.
[[nodiscard]] std::string to_text(const std::vector<Word>& alias_set);

}  // namespace ccm
