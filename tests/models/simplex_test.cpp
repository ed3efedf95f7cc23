// Does the linear-programming solver find optima that can be checked by hand, or by duality?

#include "models/allocation/simplex.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/error.hpp"
#include "tests/models/linear_programs.hpp"

using namespace ccm;
using namespace ccm::test;

TEST_CASE("two products, three capacities: a textbook program solved by hand") {
  // max 3 a + 5 b,  a <= 4,  2 b <= 12,  3 a + 2 b <= 18:  a = 2, b = 6, worth 36; prices 0, 3/2 and 1
  const RankedProgram program = money_only({{1, 0}, {0, 2}, {3, 2}}, {4, 12, 18}, {-3, -5});
  Simplex simplex = program.simplex();
  CHECK(simplex.minimise() >= 1);
  CHECK(simplex.value().money == near(-36));
  CHECK(simplex.solution(0) == near(2));
  CHECK(simplex.solution(1) == near(6));
  CHECK(simplex.solution(simplex.slack_of(0)) == near(2));
  CHECK(simplex.price(0).money == near(0));
  CHECK(simplex.price(1).money == near(-1.5));
  CHECK(simplex.price(2).money == near(-1));
  check_optimal(program, simplex);
}

TEST_CASE("nothing is worth doing: the start is the optimum") {
  const RankedProgram program = money_only({{1, 1}}, {3}, {1, 0});
  Simplex simplex = program.simplex();
  simplex.minimise();
  CHECK(simplex.value().money == 0);
  CHECK(solution_of(simplex, 2) == std::vector<double>{0, 0});
  CHECK(simplex.solution(simplex.slack_of(0)) == 3);
}

TEST_CASE("a slack may have a cost, as leaving demand unserved has") {
  RankedProgram program = money_only({{2}}, {3}, {1, 4});
  Simplex simplex = program.simplex();
  simplex.minimise();
  CHECK(simplex.value().money == near(1.5));  // x = 3/2 instead of a slack of 3
  CHECK(simplex.price(0).money == near(0.5));
  check_optimal(program, simplex);
}

TEST_CASE("the first objective comes first, and money decides among its optima") {
  // x + y + slack = 1: x and y serve equally much, and y costs less; nothing served would cost nothing
  const RankedProgram program{{{1, 1}, {0, 1}}, {1, 0.25}, {{0, 1000}, {0, 10}, {1, 0}}};
  Simplex simplex = program.simplex();
  simplex.minimise();
  CHECK(simplex.value().unserved == near(0));
  CHECK(simplex.value().money == near(0.75 * 1000 + 0.25 * 10));
  CHECK(simplex.price(1).money == near(-990));
  check_optimal(program, simplex);
}

TEST_CASE("an infinitely small gain in the first objective outweighs any money") {
  const RankedProgram program{{{1, 1}}, {1}, {{-1e-6, 1e6}, {0, -1e6}}};
  Simplex simplex = program.simplex();
  simplex.minimise();
  CHECK(simplex.solution(0) == near(1));
  CHECK(simplex.value().money == near(1e6));
}

TEST_CASE("Beale's program, in which Dantzig's rule may go round in a circle, ends") {
  const RankedProgram program =
      money_only({{0.25, -60, -1 / 25.0, 9}, {0.5, -90, -1 / 50.0, 3}, {0, 0, 1, 0}}, {0, 0, 1}, {-0.75, 150, -0.02, 6});
  Simplex simplex = program.simplex();
  simplex.minimise();
  CHECK(simplex.value().money == near(-0.05));
  CHECK(simplex.solution(0) == near(0.04));
  CHECK(simplex.solution(2) == near(1));
  check_optimal(program, simplex);
}

TEST_CASE("Kuhn's and Chvatal's circles end") {
  const RankedProgram kuhn = money_only({{-2, -9, 1, 9}, {1.0 / 3, 1, -1.0 / 3, -2}, {2, 3, -1, -12}}, {0, 0, 2}, {-2, -3, 1, 12});
  Simplex first = kuhn.simplex();
  first.minimise();
  CHECK(first.value().money == near(-2));
  check_optimal(kuhn, first);
  const RankedProgram chvatal = money_only({{0.5, -5.5, -2.5, 9}, {0.5, -1.5, -0.5, 1}, {1, 0, 0, 0}}, {0, 0, 1}, {-10, 57, 9, 24});
  Simplex second = chvatal.simplex();
  second.minimise();
  CHECK(second.value().money == near(-1));
  check_optimal(chvatal, second);
}

TEST_CASE("Klee and Minty's cube of six dimensions") {
  RankedProgram program;
  std::vector<double> costs;
  for (std::size_t i = 0; i < 6; ++i) {
    auto& row = program.rows.emplace_back(6);
    for (std::size_t j = 0; j < i; ++j) row[j] = 2 * std::pow(10, static_cast<double>(i - j));
    row[i] = 1;
    program.limits.push_back(std::pow(100, static_cast<double>(i)));
    program.costs.push_back({0, -std::pow(10, static_cast<double>(5 - i))});
  }
  Simplex simplex = program.simplex();
  simplex.minimise();
  CHECK(simplex.value().money == near(-1e10));
  CHECK(simplex.solution(5) == near(1e10));
}

TEST_CASE("prices and solution of random programs prove each other, with and without ties") {
  for (const bool round : {false, true})
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
      CAPTURE(round, seed);
      const RankedProgram program = RandomPrograms(seed, round).make();
      Simplex simplex = program.simplex();
      simplex.minimise();
      check_optimal(program, simplex);
    }
}

TEST_CASE("after costs change, the optimum from the last basis is that of a fresh program") {
  for (const bool round : {false, true})
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
      CAPTURE(round, seed);
      RandomPrograms random(seed, round);
      RankedProgram program = random.make();
      Simplex warm = program.simplex();
      for (int change = 0; change < 20; ++change) {
        warm.minimise();
        random.change_costs(program);
        program.set_costs(warm);
      }
      warm.minimise();
      check_optimal(program, warm);
      Simplex fresh = program.simplex();
      fresh.minimise();
      CHECK(warm.value().unserved == near(fresh.value().unserved));
      CHECK(warm.value().money == near(fresh.value().money));
    }
}

TEST_CASE("thousands of changes lose no accuracy") {
  RandomPrograms random(1, false);
  RankedProgram program = random.make();
  while (program.rows.size() < 10 || program.columns() < 10) program = random.make();
  Simplex simplex = program.simplex();
  for (int change = 0; change < 20'000; ++change) {
    random.change_costs(program);
    program.set_costs(simplex);
    simplex.minimise();
  }
  check_optimal(program, simplex);
}

TEST_CASE("solving again without a change takes no pivot, which counts as one node") {
  Simplex simplex = RandomPrograms(3, false).make().simplex();
  simplex.minimise();
  const double before = simplex.value().money;
  CHECK(simplex.minimise() == 1);
  CHECK(simplex.value().money == before);
}

TEST_CASE("cut short, a program is at a solution that keeps its limits, and from there goes on to the optimum") {
  int cut_short = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    CAPTURE(seed);
    const RankedProgram program = RandomPrograms(seed, false).make();
    Simplex simplex = program.simplex();
    CHECK(simplex.minimise(0) == 1);
    cut_short += !simplex.is_optimal();
    for (int round = 0; round < 1000 && !simplex.is_optimal(); ++round) {
      CHECK(simplex.minimise(1) >= 1);
      for (std::size_t i = 0; i < program.rows.size(); ++i) {
        double used = simplex.solution(simplex.slack_of(i));
        for (std::size_t j = 0; j < program.columns(); ++j) used += program.rows[i][j] * simplex.solution(j);
        CHECK(used == near(program.limits[i]));
      }
    }
    CHECK(simplex.is_optimal());
    check_optimal(program, simplex);
  }
  CHECK(cut_short > 50);
}

TEST_CASE("a program without rows: nothing may be gained, or there is no end") {
  Simplex simplex(2, {}, {});
  CHECK(simplex.minimise() == 1);
  CHECK(simplex.value().money == 0);
  simplex.set_cost(1, {0, -1});
  CHECK_THROWS_AS(simplex.minimise(), ModelError);
}

TEST_CASE("an unbounded program and a negative limit are refused") {
  Simplex unbounded = money_only({{1, -1}}, {1}, {0, -1}).simplex();
  CHECK_THROWS_AS(unbounded.minimise(), ModelError);
  Simplex in_first_objective = RankedProgram{{{-1}}, {1}, {{-1, 0}}}.simplex();
  CHECK_THROWS_AS(in_first_objective.minimise(), ModelError);
  CHECK_THROWS_AS(Simplex(1, {1}, {-1e-9}), ModelError);
  CHECK_THROWS_AS(Simplex(1, {1}, {std::nan("")}), ModelError);
}
