// Has a list or a map more entries than it may?

#include "scenarios/collection_type.hpp"

namespace ccm {

bool ItemCount::exceeded(std::size_t items, const Node& node, Reader& reader) const {
  if (items <= most) return false;
  reader.mistake(node.mark, fmt::format("{} entries are more than the limit of {}", items, most));
  return true;
}

}  // namespace ccm
