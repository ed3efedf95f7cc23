// Which rank makes which run?

#include "sim/mpi/relay.hpp"

#include <fmt/format.h>

#include <deque>
#include <optional>
#include <set>

#include "sim/commands/command.hpp"
#include "sim/mpi/interruption.hpp"
#include "sim/mpi/pause.hpp"
#include "sim/mpi/worker.hpp"

namespace ccm {
namespace {

std::string rest_of(const std::string& line) { return line.substr(line.find(' ') + 1); }

class Relay {
 public:
  Relay(const Ranks& ranks, const Job& job, int outcome_holder) : ranks_(ranks), worker_(worker_words(job)) {
    coordinator_.start({.words = coordinator_words(job, coordinator_.hears(), coordinator_.says(), ranks.size()),
                        .kept = {coordinator_.hears(), coordinator_.says(), outcome_holder},
                        .when_orphaned = SIGTERM,
                        .apart = true});
  }

  /// The code of the coordinator, or of what was wrong with a rank; nothing if the coordinator was killed, or the job interrupted.
  std::optional<int> run() {
    while (!coordinator_.ending()) turn();
    worker_.end();
    for (int rank = 1; rank < ranks_.size(); ++rank) ranks_.send(rank, "end");
    if (failure_ != Exit::ok) return static_cast<int>(failure_);
    return interrupted_ || coordinator_.wait().signal != 0 ? std::nullopt : std::optional(coordinator_.wait().code);
  }

  [[nodiscard]] Ending ending() { return coordinator_.wait(); }

 private:
  void turn() {
    if (interruption() != 0) interrupt(interruption());
    listen();
    hand_out();
    pause_.wait({coordinator_.descriptor(), worker_.descriptor()});
  }

  void listen() {
    for (const std::string& line : coordinator_.lines()) hear_coordinator(line);
    for (const std::string& line : worker_.news()) hear(0, line);
    while (const auto letter = ranks_.receive()) hear(letter->from, letter->text);
  }

  void hear_coordinator(const std::string& line) {
    pause_.shorten();
    if (line.starts_with("experiment ")) begin(rest_of(line));
    if (line.starts_with("run ")) requests_.push_back(line);
  }

  /// Only now: if the coordinator has nothing to do, or finds a mistake in the file, no worker needs to start.
  void begin(const std::string& hash) {
    hash_ = hash;
    worker_.begin();
    for (int rank = 1; rank < ranks_.size(); ++rank) ranks_.send(rank, "begin");
  }

  void hear(int rank, const std::string& line) {
    pause_.shorten();
    if (line.starts_with("ready ")) welcome(rank, rest_of(line));
    if (line.starts_with("done ")) idle_.insert(rank);
    if (line.starts_with("done ") || (line.starts_with("lost ") && interruption() == 0)) coordinator_.send(line);
    if (line.starts_with("broken ")) fail(Exit::failed, fmt::format("host {}: {}", ranks_.host_of(rank), rest_of(line)));
    if (line == "interrupted") interrupt(SIGTERM);
  }

  void welcome(int rank, const std::string& hash) {
    idle_.insert(rank);
    if (hash != hash_)
      fail(Exit::wrong_input, fmt::format("host {} has another FILE (or another version of ccmsim): hash {} there, {} here",
                                          ranks_.host_of(rank), hash, hash_));
  }

  void hand_out() {
    for (; !requests_.empty() && !idle_.empty() && failure_ == Exit::ok; requests_.pop_front()) {
      const int rank = *idle_.begin();
      idle_.erase(idle_.begin());
      if (rank == 0) worker_.take(requests_.front());
      if (rank != 0) ranks_.send(rank, requests_.front());
    }
  }

  void fail(Exit code, const std::string& message) {
    if (failure_ != Exit::ok) return;
    tell(fmt::format("ccmsim-mpi: error: {}\n", message));
    failure_ = code;
    interrupt(SIGTERM);
  }

  void interrupt(int signal) {
    if (!interrupted_) coordinator_.signal(signal);
    interrupted_ = true;
  }

  const Ranks& ranks_;
  LineProcess coordinator_;
  Worker worker_;
  Pause pause_;
  std::string hash_;
  std::deque<std::string> requests_;
  std::set<int> idle_;
  bool interrupted_ = false;
  Exit failure_ = Exit::ok;
};

}  // namespace

int relay(const Ranks& ranks, const Job& job, const OutcomeNotes& outcome) {
  Relay relay(ranks, job, outcome.holder());
  if (const auto code = relay.run()) {
    outcome.note(*code);
    return *code;
  }
  if (relay.ending().signal != 0) tell(fmt::format("ccmsim-mpi: error: the coordinator {}\n", to_text(relay.ending())));
  return exit_code(relay.ending());
}

}  // namespace ccm
