// How do the cores of this machine carry out runs?

#include <map>

#include "sim/commands/experiment/workforce.hpp"

namespace ccm {
namespace {

class LocalWorkforce : public Workforce {
 public:
  LocalWorkforce(std::size_t jobs, RunModel model) : jobs_(jobs), model_(std::move(model)) {}

  std::size_t capacity() const override { return jobs_; }

  void start(RunId run) override {
    runs_.emplace(next_, run);
    pool_.start(next_++, [this, run](const Report& report) { return line_of(model_(run, report)); });
  }

  std::vector<RunAnswer> wait() override {
    std::vector<RunAnswer> answers;
    for (const ForkPool::Ending& ending : pool_.wait()) {
      answers.push_back({runs_.at(ending.task), ending.outcome, {}});
      runs_.erase(ending.task);
      if (ending.outcome.kind == Outcome::Kind::finished) answers.back().values = values_of_line(ending.answer);
    }
    return answers;
  }

  double shares() const override { return pool_.shares(); }

 private:
  std::size_t jobs_;
  RunModel model_;
  std::size_t next_ = 0;
  std::map<std::size_t, RunId> runs_;
  ForkPool pool_;
};

}  // namespace

std::unique_ptr<Workforce> local_workforce(std::size_t jobs, RunModel model) {
  return std::make_unique<LocalWorkforce>(jobs, std::move(model));
}

}  // namespace ccm
