#pragma once
/// Which kind of file the user gave: each kind has a key of its own at the top.

#include <optional>
#include <string>

#include "scenarios/node.hpp"

namespace ccm {

/// The kinds of files that are read.
enum class FileKind { scenario, problem, experiment };

/// Throws ScenarioError if the tree lacks the key of the wanted kind and has that of another, saying which command takes such a file.
/// Tested by: tests/errors/problem_messages_test.cpp, tests/errors/experiment_messages_test.cpp.
void refuse_other_kind(const Node& root, FileKind wanted);

/// What the file says it is; nothing if it says nothing or cannot be read.
[[nodiscard]] std::optional<FileKind> kind_of_file(const std::string& path);

}  // namespace ccm
