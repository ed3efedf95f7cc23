#pragma once
/// What the readings of the three pricing questions share.

#include <string>

#include "scenarios/problems/pricing_problem.hpp"

namespace ccm {

/// A file under its keys, and where its mistakes are reported.
struct PricingFile {
  const PricingWords& spec;
  const Node& root;
  Reader& reader;

  void mistake(const std::string& path, std::string message, std::string advice = "") const {
    reader.mistake(path.empty() ? root.mark : reader.mark_of(path), std::move(message), std::move(advice));
  }
  /// The value of a key that the question needs; reports it and returns `instead` if it is not there.
  template <class T>
  [[nodiscard]] T needed(const std::optional<T>& value, const char* key, T instead) const {
    if (!value) mistake("", std::string("prices over time need the key '") + key + "'");
    return value.value_or(std::move(instead));
  }
};

/// The three questions. Each reports every mistake of its own; what it returns is of use only if there is none.
/// Tested by: tests/scenarios/problem_test.cpp, tests/errors/problem_messages_test.cpp.
[[nodiscard]] PricesOverTime read_prices_over_time(const PricingFile& file);
[[nodiscard]] PricesOfTypes read_prices_of_types(const PricingFile& file);
[[nodiscard]] CommonReferencePrices read_common_reference_prices(const PricingFile& file);

/// The names of the types; "type 1" and so on where there is none.
[[nodiscard]] std::vector<std::string> names_of(const std::vector<PricedType>& types);
/// The kind and theta of a memory.
[[nodiscard]] PriceMemory memory_of(const PricingFile& file);

}  // namespace ccm
