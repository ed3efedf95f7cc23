// How does another program start, and how did it end?

#include "sim/mpi/child.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>

namespace ccm {
namespace {

std::vector<char*> as_argv(std::vector<std::string>& words) {
  std::vector<char*> argv(words.size() + 1, nullptr);
  std::ranges::transform(words, argv.begin(), [](std::string& word) { return word.data(); });
  return argv;
}

void tie_to(pid_t parent, int when_orphaned) {
  prctl(PR_SET_PDEATHSIG, when_orphaned);
  if (getppid() != parent) _exit(127);
}

void take_over(const ChildPlan& plan) {
  if (plan.input >= 0) dup2(plan.input, STDIN_FILENO);
  if (plan.output >= 0) dup2(plan.output, STDOUT_FILENO);
  for (const int descriptor : plan.kept) fcntl(descriptor, F_SETFD, 0);
}

[[noreturn]] void become(const ChildPlan& plan, char** argv, pid_t parent) {
  tie_to(parent, plan.when_orphaned);
  if (plan.apart) setpgid(0, 0);
  take_over(plan);
  execvp(argv[0], argv);
  dprintf(STDERR_FILENO, "ccmsim-mpi: error: cannot start '%s': %s\n", argv[0], std::strerror(errno));
  _exit(127);
}

std::optional<Ending> waited(pid_t child, int options) {
  int status = 0;
  if (waitpid(child, &status, options) != child) return std::nullopt;
  return WIFSIGNALED(status) ? Ending{.signal = WTERMSIG(status)} : Ending{.code = WEXITSTATUS(status)};
}

}  // namespace

pid_t start(const ChildPlan& plan) {
  std::vector<std::string> words = plan.words;
  const std::vector<char*> argv = as_argv(words);
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "cannot start a process");
  if (child == 0) become(plan, const_cast<char**>(argv.data()), parent);
  return child;
}

std::optional<Ending> ending_of(pid_t child) { return waited(child, WNOHANG); }

Ending wait_for(pid_t child) {
  std::optional<Ending> ending;
  while (!ending) ending = waited(child, 0);
  return *ending;
}

std::string to_text(const Ending& ending) {
  return ending.signal == 0 ? fmt::format("ended with code {}", ending.code) : fmt::format("was ended by signal {}", ending.signal);
}

int exit_code(const Ending& ending) { return ending.signal == 0 ? ending.code : 128 + ending.signal; }

}  // namespace ccm
