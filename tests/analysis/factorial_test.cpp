// Do factorial designs have the points, words and aliases of the textbooks?

#include "analysis/designs/factorial.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <set>

#include "models/error.hpp"

using namespace ccm;

namespace {

using Points = std::vector<std::vector<std::size_t>>;

std::vector<std::string> texts(const std::vector<Word>& words) {
  std::vector<std::string> found;
  for (const Word& word : words) found.push_back(to_text(word));
  return found;
}

std::vector<std::string> texts(const std::vector<std::vector<Word>>& sets) {
  std::vector<std::string> found;
  for (const auto& set : sets) found.push_back(to_text(set));
  return found;
}

std::string message(std::size_t factors, const std::vector<std::string>& generators) {
  try {
    return "accepted, with " + std::to_string(fractional_factorial(factors, generators).points.size()) + " points";
  } catch (const ModelError& error) {
    return error.what();
  }
}

/// +1 and -1 of an effect in every point, straight from the levels.
std::vector<int> column(const Word& word, const Points& points) {
  std::vector<int> signs;
  for (const auto& point : points) {
    int sign = word.negative ? -1 : 1;
    for (std::size_t i = 0; i < point.size(); ++i)
      if (word.factors >> i & 1) sign *= point[i] == 1 ? 1 : -1;
    signs.push_back(sign);
  }
  return signs;
}

const std::vector<std::pair<std::size_t, std::vector<std::string>>> designs = {
    {3, {}},
    {5, {"E=ABCD"}},
    {5, {"E=-ABCD"}},
    {6, {"E=ABC", "F=-BCD"}},
    {7, {"D=AB", "E=AC", "F=BC", "G=ABC"}},
    {4, {"D=-A"}},
    {8, {"E=BCD", "F=ACD", "G=ABC", "H=ABD"}},
    {11, {"E=ABC", "F=BCD", "G=ACD", "H=ABD", "I=ABCD", "J=AB", "K=-AC"}},
    {2, {"B=A"}}};

}  // namespace

TEST_CASE("a full factorial design is in standard order, the first factor varying fastest") {
  CHECK(full_factorial({2, 3}) == Points{{0, 0}, {1, 0}, {0, 1}, {1, 1}, {0, 2}, {1, 2}});
  CHECK(full_factorial({1, 2}) == Points{{0, 0}, {0, 1}});
  const Points points = full_factorial({3, 2, 5, 4});
  CHECK(std::set(points.begin(), points.end()).size() == 3 * 2 * 5 * 4);
  CHECK(full_factorial(std::vector<std::size_t>(20, 2)).size() == 1 << 20);
}

TEST_CASE("a full factorial design has limits") {
  CHECK_THROWS_WITH(full_factorial({1024, 1025}), "a factorial design of 1024 x 1025 levels has more than 2^20 points");
  CHECK_THROWS_AS(full_factorial({std::size_t{1} << 40, std::size_t{1} << 40}), ModelError);
  CHECK_THROWS_AS(full_factorial({2, 0}), ModelError);
  CHECK_THROWS_AS(full_factorial({}), ModelError);
}

TEST_CASE("the half fraction of five factors has resolution V") {
  const FractionalFactorial design = fractional_factorial(5, {"E = ABCD"});
  CHECK(design.points.size() == 16);
  CHECK(texts(design.defining_relation) == std::vector<std::string>{"ABCDE"});
  CHECK(*design.resolution == 5);
  CHECK(design.points[0] == std::vector<std::size_t>{0, 0, 0, 0, 1});
  CHECK(design.points[1] == std::vector<std::size_t>{1, 0, 0, 0, 0});
  CHECK(design.alias_sets.size() == 15);
}

TEST_CASE("the quarter fraction of six factors has the aliases of the textbook") {
  // [Montgomery2017], section 8.3: I = ABCE = BCDF = ADEF.
  const FractionalFactorial design = fractional_factorial(6, {"F=BCD", "E=ABC"});
  CHECK(texts(design.defining_relation) == std::vector<std::string>{"ABCE", "ADEF", "BCDF"});
  CHECK(*design.resolution == 4);
  CHECK(texts(design.alias_sets) == std::vector<std::string>{"A", "B", "C", "D", "E", "F", "AB = CE", "AC = BE", "AD = EF", "AE = BC = DF",
                                                             "AF = DE", "BD = CF", "BF = CD"});
}

TEST_CASE("seven factors in eight points, and signs of the fold-over") {
  CHECK(texts(fractional_factorial(7, {"D=AB", "E=AC", "F=BC", "G=ABC"}).alias_sets) ==
        std::vector<std::string>{"A = BD = CE = FG", "B = AD = CF = EG", "C = AE = BF = DG", "D = AB = CG = EF", "E = AC = BG = DF",
                                 "F = AG = BC = DE", "G = AF = BE = CD"});
  CHECK(to_text(fractional_factorial(7, {"D=-AB", "E=-AC", "F=-BC", "G=ABC"}).alias_sets[0]) == "A = -BD = -CE = -FG");
  const FractionalFactorial sixteenth = fractional_factorial(8, {"E=BCD", "F=ACD", "G=ABC", "H=ABD"});
  CHECK(sixteenth.defining_relation.size() == 15);
  CHECK(to_text(sixteenth.defining_relation.back()) == "ABCDEFGH");
  CHECK(*sixteenth.resolution == 4);
}

TEST_CASE("a full design has no words, and one that repeats a factor shows it") {
  const FractionalFactorial full = fractional_factorial(3, {});
  CHECK(full.points == full_factorial({2, 2, 2}));
  CHECK_FALSE(full.resolution);
  CHECK(full.defining_relation.empty());
  const FractionalFactorial repeated = fractional_factorial(3, {"C=-A"});
  CHECK(*repeated.resolution == 2);
  CHECK(texts(repeated.alias_sets) == std::vector<std::string>{"A = -C", "B", "AB = -BC", "mean = -AC"});
}

TEST_CASE("every word of the defining relation is 1 in every point, and all others are balanced") {
  for (const auto& [factors, generators] : designs) {
    const FractionalFactorial design = fractional_factorial(factors, generators);
    const auto balance = [&](const Word& word) {
      const std::vector<int> signs = column(word, design.points);
      return std::accumulate(signs.begin(), signs.end(), 0);
    };
    const int all = static_cast<int>(design.points.size());
    CHECK(design.defining_relation.size() == (std::size_t{1} << generators.size()) - 1);
    for (const Word& word : design.defining_relation) CHECK(balance(word) == all);
    int constant = 0;
    for (std::uint32_t mask = 1; mask < 1U << factors; ++mask) constant += balance({.factors = mask}) != 0;
    CHECK(constant == static_cast<int>(design.defining_relation.size()));
  }
}

TEST_CASE("effects stand in one alias set exactly when their signs agree in all points") {
  for (const auto& [factors, generators] : designs) {
    const FractionalFactorial design = fractional_factorial(factors, generators);
    std::set<std::vector<int>> columns;
    std::size_t effects = 0;
    for (const auto& set : design.alias_sets) {
      for (const Word& effect : set) CHECK(column(effect, design.points) == column(set.front(), design.points));
      CHECK(columns.insert(column(set.front(), design.points)).second);
      CHECK(columns.insert(column(Word{.negative = true} * set.front(), design.points)).second);
      effects += set.size() - (set.front() == Word{});
    }
    CHECK(effects == factors * (factors + 1) / 2);
  }
}

TEST_CASE("wrong generators say what is wrong") {
  CHECK(message(5, {"E=ABX"}) == "the generator \"E=ABX\": 'X' is not one of the 5 factors A to E");
  CHECK(message(5, {"e=ABC"}) == "the generator \"e=ABC\": 'e' is not one of the 5 factors A to E");
  CHECK(message(5, {"A=BCDE"}) == "the generator \"A=BCDE\": A is a basic factor; the generated ones are E to E");
  CHECK(message(6, {"E=ABC", "F=AE"}) ==
        "the generator \"F=AE\": E is a generated factor; only the basic factors A to D may stand on the right");
  CHECK(message(5, {"E=E"}) == "the generator \"E=E\": E is a generated factor; only the basic factors A to D may stand on the right");
  CHECK(message(6, {"E=ABC", "E=ABD"}) == "the generator \"E=ABD\": E has another generator already");
  CHECK(message(6, {"E=ABC", "F=-CAB"}) == "the generator \"F=-CAB\": F would follow E, which has the same factors on the right");
  CHECK(message(5, {"E=ABBC"}) == "the generator \"E=ABBC\": B stands twice on the right");
  CHECK(message(5, {"E=-"}) == "the generator \"E=-\": there are no factors on the right of '='");
  CHECK(message(5, {"E"}) == "the generator \"E\": write one letter, '=' and basic factors, as in E=ABCD or E=-ABC");
  CHECK(message(2, {"A=B", "B=A"}) == "2 generators for 2 factors leave no basic factor");
}

TEST_CASE("fractions have limits") {
  CHECK(message(0, {}) == "a two-level fraction has 1 to 26 factors, A to Z");
  CHECK(message(27, {}) == "a two-level fraction has 1 to 26 factors, A to Z");
  CHECK(message(21, {}) == "a two-level fraction has at most 2^20 points; give more generators");
  CHECK(message(21, {"U=ABCDE"}) == "accepted, with 1048576 points");
  std::vector<std::string> generators;
  for (std::size_t i = 0; i < 21; ++i)
    generators.push_back(std::string(1, static_cast<char>('F' + i)) + "=" + to_text(Word{.factors = static_cast<std::uint32_t>(i + 1)}));
  CHECK(message(26, generators) == "a two-level fraction has at most 20 generators");
}
