// How do numbers come back from simulations in other processes?

#include "sim/commands/verify/laboratory.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <span>
#include <system_error>

#include "sim/campaign.hpp"

namespace ccm {
namespace {

/// Memory that children write and their parent reads.
class SharedNumbers {
 public:
  explicit SharedNumbers(std::size_t count) : bytes_(std::max<std::size_t>(1, count) * sizeof(double)) {
    memory_ = mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory_ == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "cannot share memory");
  }
  ~SharedNumbers() { munmap(memory_, bytes_); }
  SharedNumbers(const SharedNumbers&) = delete;
  SharedNumbers& operator=(const SharedNumbers&) = delete;

  [[nodiscard]] std::span<double> all() const { return {static_cast<double*>(memory_), bytes_ / sizeof(double)}; }

 private:
  std::size_t bytes_;
  void* memory_;
};

void require_finished(const std::vector<Outcome>& outcomes) {
  for (const Outcome& outcome : outcomes) {
    if (outcome.kind == Outcome::Kind::interrupted) throw Interruption("interrupted");
    if (outcome.kind != Outcome::Kind::finished) throw std::runtime_error("a simulated check failed: " + outcome.message);
  }
}

}  // namespace

Measurements Laboratory::measure(std::size_t asked_for, std::size_t quantities,
                                 const std::function<std::vector<double>(std::size_t run)>& run) const {
  const std::size_t runs = asked_for * thoroughness_;
  const SharedNumbers numbers(runs * quantities);
  const Task task = [&](std::size_t index, const std::function<void(double)>&) {
    const std::vector<double> found = run(index);
    for (std::size_t q = 0; q < quantities; ++q) numbers.all()[q * runs + index] = found.at(q);
  };
  require_finished(run_forked(runs, jobs_, task, [&](double share, std::size_t) { progress_(share); }));
  Measurements measured;
  for (std::size_t q = 0; q < quantities; ++q) {
    const auto of_quantity = numbers.all().subspan(q * runs, runs);
    measured.emplace_back(of_quantity.begin(), of_quantity.end());
  }
  return measured;
}

}  // namespace ccm
