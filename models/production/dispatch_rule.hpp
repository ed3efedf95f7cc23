#pragma once
/// Which of the batches that wait at a machine goes first.

#include <cstdint>
#include <span>
#include <string_view>

#include "models/units.hpp"

namespace ccm {

/// A batch that waits at a machine.
struct WaitingBatch {
  Seconds arrived{0};          // at this machine
  Seconds due{0};              // when all of its work should be done
  Seconds time{0};             // planned time at this machine, >= 0
  Seconds remaining{0};        // planned time of all work from here on, this machine included, >= 0
  std::uint64_t sequence = 0;  // a number of its own, which breaks ties
};

/// A rule: its name in scenario files, what it does in one line, and the number that orders batches, least first.
struct DispatchRule {
  std::string_view name;
  std::string_view summary;
  std::string_view source;
  double (*urgency)(const WaitingBatch&, Seconds now);
};

/// All rules; `ccmsim list`, the schema and the error for an unknown name come from this table. fifo, the first, is the default.
/// fifo: the time of arrival at the machine. edd: the due time. spt: the time at this machine. cr: the critical ratio (due - now) /
/// remaining, below 1 if the batch will be late; without remaining work -infinity past the due time, 0 at it and +infinity before it.
/// Source: [PanwalkarIskander1977].     Tested by: tests/models/dispatch_rule_test.cpp.
[[nodiscard]] std::span<const DispatchRule> dispatch_rules();

/// The rule of that name. Throws ModelError if there is none.
[[nodiscard]] const DispatchRule& dispatch_rule(std::string_view name);

/// The place in `waiting` of the batch that goes first: least urgency, then least arrival, then least sequence number. ModelError if
/// nothing waits.     Tested by: tests/models/dispatch_rule_test.cpp.
[[nodiscard]] std::size_t first_in_line(const DispatchRule& rule, std::span<const WaitingBatch> waiting, Seconds now);

}  // namespace ccm
