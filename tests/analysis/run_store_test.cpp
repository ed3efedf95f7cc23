// Does the store keep what was added, whatever happens, and only that?

#include "analysis/store/run_store.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>

#include "tests/support/process.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

const std::vector<std::string> outputs{"profit", "surplus.bargainer"};
constexpr const char* made_by = "test 1";

RunRow finished(std::size_t point, std::int64_t replication, double profit, const std::string& hash = "a") {
  return {{hash, point, replication}, RunState::finished, "", {profit, std::nullopt}};
}

RunRow failed(std::size_t point, std::int64_t replication, const std::string& message) {
  return {{"a", point, replication}, RunState::failed, message, {}};
}

std::string text_of(const RunStore& store) {
  std::string text;
  store.for_each([&](const RunRow& row) {
    text += row.key.scenario_sha256 + std::to_string(row.key.point) + "." + std::to_string(row.key.replication) + "=";
    text += row.state == RunState::finished ? std::to_string(static_cast<int>(row.values.at(0).value())) + (row.values.at(1) ? "+" : "")
                                            : row.message;
    text += " ";
  });
  return text;
}

}  // namespace

TEST_CASE("rows come back in order, after the store was closed too") {
  const TemporaryDirectory directory;
  {
    RunStore store(directory / "s", outputs, made_by);
    store.add(finished(2, 1, 21));
    store.add(failed(1, 2, "it broke\nbadly"));
    store.add(finished(1, 1, 11));
    CHECK(text_of(store) == "a1.1=11 a1.2=it broke\nbadly a2.1=21 ");
  }
  RunStore again(directory / "s", outputs, made_by);
  CHECK(text_of(again) == "a1.1=11 a1.2=it broke\nbadly a2.1=21 ");
}

TEST_CASE("a run has one row, the last that was added, and another scenario has its own") {
  const TemporaryDirectory directory;
  RunStore store(directory / "s", outputs, made_by);
  store.add(failed(1, 1, "lost"));
  store.add(finished(1, 1, 5));
  store.add(finished(1, 1, 6, "b"));
  CHECK(text_of(store) == "a1.1=5 b1.1=6 ");
}

TEST_CASE("a settled store has the same bytes in whatever order its rows came, and goes on") {
  const TemporaryDirectory directory;
  {
    RunStore forth(directory / "forth", outputs, made_by);
    for (int point = 1; point <= 300; ++point) forth.add(finished(static_cast<std::size_t>(point), 1, point));
    forth.settle();
    RunStore back(directory / "back", outputs, made_by);
    for (int point = 300; point >= 1; --point) back.add(finished(static_cast<std::size_t>(point), 1, point));
    back.note_attempt({"a", 1, 1});
    back.settle();
  }
  CHECK(file_text(directory / "forth") == file_text(directory / "back"));
  CHECK(shell("ls " + directory.path()).out == "back\nforth\n");
  RunStore again(directory / "forth", outputs, made_by);
  again.add(finished(301, 1, 301));
  CHECK(text_of(again).ends_with("a300.1=300 a301.1=301 "));
}

TEST_CASE("of two stores, what finished is kept") {
  const TemporaryDirectory directory;
  RunStore one(directory / "one", outputs, made_by);
  one.add(finished(1, 1, 11));
  one.add(failed(1, 2, "lost"));
  {
    RunStore two(directory / "two", outputs, made_by);
    two.add(failed(1, 1, "failed there"));
    two.add(finished(1, 2, 12));
    two.add(finished(1, 3, 13));
  }
  one.absorb(directory / "two");
  CHECK(text_of(one) == "a1.1=11 a1.2=12 a1.3=13 ");
}

TEST_CASE("attempts are counted per run until it is added, or all are forgotten") {
  const TemporaryDirectory directory;
  RunStore store(directory / "s", outputs, made_by);
  CHECK(store.note_attempt({"a", 1, 1}) == 1);
  CHECK(store.note_attempt({"a", 1, 1}) == 2);
  CHECK(store.note_attempt({"a", 1, 2}) == 1);
  store.add(finished(1, 2, 3));
  store.for_each_attempt([](const RunKey& key, std::int64_t attempts) {
    CHECK(key.replication == 1);
    CHECK(attempts == 2);
  });
  CHECK(store.note_attempt({"a", 1, 2}) == 1);
  store.forget_attempts();
  CHECK(store.note_attempt({"a", 1, 1}) == 1);
}

TEST_CASE("new outputs are new columns, empty for earlier rows") {
  const TemporaryDirectory directory;
  { RunStore(directory / "s", {"profit"}, made_by).add({{"a", 1, 1}, RunState::finished, "", {4.0}}); }
  RunStore store(directory / "s", {"revenue", "profit"}, made_by);
  store.for_each([](const RunRow& row) {
    CHECK_FALSE(row.values.at(0));
    CHECK(row.values.at(1) == 4.0);
  });
}

TEST_CASE("a store of another version, in use, or no store at all is refused") {
  const TemporaryDirectory directory;
  RunStore store(directory / "s", outputs, made_by);
  CHECK_THROWS_WITH(RunStore(directory / "s", outputs, made_by), Catch::Contains("in use"));
  { const RunStore other(directory / "old", outputs, "test 0"); }
  CHECK_THROWS_WITH(RunStore(directory / "old", outputs, made_by), Catch::Contains("another version"));
  write_file(directory / "text", std::string(5000, 'x'));
  CHECK_THROWS_WITH(RunStore(directory / "text", outputs, made_by), Catch::Contains("is not a store"));
}

TEST_CASE("every row that was added survives kill -9 of the writer") {
  const TemporaryDirectory directory;
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t child = fork();
  if (child == 0) {
    RunStore store(directory / "s", outputs, made_by);
    for (int point = 1;; ++point) {
      store.add(finished(static_cast<std::size_t>(point), 1, point));
      if (write(ends[1], "x", 1) != 1) _exit(1);
    }
  }
  char bytes[50];
  std::size_t added = 0;
  while (added < 200) added += static_cast<std::size_t>(read(ends[0], bytes, sizeof bytes));
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  const RunStore store(directory / "s", outputs, made_by);
  std::size_t found = 0;
  store.for_each([&](const RunRow& row) { CHECK(row.key.point == ++found); });
  CHECK(found >= added);
}
