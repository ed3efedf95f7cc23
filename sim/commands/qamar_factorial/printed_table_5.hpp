#pragma once
/// The analysis of variance that Qamar and Aziz (2023) print, and what it says by its own numbers.

#include <array>
#include <string_view>

namespace ccm {

/// A row of the printed Table 5, digit by digit.
struct PrintedTerm {
  std::string_view term;
  const char* sum_of_squares = nullptr;
  const char* f = nullptr;
  const char* share = nullptr;  // per cent
};

/// Table 5 (its caption says 4) of [QamarAziz2023].
inline constexpr std::array printed_terms{
    PrintedTerm{"A", "2.826E+10", "5094.45", "59.98"},  PrintedTerm{"C", "6.874E+07", "12.39", "0.14"},
    PrintedTerm{"D", "4.457E+09", "803.45", "9.30"},    PrintedTerm{"E", "3.437E+08", "61.96", "0.72"},
    PrintedTerm{"F", "9.996E+08", "180.21", "2.09"},    PrintedTerm{"AC", "2.961E+08", "53.39", "0.62"},
    PrintedTerm{"AD", "9.716E+09", "1751.57", "20.28"}, PrintedTerm{"AE", "1.777E+09", "320.30", "3.71"},
    PrintedTerm{"AF", "5.435E+08", "97.98", "1.13"},    PrintedTerm{"DF", "1.221E+08", "22.02", "0.25"},
    PrintedTerm{"ADE", "7.024E+08", "126.62", "1.47"},  PrintedTerm{"ADF", "3.546E+08", "63.93", "0.74"}};
inline constexpr PrintedTerm printed_model{"Model", "4.764E+10", "660.64"};
inline constexpr PrintedTerm printed_residual{"Residual", "2.773E+08"};
inline constexpr PrintedTerm printed_total{"Total", "4.792E+10"};
inline constexpr double printed_model_df = 13, printed_residual_df = 50, printed_problems = 64;

/// A number with how far it may be off.
struct Rounded {
  double value = 0;
  double error = 0;
};

/// The printed sum of squares, off by half a unit of its last digit.     Tested by: tests/cli/factorial_test.cpp.
[[nodiscard]] Rounded printed_squares(const PrintedTerm& term);
/// The row of these letters, or nullptr: not printed.     Tested by: tests/cli/factorial_test.cpp.
[[nodiscard]] const PrintedTerm* printed_term(std::string_view letters);

/// F = (SS / df) / (residual SS / 50), as the printed sums of squares say.     Tested by: tests/cli/factorial_test.cpp.
[[nodiscard]] Rounded f_by_squares(const PrintedTerm& term, double degrees_of_freedom = 1);
/// 100 SS / SS of the total.     Tested by: tests/cli/factorial_test.cpp.
[[nodiscard]] Rounded share_by_squares(const PrintedTerm& term);
/// What the model has beyond its printed rows.     Tested by: tests/cli/factorial_test.cpp.
[[nodiscard]] Rounded squares_without_row();
/// |effect| = sqrt(4 SS / 64): mean profit at the high level less that at the low one.     Tested by: tests/cli/factorial_test.cpp.
[[nodiscard]] double effect_by_squares(const PrintedTerm& term);

}  // namespace ccm
