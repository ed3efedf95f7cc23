// When is a descriptor closed?

#include "sim/mpi/descriptor.hpp"

#include <unistd.h>

#include <utility>

namespace ccm {

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  close();
  number_ = other.release();
  return *this;
}

void Descriptor::close() {
  if (number_ >= 0) ::close(number_);
  number_ = -1;
}

int Descriptor::release() { return std::exchange(number_, -1); }

}  // namespace ccm
