// Who does which run next, and what if a worker is lost?

#include "sim/commands/experiment/conduct.hpp"

#include <deque>
#include <map>

#include "sim/stop_signals.hpp"

namespace ccm {
namespace {

class Conductor {
 public:
  Conductor(Workforce& workforce, const RunPlan& plan, bool fail_fast) : workforce_(workforce), plan_(plan), fail_fast_(fail_fast) {}

  Conducted conduct() {
    const StopSignals signals;
    while (hand_out(), under_way_ > 0) {
      for (const RunAnswer& answer : workforce_.wait()) hear(answer);
      plan_.progress(workforce_.shares());
      if (StopSignals::requested()) return Conducted::interrupted;
      if (failed_ && fail_fast_) return Conducted::cut_short;
    }
    return Conducted::all;
  }

 private:
  void hand_out() {
    while (under_way_ < workforce_.capacity()) {
      const auto run = next();
      if (!run) return;
      workforce_.start(*run);
      ++under_way_;
    }
  }

  std::optional<RunId> next() {
    if (again_.empty()) return plan_.next();
    const RunId run = again_.front();
    again_.pop_front();
    return run;
  }

  void hear(const RunAnswer& answer) {
    --under_way_;
    if (answer.outcome.kind == Outcome::Kind::lost && ++losses_[answer.run] < attempts_max) return again_.push_back(answer.run);
    failed_ = failed_ || answer.outcome.kind != Outcome::Kind::finished;
    plan_.hear(answer);
  }

  Workforce& workforce_;
  const RunPlan& plan_;
  bool fail_fast_;
  bool failed_ = false;
  std::size_t under_way_ = 0;
  std::deque<RunId> again_;
  std::map<RunId, int> losses_;
};

}  // namespace

Conducted conduct(Workforce& workforce, const RunPlan& plan, bool fail_fast) { return Conductor(workforce, plan, fail_fast).conduct(); }

}  // namespace ccm
