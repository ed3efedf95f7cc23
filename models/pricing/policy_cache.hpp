#pragma once
/// Equal pricing programs are solved once.

#include <map>
#include <memory>

#include "models/pricing/optimal/dynamic_program.hpp"

namespace ccm {

/// Answers by the content of the program, bit for bit. Holds the answers of so many programs and then starts again with none, which changes
/// no answer since solving is a pure function.     Tested by: tests/models/pricing_program_test.cpp.
class PolicyCache {
 public:
  explicit PolicyCache(std::size_t capacity = 256) : capacity_(capacity) {}
  [[nodiscard]] std::shared_ptr<const DynamicProgram> solve(const PricingProgram& program);
  [[nodiscard]] std::int64_t solved() const { return solved_; }
  [[nodiscard]] std::int64_t asked() const { return asked_; }

 private:
  std::size_t capacity_;
  std::map<std::vector<double>, std::shared_ptr<const DynamicProgram>> known_;
  std::int64_t solved_ = 0, asked_ = 0;
};

}  // namespace ccm
