// Does the line serve first come, first served, and know its own future?

#include "models/production/line.hpp"

#include <catch2/catch.hpp>

#include "models/error.hpp"

using namespace ccm;

namespace {

Job job(std::uint64_t id, double seconds) { return {.id = id, .duration = Seconds(seconds)}; }

}  // namespace

TEST_CASE("jobs start at once while a line is free, then wait in order") {
  Line line(2);
  CHECK(line.join(job(1, 10), Seconds(0))->id == 1);
  CHECK(line.join(job(2, 4), Seconds(1))->id == 2);
  CHECK_FALSE(line.join(job(3, 1), Seconds(2)));
  CHECK_FALSE(line.join(job(4, 1), Seconds(3)));
  CHECK(line.waiting() == 2);
  CHECK(line.finish(Seconds(5))->id == 3);
  CHECK(line.finish(Seconds(6))->id == 4);
  CHECK_FALSE(line.finish(Seconds(7)));
  CHECK(line.running() == 1);
}

TEST_CASE("the earliest start looks through the whole queue") {
  Line line(2);
  CHECK(line.earliest_start(Seconds(3)) == Seconds(3));
  line.join(job(1, 10), Seconds(0));
  line.join(job(2, 4), Seconds(0));
  CHECK(line.earliest_start(Seconds(1)) == Seconds(4));
  line.join(job(3, 20), Seconds(1));                      // will run 4..24 after job 2
  CHECK(line.earliest_start(Seconds(1)) == Seconds(10));  // then the first line is free first
}

TEST_CASE("areas are time integrals of the queue and of the busy lines") {
  Line line(1);
  line.join(job(1, 10), Seconds(0));
  line.join(job(2, 5), Seconds(4));
  CHECK(line.waiting_area(Seconds(10)) == 6);
  line.finish(Seconds(10));
  line.finish(Seconds(15));
  CHECK(line.waiting_area(Seconds(20)) == 6);
  CHECK(line.busy_area(Seconds(20)) == 15);
}

TEST_CASE("the line refuses what cannot be") {
  CHECK_THROWS_AS(Line(0), ModelError);
  Line line(1);
  CHECK_THROWS_AS(line.finish(Seconds(1)), ModelError);
  CHECK_THROWS_AS(line.join(job(1, 1), Seconds(0.5)), ModelError);  // time runs backwards
}
