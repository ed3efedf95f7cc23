#pragma once
/// Generators of two-level fractions: a further factor runs as the product of others, such as E=ABCD.

#include <cstdint>
#include <string>
#include <vector>

namespace ccm {

/// A product of factors with a sign, such as -ABD: bit i of `factors` is set when the factor with the letter 'A' + i takes part.
/// Without factors it is the mean. All letters from A to Z are used, I too, which some books keep for the mean.
struct Word {
  std::uint32_t factors = 0;
  bool negative = false;
  [[nodiscard]] bool operator==(const Word&) const = default;
};

/// "ABD", "-ABD" or, without factors, "mean".     Tested by: tests/analysis/factorial_test.cpp.
[[nodiscard]] std::string to_text(const Word& word);

/// The factors of a word, counted from 0, as a term of an analysis of variance.     Tested by: tests/analysis/anova_properties_test.cpp.
[[nodiscard]] std::vector<std::size_t> factors_of(const Word& word);

/// The product of two words; a factor met twice drops out, since (+1)^2 = (-1)^2 = 1.
/// Source: [BoxHunterHunter2005], chapter 6.     Tested by: tests/analysis/factorial_test.cpp.
[[nodiscard]] Word operator*(const Word& left, const Word& right);

/// Each factor as a product of the basic factors: A for A, and ABCD for E by the generator E=ABCD.
/// factors     1 to 26. The first (factors - generators) letters are the basic factors, each later letter has one generator.
/// generators  texts such as "E=ABCD" or "F = -BCD", in any order; the right side names basic factors only.
/// Throws ModelError with the generator and what is wrong with it: an unknown letter, a basic factor on the left, a generated one on the
/// right, a letter twice, two generators of one factor, one word for two factors, nothing on the right, or no basic factor left.
/// Source: [BoxHunterHunter2005], chapter 6.     Tested by: tests/analysis/factorial_test.cpp.
[[nodiscard]] std::vector<Word> words_of_factors(std::size_t factors, const std::vector<std::string>& generators);

}  // namespace ccm
