// How do workers elsewhere carry out runs?
//
// Lines of text. Out: "experiment HASH" once, then "run POINT REPLICATION" each. In, one per run: "done POINT REPLICATION finished VALUES",
// "done POINT REPLICATION failed MESSAGE" (or wrong_input), or "lost POINT REPLICATION REASON". Line breaks in messages travel as '\r'.

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <system_error>

#include "sim/commands/experiment/workforce.hpp"

namespace ccm {
namespace {

struct KindName {
  Outcome::Kind kind;
  std::string_view name;
};
constexpr std::array kind_names{KindName{Outcome::Kind::finished, "finished"}, KindName{Outcome::Kind::failed, "failed"},
                                KindName{Outcome::Kind::wrong_input, "wrong_input"}};

std::string with_replaced(std::string text, char old_one, char new_one) {
  std::ranges::replace(text, old_one, new_one);
  return text;
}

void write_line(int pipe, const std::string& line) {
  const std::string text = line + "\n";
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t written = write(pipe, text.data() + done, text.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) throw std::system_error(errno, std::generic_category(), "cannot reach the workers");
    done += static_cast<std::size_t>(written);
  }
}

std::string rest_of(std::istringstream& words) {
  std::string rest;
  std::getline(words >> std::ws, rest);
  return rest;
}

void understand_ending(const std::string& line, std::istringstream& words, RunAnswer& answer) {
  std::string kind;
  words >> kind;
  const auto* const known = std::ranges::find(kind_names, kind, &KindName::name);
  if (known == kind_names.end()) throw std::runtime_error("a worker answered what cannot be understood: " + line);
  const std::string rest = rest_of(words);
  answer.outcome = {known->kind, known->kind == Outcome::Kind::finished ? "" : with_replaced(rest, '\r', '\n')};
  if (known->kind == Outcome::Kind::finished) answer.values = values_of_line(rest);
}

RunAnswer understood(const std::string& line) {
  std::istringstream words(line);
  std::string verb;
  RunAnswer answer;
  words >> verb >> answer.run.point >> answer.run.replication;
  if (!words || (verb != "done" && verb != "lost")) throw std::runtime_error("a worker answered what cannot be understood: " + line);
  if (verb == "lost")
    answer.outcome = {Outcome::Kind::lost, rest_of(words)};
  else
    understand_ending(line, words, answer);
  return answer;
}

class DistantWorkforce : public Workforce {
 public:
  DistantWorkforce(int answers, int requests, std::size_t workers, const std::string& hash)
      : answers_(answers), requests_(requests), workers_(workers) {
    write_line(requests_, "experiment " + hash);
  }
  ~DistantWorkforce() override {
    close(requests_);
    close(answers_);
  }

  /// Each worker has a run in hand and one in sight.
  std::size_t capacity() const override { return 2 * workers_; }
  void start(RunId run) override { write_line(requests_, fmt::format("run {} {}", run.point, run.replication)); }

  std::vector<RunAnswer> wait() override {
    constexpr int patience_ms = 200;
    pollfd polled{answers_, POLLIN, 0};
    if (poll(&polled, 1, patience_ms) <= 0) return {};
    hear();
    std::vector<RunAnswer> heard;
    for (std::size_t end; (end = unread_.find('\n')) != std::string::npos; unread_.erase(0, end + 1))
      heard.push_back(understood(unread_.substr(0, end)));
    return heard;
  }

 private:
  void hear() {
    char bytes[65536];
    const ssize_t count = read(answers_, bytes, sizeof bytes);
    if (count < 0 && errno == EINTR) return;
    if (count <= 0) throw std::runtime_error("the workers are gone; what had finished is kept");
    unread_.append(bytes, static_cast<std::size_t>(count));
  }

  int answers_, requests_;
  std::size_t workers_;
  std::string unread_;
};

std::string answer_line(RunId run, const ForkPool::Ending& ending) {
  const auto [kind, message] = ending.outcome;
  if (kind == Outcome::Kind::lost) return fmt::format("lost {} {} {}", run.point, run.replication, message);
  const auto* const name = std::ranges::find(kind_names, kind, &KindName::kind);
  return fmt::format("done {} {} {} {}", run.point, run.replication, name->name,
                     kind == Outcome::Kind::finished ? ending.answer : with_replaced(message, '\n', '\r'));
}

}  // namespace

std::unique_ptr<Workforce> distant_workforce(int answers, int requests, std::size_t workers, const std::string& hash) {
  return std::make_unique<DistantWorkforce>(answers, requests, workers, hash);
}

void serve_runs(const RunModel& model, const std::string& hash) {
  write_line(STDOUT_FILENO, "ready " + hash);
  ForkPool pool;
  std::string verb;
  for (RunId run; std::cin >> verb >> run.point >> run.replication;) {
    pool.start(0, [&](const Report& report) { return line_of(model(run, report)); });
    while (pool.running() > 0)
      for (const ForkPool::Ending& ending : pool.wait()) write_line(STDOUT_FILENO, answer_line(run, ending));
  }
}

}  // namespace ccm
