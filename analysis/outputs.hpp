#pragma once
/// The outputs of a run: what is computed from the result tables, replication by replication.

#include <span>
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

}  // namespace ccm
