// What do the runs of several scenarios say of the first of them?

#include "sim/commands/compare/comparison.hpp"

#include <algorithm>
#include <array>

namespace ccm {
namespace {

constexpr std::array<std::string_view, 7> asked_first{"profit",     "surplus",         "sales",    "revenue",
                                                      "price_paid", "reference_price", "lead_time"};

ComparedOutput compared(const CandidateRuns& runs, std::size_t output, const Comparison& frame) {
  std::vector<OutputByReplication> series;
  for (std::size_t s = 1; s <= frame.scenarios; ++s) series.push_back(runs.series(s, output, frame.replications));
  return {"", "", compare_with_first(series, frame.confidence)};
}

bool has_values(const ComparedOutput& output) {
  return std::ranges::all_of(output.against, [](const PairedComparison& comparison) { return comparison.n > 0; });
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

}  // namespace

std::vector<NamedOutput> usual_outputs() {
  std::vector<NamedOutput> usual;
  for (const std::string_view name : asked_first) usual.push_back(*output_named(name));
  for (const Output& output : outputs())
    if (std::ranges::find(asked_first, output.name) == asked_first.end()) usual.push_back({&output, ""});
  return usual;
}

Comparison comparison_of(const CandidateRuns& runs, const std::vector<NamedOutput>& outputs, bool asked_for, const std::string& currency,
                         Comparison frame) {
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    ComparedOutput output = compared(runs, i, frame);
    if (!asked_for && !has_values(output)) continue;
    output.name = outputs[i].name();
    output.unit = unit_of(*outputs[i].output, currency);
    frame.outputs.push_back(std::move(output));
  }
  return frame;
}

Narrowing narrowing_of(const Comparison& comparison, std::size_t index) {
  std::vector<double> all;
  for (const ComparedOutput& output : comparison.outputs)
    if (const auto narrowing = output.against[index].narrowing) all.push_back(*narrowing);
  if (all.empty()) return {};
  return {comparison.outputs.front().against[index].narrowing, median(all)};
}

}  // namespace ccm
