// How does a result reach standard output, and a message the user?

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "sim/commands/command.hpp"

namespace ccm {

void print(const std::string& text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (!written || std::fflush(stdout) != 0) throw std::system_error(errno, std::generic_category(), "cannot write to standard output");
}

void tell(const std::string& message) {
  std::fwrite(message.data(), 1, message.size(), stderr);
  std::fflush(stderr);
}

}  // namespace ccm
