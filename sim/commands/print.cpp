// How does a result reach standard output, or the user hear that it did not?

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "sim/commands/command.hpp"

namespace ccm {

void print(const std::string& text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (!written || std::fflush(stdout) != 0) throw std::system_error(errno, std::generic_category(), "cannot write to standard output");
}

}  // namespace ccm
