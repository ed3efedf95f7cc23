// What becomes of tasks that end well, badly, or not at all?

#include "sim/campaign.hpp"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>

#include "sim/platform.hpp"
#include "tests/support/process.hpp"

namespace ccm::test {
namespace {

using Kind = Outcome::Kind;

void ignore_progress(double, std::size_t) {}

Outcome outcome_of(const std::function<void()>& deed) {
  return run_forked(
             1, 1, [&](std::size_t, const auto&) { deed(); }, ignore_progress)
      .at(0);
}

}  // namespace

TEST_CASE("a task that returns has finished") {
  const Outcome outcome = outcome_of([] {});
  CHECK(outcome.kind == Kind::finished);
  CHECK(outcome.message.empty());
}

TEST_CASE("the text of an exception survives, its line breaks too") {
  const Outcome outcome = outcome_of([] { throw std::runtime_error("the line broke\nin two"); });
  CHECK(outcome.kind == Kind::failed);
  CHECK(outcome.message == "the line broke\nin two");
}

TEST_CASE("an exception without a text is a failure") {
  CHECK(outcome_of([] { throw std::runtime_error(""); }).kind == Kind::failed);
}

TEST_CASE("an exception that is no std::exception is a failure") {
  CHECK(outcome_of([] { throw 7; }).kind == Kind::failed);
}

TEST_CASE("a platform that does not fit is wrong input") {
  const Outcome outcome = outcome_of([] { throw PlatformError("no host"); });
  CHECK(outcome.kind == Kind::wrong_input);
  CHECK(outcome.message == "no host");
}

TEST_CASE("a task that crashes has failed, and the signal is named") {
  const Outcome outcome = outcome_of([] { signal(SIGSEGV, SIG_DFL), raise(SIGSEGV); });
  CHECK(outcome.kind == Kind::failed);
  CHECK_THAT(outcome.message, Catch::Contains("signal 11"));
}

TEST_CASE("a task that exits has failed, and the code is named") {
  const Outcome outcome = outcome_of([] { _exit(9); });
  CHECK(outcome.kind == Kind::failed);
  CHECK_THAT(outcome.message, Catch::Contains("code 9"));
}

TEST_CASE("one failure does not touch the other tasks, and every task runs once") {
  const TemporaryDirectory marks;
  const Task task = [&](std::size_t index, const auto&) {
    write_file(marks / std::to_string(index), file_text(marks / std::to_string(index)) + "x");
    if (index == 3) abort();
  };
  const auto outcomes = run_forked(10, 3, task, ignore_progress);
  for (std::size_t i = 0; i < 10; ++i) {
    CHECK((outcomes.at(i).kind == Kind::finished) == (i != 3));
    CHECK(file_text(marks / std::to_string(i)) == "x");
  }
}

TEST_CASE("no more tasks than jobs run at the same time") {
  const TemporaryDirectory running;
  const Task task = [&](std::size_t index, const auto&) {
    write_file(running / std::to_string(index), "");
    usleep(20'000);
    if (std::distance(std::filesystem::directory_iterator(running.path()), {}) > 2) throw std::runtime_error("crowd");
    std::filesystem::remove(running / std::to_string(index));
  };
  for (const Outcome& outcome : run_forked(12, 2, task, ignore_progress)) CHECK(outcome.kind == Kind::finished);
}

TEST_CASE("progress rises to the whole") {
  std::vector<double> shares;
  std::size_t finished = 0;
  const Task task = [](std::size_t, const std::function<void(double)>& report) { report(0.25), report(0.5); };
  (void)run_forked(4, 1, task, [&](double share, std::size_t done) { shares.push_back(share), finished = done; });
  CHECK(std::ranges::is_sorted(shares));
  CHECK(shares.back() == 1);
  CHECK(finished == 4);
}

TEST_CASE("an interrupt ends the children and keeps what has finished") {
  const Task task = [](std::size_t index, const auto&) {
    if (index == 0) return;
    kill(getppid(), SIGINT);
    sleep(60);
  };
  const auto begin = std::chrono::steady_clock::now();
  const auto outcomes = run_forked(3, 1, task, ignore_progress);
  CHECK(outcomes.at(0).kind == Kind::finished);
  CHECK(outcomes.at(1).kind == Kind::interrupted);
  CHECK(outcomes.at(2).kind == Kind::interrupted);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(30));
}

TEST_CASE("a campaign without tasks has no outcomes") {
  CHECK(run_forked(
            0, 2, [](std::size_t, const auto&) {}, ignore_progress)
            .empty());
}

}  // namespace ccm::test
