// Is a file that is no honest scenario refused, quickly and in words?

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/support/process.hpp"

using namespace ccm::test;

namespace {

const std::string base = file_text(std::string(CCM_SOURCE_DIR) + "/tests/errors/base.yaml");

/// What the program says to a file of this content, in a directory of its own; at most ten seconds are granted.
std::string message_for(const std::string& content) {
  const TemporaryDirectory directory;
  write_file(directory / "scenario.yaml", content);
  const Finished finished = shell("cd " + directory.path() + " && timeout 10 " CCM_BINARY " run scenario.yaml --out results");
  CHECK(finished.code == 2);
  CHECK(finished.out.empty());
  CHECK_FALSE(std::filesystem::exists(directory / "results"));
  return finished.err;
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

/// Nine lists, each of nine aliases of the one before.
std::string alias_bomb() {
  std::string text = "a0: &a0 [" + repeated("x, ", 9) + "x]\n";
  for (int i = 1; i < 10; ++i) {
    const std::string alias = "*a" + std::to_string(i - 1), name = "a" + std::to_string(i);
    text += name + ": &" + name + " [" + repeated(alias + ", ", 8) + alias + "]\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a zero byte") {
  CHECK(message_for(std::string("ccmsim: 1\nname: a\0b\n", 20)) ==
        "scenario.yaml:2:8: error: the file contains a zero byte\n"
        "  2 | name: a b\n"
        "    |        ^\n"
        "  It does not look like a text file.\n");
}

TEST_CASE("a text in Latin-1") {
  const std::string message = message_for("ccmsim: 1\nname: Caf\xE9 Z\xFCrich\n");
  CHECK(message.find("scenario.yaml:2:10: error: the file is not UTF-8 text here\n") == 0);
  CHECK(message.find("  Save it in the encoding UTF-8.\n") != std::string::npos);
}

TEST_CASE("control characters are not sent to the terminal") {
  CHECK(message_for("\"\x1b[2Jccmsim\": 1\n").find('\x1b') == std::string::npos);
}

TEST_CASE("aliases of aliases") {
  CHECK(message_for(alias_bomb()) ==
        "scenario.yaml:7:15: error: the file unfolds to more than 2000000 values\n"
        "  7 | a6: &a6 [*a5, *a5, *a5, *a5, *a5, *a5, *a5, *a5, *a5]\n"
        "    |               ^\n"
        "  Aliases of aliases grow very fast.\n");
}

TEST_CASE("lists in lists in lists") {
  const std::string too_deep = "error: the file nests deeper than 40 levels\n";
  CHECK(message_for("name: " + repeated("[", 45) + repeated("]", 45) + "\n").find("scenario.yaml:1:46: " + too_deep) == 0);
  CHECK(message_for("name: " + repeated("[", 100'000) + "\n").find(too_deep) != std::string::npos);
}

TEST_CASE("maps in maps in maps") {
  std::string text;
  for (int level = 0; level < 200; ++level) text += std::string(static_cast<std::size_t>(level), ' ') + "a:\n";
  CHECK(message_for(text).find("error: the file nests deeper than 40 levels\n") != std::string::npos);
}

TEST_CASE("a file of more than 4 MiB") {
  CHECK(message_for(repeated("# nothing\n", 450'000)) ==
        "scenario.yaml: error: the file is larger than 4 MiB\n  Long lists of similar items fit into one with 'count'.\n");
}

TEST_CASE("thousands of mistakes") {
  std::string text = base;
  for (int i = 0; i < 5000; ++i) text += "key" + std::to_string(i) + ": 1\n";
  const std::string message = message_for(text);
  CHECK(message.find("scenario.yaml:24:1: error: a scenario has no key 'key0'\n") == 0);
  CHECK(message.find("... and 900 more mistakes, and perhaps others beyond\n") != std::string::npos);
}

TEST_CASE("a file that is not there") {
  const Finished finished = ccmsim("run /nowhere/scenario.yaml");
  CHECK(finished.code == 2);
  CHECK(finished.err == "/nowhere/scenario.yaml: error: cannot open the file: No such file or directory\n");
}

TEST_CASE("a directory") {
  const TemporaryDirectory directory;
  const Finished finished = ccmsim("run " + directory.path());
  CHECK(finished.code == 2);
  CHECK(finished.err == directory.path() + ": error: this is a directory\n  Name the scenario file in it.\n");
}

TEST_CASE("a file that may not be read") {
  if (geteuid() == 0) {
    WARN("skipped: root may read every file");
    return;
  }
  const TemporaryDirectory directory;
  write_file(directory / "scenario.yaml", base);
  std::filesystem::permissions(directory / "scenario.yaml", std::filesystem::perms::none);
  const Finished finished = ccmsim("run " + (directory / "scenario.yaml"));
  CHECK(finished.code == 2);
  CHECK(finished.err == (directory / "scenario.yaml") + ": error: cannot open the file: Permission denied\n");
}

TEST_CASE("validate shows the mistakes of every file") {
  const TemporaryDirectory directory;
  write_file(directory / "right.yaml", base);
  write_file(directory / "wrong.yaml", base + "colour: blue\n");
  const Finished finished = shell("cd " + directory.path() + " && " CCM_BINARY " validate wrong.yaml right.yaml missing.yaml");
  CHECK(finished.code == 2);
  CHECK(finished.out == "right.yaml: ok (1 customer segment, 1 minifactory)\n");
  CHECK(finished.err ==
        "wrong.yaml:24:1: error: a scenario has no key 'colour'\n"
        "  24 | colour: blue\n"
        "     | ^\n"
        "missing.yaml: error: cannot open the file: No such file or directory\n");
}
