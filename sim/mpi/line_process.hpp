#pragma once
/// A program that hears and says lines of text over two pipes.

#include <optional>
#include <string>
#include <vector>

#include "sim/mpi/child.hpp"
#include "sim/mpi/descriptor.hpp"

namespace ccm {

/// Two pipes to be, and once it is started, a program at their other ends.
class LineProcess {
 public:
  LineProcess();
  LineProcess(LineProcess&&) noexcept = default;
  LineProcess& operator=(LineProcess&&) noexcept = default;

  /// The ends of the program: it reads what is sent at `hears`, and writes its lines to `says`.
  [[nodiscard]] int hears() const { return hears_.number(); }
  [[nodiscard]] int says() const { return says_.number(); }
  void start(const ChildPlan& plan);

  /// Sends a line; nobody hears it if the program is dead.
  void send(const std::string& line);
  /// No line will follow.
  void send_no_more() { to_.close(); }
  /// The complete lines that have come since the last call.
  [[nodiscard]] std::vector<std::string> lines();
  /// What to poll for further lines; -1 when none can come any more.
  [[nodiscard]] int descriptor() const { return from_.number(); }
  void signal(int number) const;
  /// How it ended, or nothing while it runs.
  [[nodiscard]] std::optional<Ending> ending();
  /// Waits until it has ended.
  Ending wait();

 private:
  void read_all();

  Descriptor hears_, to_, from_, says_;
  std::string unread_;
  pid_t id_ = 0;
  std::optional<Ending> ending_;
};

}  // namespace ccm
