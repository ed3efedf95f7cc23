// How do many runs share the cores?

#include "sim/campaign.hpp"

#include <algorithm>

#include "sim/stop_signals.hpp"

namespace ccm {
namespace {

class Campaign {
 public:
  Campaign(std::size_t count, std::size_t jobs, const Task& task, const CampaignProgress& progress)
      : jobs_(std::max<std::size_t>(1, jobs)), task_(task), progress_(progress), outcomes_(count) {}

  std::vector<Outcome> run() {
    const StopSignals signals;
    while (!StopSignals::requested() && (next_ < outcomes_.size() || pool_.running() > 0)) {
      while (pool_.running() < jobs_ && next_ < outcomes_.size()) start(next_++);
      for (const auto& ending : pool_.wait()) note(ending);
      progress_(share_done(), finished_);
    }
    return outcomes_;
  }

 private:
  void start(std::size_t index) {
    pool_.start(index, [this, index](const Report& report) {
      task_(index, report);
      return std::string();
    });
  }

  void note(const ForkPool::Ending& ending) {
    outcomes_[ending.task] = ending.outcome;
    if (ending.outcome.kind == Outcome::Kind::finished) ++finished_;
  }

  [[nodiscard]] double share_done() const {
    const double done = static_cast<double>(next_ - pool_.running()) + pool_.shares();
    return outcomes_.empty() ? 1 : done / static_cast<double>(outcomes_.size());
  }

  std::size_t jobs_;
  const Task& task_;
  const CampaignProgress& progress_;
  std::vector<Outcome> outcomes_;
  ForkPool pool_;
  std::size_t next_ = 0;
  std::size_t finished_ = 0;
};

}  // namespace

std::vector<Outcome> run_forked(std::size_t count, std::size_t jobs, const Task& task, const CampaignProgress& progress) {
  return Campaign(count, jobs, task, progress).run();
}

}  // namespace ccm
