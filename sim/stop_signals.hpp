#pragma once
/// The user's wish to stop: SIGINT and SIGTERM.

namespace ccm {

/// Notes SIGINT and SIGTERM instead of dying of them, for as long as it lives; then the earlier handlers are back.
class StopSignals {
 public:
  StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
  ~StopSignals();

  /// Whether one has come since the object was made.
  [[nodiscard]] static bool requested();
};

}  // namespace ccm
