#pragma once
/// Random numbers for tests: the same with every standard library.

#include <cstdint>
#include <random>

namespace ccm::test {

/// Uniform between two numbers.
[[nodiscard]] inline double draw(std::mt19937_64& random, double low, double high) {
  return low + (high - low) * static_cast<double>(random() >> 11) * 0x1p-53;
}

/// Draws from a stream that its seed names.
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : random_(seed) {}

  double between(double low, double high) { return draw(random_, low, high); }
  double up_to(double high) { return between(0, high); }
  bool happens(double probability) { return up_to(1) < probability; }
  /// A whole number from 0 to `count` - 1.
  std::size_t index(std::size_t count) { return random_() % count; }

 private:
  std::mt19937_64 random_;
};

}  // namespace ccm::test
