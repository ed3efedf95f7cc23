#pragma once
/// What authors of random scenarios draw.

#include <initializer_list>
#include <string>

#include "models/random.hpp"

namespace ccm::test {

/// A stream of its own for one author and one purpose, so that it changes nothing that others draw.
class Chance {
 public:
  Chance(std::uint64_t seed, std::uint64_t number, std::string_view author, std::string_view purpose)
      : stream_(seed, number, author, purpose) {}

  double real(double low, double high) { return stream_.uniform(low, high); }
  std::size_t index(std::size_t count) { return stream_.index(count); }
  int whole(int low, int high) { return low + static_cast<int>(index(static_cast<std::size_t>(high - low + 1))); }
  bool maybe(double probability) { return real(0, 1) < probability; }
  const char* one_of(std::initializer_list<const char*> words) { return words.begin()[index(words.size())]; }
  std::string optionally(double probability, const std::string& text) { return maybe(probability) ? text : ""; }

 private:
  RandomStream stream_;
};

}  // namespace ccm::test
