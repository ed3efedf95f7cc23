#pragma once
/// Waiting for lines and messages at the same time.

#include <initializer_list>

namespace ccm {

/// Waits between looks, ever longer while nothing happens: receiving in MPI would keep a core busy, which the simulations need.
class Pause {
 public:
  /// Waits until one of the descriptors has lines (those below 0 never have), or a while, at most a millisecond.
  void wait(std::initializer_list<int> descriptors);
  /// Something has happened: the next waits are short.
  void shorten() { microseconds_ = shortest; }

 private:
  static constexpr long shortest = 20, longest = 1000;
  long microseconds_ = shortest;
};

}  // namespace ccm
