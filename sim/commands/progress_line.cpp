// How far is it, and how long will it take?

#include "sim/commands/progress_line.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace ccm {
namespace {

constexpr double first_s = 1, terminal_step_s = 0.2, plain_step_s = 10;

}  // namespace

ProgressLine::ProgressLine(Mode mode, std::size_t count, std::string what)
    : silent_(mode == Mode::none),
      in_place_(mode == Mode::automatic && isatty(STDERR_FILENO)),
      count_(count),
      what_(std::move(what)),
      next_s_(in_place_ ? first_s : plain_step_s) {}

ProgressLine::~ProgressLine() {
  if (shown_ && in_place_) std::fputs("\r\033[K", stderr);
}

void ProgressLine::show(double share, std::size_t finished) {
  const double elapsed_s = std::chrono::duration<double>(Clock::now() - start_).count();
  if (silent_ || elapsed_s < next_s_) return;
  next_s_ = elapsed_s + (in_place_ ? terminal_step_s : plain_step_s);
  shown_ = true;
  const std::string line = text(share, finished, elapsed_s);
  std::fputs(in_place_ ? ("\r\033[K" + line).c_str() : (line + "\n").c_str(), stderr);
}

std::string ProgressLine::text(double share, std::size_t finished, double elapsed_s) const {
  if (count_ == 0) return fmt::format("{} {} done", finished, what_);
  const std::string left = share > 0 ? fmt::format(", about {:.0f} s left", elapsed_s * (1 - share) / share) : "";
  return fmt::format("{:3.0f} %, {} of {} {} done{}", 100 * share, finished, count_, what_, left);
}

std::optional<ProgressLine::Mode> progress_mode_named(const std::string& word) {
  if (word == "auto") return ProgressLine::Mode::automatic;
  if (word == "plain") return ProgressLine::Mode::plain;
  if (word == "none") return ProgressLine::Mode::none;
  return std::nullopt;
}

}  // namespace ccm
