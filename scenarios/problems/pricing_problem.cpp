// Which pricing question does a file ask, and has it the keys of that question?

#include "scenarios/problems/pricing_problem.hpp"

#include <fmt/format.h>

#include <array>

#include "scenarios/problems/fields.hpp"
#include "scenarios/problems/pricing_reading.hpp"

namespace ccm {
namespace {

enum class Question { over_time, one_period, common_reference };

Question question_of(const PricingWords& spec) {
  if (!spec.types) return Question::over_time;
  return spec.memory || spec.discount ? Question::common_reference : Question::one_period;
}

constexpr std::array<const char*, 3> described{"one seller over time ('demand')", "several types in one period ('types')",
                                               "several types over time ('types' with 'memory')"};

/// Which questions have a key.
struct Belongs {
  const char* key;
  bool there;
  std::array<bool, 3> to;
};

void refuse_keys_of_others(const PricingFile& file, Question question) {
  const PricingWords& s = file.spec;
  const std::array table{Belongs{"demand", s.demand.has_value(), {true, false, false}},
                         Belongs{"memory", s.memory.has_value(), {true, false, true}},
                         Belongs{"discount", s.discount.has_value(), {true, false, true}},
                         Belongs{"horizon", s.horizon.has_value(), {true, false, false}},
                         Belongs{"start", s.start.has_value(), {true, false, true}},
                         Belongs{"method", s.method.has_value(), {true, false, false}},
                         Belongs{"grid", s.grid.has_value(), {true, false, false}},
                         Belongs{"show", s.show.has_value(), {true, false, true}},
                         Belongs{"gamma", s.gamma.has_value(), {false, true, false}},
                         Belongs{"strategy", s.strategy.has_value(), {false, true, false}},
                         Belongs{"scale_cost", s.scale_cost.has_value(), {false, true, false}},
                         Belongs{"cost_rule", s.cost_rule.has_value(), {false, true, false}}};
  for (const auto& [key, there, to] : table)
    if (there && !to[static_cast<std::size_t>(question)])
      file.mistake(fmt::format(".{}", key), fmt::format("'{}' has no meaning for {}", key, described[static_cast<std::size_t>(question)]),
                   "Leave it out, or ask another question.");
}

}  // namespace

std::vector<std::string> names_of(const std::vector<PricedType>& types) {
  std::vector<std::string> names;
  for (std::size_t k = 0; k < types.size(); ++k) names.push_back(types[k].name.value_or(fmt::format("type {}", k + 1)));
  return names;
}

PriceMemory memory_of(const PricingFile& file) {
  const MemoryWords words = file.needed(file.spec.memory, "memory", MemoryWords{.theta = 0.0});
  const bool peak_end = words.kind == MemoryWord::peak_end, last_price = words.kind == MemoryWord::last_price;
  if (!words.theta && !last_price)
    file.mistake(".memory", "the memory needs the key 'theta'", "Weight of the past in the reference price.");
  if (words.theta && last_price)
    file.mistake(".memory.theta", "whoever remembers the last price gives the past no weight", "Leave it out.");
  if (words.extreme && !peak_end) file.mistake(".memory.extreme", "only peak_end remembers an extreme price");
  if (last_price) return {MemoryKind::last_price, 0};
  const bool highest = words.extreme == ExtremeWord::highest;
  return {!peak_end ? MemoryKind::exponential
          : highest ? MemoryKind::peak_end_highest
                    : MemoryKind::peak_end_lowest,
          words.theta.value_or(0)};
}

const AnyType& pricing_type() { return pricing_keys(); }

PricingTask read_pricing(const Node& root, Reader& reader) {
  const PricingWords spec = read_all(pricing_keys(), root, reader);
  const PricingFile file{spec, root, reader};
  if (!spec.demand && !spec.types)
    file.mistake("", "a pricing problem needs 'demand' or 'types'",
                 "Demand of one type over time, or several types, each with its own price.");
  reader.throw_mistakes();
  const Question question = question_of(spec);
  refuse_keys_of_others(file, question);
  PricingTask task{.question = {}, .currency = spec.currency};
  if (question == Question::over_time) task.question = read_prices_over_time(file);
  if (question == Question::one_period) task.question = read_prices_of_types(file);
  if (question == Question::common_reference) task.question = read_common_reference_prices(file);
  reader.throw_mistakes();
  return task;
}

}  // namespace ccm
