// How long does one wait before one asks again?

#include "models/network/backoff.hpp"

#include <algorithm>
#include <cmath>

#include "models/error.hpp"

namespace ccm {

Seconds Backoff::wait(std::int64_t repetitions) const {
  require(first > Seconds(0) && first <= at_most, "backoff: the first wait must be positive and at most the longest");
  require(factor >= 1, "backoff: the factor must be at least 1");
  return std::min(first * std::pow(factor, static_cast<double>(repetitions)), at_most);
}

}  // namespace ccm
