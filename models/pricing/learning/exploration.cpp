// How far off its best price does a seller go to learn?

#include "models/pricing/learning/exploration.hpp"

#include "models/error.hpp"

namespace ccm {

Money explored_price(Money price, double spread, RandomStream& stream) {
  require(spread >= 0 && spread < 1, "learning: the spread of exploration must lie in [0, 1)");
  return price * (1 + stream.uniform(-spread, spread));
}

}  // namespace ccm
