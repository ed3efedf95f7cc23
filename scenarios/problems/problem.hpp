#pragma once
/// Problem files: one model alone, with its numbers, for `ccmsim solve`.

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "scenarios/problems/allocation_problem.hpp"
#include "scenarios/problems/bargaining_problem.hpp"
#include "scenarios/problems/mfca_problem.hpp"
#include "scenarios/problems/pricing_problem.hpp"
#include "scenarios/type.hpp"

namespace ccm {

/// A problem as its model takes it, with the names that its answer needs.
using Problem = std::variant<AllocationTask, MfcaTask, PricingTask, BargainingTask>;

/// One kind of problem. A further one is a file pair, an alternative of Problem, and a line in the table.
struct ProblemKind {
  std::string_view name;  // the value of the key `problem`
  std::string_view summary;
  /// Reads the tree of a file; throws ScenarioError with every mistake.
  Problem (*read)(const Node& root, Reader& reader);
  /// The keys of a file of this kind.
  const AnyType& (*type)();
};

/// All kinds, in the order of Problem's alternatives; the message for an unknown one comes from this table.
[[nodiscard]] std::span<const ProblemKind> problem_kinds();

/// Reads a problem file, with --set arguments applied in order. Throws ScenarioError with every mistake.
/// Tested by: tests/scenarios/problem_test.cpp, tests/errors/problem_messages_test.cpp.
[[nodiscard]] Problem load_problem(const std::string& path, const std::vector<std::string>& settings = {});

/// Whether the file says that it is a problem and no scenario; false if it cannot be read.
[[nodiscard]] bool is_problem_file(const std::string& path);

/// The same as load_problem for a text in memory.
[[nodiscard]] Problem load_problem_text(const std::string& text, const std::string& name, const std::vector<std::string>& settings = {});

}  // namespace ccm
