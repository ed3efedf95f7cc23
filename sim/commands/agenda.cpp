// Which replication is next, and are there enough?

#include "sim/commands/agenda.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ccm {

std::vector<std::int64_t> numbers_between(std::int64_t first, std::int64_t last) {
  std::vector<std::int64_t> numbers(static_cast<std::size_t>(std::max<std::int64_t>(0, last - first + 1)));
  std::iota(numbers.begin(), numbers.end(), first);
  return numbers;
}

Agenda::Agenda(std::vector<std::int64_t> numbers, const std::optional<ReplicationRuleOptions>& rule) : numbers_(std::move(numbers)) {
  if (!rule) return;
  rule_.emplace(*rule);
  decision_.at_least = rule->minimum;
}

std::optional<RunId> Agenda::next() {
  if (decided() || next_ == numbers_.size()) return std::nullopt;
  return RunId{1, numbers_[next_++]};
}

void Agenda::hear(std::int64_t number, const RunValues& values) {
  heard_.emplace(number, values);
  while (rule_ && !decided() && decision_.n < numbers_.size() && heard_.contains(numbers_[decision_.n]))
    decision_ = rule_->add(heard_.at(numbers_[decision_.n]));
}

bool Agenda::complete() const { return rule_ ? decided() : heard_.size() == numbers_.size(); }

std::vector<std::int64_t> Agenda::kept() const {
  const std::size_t count = decided() ? decision_.n : numbers_.size();
  std::vector<std::int64_t> kept;
  for (std::size_t i = 0; i < count; ++i)
    if (heard_.contains(numbers_[i])) kept.push_back(numbers_[i]);
  return kept;
}

bool Agenda::reached() const { return std::ranges::all_of(precision(), &OutputPrecision::reached); }

std::size_t Agenda::expected() const {
  if (!rule_) return numbers_.size();
  double expected = static_cast<double>(decision_.n + decision_.at_least);
  for (const OutputPrecision& output : precision()) expected = std::max(expected, output.projected.value_or(0));
  return static_cast<std::size_t>(std::min(expected, static_cast<double>(numbers_.size())));
}

}  // namespace ccm
