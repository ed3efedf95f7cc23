// What does the printed analysis of variance say by its own sums of squares?

#include "sim/commands/qamar_factorial/printed_table_5.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace ccm {
namespace {

Rounded ratio(const Rounded& above, const Rounded& below) {
  const double value = above.value / below.value;
  return {value, value * (above.error / above.value + below.error / below.value)};
}

Rounded scaled(const Rounded& number, double factor) { return {number.value * factor, number.error * factor}; }

}  // namespace

Rounded printed_squares(const PrintedTerm& term) {
  const std::string text = term.sum_of_squares;
  const double unit = std::pow(10.0, std::stod(text.substr(text.find('E') + 1)) - 3);  // all have three decimals
  return {std::stod(text), unit / 2};
}

const PrintedTerm* printed_term(std::string_view letters) {
  const auto found = std::ranges::find(printed_terms, letters, &PrintedTerm::term);
  return found == printed_terms.end() ? nullptr : &*found;
}

Rounded f_by_squares(const PrintedTerm& term, double degrees_of_freedom) {
  return scaled(ratio(printed_squares(term), printed_squares(printed_residual)), printed_residual_df / degrees_of_freedom);
}

Rounded share_by_squares(const PrintedTerm& term) { return scaled(ratio(printed_squares(term), printed_squares(printed_total)), 100); }

Rounded squares_without_row() {
  Rounded rest = printed_squares(printed_model);
  for (const PrintedTerm& term : printed_terms) {
    const Rounded squares = printed_squares(term);
    rest = {rest.value - squares.value, rest.error + squares.error};
  }
  return rest;
}

double effect_by_squares(const PrintedTerm& term) { return std::sqrt(4 * printed_squares(term).value / printed_problems); }

}  // namespace ccm
