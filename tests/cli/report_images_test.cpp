// Do the charts of a report become picture files, and what if a program for it is not there?

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/cli/reports.hpp"

namespace fs = std::filesystem;
using namespace ccm::test;

namespace {

/// A result directory, and a program `node` that does as the test says.
class Gallery : public Workplace {
 public:
  Gallery() {
    static_cast<void>(ccmsim("run small.yaml -q --no-report --out results"));
    fs::create_directory(*this / "bin");
  }
  void node_does(const std::string& script) const {
    write_file(*this / "bin/node", "#!/bin/sh\n" + script);
    fs::permissions(*this / "bin/node", fs::perms::owner_all);
  }
  [[nodiscard]] Finished pictures(const std::string& options = "--images figures", const std::string& path = "$PWD/bin:$PATH") const {
    return shell("PATH=" + path + " $CCMSIM report results " + options);
  }
  /// What temporary files are left.
  [[nodiscard]] Finished drawn_in(const std::string& temporary, const std::string& options) const {
    return shell("mkdir " + temporary + "; TMPDIR=$PWD/" + temporary + " PATH=$PWD/bin:$PATH $CCMSIM report results --images figures " +
                 options + " >/dev/null; ls -A " + temporary);
  }
};

const std::string two_drawings =
    "for name in b-chart a-chart; do echo '<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"20\"><rect width=\"9\" height=\"9\"/></svg>' "
    "> \"$3/$name.svg\"; done\n";

/// Width and height, which stand at bytes 16 to 23 of a PNG file.
std::pair<int, int> size_of_png(const std::string& bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes.at(i)); };
  return {byte(18) * 256 + byte(19), byte(22) * 256 + byte(23)};
}

}  // namespace

TEST_CASE("report images: Node.js gets the data, and each drawing becomes a file") {
  const Gallery place;
  place.node_does("cp \"$2\" given.json; head -c 2 \"$1\" | wc -c > program\n" + two_drawings);
  const Finished finished = place.pictures();
  CHECK(finished.code == 0);
  CHECK(finished.out == "figures/a-chart.svg\nfigures/b-chart.svg\n");
  CHECK(file_text(place / "figures/a-chart.svg").starts_with("<svg "));
  CHECK(file_text(place / "given.json") + "\n" == place.ccmsim("report results --json").out);
  CHECK(file_text(place / "program") == "2\n");
  CHECK_FALSE(fs::exists(place / "results/report.html"));
}

TEST_CASE("report images: PNG has twice the size") {
  const Gallery place;
  place.node_does(two_drawings);
  const Finished finished = place.pictures("--images figures --format png");
  CHECK(finished.code == 0);
  CHECK(finished.out == "figures/a-chart.png\nfigures/b-chart.png\n");
  CHECK(size_of_png(file_text(place / "figures/b-chart.png")) == std::pair(60, 40));
}

TEST_CASE("report images: temporary files are removed, also after a failure") {
  const Gallery place;
  place.node_does(two_drawings);
  CHECK(place.drawn_in("first", "--format svg").out.empty());
  place.node_does(two_drawings + "exit 1\n");
  CHECK(place.drawn_in("second", "--format svg").out.empty());
}

TEST_CASE("report images: a program that is not there") {
  const Gallery place;
  const Finished without_node = place.pictures("--images figures", "$PWD/bin");
  CHECK(without_node.code == 2);
  CHECK(without_node.err == "ccmsim: error: pictures need node, which is not installed: apt-get install nodejs\n");
  place.node_does("PATH=/bin:/usr/bin\n" + two_drawings);
  const Finished without_converter = place.pictures("--images figures --format png", "$PWD/bin");
  CHECK(without_converter.code == 2);
  CHECK(without_converter.err == "ccmsim: error: pictures need rsvg-convert, which is not installed: apt-get install librsvg2-bin\n");
  CHECK_FALSE(fs::exists(place / "figures"));
}

TEST_CASE("report images: a directory that cannot be made") {
  const Gallery place;
  place.node_does(two_drawings);
  for (const auto& [directory, why] : {std::pair("small.yaml/figures", "Not a directory"), std::pair("small.yaml", "Not a directory"),
                                       std::pair("/proc/figures", "No such file or directory")}) {
    const Finished finished = place.pictures("--images " + std::string(directory));
    CHECK(finished.code == 2);
    CHECK(finished.out.empty());
    CHECK(finished.err == "ccmsim: error: cannot make the directory '" + std::string(directory) + "' for the pictures: " + why +
                              "\n  Name another one for --images.\n");
  }
  CHECK(fs::is_regular_file(place / "small.yaml"));
}

TEST_CASE("report images: a program that fails") {
  const Gallery place;
  place.node_does(two_drawings + "echo 'no such chart' >&2; exit 3\n");
  const Finished finished = place.pictures();
  CHECK(finished.code == 1);
  CHECK(finished.err == "ccmsim: error: node could not draw the charts:\nno such chart\n\n");
  CHECK_FALSE(fs::exists(place / "figures"));
}

TEST_CASE("report images: every chart of a run is drawn, and can be converted") {
  const Workplace place;
  REQUIRE(place.ccmsim("run small.yaml -q -r 2 --no-report --out results").code == 0);
  const Finished finished = place.ccmsim("report results --images figures");
  CHECK(finished.code == 0);
  CHECK_FALSE(finished.out.empty());
  for (const auto& picture : fs::directory_iterator(place / "figures")) CHECK(file_text(picture.path()).starts_with("<svg"));
  const Finished converted = place.ccmsim("report results --images figures --format png");
  CHECK(converted.code == 0);
  CHECK(converted.err.empty());
  CHECK(std::ranges::count(converted.out, '\n') == std::ranges::count(finished.out, '\n'));
}
