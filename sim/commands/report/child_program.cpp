// What does another program do, and how does it end?

#include "sim/commands/report/child_program.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace ccm {
namespace {

[[noreturn]] void fail(int error, const std::string& what) { throw std::system_error(error, std::generic_category(), what); }

/// The end of a pipe that hears the child, and the one that the child speaks into.
struct Pipe {
  Pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) fail(errno, "cannot make a pipe");
    hear = ends[0];
    speak = ends[1];
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close(hear);
    stop_speaking();
  }
  void stop_speaking() {
    if (speak >= 0) close(speak);
    speak = -1;
  }

  int hear = -1, speak = -1;
};

std::string all_from(int descriptor) {
  std::string text;
  std::array<char, 4096> block{};
  for (;;) {
    const ssize_t size = read(descriptor, block.data(), block.size());
    if (size > 0) text.append(block.data(), static_cast<std::size_t>(size));
    if (size == 0 || (size < 0 && errno != EINTR)) return text;
  }
}

int end_of(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) fail(errno, "cannot wait for a program");
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/// Zero, or the error of posix_spawnp.
int spawn(const std::vector<std::string>& words, int messages, pid_t& child) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, messages, STDERR_FILENO);
  const int error = posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

}  // namespace

ChildEnd run_program(const std::vector<std::string>& words) {
  Pipe pipe;
  pid_t child = 0;
  const int error = spawn(words, pipe.speak, child);
  if (error == ENOENT) return {.missing = true};
  if (error != 0) fail(error, "cannot start " + words.front());
  pipe.stop_speaking();
  ChildEnd end{.messages = all_from(pipe.hear)};
  end.code = end_of(child);
  return end;
}

}  // namespace ccm
