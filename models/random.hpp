#pragma once
/// Named random streams: one per source of chance, so that adding an actor disturbs nobody else's draws.

#include <Random123/philox.h>

#include <Random123/conventional/Engine.hpp>
#include <cstdint>
#include <string_view>

#include "models/replication.hpp"
#include "models/units.hpp"

namespace ccm {

/// A stream of random numbers that depends on its name, the seed and the replication, and on nothing else.
///
/// Philox 4x64-10, counter-based: the key is the 128-bit name-based UUID (RFC 4122, version 5) of "actor/purpose", the counter is
/// (draw, replication, seed, 0). An inverted or mirrored replication draws exactly one number of it per variate.
/// Source: [Salmon2011].     Tested by: tests/models/random_test.cpp, tests/models/antithetic_test.cpp.
class RandomStream {
 public:
  RandomStream(std::uint64_t seed, Replication replication, std::string_view actor, std::string_view purpose);

  /// Uniform on [low, high); low <= high.
  [[nodiscard]] double uniform(double low, double high);
  /// Exponential with the given mean > 0; the inter-arrival time of a Poisson process.
  [[nodiscard]] Seconds exponential(Seconds mean);
  /// Normal with the given mean and standard deviation >= 0.
  [[nodiscard]] double normal(double mean, double standard_deviation);
  /// Poisson with the given mean > 0.
  [[nodiscard]] std::int64_t poisson(double mean);
  /// Lognormal with mean 1 and the given coefficient of variation >= 0.
  [[nodiscard]] double lognormal(double variation);
  /// How many of `trials` >= 0 succeed, each with probability p in [0, 1].
  [[nodiscard]] std::int64_t binomial(std::int64_t trials, double p);
  /// Uniform on the integers 0 .. count-1; count >= 1.
  [[nodiscard]] std::size_t index(std::size_t count);

 private:
  /// Of an inverted stream, or mirrored: (k + 1/2) / 2^52 with k the upper 52 bits of one number; in (0, 1), and 1 - u is exact.
  [[nodiscard]] double probability();
  [[nodiscard]] bool direct() const { return drawing_ == Drawing::direct; }

  r123::Engine<r123::Philox4x64> engine_;
  Drawing drawing_;
};

}  // namespace ccm
