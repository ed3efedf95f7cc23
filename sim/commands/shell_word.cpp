// How is a word written so that a shell takes it for one?

#include "sim/commands/shell_word.hpp"

namespace ccm {

std::string shell_word(const std::string& word) {
  const std::string plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./=%:,+-";
  if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
  std::string quoted;
  for (const char letter : word) quoted += letter == '\'' ? "'\\''" : std::string(1, letter);
  return "'" + quoted + "'";
}

}  // namespace ccm
