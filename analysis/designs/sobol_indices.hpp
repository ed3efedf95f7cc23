#pragma once
/// Which share of an output's variance comes from which factor.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/confidence_interval.hpp"

namespace ccm {

/// Sobol's indices of one factor; none where the output does not vary.
struct SobolIndices {
  std::optional<double> first;  // share of the variance that the factor brings alone
  std::optional<double> total;  // with all its interactions
  std::optional<ConfidenceInterval> first_interval;
  std::optional<ConfidenceInterval> total_interval;
};

/// How intervals of Sobol's indices are found.
struct Bootstrap {
  std::size_t resamples = 1000;  // 0: no intervals
  double confidence = 0.95;      // in (0, 1)
  std::uint64_t seed = 1;        // of the stream "design", "sobol_bootstrap"
};

/// Jansen's estimators from a design of saltelli():
/// first(f) = 1 - sum_i (y(B_i) - y(AB(f, i)))^2 / (2 N V),     total(f) = sum_i (y(A_i) - y(AB(f, i)))^2 / (2 N V),
/// V = variance of all y(A) and y(B) (divisor 2N).
///
/// Intervals are percentiles over resamples of the N rows, V included; they treat the rows as independent, which those of a Sobol sequence
/// are not: they are too wide rather than too narrow. Resamples without variance are left out. An estimate may lie slightly outside [0, 1].
/// values  in the order of the design, N (k + 2) of them with N >= 2;  factors  k >= 1, else ModelError.     Result: one element per
/// factor. Source: [Jansen1999]; [Saltelli2010], Table 2 (c) and (f).     Tested by: tests/analysis/sensitivity_test.cpp.
[[nodiscard]] std::vector<SobolIndices> sobol_indices(const std::vector<double>& values, std::size_t factors,
                                                      const Bootstrap& bootstrap = {});

}  // namespace ccm
