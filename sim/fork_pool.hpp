#pragma once
/// Tasks in processes of their own, forked from this one.

#include <sys/types.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace ccm {

/// How one task ended. `lost`: its process was ended from outside (SIGKILL, SIGTERM, SIGHUP), which says nothing about the task itself.
struct Outcome {
  enum class Kind { finished, wrong_input, failed, lost, interrupted };
  Kind kind = Kind::interrupted;
  std::string message;
};

/// Takes the share of a task that is done, from 0 to 1.
using Report = std::function<void(double)>;

/// Runs each task in a child that is forked when it starts: it shares what the parent has loaded, SimGrid included, which allows one
/// engine per process; a child that crashes is one lost task. Children die with the pool, and with the parent.
/// Tested by: tests/sim/campaign_test.cpp.
class ForkPool {
 public:
  /// What a child does; returns its answer, one line at most. A PlatformError or a ScenarioError is wrong input, any other exception a
  /// failure.
  using Work = std::function<std::string(const Report&)>;

  struct Ending {
    std::size_t task = 0;
    Outcome outcome;
    std::string answer;  // of a task that finished
  };

  ForkPool() = default;
  ForkPool(const ForkPool&) = delete;
  ForkPool& operator=(const ForkPool&) = delete;
  ~ForkPool();

  /// Starts a task at once; its number is one that is not running. Throws std::system_error if there can be no further process.
  void start(std::size_t task, const Work& work);
  /// The tasks that ended, in the order of their numbers. Waits a while for something to hear, so that there may be none.
  [[nodiscard]] std::vector<Ending> wait();
  [[nodiscard]] std::size_t running() const { return children_.size(); }
  /// The sum of the shares that running tasks have reported.
  [[nodiscard]] double shares() const;

 private:
  struct Child {
    pid_t process = 0;
    int pipe = -1;
    std::string unread;
    double share = 0;
    Ending ending;
  };

  [[nodiscard]] bool hear(Child& child);
  [[nodiscard]] static Ending bury(Child& child);

  std::map<std::size_t, Child> children_;
};

}  // namespace ccm
