#pragma once
/// The types of values that only experiment files have.

#include "scenarios/experiments/experiment_spec.hpp"
#include "scenarios/type.hpp"

namespace ccm {

/// A text with its place.
[[nodiscard]] TypePtr<Located> located(TypePtr<std::string> text);
/// A path of keys and names with dots between them; `noun` is what it stands for.
[[nodiscard]] TypePtr<Located> path_type(std::string noun);
/// "path=value", as after --set.
[[nodiscard]] TypePtr<Located> setting_type();
/// "E=ABC": factor E of a fraction is the product of others.
[[nodiscard]] TypePtr<Located> generator_type();
/// Any value, as YAML in one line.
[[nodiscard]] TypePtr<Located> level_type();
/// [low, high], both with the same unit.
[[nodiscard]] TypePtr<RangeEnds> range_type();
/// A map from names of factors to values.
[[nodiscard]] TypePtr<PointSpec> point_type();

/// A count, perhaps of a special kind such as even ones.
struct CountRule {
  std::int64_t low = 1;
  std::int64_t high = 1'000'000;
  std::string kind = "";  // in words: "even"
  std::function<bool(std::int64_t)> holds = nullptr;
  Json schema = Json::object();  // what the kind adds to the JSON Schema
};
[[nodiscard]] TypePtr<std::uint64_t> count_type(CountRule rule);

}  // namespace ccm
