#pragma once
/// One line of `ccmsim verify`: what theory or a paper says, what the program says, and how far they may lie apart.

#include <string>
#include <vector>

namespace ccm {

/// How far a number may lie from the expected one, and why just so far.
struct Tolerance {
  double value = 0;
  std::string why;
};

/// How a number should stand to the expected one: equal to it, or at most as large, if theory has but a bound.
enum class Relation { equal, at_most };

/// A comparison. `source` says where the expected number comes from.
struct Check {
  std::string name;
  double expected = 0;
  double obtained = 0;
  Tolerance tolerance{};
  std::string source;
  Relation relation = Relation::equal;
};

/// |obtained - expected| <= tolerance, or obtained - expected <= tolerance where it may be less; never if one of them is not a number.
/// Tested by: tests/cli/verify_test.cpp.
[[nodiscard]] bool passes(const Check& check);

/// A few roundings of doubles: 1e-9 of the expected number, or 1e-9 if that is small. Formulas here lose some five of sixteen digits at
/// most.
[[nodiscard]] Tolerance floating_point(double expected);

/// One unit of the last digit of a printed number such as "1356.6": a paper may round or cut it.
[[nodiscard]] Tolerance last_printed_digit(const std::string& printed);

/// A check of the mean of independent runs: the expected number must lie in its 99 % interval.
[[nodiscard]] Check mean_check(std::string name, double expected, const std::vector<double>& runs, std::string source);

/// A check that the mean of independent runs is at most the mean of their bounds: so must be the upper end of the 99 % interval of what
/// lies between a run and its bound.     Tested by: tests/cli/verify_test.cpp.
[[nodiscard]] Check bound_check(std::string name, const std::vector<double>& bounds, const std::vector<double>& runs, std::string source);

}  // namespace ccm
