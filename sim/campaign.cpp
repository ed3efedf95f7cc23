// How do many runs share the cores, and what becomes of one that dies?

#include "sim/campaign.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <map>
#include <system_error>

#include "sim/platform.hpp"

namespace ccm {
namespace {

volatile std::sig_atomic_t stop_requested = 0;

void request_stop(int) { stop_requested = 1; }

/// Sets the handlers of SIGINT and SIGTERM for as long as it lives.
class StopSignals {
 public:
  StopSignals() {
    stop_requested = 0;
    struct sigaction action {};
    action.sa_handler = request_stop;
    sigaction(SIGINT, &action, &old_interrupt_);
    sigaction(SIGTERM, &action, &old_terminate_);
  }
  ~StopSignals() {
    sigaction(SIGINT, &old_interrupt_, nullptr);
    sigaction(SIGTERM, &old_terminate_, nullptr);
  }
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

 private:
  struct sigaction old_interrupt_ {
  }, old_terminate_{};
};

// A child reports over a pipe: 'p' and a share per progress line, 'u' or 'e' and a message as its last words.

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

[[noreturn]] void live_as_child(const Task& task, std::size_t index, int pipe, pid_t parent) {
  die_with(parent);
  signal(SIGINT, SIG_IGN);
  signal(SIGTERM, SIG_DFL);
  int code = 0;
  try {
    task(index, [pipe](double share) { write_line(pipe, fmt::format("p{}", share)); });
  } catch (const PlatformError& error) {
    write_line(pipe, "u" + on_one_line(error.what()));
    code = 2;
  } catch (const std::exception& error) {
    write_line(pipe, "e" + on_one_line(error.what()));
    code = 1;
  }
  _exit(code);
}

struct Child {
  pid_t process = 0;
  int pipe = -1;
  std::string unread;
  double share = 0;
};

class Campaign {
 public:
  Campaign(std::size_t count, std::size_t jobs, const Task& task, const CampaignProgress& progress)
      : jobs_(std::max<std::size_t>(1, jobs)), task_(task), progress_(progress), outcomes_(count) {}

  std::vector<Outcome> run() {
    const StopSignals signals;
    while (!stop_requested && (next_ < outcomes_.size() || !children_.empty())) {
      while (children_.size() < jobs_ && next_ < outcomes_.size()) start(next_++);
      listen();
      progress_(share_done(), finished_);
    }
    end_children();
    return outcomes_;
  }

 private:
  void start(std::size_t index) {
    int ends[2];
    if (pipe(ends) != 0) throw std::system_error(errno, std::generic_category(), "cannot make a pipe");
    std::fflush(nullptr);
    const pid_t parent = getpid(), process = fork();
    if (process < 0) throw std::system_error(errno, std::generic_category(), "cannot start a process");
    if (process == 0) {
      close(ends[0]);
      live_as_child(task_, index, ends[1], parent);
    }
    close(ends[1]);
    children_.emplace(index, Child{process, ends[0], "", 0});
  }

  void listen() {
    constexpr int patience_ms = 200;
    std::vector<pollfd> polled;
    std::vector<std::size_t> order;
    for (const auto& [index, child] : children_) {
      polled.push_back({child.pipe, POLLIN, 0});
      order.push_back(index);
    }
    if (poll(polled.data(), polled.size(), patience_ms) <= 0) return;
    for (std::size_t i = 0; i < polled.size(); ++i)
      if (polled[i].revents != 0) hear(order[i]);
  }

  void hear(std::size_t index) {
    Child& child = children_.at(index);
    char bytes[4096];
    const ssize_t count = read(child.pipe, bytes, sizeof bytes);
    if (count < 0 && errno == EINTR) return;
    if (count <= 0) return bury(index);
    child.unread.append(bytes, static_cast<std::size_t>(count));
    for (std::size_t end; (end = child.unread.find('\n')) != std::string::npos; child.unread.erase(0, end + 1))
      understand(index, child.unread.substr(0, end));
  }

  void understand(std::size_t index, const std::string& line) {
    const std::string rest = line.substr(1);
    if (line[0] == 'p') {
      children_.at(index).share = std::stod(rest);
      return;
    }
    outcomes_[index] = {line[0] == 'u' ? Outcome::Kind::wrong_input : Outcome::Kind::failed, rest};
    std::ranges::replace(outcomes_[index].message, '\r', '\n');
  }

  void bury(std::size_t index) {
    Child& child = children_.at(index);
    close(child.pipe);
    int status = 0;
    waitpid(child.process, &status, 0);
    Outcome& outcome = outcomes_[index];
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
      outcome = {Outcome::Kind::finished, ""}, ++finished_;
    else if (WIFSIGNALED(status))
      outcome = {Outcome::Kind::failed,
                 fmt::format("its process was ended by signal {} ({})", WTERMSIG(status), strsignal(WTERMSIG(status)))};
    else if (outcome.kind == Outcome::Kind::interrupted)
      outcome = {Outcome::Kind::failed, fmt::format("its process ended with code {}", WEXITSTATUS(status))};
    children_.erase(index);
  }

  void end_children() {
    for (auto& [index, child] : children_) {
      kill(child.process, SIGKILL);
      waitpid(child.process, nullptr, 0);
      close(child.pipe);
    }
    children_.clear();
  }

  [[nodiscard]] double share_done() const {
    double done = static_cast<double>(next_ - children_.size());
    for (const auto& [index, child] : children_) done += child.share;
    return outcomes_.empty() ? 1 : done / static_cast<double>(outcomes_.size());
  }

  std::size_t jobs_;
  const Task& task_;
  const CampaignProgress& progress_;
  std::vector<Outcome> outcomes_;
  std::map<std::size_t, Child> children_;
  std::size_t next_ = 0;
  std::size_t finished_ = 0;
};

}  // namespace

std::vector<Outcome> run_forked(std::size_t count, std::size_t jobs, const Task& task, const CampaignProgress& progress) {
  return Campaign(count, jobs, task, progress).run();
}

}  // namespace ccm
