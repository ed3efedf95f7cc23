// How did a job go?

#include "sim/mpi/outcome.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

namespace ccm {
namespace {

std::string word_in(const std::string& file) {
  std::string word;
  std::ifstream(file) >> word;
  return word;
}

}  // namespace

OutcomeNotes::OutcomeNotes(std::string file) : file_(std::move(file)) {
  if (file_.empty()) return;
  std::ofstream(file_) << "started\n";
  holder_ = Descriptor(open(file_.c_str(), O_RDONLY | O_CLOEXEC));
  flock(holder_.number(), LOCK_SH);
}

void OutcomeNotes::note(int code) const {
  if (!file_.empty()) std::ofstream(file_) << code << "\n";
}

Outcome::Outcome() : memory_(memfd_create("ccmsim-mpi", MFD_CLOEXEC)) {
  if (memory_.number() < 0) throw std::system_error(errno, std::generic_category(), "cannot make a file in memory");
  file_ = fmt::format("/proc/{}/fd/{}", getpid(), memory_.number());
}

void Outcome::wait_for_release() const {
  const Descriptor mine(open(file_.c_str(), O_RDONLY | O_CLOEXEC));
  while (flock(mine.number(), LOCK_EX) != 0 && errno == EINTR) continue;
}

bool Outcome::is_released() const {
  const Descriptor mine(open(file_.c_str(), O_RDONLY | O_CLOEXEC));
  return has_started() && flock(mine.number(), LOCK_EX | LOCK_NB) == 0;
}

bool Outcome::has_started() const { return !word_in(file_).empty(); }

std::optional<int> Outcome::code() const {
  const std::string word = word_in(file_);
  return word.empty() || word == "started" ? std::nullopt : std::optional(std::stoi(word));
}

}  // namespace ccm
