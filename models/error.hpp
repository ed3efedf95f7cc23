#pragma once
/// The error of a model: a precondition that its caller broke. A mistake in a user's file is a ScenarioError instead.

#include <stdexcept>
#include <string>

namespace ccm {

/// A model was called with values outside its domain.
class ModelError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// Throws ModelError with `message` unless `condition` holds.
inline void require(bool condition, const char* message) {
  if (!condition) throw ModelError(message);
}

}  // namespace ccm
