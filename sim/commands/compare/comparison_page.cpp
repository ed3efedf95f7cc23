// How does a person read a comparison?

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/commands/compare/comparison.hpp"
#include "sim/commands/text_table.hpp"

namespace ccm {
namespace {

/// The outputs that differ, as a table.
std::string differences(const Comparison& comparison, std::size_t index) {
  TextTable table({{"output", Align::left},
                   {"scenario 1"},
                   {fmt::format("scenario {}", index + 2)},
                   {fmt::format("difference, with its {:.4g} % interval", 100 * comparison.confidence_of_each()), Align::left},
                   {"n"},
                   {"narrower"}});
  for (const ComparedOutput& output : comparison.outputs) {
    const PairedComparison& pair = output.against[index];
    if (pair.verdict == PairedVerdict::identical) continue;
    const auto mean = [&](double value) { return pair.n > 0 ? fmt::format("{:.6g}", value) : ""; };
    table.add({output.name, mean(pair.baseline_mean), mean(pair.baseline_mean + pair.difference), verdict_in_words(pair, output.unit),
               fmt::format("{}", pair.n), pair.narrowing ? fmt::format("{:.1f} times", *pair.narrowing) : ""});
  }
  return table.text();
}

/// The outputs that do not, in lines that fit a terminal.
std::string identical_outputs(const Comparison& comparison, std::size_t index) {
  constexpr std::size_t widest = 120;
  std::string text, line = "Identical in every replication:";
  for (const ComparedOutput& output : comparison.outputs) {
    if (output.against[index].verdict != PairedVerdict::identical) continue;
    if (line.size() + output.name.size() > widest) text += std::exchange(line, " ") + "\n";
    line += " " + output.name + ",";
  }
  if (!line.ends_with(',')) return "";
  line.back() = '\n';
  return text + line;
}

/// "13.9 times narrower than those of independent runs", or wider.
std::string in_words(double narrowing) {
  if (narrowing < 1) return fmt::format("{:.3g} times as wide as those of independent runs", 1 / narrowing);
  return fmt::format("{:.3g} times narrower than those of independent runs", narrowing);
}

std::string saved_runs(double narrowing) {
  const double factor = narrowing * narrowing;
  return factor < 2 ? "" : fmt::format("Without them the same precision takes {:.0f} times as many runs.\n", factor);
}

/// What it brought that both scenarios met the same chance.
std::string common_chance(const Comparison& comparison, std::size_t index) {
  const Narrowing narrowing = narrowing_of(comparison, index);
  if (!narrowing.median) return "";
  if (!narrowing.main) return fmt::format("Common random numbers: intervals of the median output {}.\n", in_words(*narrowing.median));
  return fmt::format("Common random numbers: intervals of {} {}; of the median output {:.3g} times.\n{}", comparison.outputs.front().name,
                     in_words(*narrowing.main), *narrowing.median, saved_runs(*narrowing.main));
}

}  // namespace

std::string page_of(const Comparison& comparison) {
  std::string text;
  for (std::size_t i = 0; i + 1 < comparison.scenarios; ++i)
    text += fmt::format("\nScenario {} against 1\n{}{}{}", i + 2, differences(comparison, i), identical_outputs(comparison, i),
                        common_chance(comparison, i));
  if (comparison.scenarios > 2)
    text += fmt::format("\nThe {} intervals of one output hold together with {:.4g} % (Bonferroni).\n", comparison.scenarios - 1,
                        100 * comparison.confidence);
  return text;
}

}  // namespace ccm
