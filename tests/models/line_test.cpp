// Does the line serve first come, first served, and know its own future?

#include "models/production/line.hpp"

#include <catch2/catch.hpp>

#include "models/error.hpp"

using namespace ccm;

namespace {

Job job(std::uint64_t id, double seconds) { return {.id = id, .duration = Seconds(seconds)}; }

/// A job joins, and starts if it can.
std::optional<Job> join(Line& line, Job joining, Seconds now) {
  line.join(joining, now);
  return line.ready() ? std::optional(line.start(now)) : std::nullopt;
}

/// A job ends, and the next starts if one waits.
std::optional<Job> finish(Line& line, Seconds now) {
  line.finish(now);
  return line.ready() ? std::optional(line.start(now)) : std::nullopt;
}

}  // namespace

TEST_CASE("jobs start at once while a line is free, then wait in order") {
  Line line(2);
  CHECK(join(line, job(1, 10), Seconds(0))->id == 1);
  CHECK(join(line, job(2, 4), Seconds(1))->id == 2);
  CHECK_FALSE(join(line, job(3, 1), Seconds(2)));
  CHECK_FALSE(join(line, job(4, 1), Seconds(3)));
  CHECK(line.waiting() == 2);
  CHECK(finish(line, Seconds(5))->id == 3);
  CHECK(finish(line, Seconds(6))->id == 4);
  CHECK_FALSE(finish(line, Seconds(7)));
  CHECK(line.running() == 1);
}

TEST_CASE("the earliest start looks through the whole queue") {
  Line line(2);
  CHECK(line.earliest_start(Seconds(3)) == Seconds(3));
  join(line, job(1, 10), Seconds(0));
  join(line, job(2, 4), Seconds(0));
  CHECK(line.earliest_start(Seconds(1)) == Seconds(4));
  join(line, job(3, 20), Seconds(1));                     // will run 4..24 after job 2
  CHECK(line.earliest_start(Seconds(1)) == Seconds(10));  // then the first line is free first
}

TEST_CASE("areas are time integrals of the queue and of the busy lines") {
  Line line(1);
  join(line, job(1, 10), Seconds(0));
  join(line, job(2, 5), Seconds(4));
  CHECK(line.waiting_area(Seconds(10)) == 6);
  finish(line, Seconds(10));
  finish(line, Seconds(15));
  CHECK(line.waiting_area(Seconds(20)) == 6);
  CHECK(line.busy_area(Seconds(20)) == 15);
}

TEST_CASE("the line refuses what cannot be") {
  CHECK_THROWS_AS(Line(0), ModelError);
  Line line(1);
  CHECK_THROWS_AS(finish(line, Seconds(1)), ModelError);
  CHECK_THROWS_AS(join(line, job(1, 1), Seconds(0.5)), ModelError);  // time runs backwards
}

TEST_CASE("a job that is ready need not start, and what is to come can be reckoned anew") {
  Line line(1);
  join(line, job(1, 10), Seconds(0));
  line.join(job(2, 4), Seconds(1));
  line.finish(Seconds(10));
  CHECK(line.ready()->id == 2);
  CHECK(line.earliest_start(Seconds(12)) == Seconds(14));
  line.reschedule([](const Job& waiting) { return waiting.duration * 2; }, Seconds(20));
  CHECK(line.earliest_start(Seconds(20)) == Seconds(28));
  CHECK(line.start(Seconds(20)).duration == Seconds(8));
  CHECK_THROWS_AS(line.start(Seconds(20)), ModelError);
}

TEST_CASE("a job that waits can be withdrawn, and those behind it move up, but one that runs cannot") {
  Line line(1);
  join(line, job(1, 10), Seconds(0));
  line.join(job(2, 5), Seconds(1));
  line.join(job(3, 7), Seconds(2));
  CHECK(line.earliest_start(Seconds(2)) == Seconds(22));
  CHECK_FALSE(line.withdraw(1, Seconds(4)));
  CHECK_FALSE(line.withdraw(9, Seconds(4)));
  CHECK(line.withdraw(2, Seconds(4)));
  CHECK_FALSE(line.withdraw(2, Seconds(4)));
  CHECK(line.earliest_start(Seconds(4)) == Seconds(17));
  CHECK(line.waiting() == 1);
  CHECK(line.waiting_area(Seconds(10)) == 3 + 8);  // job 2 waited from 1 to 4, job 3 from 2 to 10
  CHECK(finish(line, Seconds(10))->id == 3);
}

TEST_CASE("a waiting job knows when it will end") {
  Line line(2);
  join(line, job(1, 10), Seconds(0));
  join(line, job(2, 4), Seconds(0));
  line.join(job(3, 20), Seconds(1));  // from 4 to 24
  line.join(job(4, 3), Seconds(1));   // from 10 to 13
  line.join(job(5, 1), Seconds(1));   // from 13 to 14
  CHECK(line.expected_end(3, Seconds(2)) == Seconds(24));
  CHECK(line.expected_end(4, Seconds(2)) == Seconds(13));
  CHECK(line.expected_end(5, Seconds(2)) == Seconds(14));
  CHECK_THROWS_AS(line.expected_end(1, Seconds(2)), ModelError);  // runs
  CHECK(line.withdraw(3, Seconds(3)));
  CHECK(line.expected_end(5, Seconds(3)) == Seconds(8));  // after job 4, which moved up
}
