// What does the worker beside a rank say, and what if it dies?

#include "sim/mpi/worker.hpp"

#include <fmt/format.h>

namespace ccm {
namespace {

constexpr int starts_at_most = 3;

/// "POINT REPLICATION" of "run POINT REPLICATION".
std::string run_of(const std::string& request) { return request.substr(request.find(' ') + 1); }

}  // namespace

void Worker::begin() {
  process_ = LineProcess();
  process_.start({.words = words_, .input = process_.hears(), .output = process_.says()});
  begun_ = true;
  was_ready_ = false;
}

void Worker::take(const std::string& request) {
  request_ = request;
  process_.send(request);
}

void Worker::note(const std::string& line, std::vector<std::string>& news) {
  const bool ready = line.starts_with("ready ");
  if (ready) was_ready_ = true;
  if (ready && !request_.empty()) return;  // it was started anew while the request was on its way
  if (!ready) request_.clear();
  news.push_back(line);
}

bool Worker::is_hopeless(const Ending& ending) const { return !was_ready_ && (ending.signal == 0 || starts_in_vain_ >= starts_at_most); }

std::string Worker::died(const Ending& ending) {
  starts_in_vain_ = was_ready_ ? 0 : starts_in_vain_ + 1;
  if (is_hopeless(ending)) return fmt::format("broken its worker {} before it was ready", to_text(ending));
  const std::string lost = request_.empty() ? "" : fmt::format("lost {} its worker {}", run_of(request_), to_text(ending));
  request_.clear();
  return lost;
}

std::vector<std::string> Worker::news() {
  std::vector<std::string> news;
  if (!begun_) return news;
  const auto ending = process_.ending();
  for (const std::string& line : process_.lines()) note(line, news);
  if (!ending) return news;
  const std::string last = died(*ending);
  if (!last.empty()) news.push_back(last);
  begun_ = false;
  if (!last.starts_with("broken")) begin();
  return news;
}

void Worker::end() {
  if (!begun_) return;
  process_.signal(SIGKILL);
  process_.wait();
}

}  // namespace ccm
