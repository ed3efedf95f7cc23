// When does a run directory appear, and what is never overwritten?

#include "sim/results/run_directory.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>

#include "tests/support/process.hpp"

namespace ccm::test {

namespace fs = std::filesystem;

TEST_CASE("a run directory appears whole when it is published") {
  const TemporaryDirectory place;
  RunDirectory directory(place / "out", "stem", false);
  write_file(directory.working() / "manifest.json", "{}");
  CHECK_FALSE(fs::exists(place / "out"));
  directory.publish();
  CHECK(file_text(place / "out/manifest.json") == "{}");
  CHECK(std::distance(fs::directory_iterator(place.path()), {}) == 1);
}

TEST_CASE("a run directory that is not published leaves nothing") {
  const TemporaryDirectory place;
  { const RunDirectory directory(place / "out", "stem", false); }
  CHECK(fs::is_empty(place.path()));
}

TEST_CASE("an existing directory is not overwritten") {
  const TemporaryDirectory place;
  fs::create_directory(place / "out");
  CHECK_THROWS_AS(RunDirectory(place / "out", "stem", false), DirectoryError);
  write_file(place / "out/thesis.txt", "years of work");
  CHECK_THROWS_AS(RunDirectory(place / "out", "stem", true), DirectoryError);
  CHECK(file_text(place / "out/thesis.txt") == "years of work");
}

TEST_CASE("an earlier run is replaced by force, and not before the new one is complete") {
  const TemporaryDirectory place;
  fs::create_directory(place / "out");
  write_file(place / "out/manifest.json", "old");
  { const RunDirectory abandoned(place / "out", "stem", true); }
  CHECK(file_text(place / "out/manifest.json") == "old");
  RunDirectory directory(place / "out", "stem", true);
  write_file(directory.working() / "manifest.json", "new");
  directory.publish();
  CHECK(file_text(place / "out/manifest.json") == "new");
  CHECK(std::distance(fs::directory_iterator(place.path()), {}) == 1);
}

TEST_CASE("without a wish the next free number under runs is taken") {
  const TemporaryDirectory place;
  fs::current_path(place.path());
  for (const std::string name : {"runs/stem-001", "runs/stem-002"}) {
    RunDirectory directory(std::nullopt, "stem", false);
    CHECK(directory.target() == name);
    directory.publish();
    CHECK(fs::is_directory(name));
  }
}

TEST_CASE("leftovers of dead runs are removed, those of living ones are not") {
  const TemporaryDirectory place;
  const std::string dead = place / ".out.partial-99999999", living = place / (".out.partial-" + std::to_string(getppid())),
                    other = place / ".other.partial-99999999";
  for (const std::string& leftover : {dead, living, other}) fs::create_directory(leftover);
  const RunDirectory directory(place / "out", "stem", false);
  CHECK(directory.removed_leftovers() == std::vector{dead});
  CHECK_FALSE(fs::exists(dead));
  CHECK(fs::exists(living));
  CHECK(fs::exists(other));
}

TEST_CASE("a name that cannot be a new directory is refused") {
  for (const char* name : {"", ".", "..", "/"}) {
    INFO(name);
    CHECK_THROWS_AS(RunDirectory(std::string(name), "stem", false), DirectoryError);
  }
  CHECK_THROWS_AS(RunDirectory("/proc/nothing/out", "stem", false), DirectoryError);
}

}  // namespace ccm::test
