// Do waits of equal length run out in their order, and only those that still wait?

#include "sim/timeouts.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "tests/sim/bare_world.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

/// Begins waits of 10 s for requests at these times, answers some of them at 5 s, and notes when which run out.
struct Notes {
  std::vector<std::pair<RequestId, double>> run_out;
};
Notes noted(const std::vector<std::pair<RequestId, double>>& begun, const std::set<RequestId>& answered_early) {
  BareWorld bare(small_market());
  std::set<RequestId> answered;
  Notes notes;
  Timeouts<RequestId> timeouts(
      bare.world, Seconds(10), [&](RequestId request) { return !answered.contains(request); },
      [&](RequestId request) { notes.run_out.emplace_back(request, bare.world.now().value()); });
  for (const auto& [request, time] : begun) bare.world.at(Seconds(time), [&timeouts, id = request] { timeouts.begin(id); });
  bare.world.at(Seconds(5), [&] { answered = answered_early; });
  bare.world.run(Seconds(100));
  return notes;
}

using Ends = std::vector<std::pair<RequestId, double>>;

}  // namespace

TEST_CASE("every wait runs out at its own time") { CHECK(noted({{1, 0}, {2, 3}, {3, 3}}, {}).run_out == Ends{{1, 10}, {2, 13}, {3, 13}}); }

TEST_CASE("answered requests do not run out, wherever they stand") {
  CHECK(noted({{1, 0}, {2, 1}, {3, 2}, {4, 3}}, {1, 3}).run_out == Ends{{2, 11}, {4, 13}});
}

TEST_CASE("waiting goes on after nobody waited") { CHECK(noted({{1, 0}, {2, 50}}, {1}).run_out == Ends{{2, 60}}); }
