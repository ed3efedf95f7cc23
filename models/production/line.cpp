// When does an order start on a line that serves first come, first served?

#include "models/production/line.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {

Line::Line(std::size_t lines) : free_at_(lines, Seconds(0)) { require(lines >= 1, "line: at least one line is needed"); }

Seconds Line::assign(const Job& job, Seconds now) {
  Seconds& first_free = *std::ranges::min_element(free_at_);
  return first_free = std::max(first_free, now) + job.duration;
}

void Line::join(Job job, Seconds now) {
  advance(now);
  job.joined = now;
  assign(job, now);
  queue_.push_back(job);
}

std::optional<Job> Line::ready() const {
  if (queue_.empty() || ends_.size() == free_at_.size()) return std::nullopt;
  return queue_.front();
}

Job Line::start(Seconds now) {
  require(ready().has_value(), "line: no job is ready");
  advance(now);
  const Job job = queue_.front();
  queue_.pop_front();
  ends_.push_back(now + job.duration);
  return job;
}

void Line::finish(Seconds now) {
  advance(now);
  require(!ends_.empty(), "line: nothing runs that could finish");
  ends_.erase(std::ranges::min_element(ends_));
}

bool Line::withdraw(std::uint64_t id, Seconds now) {
  const auto found = std::ranges::find(queue_, id, &Job::id);
  if (found == queue_.end()) return false;
  advance(now);
  queue_.erase(found);
  reschedule([](const Job& job) { return job.duration; }, now);
  return true;
}

void Line::reschedule(const std::function<Seconds(const Job&)>& duration, Seconds now) {
  advance(now);
  std::ranges::fill(free_at_, now);
  std::ranges::copy(ends_, free_at_.begin());
  for (Job& job : queue_) {
    job.duration = duration(job);
    assign(job, now);
  }
}

Seconds Line::expected_end(std::uint64_t id, Seconds now) const {
  Line ahead = *this;
  std::ranges::fill(ahead.free_at_, now);
  std::ranges::copy(ends_, ahead.free_at_.begin());
  for (const Job& job : queue_) {
    const Seconds end = ahead.assign(job, now);
    if (job.id == id) return end;
  }
  throw ModelError("line: no job of that id waits");
}

Seconds Line::earliest_start(Seconds now) const { return std::max(now, std::ranges::min(free_at_)); }

Seconds Line::backlog(Seconds now) const {
  Seconds sum{0};
  for (const Seconds free_at : free_at_) sum += std::max(Seconds(0), free_at - now);
  return sum;
}

double Line::waiting_area(Seconds now) const { return waiting_area_ + static_cast<double>(queue_.size()) * (now - clock_).value(); }

double Line::busy_area(Seconds now) const { return busy_area_ + static_cast<double>(ends_.size()) * (now - clock_).value(); }

void Line::advance(Seconds now) {
  require(now >= clock_, "line: time runs backwards");
  waiting_area_ = waiting_area(now);
  busy_area_ = busy_area(now);
  clock_ = now;
}

}  // namespace ccm
