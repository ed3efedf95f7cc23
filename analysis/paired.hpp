#pragma once
/// Scenarios compared by runs that share their chance (common random numbers).

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/confidence_interval.hpp"

namespace ccm {

/// One output by replication, in the order of the replications; none where a replication has no such output.
using OutputByReplication = std::vector<std::optional<double>>;

enum class PairedVerdict { not_enough, identical, no_difference_seen, higher, lower };

/// A scenario against the baseline: D = scenario - baseline, replication by replication.
struct PairedComparison {
  std::size_t n = 0;  // pairs: replications where both have a value
  PairedVerdict verdict = PairedVerdict::not_enough;
  double confidence = 0;  // of this interval, after Bonferroni
  double baseline_mean = 0;
  double difference = 0;                       // mean of D
  std::optional<ConfidenceInterval> interval;  // of the mean of D; from n = 2 on, as all that follows
  std::optional<double> p_value;               // two-sided, times the number of comparisons, at most 1
  std::optional<double> relative_difference;   // difference / |baseline mean|; none if that is zero
  std::optional<double> correlation;           // of scenario and baseline; none if one of them is constant
  std::optional<double> variance_reduction;    // 1 - Var D / (Var baseline + Var scenario); none if both are constant
  std::optional<double> narrowing;             // half-width of as many independent runs / half-width; none if D is constant
  bool constant_difference = false;            // D is the same in all pairs: an interval without width
};

/// Student's interval of the mean difference:   mean D +- t(1 - alpha/(2 c), n-1) s_D / sqrt(n),   c comparisons with the baseline.
///
/// Bonferroni: each of the c intervals has confidence 1 - alpha/c, so that all hold together with 1 - alpha = `confidence`; p is min(1, c
/// p). Independent runs would have Welch's interval, of variance (Var baseline + Var scenario)/n, with Satterthwaite's degrees of freedom.
/// What is below 1e-12 of the largest |value| counts as rounding. If every D is, the scenarios are `identical`, p = 1. If only s_D is, D is
/// constant: the verdict is its sign, p is 0, and the interval has no width.
/// baseline, scenario  equally long;  comparisons >= 1;  confidence  in (0, 1), else ModelError.
/// Source: [Law2015], sections 10.2.1, 10.3.1 and 11.2; [Welch1938].     Tested by: tests/analysis/paired_test.cpp.
[[nodiscard]] PairedComparison paired_comparison(const OutputByReplication& baseline, const OutputByReplication& scenario,
                                                 std::size_t comparisons = 1, double confidence = 0.95);

/// Every scenario but the first against the first, the baseline: one element per comparison, all intervals together of `confidence`.
/// scenarios  at least two, else ModelError.
/// Source: [Law2015], section 10.3.1.     Tested by: tests/analysis/paired_test.cpp.
[[nodiscard]] std::vector<PairedComparison> compare_with_first(const std::vector<OutputByReplication>& scenarios, double confidence = 0.95);

/// In words: "higher by 12.3 [10.1, 14.5] EUR (+3.2 %)", "no difference seen: between -0.5 and +0.9 EUR" ..., with two significant digits
/// of the half-width; "lower by 1.5 EUR in all 20 replications (-3.2 %)" of a constant difference.     Tested by:
/// tests/analysis/paired_test.cpp.
[[nodiscard]] std::string verdict_in_words(const PairedComparison& comparison, std::string_view unit);

}  // namespace ccm
