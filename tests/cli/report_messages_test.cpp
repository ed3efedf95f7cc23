// Does 'ccmsim report' say what is wrong, and what to do?

#include <catch2/catch.hpp>

#include "tests/cli/refusal.hpp"
#include "tests/cli/reports.hpp"

namespace fs = std::filesystem;
using namespace ccm::test;

namespace {

const std::string expected =
    "\n  Name a directory that 'ccmsim run', compare, select, experiment or plan has left, such as runs/NAME-001.\n";

void refused(const Workplace& place, const std::string& arguments, const std::string& message, int code = 2) {
  INFO("ccmsim report " << arguments);
  check_refused(place.ccmsim("report " + arguments), "ccmsim: error: " + message, code);
}

}  // namespace

TEST_CASE("report messages: what is no directory of results") {
  const Workplace place;
  refused(place, "nowhere", "'nowhere' does not exist" + expected);
  refused(place, "small.yaml", "'small.yaml' is a file" + expected);
  fs::create_directory(place / "thesis");
  refused(place, "thesis", "'thesis' is not a directory of results: it has no manifest.json" + expected);
  write_file(place / "thesis/manifest.json", "{\"name\": \"a web page\"}");
  refused(place, "thesis",
          "'thesis/manifest.json' is damaged: it is not what ccmsim writes\n  Run the scenario again, or restore the file.\n");
  write_file(place / "thesis/manifest.json", "{\"sha256\": {}}");
  refused(place, "thesis", "'thesis' is not a directory of results that has a report" + expected);
}

TEST_CASE("report messages: files that are missing, changed or damaged") {
  const Workplace place;
  REQUIRE(place.ccmsim("run small.yaml -q --no-report --out results").code == 0);
  const std::string manifest = file_text(place / "results/manifest.json");
  write_file(place / "results/manifest.json", manifest.substr(0, manifest.size() / 2));
  refused(place, "results",
          "'results/manifest.json' is damaged: it is not what ccmsim writes\n  Run the scenario again, or restore the file.\n");
  write_file(place / "results/manifest.json", manifest);
  const std::string changed =
      "is not what was written: its hash differs from that in manifest.json\n  Restore it, or run the command again.\n";
  write_file(place / "results/effective.yaml", "ccmsim: [");
  refused(place, "results", "'results/effective.yaml' " + changed);
  REQUIRE(place.ccmsim("run small.yaml -q --no-report --force --out results").code == 0);
  write_file(place / "results/results.sqlite", "SQLite format 3");
  refused(place, "results", "'results/results.sqlite' " + changed);
  fs::remove(place / "results/orders.csv");
  refused(place, "results", "'results/orders.csv' is missing\n  Restore it, or run the command of manifest.json again.\n");
  CHECK_FALSE(fs::exists(place / "results/report.html"));
}

TEST_CASE("report messages: where nothing can be written") {
  const Workplace place;
  REQUIRE(place.ccmsim("run small.yaml -q --no-report --out results").code == 0);
  refused(place, "results --out nowhere/page.html", "cannot write nowhere/page.html: No such file or directory\n", 1);
  const Finished full = place.shell("$CCMSIM report results --json > /dev/full");
  CHECK(full.code == 1);
  CHECK(full.err == "ccmsim: error: cannot write to standard output: No space left on device\n");
}

TEST_CASE("report messages: a full disk leaves no half of a page") {
  const Workplace place;
  REQUIRE(place.ccmsim("run small.yaml -q --no-report --out results").code == 0);
  const Finished finished = place.shell(
      "mkdir small; unshare -rm sh -c 'mount -t tmpfs -o size=4k none small && $0 report results --out small/page.html; code=$?; ls small; "
      "exit $code' $CCMSIM || exit $?");
  if (finished.err.find("unshare") == 0) return;  // not permitted here
  CHECK(finished.code == 1);
  CHECK(finished.err == "ccmsim: error: cannot write small/page.html: No space left on device\n");
  CHECK(finished.out.empty());
}

TEST_CASE("report messages: usage") {
  const Workplace place;
  refused(place, "", "DIR is required" + usage_hint);
  refused(place, "results --jsn", "'report' has no option '--jsn'; did you mean '--json'?" + usage_hint);
  refused(place, "results --images figures --format gif", "--format: expected svg or png, not 'gif'" + usage_hint);
  refused(place, "results --format png", "--format requires --images" + usage_hint);
  refused(place, "results --json --out page.html", "--out excludes --json" + usage_hint);
  refused(place, "results --images figures --out page.html", "--out excludes --images" + usage_hint);
  const Finished mistyped = place.ccmsim("reprot results");
  CHECK(mistyped.err == "ccmsim: error: there is no command 'reprot'; did you mean 'report'?" + usage_hint);
}
