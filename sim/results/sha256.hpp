#pragma once
/// SHA-256, as 64 hexadecimal digits.

#include <filesystem>
#include <string>
#include <string_view>

namespace ccm {

[[nodiscard]] std::string sha256_of_text(std::string_view text);
/// Reads the file block by block.
[[nodiscard]] std::string sha256_of_file(const std::filesystem::path& path);

}  // namespace ccm
