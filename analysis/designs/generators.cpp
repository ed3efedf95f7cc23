// Which product of basic factors does each factor of a fraction follow?

#include "analysis/designs/generators.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/error.hpp"

namespace ccm {

namespace {

char letter(std::size_t factor) { return static_cast<char>('A' + factor); }

std::uint32_t bit(std::size_t factor) { return std::uint32_t{1} << factor; }

class GeneratorReader {
 public:
  GeneratorReader(std::size_t factors, std::size_t basic) : factors_(factors), basic_(basic) {
    for (std::size_t i = 0; i < factors; ++i) words_.push_back({.factors = i < basic ? bit(i) : 0});
  }

  void read(const std::string& text) {
    text_ = text;
    std::string bare = text;
    std::erase(bare, ' ');
    expect(bare.size() >= 2 && bare[1] == '=', "write one letter, '=' and basic factors, as in E=ABCD or E=-ABC");
    const std::size_t generated = generated_factor(bare[0]);
    words_[generated] = right_side(bare.substr(2), bare[0]);
  }

  [[nodiscard]] const std::vector<Word>& words() const { return words_; }

 private:
  void expect(bool condition, const std::string& otherwise) const {
    if (!condition) throw ModelError(fmt::format("the generator \"{}\": {}", text_, otherwise));
  }

  [[nodiscard]] std::size_t factor_of(char found) const {
    const bool known = found >= 'A' && found < 'A' + static_cast<int>(factors_);
    expect(known, fmt::format("'{}' is not one of the {} factors A to {}", found, factors_, letter(factors_ - 1)));
    return static_cast<std::size_t>(found - 'A');
  }

  [[nodiscard]] std::size_t generated_factor(char found) const {
    const std::size_t factor = factor_of(found);
    expect(factor >= basic_,
           fmt::format("{} is a basic factor; the generated ones are {} to {}", found, letter(basic_), letter(factors_ - 1)));
    expect(words_[factor].factors == 0, fmt::format("{} has another generator already", found));
    return factor;
  }

  [[nodiscard]] Word right_side(std::string letters, char generated) const {
    Word word{.negative = letters.starts_with('-')};
    if (word.negative) letters.erase(0, 1);
    expect(!letters.empty(), "there are no factors on the right of '='");
    for (const char found : letters) word.factors |= basic_bit(found, word.factors);
    const auto same = std::ranges::find(words_.begin() + static_cast<std::ptrdiff_t>(basic_), words_.end(), word.factors, &Word::factors);
    expect(same == words_.end(), fmt::format("{} would follow {}, which has the same factors on the right", generated,
                                             letter(static_cast<std::size_t>(same - words_.begin()))));
    return word;
  }

  [[nodiscard]] std::uint32_t basic_bit(char found, std::uint32_t before) const {
    const std::size_t factor = factor_of(found);
    expect(factor < basic_,
           fmt::format("{} is a generated factor; only the basic factors A to {} may stand on the right", found, letter(basic_ - 1)));
    expect((before & bit(factor)) == 0, fmt::format("{} stands twice on the right", found));
    return bit(factor);
  }

  std::size_t factors_, basic_;
  std::vector<Word> words_;
  std::string text_;
};

}  // namespace

std::vector<std::size_t> factors_of(const Word& word) {
  std::vector<std::size_t> factors;
  for (std::size_t i = 0; i < 32; ++i)
    if (word.factors & bit(i)) factors.push_back(i);
  return factors;
}

std::string to_text(const Word& word) {
  std::string letters;
  for (const std::size_t factor : factors_of(word)) letters += letter(factor);
  return (word.negative ? "-" : "") + (letters.empty() ? "mean" : letters);
}

Word operator*(const Word& left, const Word& right) {
  return {.factors = left.factors ^ right.factors, .negative = left.negative != right.negative};
}

std::vector<Word> words_of_factors(std::size_t factors, const std::vector<std::string>& generators) {
  require(factors >= 1 && factors <= 26, "a two-level fraction has 1 to 26 factors, A to Z");
  if (generators.size() >= factors)
    throw ModelError(fmt::format("{} generators for {} factors leave no basic factor", generators.size(), factors));
  GeneratorReader reader(factors, factors - generators.size());
  for (const std::string& generator : generators) reader.read(generator);
  return reader.words();
}

}  // namespace ccm
