#pragma once
/// How rank 0 tells the launcher how a job went: mpirun's exit code does not tell a failed simulation from a host that died.

#include <optional>
#include <string>

#include "sim/mpi/descriptor.hpp"

namespace ccm {

/// Rank 0's end of it. Does nothing without a file.
class OutcomeNotes {
 public:
  /// Notes that the job has started, and holds the file.
  explicit OutcomeNotes(std::string file);
  /// The file is held until rank 0 and everybody who inherits this descriptor have ended; -1 without a file.
  [[nodiscard]] int holder() const { return holder_.number(); }
  /// The experiment has come to its end.
  void note(int code) const;

 private:
  std::string file_;
  Descriptor holder_;
};

/// The launcher's end: an empty file for the outcome of one job. It is in no directory, but in memory, and goes with the object, or with
/// this process however it ends; others of this machine and user open it by way of /proc.
class Outcome {
 public:
  Outcome();
  Outcome(const Outcome&) = delete;
  Outcome& operator=(const Outcome&) = delete;
  /// Waits until nobody holds the file: then the coordinator has ended, too, even if rank 0 and mpirun were killed.
  void wait_for_release() const;
  /// Whether somebody has held the file, and nobody does any more.
  [[nodiscard]] bool is_released() const;
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] bool has_started() const;
  /// The exit code of the experiment; nothing if the job died.
  [[nodiscard]] std::optional<int> code() const;

 private:
  Descriptor memory_;
  std::string file_;
};

}  // namespace ccm
