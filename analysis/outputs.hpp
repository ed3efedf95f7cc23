#pragma once
/// The outputs of a run: what is computed from the result tables, replication by replication.

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ccm {

/// Over what an output is also broken down.
enum class Breakdown { none, customer_type, minifactory };

/// One output: an SQL aggregate over one result table, after the warm-up. `unit` may say "currency".
struct Output {
  std::string_view name;
  std::string_view unit;
  std::string_view table;
  std::string_view aggregate;
  Breakdown breakdown = Breakdown::none;
  std::string_view doc;
};

/// All outputs, in the order in which they are shown.
[[nodiscard]] std::span<const Output> outputs();

/// Whether its table has a row per period; the others count over the whole run.
[[nodiscard]] bool has_periods(const Output& output);

/// The column of a result table by which a breakdown groups; empty for none.
[[nodiscard]] std::string_view column_of(Breakdown breakdown);

/// The output's unit, where "currency" is the scenario's.
[[nodiscard]] std::string unit_of(const Output& output, const std::string& currency);

/// An output as users name it: "profit", or "profit.workshop" for one group of its breakdown.
struct NamedOutput {
  const Output* output = nullptr;
  std::string group;  // empty: the whole run

  [[nodiscard]] std::string name() const;
};

/// The output of that name; nothing if there is none, or if it has no breakdown but a group is named.
/// Tested by: tests/analysis/summary_test.cpp.
[[nodiscard]] std::optional<NamedOutput> output_named(std::string_view name);

}  // namespace ccm
