// Which numbers does a comparison leave for other programs?

#include "sim/commands/compare/comparison.hpp"

namespace ccm {
namespace {

std::string word_for(PairedVerdict verdict) {
  switch (verdict) {
    case PairedVerdict::identical:
      return "identical";
    case PairedVerdict::no_difference_seen:
      return "no difference seen";
    case PairedVerdict::higher:
      return "higher";
    case PairedVerdict::lower:
      return "lower";
    case PairedVerdict::not_enough:
      break;
  }
  return "not enough";
}

std::optional<double> if_any(const PairedComparison& pair, double value) { return pair.n > 0 ? std::optional(value) : std::nullopt; }

std::optional<double> end_of(const PairedComparison& pair, double ConfidenceInterval::*end) {
  return pair.interval ? std::optional(*pair.interval.*end) : std::nullopt;
}

std::vector<ResultCell> row_of(std::size_t scenario, const ComparedOutput& output, const PairedComparison& pair) {
  return {static_cast<std::int64_t>(scenario),
          output.name,
          output.unit,
          static_cast<std::int64_t>(pair.n),
          result_cell(if_any(pair, pair.baseline_mean)),
          result_cell(if_any(pair, pair.baseline_mean + pair.difference)),
          result_cell(if_any(pair, pair.difference)),
          result_cell(end_of(pair, &ConfidenceInterval::low)),
          result_cell(end_of(pair, &ConfidenceInterval::high)),
          pair.confidence,
          result_cell(pair.p_value),
          result_cell(pair.relative_difference),
          result_cell(pair.correlation),
          result_cell(pair.variance_reduction),
          result_cell(pair.narrowing),
          word_for(pair.verdict),
          verdict_in_words(pair, output.unit)};
}

}  // namespace

ResultTable table_of(const Comparison& comparison) {
  ResultTable table{"comparison",
                    {"scenario", "output", "unit", "n", "baseline_mean", "mean", "difference", "ci_low", "ci_high", "confidence", "p_value",
                     "relative_difference", "correlation", "variance_reduction", "narrowing", "verdict", "in_words"},
                    {}};
  for (std::size_t i = 0; i + 1 < comparison.scenarios; ++i)
    for (const ComparedOutput& output : comparison.outputs) table.rows.push_back(row_of(i + 2, output, output.against[i]));
  return table;
}

nlohmann::ordered_json narrowing_json(const Comparison& comparison) {
  const auto value = [](std::optional<double> number) { return number ? nlohmann::ordered_json(*number) : nlohmann::ordered_json(); };
  auto list = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i + 1 < comparison.scenarios; ++i) {
    const Narrowing narrowing = narrowing_of(comparison, i);
    list.push_back({{"scenario", i + 2},
                    {"main_output", comparison.outputs.empty() ? "" : comparison.outputs.front().name},
                    {"main", value(narrowing.main)},
                    {"median", value(narrowing.median)}});
  }
  return list;
}

}  // namespace ccm
