#pragma once
/// Small text files, written whole.

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

namespace ccm {

/// Throws std::system_error when the disk does not take it.
inline void write_text(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) throw std::system_error(errno, std::generic_category(), "cannot write " + path.string());
}

}  // namespace ccm
