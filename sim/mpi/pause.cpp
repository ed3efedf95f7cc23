// How does a rank wait without keeping a core busy?

#include "sim/mpi/pause.hpp"

#include <poll.h>

#include <algorithm>
#include <vector>

namespace ccm {

void Pause::wait(std::initializer_list<int> descriptors) {
  std::vector<pollfd> looks;
  for (const int descriptor : descriptors) looks.push_back({descriptor, POLLIN, 0});
  const timespec time{0, microseconds_ * 1000};
  const bool something = ppoll(looks.data(), looks.size(), &time, nullptr) > 0;
  microseconds_ = something ? shortest : std::min(longest, 2 * microseconds_);
}

}  // namespace ccm
