// Which batch goes first?

#include "models/production/dispatch_rule.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

#include "models/error.hpp"

namespace ccm {

namespace {

double arrival(const WaitingBatch& batch, Seconds) { return batch.arrived.value(); }
double due_time(const WaitingBatch& batch, Seconds) { return batch.due.value(); }
double time_here(const WaitingBatch& batch, Seconds) { return batch.time.value(); }

double critical_ratio(const WaitingBatch& batch, Seconds now) {
  const Seconds left = batch.due - now;
  if (batch.remaining > Seconds(0)) return left / batch.remaining;
  if (left == Seconds(0)) return 0;
  return left < Seconds(0) ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
}

constexpr std::array all_rules{
    DispatchRule{"fifo", "the batch that came first to the machine", "[PanwalkarIskander1977]", arrival},
    DispatchRule{"edd", "the batch that is due first", "[PanwalkarIskander1977]", due_time},
    DispatchRule{"spt", "the batch that takes the machine the least time", "[PanwalkarIskander1977]", time_here},
    DispatchRule{"cr", "the batch with the least critical ratio: time until it is due over the work that it still needs",
                 "[PanwalkarIskander1977]", critical_ratio},
};

}  // namespace

std::span<const DispatchRule> dispatch_rules() { return all_rules; }

const DispatchRule& dispatch_rule(std::string_view name) {
  const auto found = std::ranges::find(dispatch_rules(), name, &DispatchRule::name);
  require(found != dispatch_rules().end(), "dispatch rule: there is none of that name");
  return *found;
}

std::size_t first_in_line(const DispatchRule& rule, std::span<const WaitingBatch> waiting, Seconds now) {
  require(!waiting.empty(), "dispatch rule: nothing waits");
  const auto order = [&](const WaitingBatch& batch) { return std::tuple(rule.urgency(batch, now), batch.arrived, batch.sequence); };
  return static_cast<std::size_t>(std::ranges::min_element(waiting, {}, order) - waiting.begin());
}

}  // namespace ccm
