#pragma once
/// What the reading of a value depends on, before the value's own key is read.

#include "scenarios/type.hpp"

namespace ccm {

/// The value of a node, or the fallback if there is none or it is wrong: mistakes are reported when the key is read.
template <class T>
[[nodiscard]] T ahead_of_time(const Node* node, const TypePtr<T>& type, T fallback) {
  Mistakes reported_later;
  Reader reader(reported_later, {});
  return node ? type->read(*node, reader).value_or(fallback) : fallback;
}

}  // namespace ccm
