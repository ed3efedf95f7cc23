#pragma once
/// Programs that this one starts by a list of words, without a shell, and that end with it.

#include <sys/types.h>

#include <csignal>
#include <optional>
#include <string>
#include <vector>

namespace ccm {

/// What to start, and how. The program is words[0], looked for as a shell would; descriptors of -1 are left as they are.
struct ChildPlan {
  std::vector<std::string> words;
  int input = -1;               // becomes its standard input
  int output = -1;              // becomes its standard output
  std::vector<int> kept;        // descriptors that it inherits at their numbers
  int when_orphaned = SIGKILL;  // the signal that it gets when this program dies
  bool apart = false;           // in a process group of its own: signals to the group of this program do not reach it
};

/// Starts the program and gives its process id. If that cannot be done, the child says why and ends with code 127. Throws std::system_error
/// if there can be no child.
[[nodiscard]] pid_t start(const ChildPlan& plan);

/// How a program ended: by itself with a code, or by a signal.
struct Ending {
  int code = 0;
  int signal = 0;  // 0: by itself
};

/// How the program ended, or nothing while it runs. Once it has been given, the process id is free for others.
[[nodiscard]] std::optional<Ending> ending_of(pid_t child);

/// Waits for it.
[[nodiscard]] Ending wait_for(pid_t child);

/// "ended with code 2", "was ended by signal 9".
[[nodiscard]] std::string to_text(const Ending& ending);

/// The code of an ending as shells give it: 128 and more for signals.
[[nodiscard]] int exit_code(const Ending& ending);

}  // namespace ccm
