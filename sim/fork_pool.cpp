// What becomes of tasks that run in processes of their own?

#include "sim/fork_pool.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>

#include "scenarios/mistake.hpp"
#include "sim/platform.hpp"

namespace ccm {
namespace {

// A child reports over a pipe: 'p' and a share per progress line; 'a' and its answer, 'u' or 'e' and a message as its last words.

void write_line(int pipe, const std::string& line) {
  const std::string text = line + "\n";
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t written = write(pipe, text.data() + done, text.size() - done);
    if (written <= 0) return;
    done += static_cast<std::size_t>(written);
  }
}

std::string on_one_line(std::string text) {
  std::ranges::replace(text, '\n', '\r');
  return text;
}

void die_with(pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);  // it died before the wish was heard
}

/// The child's last words.
std::string last_words(const ForkPool::Work& work, int pipe) {
  try {
    return "a" + work([pipe](double share) { write_line(pipe, fmt::format("p{}", share)); });
  } catch (const PlatformError& error) {
    return std::string("u") + error.what();
  } catch (const ScenarioError& error) {
    return std::string("u") + error.what();
  } catch (const std::exception& error) {
    return std::string("e") + error.what();
  } catch (...) {
    return "ean exception without a message";
  }
}

[[noreturn]] void live_as_child(const ForkPool::Work& work, int pipe, pid_t parent) {
  die_with(parent);
  signal(SIGINT, SIG_IGN);
  signal(SIGTERM, SIG_DFL);
  write_line(pipe, on_one_line(last_words(work, pipe)));
  _exit(0);
}

/// A signal that others send; those of a fault in the program come again whenever the task does.
bool comes_from_outside(int signal) { return signal == SIGKILL || signal == SIGTERM || signal == SIGHUP; }

Outcome::Kind kind_of(char mark) {
  if (mark == 'a') return Outcome::Kind::finished;
  return mark == 'u' ? Outcome::Kind::wrong_input : Outcome::Kind::failed;
}

}  // namespace

ForkPool::~ForkPool() {
  for (auto& [task, child] : children_) {
    kill(child.process, SIGKILL);
    waitpid(child.process, nullptr, 0);
    close(child.pipe);
  }
}

void ForkPool::start(std::size_t task, const Work& work) {
  int ends[2];
  if (pipe(ends) != 0) throw std::system_error(errno, std::generic_category(), "cannot make a pipe");
  std::fflush(nullptr);
  const pid_t parent = getpid(), process = fork();
  if (process < 0) throw std::system_error(errno, std::generic_category(), "cannot start a process");
  if (process == 0) {
    close(ends[0]);
    live_as_child(work, ends[1], parent);
  }
  close(ends[1]);
  children_.emplace(task, Child{.process = process, .pipe = ends[0], .ending = {.task = task}});
}

std::vector<ForkPool::Ending> ForkPool::wait() {
  constexpr int patience_ms = 200;
  if (children_.empty()) return {};
  std::vector<pollfd> polled;
  for (const auto& [task, child] : children_) polled.push_back({child.pipe, POLLIN, 0});
  if (poll(polled.data(), polled.size(), patience_ms) <= 0) return {};
  std::vector<Ending> endings;
  auto child = children_.begin();
  for (const pollfd& one : polled) {
    if (one.revents == 0 || hear(child->second)) {
      ++child;
      continue;
    }
    endings.push_back(bury(child->second));
    child = children_.erase(child);
  }
  return endings;
}

double ForkPool::shares() const {
  double sum = 0;
  for (const auto& [task, child] : children_) sum += child.share;
  return sum;
}

/// Whether there is more to hear.
bool ForkPool::hear(Child& child) {
  char bytes[4096];
  const ssize_t count = read(child.pipe, bytes, sizeof bytes);
  if (count < 0 && errno == EINTR) return true;
  if (count <= 0) return false;
  child.unread.append(bytes, static_cast<std::size_t>(count));
  for (std::size_t end; (end = child.unread.find('\n')) != std::string::npos; child.unread.erase(0, end + 1)) {
    std::string line = child.unread.substr(1, end - 1);
    std::ranges::replace(line, '\r', '\n');
    if (child.unread[0] == 'p')
      child.share = std::stod(line);
    else
      child.ending.outcome.kind = kind_of(child.unread[0]),
      (child.unread[0] == 'a' ? child.ending.answer : child.ending.outcome.message) = line;
  }
  return true;
}

ForkPool::Ending ForkPool::bury(Child& child) {
  close(child.pipe);
  int status = 0;
  waitpid(child.process, &status, 0);
  Outcome& outcome = child.ending.outcome;
  if (WIFSIGNALED(status))
    outcome = {comes_from_outside(WTERMSIG(status)) ? Outcome::Kind::lost : Outcome::Kind::failed,
               fmt::format("its process was ended by signal {} ({})", WTERMSIG(status), strsignal(WTERMSIG(status)))};
  else if (outcome.kind == Outcome::Kind::interrupted || WEXITSTATUS(status) != 0)
    outcome = {Outcome::Kind::failed, fmt::format("its process ended with code {}", WEXITSTATUS(status))};
  return child.ending;
}

}  // namespace ccm
