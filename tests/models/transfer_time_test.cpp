// Does the message time follow LV08?

#include "models/network/transfer_time.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "models/error.hpp"
#include "models/network/backoff.hpp"

using namespace ccm;

TEST_CASE("bandwidth binds on short routes, the TCP window on long ones") {
  // 13.01 * 0.015 + 10e6 / (0.97 * 12.5e6)
  CHECK(transfer_time({Seconds(0.015), BytesPerSecond(12.5e6)}, Bytes(10e6)).value() == Approx(1.019892268).epsilon(1e-9));
  // The window allows 4194304 / (2 * 1) B/s on a route with a latency of 1 s.
  CHECK(transfer_time({Seconds(1), BytesPerSecond(12.5e6)}, Bytes(1e6)).value() == Approx(13.01 + 1e6 / (0.97 * 2097152)).epsilon(1e-12));
}

TEST_CASE("a route without latency takes only the transmission") {
  CHECK(transfer_time({Seconds(0), BytesPerSecond(1e6)}, Bytes(97e4)).value() == Approx(1));
}

TEST_CASE("impossible routes are refused") {
  CHECK_THROWS_AS(transfer_time({Seconds(0), BytesPerSecond(0)}, Bytes(1)), ModelError);
  CHECK_THROWS_AS(transfer_time({Seconds(-1), BytesPerSecond(1)}, Bytes(1)), ModelError);
}

TEST_CASE("waits double from ten minutes to their cap") {
  const Backoff backoff{.first = minutes(10), .factor = 2, .at_most = hours(2)};
  const std::vector<double> by_hand{10, 20, 40, 80, 120, 120};
  for (std::size_t k = 0; k < by_hand.size(); ++k) CHECK(in_minutes(backoff.wait(static_cast<std::int64_t>(k))) == by_hand[k]);
  CHECK(backoff.wait(1'000'000) == hours(2));
}

TEST_CASE("waits that are impossible are refused") {
  CHECK_THROWS_AS((Backoff{Seconds(0), 2, Seconds(1)}.wait(0)), ModelError);
  CHECK_THROWS_AS((Backoff{Seconds(2), 2, Seconds(1)}.wait(0)), ModelError);
  CHECK_THROWS_AS((Backoff{Seconds(1), 0.5, Seconds(1)}.wait(0)), ModelError);
}
