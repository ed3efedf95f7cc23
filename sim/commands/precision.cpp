// How does a user say how well a mean shall be known?

#include "sim/commands/precision.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "scenarios/mistake.hpp"
#include "sim/commands/experiment/scenario_runs.hpp"

namespace ccm {
namespace {

CLI::Validator is_half_width() {
  return {[](const std::string& text) {
            return half_width_of(text) ? ""
                                       : fmt::format("expected a share of the mean such as 5% or an amount such as 20, above zero, not {}",
                                                     in_quotes(text));
          },
          ""};
}

}  // namespace

PrecisionFlags add_precision_options(CLI::App& command, PrecisionOptions& options) {
  CLI::Option* half_width = command
                                .add_option_function<std::string>(
                                    "--half-width", [&options](const std::string& text) { options.half_width = half_width_of(text); })
                                ->type_name("WIDTH")
                                ->check(is_half_width());
  CLI::Option* output = command.add_option("--output", options.outputs)
                            ->type_name("NAME")
                            ->expected(1)
                            ->allow_extra_args(false)
                            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  return {half_width, output};
}

std::optional<WantedWidth> half_width_of(const std::string& text) {
  double width = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), width);
  std::string unit(end, text.data() + text.size());
  unit.erase(0, unit.find_first_not_of(' '));
  if (error != std::errc() || !std::isfinite(width) || width <= 0 || (!unit.empty() && unit != "%")) return std::nullopt;
  return unit.empty() ? WantedWidth{width, false} : WantedWidth{width / 100, true};
}

std::vector<NamedOutput> precise_outputs(const std::vector<std::string>& names, const Scenario& scenario) {
  std::vector<Located> located;
  for (const std::string& name : names) located.push_back({name, {}});
  if (located.empty()) located = {{"profit", {}}, {"surplus", {}}};
  return named_outputs(located, scenario);
}

std::vector<WantedWidth> for_each_output(const WantedWidth& width, std::size_t outputs) { return {outputs, width}; }

std::string text_of(const WantedWidth& width) {
  return width.relative ? fmt::format("{:.6g} %", 100 * width.width) : fmt::format("{:.6g}", width.width);
}

std::string width_text(const OutputPrecision& precision, const WantedWidth& wanted, const std::string& unit) {
  if (!precision.half_width) return "?";
  if (!wanted.relative) return fmt::format("{:.3g} {}", *precision.half_width, unit);
  if (*precision.half_width == 0) return "0 %";
  if (precision.mean == 0) return fmt::format("{:.3g} {} about a mean of 0", *precision.half_width, unit);
  const double percent = 100 * *precision.half_width / std::abs(precision.mean);
  return fmt::format("{:.{}f} %", percent, percent < 1 ? 2 : percent < 10 ? 1 : 0);
}

}  // namespace ccm
