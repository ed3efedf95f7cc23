// Is nobody's directory lost, and no half of a run left behind?

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/cli/scenario.hpp"

namespace fs = std::filesystem;
using namespace ccm::test;

namespace {

/// The names in a directory, sorted.
std::vector<std::string> names_in(const std::string& path) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(path)) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a directory that exists is refused") {
  const Workplace place;
  fs::create_directory(place / "results");
  const Finished finished = place.ccmsim("run small.yaml --out results");
  CHECK(finished.code == 2);
  CHECK(finished.out.empty());
  CHECK(finished.err == "ccmsim: error: 'results' exists; choose another --out, or replace it with --force\n");
}

TEST_CASE("option --force replaces an earlier run") {
  const Workplace place;
  REQUIRE(place.ccmsim("run small.yaml --out results --seed 1").code == 0);
  const std::string earlier = file_text(place / "results/orders.csv");
  CHECK(place.ccmsim("run small.yaml --out results --seed 2 --force").code == 0);
  CHECK(file_text(place / "results/orders.csv") != earlier);
  CHECK(names_in(place.path()) == Names{"endless.yaml", "results", "small.yaml"});
}

TEST_CASE("option --force refuses a directory that is no run") {
  const Workplace place;
  fs::create_directory(place / "thesis");
  write_file(place / "thesis/chapter.txt", "years of work");
  const Finished finished = place.ccmsim("run small.yaml --out thesis --force");
  CHECK(finished.code == 2);
  CHECK(finished.err == "ccmsim: error: 'thesis' exists and is not an earlier run; --force does not replace it\n");
  CHECK(file_text(place / "thesis/chapter.txt") == "years of work");
}

TEST_CASE("option --force refuses a file") {
  const Workplace place;
  CHECK(place.ccmsim("run small.yaml --out small.yaml --force").code == 2);
  CHECK(fs::is_regular_file(place / "small.yaml"));
}

TEST_CASE("a directory that cannot be made") {
  const Workplace place;
  const Finished finished = place.ccmsim("run small.yaml --out small.yaml/results");
  CHECK(finished.code == 2);
  CHECK(finished.err == "ccmsim: error: cannot make the run directory: Not a directory: 'small.yaml'\n");
}

TEST_CASE("without --out the runs are numbered") {
  const Workplace place;
  CHECK(place.ccmsim("run small.yaml --quiet").code == 0);
  CHECK(place.ccmsim("run small.yaml --quiet").code == 0);
  CHECK(names_in(place / "runs") == Names{"small-001", "small-002"});
}

TEST_CASE("option --dry-run makes nothing") {
  const Workplace place;
  const Finished finished = place.ccmsim("run small.yaml --dry-run --out results");
  CHECK(finished.code == 0);
  CHECK(finished.out.find("Nothing was simulated.\n") != std::string::npos);
  CHECK(names_in(place.path()) == Names{"endless.yaml", "small.yaml"});
}

TEST_CASE("a full disk leaves no half of a run") {
  const Workplace place;
  const std::string mounted = "mkdir -p disk; unshare -m sh -c 'mount -t tmpfs -o size=200k tmpfs disk && ";
  if (place.shell(mounted + "true'").code != 0) {
    WARN("skipped: no file system can be mounted here");
    return;
  }
  const Finished finished =
      place.shell("export CCMSIM; " + mounted + "$CCMSIM run endless.yaml --out disk/results; echo code $?; ls -A disk'");
  CHECK(finished.out == "code 1\n");
  CHECK(finished.err.find("ccmsim: error: replication 1: cannot write ") == 0);
  const bool says_why =
      finished.err.find("No space left on device") != std::string::npos || finished.err.find("disk is full") != std::string::npos;
  CHECK(says_why);
}
