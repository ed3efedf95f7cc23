#pragma once
/// Equal allocation problems are solved once.

#include <map>
#include <memory>

#include "models/allocation/problem.hpp"

namespace ccm {

/// Answers by the content of the problem: every number that the solver reads, bit for bit. Holds the answers of so many problems and then
/// starts again with none, which changes no answer since solving is a pure function.     Tested by: tests/models/allocation_cache_test.cpp.
class AllocationCache {
 public:
  explicit AllocationCache(std::size_t capacity = 4096) : capacity_(capacity) {}
  [[nodiscard]] std::shared_ptr<const Allocation> solve(const AllocationProblem& problem);
  [[nodiscard]] std::int64_t solved() const { return solved_; }
  [[nodiscard]] std::int64_t asked() const { return asked_; }

 private:
  std::size_t capacity_;
  std::map<std::vector<double>, std::shared_ptr<const Allocation>> known_;
  std::int64_t solved_ = 0, asked_ = 0;
};

}  // namespace ccm
