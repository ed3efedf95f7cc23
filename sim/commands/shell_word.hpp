#pragma once
/// Words of commands that are shown to be copied.

#include <string>

namespace ccm {

/// The word as a shell takes it for one: as it is, or in single quotes.
[[nodiscard]] std::string shell_word(const std::string& word);

}  // namespace ccm
