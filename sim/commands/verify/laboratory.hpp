#pragma once
/// Where checks simulate: every run in a process of its own.

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "scenarios/scenario.hpp"
#include "sim/recorder.hpp"

namespace ccm {

/// The user interrupted a run.
class Interruption : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Numbers of independent runs: one vector per quantity, with one number per run.
using Measurements = std::vector<std::vector<double>>;

/// Runs simulations in children and brings back numbers, since SimGrid has one engine per process.
class Laboratory {
 public:
  using Progress = std::function<void(double share)>;

  /// jobs          processes at a time; no number depends on it
  /// thoroughness  so many times as many runs are made as checks ask for
  explicit Laboratory(
      std::size_t jobs, std::size_t thoroughness = 1, Progress progress = [](double) {})
      : jobs_(jobs), thoroughness_(thoroughness), progress_(std::move(progress)) {}

  /// Calls `run(0)` .. `run(runs - 1)`, each in a child, for that many quantities. Throws Interruption, or std::runtime_error if a child
  /// fails.
  [[nodiscard]] Measurements measure(std::size_t runs, std::size_t quantities,
                                     const std::function<std::vector<double>(std::size_t run)>& run) const;

 private:
  std::size_t jobs_;
  std::size_t thoroughness_;
  Progress progress_;
};

}  // namespace ccm
