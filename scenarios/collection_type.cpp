// How many entries may a list or a map have?

#include "scenarios/collection_type.hpp"

namespace ccm {

std::string ItemCount::text() const {
  if (least == most) return fmt::format(" of {}", least);
  return least > 1 ? fmt::format(" of at least {}", least) : least == 1 ? " (not empty)" : "";
}

bool ItemCount::exceeded(std::size_t items, const Node& node, Reader& reader) const {
  if (items <= most) return false;
  reader.mistake(node.mark, fmt::format("{} entries are more than the limit of {}", items, most));
  return true;
}

}  // namespace ccm
