// Does every run get done once, whoever carries it out, and are its values those that were sent?

#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <limits>
#include <map>
#include <thread>

#include "sim/commands/experiment/conduct.hpp"
#include "tests/support/process.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

/// Hands out the replications 1 to `count` of point 1, and gathers the answers by replication.
struct Runs {
  std::int64_t count;
  std::int64_t given = 0;
  std::map<std::int64_t, RunAnswer> answers;

  RunPlan plan() {
    return {.next =
                [this] {
                  return given < count ? std::optional(RunId{1, ++given}) : std::nullopt;
                },
            .hear =
                [this](const RunAnswer& answer) {
                  CHECK_FALSE(answers.contains(answer.run.replication));
                  answers[answer.run.replication] = answer;
                }};
  }
};

RunValues doubled(RunId run, const Report&) { return {2.0 * static_cast<double>(run.replication), std::nullopt}; }

/// Dies of a signal in the first `times` tries of replication 3, which leave marks in the directory.
RunModel deadly(const TemporaryDirectory& marks, std::size_t times, int signal_number) {
  return [&marks, times, signal_number](RunId run, const Report& report) {
    const std::string mark = marks / "tries";
    const std::string tries = run.replication == 3 ? file_text(mark) + "x" : "";
    if (run.replication == 3) write_file(mark, tries);
    if (!tries.empty() && tries.size() <= times) raise(signal_number);
    return doubled(run, report);
  };
}

/// What `conduct` hears of replication 3 out of five.
RunAnswer answer_of_third(const RunModel& model) {
  Runs runs{5};
  CHECK(conduct(*local_workforce(2, model), runs.plan()) == Conducted::all);
  CHECK(runs.answers.size() == 5);
  return runs.answers.at(3);
}

}  // namespace

TEST_CASE("values travel exactly, missing and extreme ones too") {
  const RunValues values{0.1, std::nullopt, -1e-308, 1.7976931348623157e308, 1.0 / 3, -0.0, 5e-324};
  CHECK(values_of_line(line_of(values)) == values);
  CHECK(values_of_line(line_of({})).empty());
  CHECK(values_of_line(line_of({std::numeric_limits<double>::infinity()})).at(0) == std::numeric_limits<double>::infinity());
  CHECK_THROWS_WITH(values_of_line("1 2x"), "a worker answered '2x' for a number");
}

TEST_CASE("every run is answered once, with its own values") {
  Runs runs{50};
  CHECK(conduct(*local_workforce(3, doubled), runs.plan()) == Conducted::all);
  REQUIRE(runs.answers.size() == 50);
  for (const auto& [replication, answer] : runs.answers) CHECK(answer.values == doubled({1, replication}, {}));
}

TEST_CASE("a run whose process is killed is tried again, three times at most") {
  const TemporaryDirectory twice, always;
  const RunAnswer saved = answer_of_third(deadly(twice, 2, SIGKILL));
  CHECK(saved.outcome.kind == Outcome::Kind::finished);
  CHECK(saved.values.at(0) == 6.0);
  const RunAnswer lost = answer_of_third(deadly(always, 9, SIGKILL));
  CHECK(lost.outcome.kind == Outcome::Kind::lost);
  CHECK(file_text(always / "tries") == "xxx");
}

TEST_CASE("a run that crashes by itself is not tried again") {
  const TemporaryDirectory marks;
  CHECK(answer_of_third(deadly(marks, 9, SIGFPE)).outcome.kind == Outcome::Kind::failed);
  CHECK(file_text(marks / "tries") == "x");
}

TEST_CASE("with fail-fast the first failure cuts the work short") {
  Runs runs{100};
  const RunModel model = [](RunId run, const Report& report) {
    if (run.replication == 2) throw std::runtime_error("no");
    return doubled(run, report);
  };
  CHECK(conduct(*local_workforce(1, model), runs.plan(), true) == Conducted::cut_short);
  CHECK(runs.answers.at(2).outcome.message == "no");
  CHECK(runs.answers.size() == 2);
}

TEST_CASE("distant workers are asked and answered by lines") {
  int requests[2], answers[2];
  REQUIRE((pipe(requests) == 0 && pipe(answers) == 0));
  std::thread rank([&] {
    FILE* const in = fdopen(requests[0], "r");
    char line[100];
    CHECK(std::string(std::fgets(line, sizeof line, in)) == "experiment abc\n");
    for (int point = 0, replication = 0; std::fgets(line, sizeof line, in);) {
      REQUIRE(std::sscanf(line, "run %d %d", &point, &replication) == 2);
      const std::string answer = replication == 2   ? "done 1 2 failed two\rlines\n"
                                 : replication == 3 ? "lost 1 3 its worker died\n"
                                                    : fmt::format("done {} {} finished {} -\n", point, replication, 2 * replication);
      CHECK(write(answers[1], answer.data(), answer.size()) == static_cast<ssize_t>(answer.size()));
    }
    std::fclose(in);
  });
  Runs runs{6};
  CHECK(conduct(*distant_workforce(answers[0], requests[1], 2, "abc"), runs.plan()) == Conducted::all);
  rank.join();
  CHECK(runs.answers.at(2).outcome.message == "two\nlines");
  CHECK(runs.answers.at(3).outcome.kind == Outcome::Kind::lost);
  CHECK(runs.answers.at(6).values == RunValues{12.0, std::nullopt});
}
