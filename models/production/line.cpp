// When does an order start on a line that serves first come, first served?

#include "models/production/line.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {

Line::Line(std::size_t lines) : free_at_(lines, Seconds(0)) { require(lines >= 1, "line: at least one line is needed"); }

std::optional<Job> Line::join(Job job, Seconds now) {
  advance(now);
  job.joined = now;
  Seconds& first_free = *std::ranges::min_element(free_at_);
  first_free = std::max(first_free, now) + job.duration;
  if (running_ == free_at_.size()) {
    queue_.push_back(job);
    return std::nullopt;
  }
  ++running_;
  return job;
}

std::optional<Job> Line::finish(Seconds now) {
  advance(now);
  require(running_ > 0, "line: nothing runs that could finish");
  if (queue_.empty()) {
    --running_;
    return std::nullopt;
  }
  const Job next = queue_.front();
  queue_.pop_front();
  return next;
}

Seconds Line::earliest_start(Seconds now) const { return std::max(now, std::ranges::min(free_at_)); }

double Line::waiting_area(Seconds now) const { return waiting_area_ + static_cast<double>(queue_.size()) * (now - clock_).value(); }

double Line::busy_area(Seconds now) const { return busy_area_ + static_cast<double>(running_) * (now - clock_).value(); }

void Line::advance(Seconds now) {
  require(now >= clock_, "line: time runs backwards");
  waiting_area_ = waiting_area(now);
  busy_area_ = busy_area(now);
  clock_ = now;
}

}  // namespace ccm
