#pragma once
/// Generators of problems for experiments: what is varied, what is solved, and what comes of it.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/replication.hpp"

namespace ccm {

/// What may be varied: from `low` to `high`, and its value where an experiment leaves it alone.
struct GeneratorParameter {
  std::string_view name;
  double low = 0, high = 0;
  bool whole = true;
  double usual = 0;
  std::string_view meaning;
};

/// What may come of it. An output whose name has a dot is of one kind of customer or cost.
struct GeneratorOutput {
  std::string_view name;
  std::string_view unit;  // may say "currency"
  std::string_view meaning;
};

struct OutputValue {
  std::string_view name;
  double value = 0;
};

/// One generator; a further one is a line in the table.
struct ProblemGenerator {
  std::string_view name;
  std::string_view summary;
  std::string_view source;
  std::span<const GeneratorParameter> parameters;
  std::span<const GeneratorOutput> outputs;
  /// Makes the problem of one replication and solves it. `parameters` has one value per parameter, in their order; throws ModelError for
  /// one that is outside its range, or if there are more or fewer. Outputs come in the order of the table; those of customers who are not
  /// there are left out. A pure function: the same arguments give the same bytes.
  std::vector<OutputValue> (*solve)(std::span<const double> parameters, std::uint64_t seed, Replication replication);
};

/// All generators, by name.     Tested by: tests/models/qamar_generator_test.cpp.
[[nodiscard]] std::span<const ProblemGenerator> problem_generators();

/// The generator of that name, or nullptr.
[[nodiscard]] const ProblemGenerator* problem_generator(std::string_view name);

/// Throws ModelError unless there is one value per parameter, each in its range and whole if it must be.
void require_valid(std::span<const GeneratorParameter> parameters, std::span<const double> values);

}  // namespace ccm
