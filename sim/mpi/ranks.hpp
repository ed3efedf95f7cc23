#pragma once
/// The ranks of an MPI job, and texts from one to another: all that ccmsim-mpi needs of MPI.

#include <optional>
#include <string>
#include <vector>

namespace ccm {

/// A text and the rank that it comes from.
struct Letter {
  int from = 0;
  std::string text;
};

/// The job that mpirun has started this process for. One per process.
class Ranks {
 public:
  Ranks();
  Ranks(const Ranks&) = delete;
  Ranks& operator=(const Ranks&) = delete;

  [[nodiscard]] int self() const { return self_; }
  [[nodiscard]] int size() const { return size_; }
  /// Where a rank runs; known at rank 0 only.
  [[nodiscard]] const std::string& host_of(int rank) const { return hosts_.at(static_cast<std::size_t>(rank)); }

  /// Long texts wait until the receiver looks, so only rank 0 may get them, which always looks.
  void send(int to, const std::string& text) const;
  /// The next text that has arrived, if any.
  [[nodiscard]] std::optional<Letter> receive() const;
  /// Waits until all ranks have called it; MPI can then be used no more.
  void finish() const;

 private:
  void learn_hosts();

  int self_ = 0, size_ = 0;
  std::vector<std::string> hosts_;
};

}  // namespace ccm
