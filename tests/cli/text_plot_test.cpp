// Do curves stand where their values are?

#include "sim/commands/text_plot.hpp"

#include <catch2/catch.hpp>

using namespace ccm;

TEST_CASE("a plot has its values between its axes, and a cut behind its period") {
  const std::string blank = "           |  |\n";
  CHECK(text_plot({{'.', {11, 6, 3, 0}}, {'o', {11, 5, 2, 0}}}, 3) ==
        "        11 |o |\n" + blank + blank + blank + blank + "           | .|\n" + "           | o|\n" + blank +
            "           |  .\n           |  o\n" + blank + "         0 |  |o\n           +----\n            1  4\n");
}

TEST_CASE("a long series is squeezed into sixty columns") {
  std::vector<double> values(240, 0.0);
  values[239] = 1;
  const std::string plot = text_plot({{'o', values}});
  CHECK(plot.starts_with("         1 |" + std::string(59, ' ') + "o\n"));
  CHECK(plot.find("         0 |" + std::string(60, 'o') + "\n") != std::string::npos);
  CHECK(plot.ends_with("            1" + std::string(56, ' ') + "240\n"));
}

TEST_CASE("a plot of a constant, of one value, and of nothing") {
  CHECK(text_plot({{'o', {7, 7}}}).find("         7 |oo\n") != std::string::npos);
  CHECK(text_plot({{'o', {7}}}, 0).ends_with("           +-\n            1\n"));
  CHECK(text_plot({{'o', {}}, {'.', {}}}).empty());
}
