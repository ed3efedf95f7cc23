// How does a series look on a terminal?

#include "sim/commands/text_plot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ccm {
namespace {

constexpr std::size_t plot_rows = 12, plot_columns_max = 60;

class Plot {
 public:
  explicit Plot(const std::vector<PlotCurve>& curves) {
    for (const PlotCurve& curve : curves) {
      length_ = std::max(length_, curve.values.size());
      for (const double value : curve.values) low_ = std::min(low_, value), high_ = std::max(high_, value);
    }
    lines_.assign(plot_rows, std::string(std::min(length_, plot_columns_max), ' '));
  }

  void draw(const PlotCurve& curve) {
    for (std::size_t i = 0; i < curve.values.size(); ++i) lines_[row_of(curve.values[i])][column_of(i)] = curve.mark;
  }

  void draw_cut(std::size_t cut) {
    if (cut == 0 || cut > length_) return;
    for (std::string& line : lines_)
      if (char& place = line[column_of(cut - 1)]; place == ' ') place = '|';
  }

  [[nodiscard]] std::string text() const {
    std::string text;
    for (std::size_t row = 0; row < plot_rows; ++row) text += fmt::format("{:>10} |{}", label_of(row), lines_[row]), end_line(text);
    const std::size_t columns = lines_.front().size();
    text += fmt::format("{:>10} +{:-<{}}\n{:>13}", "", "", columns, 1);
    if (columns > 1) text += fmt::format("{:>{}}", length_, columns - 1);
    return text + "\n";
  }

 private:
  [[nodiscard]] std::size_t column_of(std::size_t i) const { return length_ <= plot_columns_max ? i : i * plot_columns_max / length_; }

  [[nodiscard]] std::size_t row_of(double value) const {
    if (low_ == high_) return plot_rows / 2;
    return static_cast<std::size_t>(std::lround((high_ - value) / (high_ - low_) * (plot_rows - 1)));
  }

  [[nodiscard]] std::string label_of(std::size_t row) const {
    if (low_ == high_) return row == plot_rows / 2 ? fmt::format("{:.6g}", low_) : "";
    if (row == 0) return fmt::format("{:.6g}", high_);
    return row + 1 == plot_rows ? fmt::format("{:.6g}", low_) : "";
  }

  static void end_line(std::string& text) { text.erase(text.find_last_not_of(' ') + 1) += '\n'; }

  std::size_t length_ = 0;
  double low_ = INFINITY, high_ = -INFINITY;
  std::vector<std::string> lines_;
};

}  // namespace

std::string text_plot(const std::vector<PlotCurve>& curves, std::optional<std::size_t> cut) {
  if (std::ranges::all_of(curves, [](const PlotCurve& curve) { return curve.values.empty(); })) return "";
  Plot plot(curves);
  for (const PlotCurve& curve : curves) plot.draw(curve);
  if (cut) plot.draw_cut(*cut);
  return plot.text();
}

}  // namespace ccm
