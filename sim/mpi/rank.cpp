// What does a rank other than 0 do?

#include "sim/mpi/rank.hpp"

#include "sim/mpi/interruption.hpp"
#include "sim/mpi/pause.hpp"
#include "sim/mpi/worker.hpp"

namespace ccm {
namespace {

/// One rank's side of the talk with rank 0.
class Server {
 public:
  Server(const Ranks& ranks, const Job& job) : ranks_(ranks), worker_(worker_words(job)) {}

  void serve() {
    while (!over_) {
      listen();
      tell_news();
      pause_.wait({worker_.descriptor()});
    }
    worker_.end();
  }

 private:
  void listen() {
    while (const auto letter = ranks_.receive()) obey(letter->text);
  }

  void obey(const std::string& text) {
    pause_.shorten();
    if (text == "end") over_ = true;
    if (text == "begin") worker_.begin();
    if (text.starts_with("run ")) worker_.take(text);
  }

  /// A worker that dies of an interruption is not lost.
  void tell_news() {
    const auto news = worker_.news();
    if (interruption() == 0)
      for (const std::string& line : news) ranks_.send(0, line);
    else if (!interrupted_)
      ranks_.send(0, "interrupted");
    interrupted_ = interruption() != 0;
  }

  const Ranks& ranks_;
  Worker worker_;
  Pause pause_;
  bool interrupted_ = false;
  bool over_ = false;
};

}  // namespace

void serve(const Ranks& ranks, const Job& job) { Server(ranks, job).serve(); }

}  // namespace ccm
