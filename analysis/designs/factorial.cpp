// Which points does a factorial design have, and which effects can it not tell apart?

#include "analysis/designs/factorial.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <bit>
#include <map>

#include "models/error.hpp"

namespace ccm {

namespace {

constexpr std::size_t most_full_points = std::size_t{1} << 20;

std::size_t number_of_points(const std::vector<std::size_t>& levels) {
  std::size_t points = 1;
  for (const std::size_t count : levels) {
    require(count > 0, "a factorial design: a factor has no levels");
    if (count > most_full_points / points)
      throw ModelError(fmt::format("a factorial design of {} levels has more than 2^20 points", fmt::join(levels, " x ")));
    points *= count;
  }
  return points;
}

bool shorter_or_first(const Word& left, const Word& right) {
  const int difference = std::popcount(left.factors) - std::popcount(right.factors);
  const std::uint32_t differing = left.factors ^ right.factors;
  return difference != 0 ? difference < 0 : (left.factors & differing & (~differing + 1)) != 0;
}

/// E = ABCD means ABCDE = mean; products of such words equal the mean too.
std::vector<Word> defining_relation_of(const std::vector<Word>& words, std::size_t basic) {
  std::vector<Word> relation;
  for (std::size_t i = basic; i < words.size(); ++i) {
    const Word word = Word{.factors = std::uint32_t{1} << i} * words[i];
    const std::size_t before = relation.size();
    relation.push_back(word);
    for (std::size_t j = 0; j < before; ++j) relation.push_back(word * relation[j]);
  }
  std::ranges::sort(relation, shorter_or_first);
  return relation;
}

std::vector<Word> effects_up_to_two_factors(std::size_t factors) {
  std::vector<Word> effects;
  for (std::size_t i = 0; i < factors; ++i) effects.push_back({.factors = std::uint32_t{1} << i});
  for (std::size_t i = 0; i < factors; ++i)
    for (std::size_t j = i + 1; j < factors; ++j) effects.push_back(effects[i] * effects[j]);
  return effects;
}

Word in_basic_factors(const Word& effect, const std::vector<Word>& words) {
  Word product{.negative = effect.negative};
  for (std::size_t i = 0; i < words.size(); ++i)
    if (effect.factors >> i & 1) product = product * words[i];
  return product;
}

std::vector<std::vector<Word>> alias_sets_of(const std::vector<Word>& words) {
  std::vector<std::vector<Word>> sets;
  std::map<std::uint32_t, std::size_t> set_of;
  for (Word effect : effects_up_to_two_factors(words.size())) {
    const Word basic = in_basic_factors(effect, words);
    const auto [found, is_new] = set_of.try_emplace(basic.factors, sets.size());
    if (is_new) sets.emplace_back(basic.factors == 0 ? 1U : 0U, Word{});  // starts with the mean when aliased with it
    std::vector<Word>& set = sets[found->second];
    if (!set.empty()) effect.negative = basic.negative != in_basic_factors(set.front(), words).negative;
    set.push_back(effect);
  }
  return sets;
}

/// The product of the levels -1 and +1 of the word's factors is +1 when an even number of them is low, but for the word's sign.
std::size_t level(const Word& word, std::size_t point) {
  const bool odd = std::popcount(word.factors & ~static_cast<std::uint32_t>(point)) % 2 == 1;
  return odd == word.negative ? 1 : 0;
}

std::vector<std::vector<std::size_t>> points_of(const std::vector<Word>& words, std::size_t basic) {
  std::vector<std::vector<std::size_t>> points(std::size_t{1} << basic);
  for (std::size_t point = 0; point < points.size(); ++point)
    for (const Word& word : words) points[point].push_back(level(word, point));
  return points;
}

}  // namespace

std::vector<std::vector<std::size_t>> full_factorial(const std::vector<std::size_t>& levels) {
  require(!levels.empty(), "a factorial design needs a factor");
  std::vector<std::vector<std::size_t>> points(number_of_points(levels));
  for (std::size_t point = 0; point < points.size(); ++point) {
    std::size_t rest = point;
    for (const std::size_t count : levels) {
      points[point].push_back(rest % count);
      rest /= count;
    }
  }
  return points;
}

FractionalFactorial fractional_factorial(std::size_t factors, const std::vector<std::string>& generators) {
  const std::vector<Word> words = words_of_factors(factors, generators);
  const std::size_t basic = factors - generators.size();
  require(basic <= 20, "a two-level fraction has at most 2^20 points; give more generators");
  require(generators.size() <= 20, "a two-level fraction has at most 20 generators");
  FractionalFactorial design{.points = points_of(words, basic),
                             .defining_relation = defining_relation_of(words, basic),
                             .resolution = {},
                             .alias_sets = alias_sets_of(words)};
  if (!generators.empty()) design.resolution = static_cast<std::size_t>(std::popcount(design.defining_relation.front().factors));
  return design;
}

std::string to_text(const std::vector<Word>& alias_set) {
  std::vector<std::string> texts;
  for (const Word& effect : alias_set) texts.push_back(to_text(effect));
  return fmt::format("{}", fmt::join(texts, " = "));
}

}  // namespace ccm
