// Is every mistake in a table of places reported at its line and column in the table?

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/support/process.hpp"

using namespace ccm::test;

namespace {

/// Validates the base scenario with this table of places.
Finished validate_with(const std::string& table) {
  const TemporaryDirectory directory;
  write_file(directory / "scenario.yaml", file_text(std::string(CCM_SOURCE_DIR) + "/tests/errors/base.yaml") + "places_from: towns.csv\n");
  write_file(directory / "towns.csv", table);
  return shell("cd " + directory.path() + " && " CCM_BINARY " run scenario.yaml --out results --replications 2 --quiet");
}

void check_message(const std::string& table, const std::string& message) {
  INFO(table);
  const Finished finished = validate_with(table);
  CHECK(finished.code == 2);
  CHECK(finished.err == message);
}

}  // namespace

TEST_CASE("a table of places that is right") { CHECK(validate_with("name,latitude,longitude\nMerano,46.67,11.16\n").code == 0); }

TEST_CASE("mistakes in a table of places") {
  check_message("name,latitude,longitude\nMerano,46.67,11.16\nTölz,east,191\n",
                "towns.csv:3:6: error: expected a number from -90 to 90, not 'east'\n"
                "  3 | Tölz,east,191\n"
                "    |      ^\n"
                "towns.csv:3:11: error: expected a number from -180 to 180, not '191'\n"
                "  3 | Tölz,east,191\n"
                "    |           ^\n");
  check_message("name,lattitude,longitude\nMerano,46.67,11.16\n",
                "towns.csv:1:6: error: a table of places has no column 'lattitude'; did you mean 'latitude'?\n"
                "  1 | name,lattitude,longitude\n"
                "    |      ^\n"
                "  The first line names the columns: name,latitude,longitude.\n");
  check_message("name,latitude,longitude\nMerano;46.67;11.16\n",
                "towns.csv:2:1: error: a place has 3 fields, not 1\n"
                "  2 | Merano;46.67;11.16\n"
                "    | ^\n");
  check_message("name,latitude,longitude\ntrento,46.07,11.12\n",
                "towns.csv:2:1: error: there are two places named 'trento'\n"
                "  2 | trento,46.07,11.12\n"
                "    | ^\n"
                "  The other stands in line 8.\n");
  check_message("name,latitude,name\nMerano,46.67,11.16\n",
                "towns.csv:1:1: error: the column 'name' stands here 2 times, not once\n"
                "  1 | name,latitude,name\n"
                "    | ^\n"
                "  The first line names the columns: name,latitude,longitude.\n");
  check_message("",
                "scenario.yaml:24:14: error: the table of places 'towns.csv' is empty\n"
                "  24 | places_from: towns.csv\n"
                "     |              ^\n");
}
