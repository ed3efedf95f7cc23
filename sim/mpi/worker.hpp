#pragma once
/// The worker beside a rank.

#include <string>
#include <vector>

#include "sim/mpi/line_process.hpp"

namespace ccm {

/// A process `ccmsim work FILE`, which makes one run at a time, and is started anew when it dies.
///
/// Tested by: tests/mpi/relay.py.
class Worker {
 public:
  explicit Worker(std::vector<std::string> words) : words_(std::move(words)) {}

  void begin();
  /// Gives it "run POINT REPLICATION", when it is ready or has answered the request before.
  void take(const std::string& request);
  /// What there is to tell rank 0: "ready HASH", "done POINT REPLICATION ...", "lost POINT REPLICATION its worker ...", and, when it is no
  /// use to start it once more, "broken ..." with the reason.
  [[nodiscard]] std::vector<std::string> news();
  [[nodiscard]] int descriptor() const { return process_.descriptor(); }
  /// Ends it, in the middle of its work if it has any.
  void end();

 private:
  void note(const std::string& line, std::vector<std::string>& news);
  [[nodiscard]] std::string died(const Ending& ending);
  [[nodiscard]] bool is_hopeless(const Ending& ending) const;

  std::vector<std::string> words_;
  LineProcess process_;
  std::string request_;  // what it has not answered yet
  bool begun_ = false;
  bool was_ready_ = false;  // since its last start
  int starts_in_vain_ = 0;
};

}  // namespace ccm
