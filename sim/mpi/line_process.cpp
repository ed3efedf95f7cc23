// How do lines of text go to another program and come from it?

#include "sim/mpi/line_process.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace ccm {
namespace {

struct Pipe {
  Descriptor reading, writing;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "cannot make a pipe");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

}  // namespace

LineProcess::LineProcess() {
  Pipe there = make_pipe();
  Pipe back = make_pipe();
  hears_ = std::move(there.reading);
  to_ = std::move(there.writing);
  from_ = std::move(back.reading);
  says_ = std::move(back.writing);
  fcntl(from_.number(), F_SETFL, O_NONBLOCK);
}

void LineProcess::start(const ChildPlan& plan) {
  id_ = ccm::start(plan);
  hears_.close();
  says_.close();
}

void LineProcess::send(const std::string& line) {
  const std::string text = line + "\n";
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t written = write(to_.number(), text.data() + done, text.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    done += static_cast<std::size_t>(written);
  }
}

void LineProcess::read_all() {
  std::array<char, 65536> part;
  while (from_.number() >= 0) {
    const ssize_t size = read(from_.number(), part.data(), part.size());
    if (size < 0) return;  // nothing now, or a signal: the next look will tell
    if (size == 0) from_.close();
    unread_.append(part.data(), static_cast<std::size_t>(size));
  }
}

std::vector<std::string> LineProcess::lines() {
  read_all();
  std::vector<std::string> complete;
  std::size_t begin = 0;
  for (std::size_t end = unread_.find('\n'); end != std::string::npos; end = unread_.find('\n', begin)) {
    complete.push_back(unread_.substr(begin, end - begin));
    begin = end + 1;
  }
  unread_.erase(0, begin);
  return complete;
}

void LineProcess::signal(int number) const {
  if (!ending_) kill(id_, number);
}

std::optional<Ending> LineProcess::ending() {
  if (!ending_) ending_ = ending_of(id_);
  return ending_;
}

Ending LineProcess::wait() {
  if (!ending_) ending_ = wait_for(id_);
  return *ending_;
}

}  // namespace ccm
