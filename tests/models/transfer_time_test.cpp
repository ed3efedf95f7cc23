// Does the message time follow LV08?

#include "models/network/transfer_time.hpp"

#include <catch2/catch.hpp>

#include "models/error.hpp"

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
