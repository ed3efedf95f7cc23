// When do the actions of a world happen?

#include <catch2/catch.hpp>

#include "models/error.hpp"
#include "tests/sim/bare_world.hpp"

namespace ccm::test {

TEST_CASE("actions happen in order of time, first in first out at equal times") {
  BareWorld bare(small_market());
  World& world = bare.world;
  std::vector<std::pair<double, int>> done;
  const auto note = [&](int number) { return [&done, &world, number] { done.emplace_back(world.now().value(), number); }; };
  world.at(Seconds(20), note(3));
  world.at(Seconds(10), note(1));
  world.at(Seconds(20), note(4));
  world.after(Seconds(10), [&] { note(2)(), world.after(Seconds(10), note(5)); });
  world.run(Seconds(100));
  CHECK(done == std::vector<std::pair<double, int>>{{10, 1}, {10, 2}, {20, 3}, {20, 4}, {20, 5}});
}

TEST_CASE("actions at the horizon happen, later ones do not, and the clock stops at the horizon") {
  BareWorld bare(small_market());
  std::vector<int> done;
  bare.world.at(Seconds(50), [&] { done.push_back(50), bare.world.after(Seconds(0), [&] { done.push_back(51); }); });
  bare.world.at(Seconds(50.001), [&] { done.push_back(52); });
  bare.world.run(Seconds(50));
  CHECK(done == std::vector{50, 51});
  CHECK(bare.world.now() == Seconds(50));
}

TEST_CASE("a world without actions ends at the horizon") {
  BareWorld bare(small_market());
  bare.world.run(Seconds(7));
  CHECK(bare.world.now() == Seconds(7));
}

TEST_CASE("an exception in an action ends the run with that exception") {
  BareWorld bare(small_market());
  bool went_on = false;
  bare.world.send(operator_id, minifactory_id, Order{.quote = {}, .product_data = Bytes(1e6)});  // a flow is in the air meanwhile
  bare.world.at(Seconds(1), [] { throw std::runtime_error("the machine burns"); });
  bare.world.at(Seconds(2), [&] { went_on = true; });
  CHECK_THROWS_WITH(bare.world.run(Seconds(100)), "the machine burns");
  CHECK_FALSE(went_on);
}

TEST_CASE("nothing can be done before now") {
  BareWorld bare(small_market());
  bare.world.at(Seconds(5), [&] { bare.world.at(Seconds(4), [] {}); });
  CHECK_THROWS_AS(bare.world.run(Seconds(10)), ModelError);
}

TEST_CASE("a world does not run while an actor has no listener") {
  World world(small_market());
  CHECK_THROWS_AS(world.run(Seconds(1)), ModelError);
}

TEST_CASE("flows that are in the air at the horizon end with the run") {
  BareWorld bare(small_market());
  for (int i = 0; i < 100; ++i) bare.world.send(operator_id, minifactory_id, Order{.quote = {}, .product_data = Bytes(1e6)});
  bare.world.run(Seconds(5));
  CHECK(bare.heard.empty());
  CHECK(bare.count(Order{}).sent == 100);
  CHECK(bare.count(Order{}).delivered + bare.count(Order{}).lost == 0);
}

}  // namespace ccm::test
