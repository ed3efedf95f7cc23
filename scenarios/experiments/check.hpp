#pragma once
/// Whether the keys of an experiment file fit together.

#include "scenarios/experiments/experiment_spec.hpp"
#include "scenarios/reader.hpp"

namespace ccm {

/// Reports every contradiction between keys that are right by themselves. The marks of the reader must be those of the spec's file.
/// Tested by: tests/errors/experiment_messages_test.cpp.
void check(const ExperimentSpec& spec, Reader& reader);

/// Reports what is wrong with the factors: levels and ranges that the design cannot use, and keys that are set twice.
void check_factors(const ExperimentSpec& spec, Reader& reader);

/// The values of a listed point in the order of the factors, empty where one is missing.
[[nodiscard]] std::vector<std::string> in_order(const PointSpec& point, const std::vector<FactorSpec>& factors);

/// Where the experiment sets what the setting "path=value" sets.
[[nodiscard]] Mark place_of(const Experiment& experiment, const std::string& setting);

}  // namespace ccm
