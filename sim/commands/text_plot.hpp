#pragma once
/// Curves drawn with characters.

#include <optional>
#include <string>
#include <vector>

namespace ccm {

/// Values at x = 1, 2 ... with the character that marks them.
struct PlotCurve {
  char mark = 'o';
  std::vector<double> values;
};

/// A page of 12 rows and at most 60 columns between its axes; later curves cover earlier ones. `cut`, if there is one, is a vertical line
/// behind the x of that number. Every line ends without blanks. Nothing for curves without values.
/// Tested by: tests/cli/text_plot_test.cpp.
[[nodiscard]] std::string text_plot(const std::vector<PlotCurve>& curves, std::optional<std::size_t> cut = std::nullopt);

}  // namespace ccm
