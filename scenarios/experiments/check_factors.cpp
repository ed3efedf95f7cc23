// Can the design use the factors' levels and ranges, and is every key set once?

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "scenarios/dimension.hpp"
#include "scenarios/experiments/check.hpp"
#include "scenarios/experiments/experiment_keys.hpp"

namespace ccm {
namespace {

/// What a design wants of a factor.
enum class Wish { levels, two_levels, levels_or_range, nothing };

Wish wish_of(const DesignSpec& design) {
  constexpr std::array wishes{Wish::levels,          Wish::nothing,         Wish::two_levels,     Wish::two_levels,
                              Wish::levels_or_range, Wish::levels_or_range, Wish::levels_or_range};
  static_assert(wishes.size() == std::variant_size_v<DesignSpec>);
  return wishes.at(design.index());
}

/// Texts that mean the same number are the same level.
std::string normal_form(const std::string& level) {
  const auto measure = split_measure(level);
  return measure ? number_text(measure->number) + " " + measure->unit : level;
}

class FactorCheck {
 public:
  FactorCheck(const ExperimentSpec& spec, std::size_t index, Reader& reader)
      : factor_(spec.factors[index]),
        wish_(wish_of(spec.design)),
        design_(design_names()[spec.design.index()]),
        path_(fmt::format(".factors[{}]", index)),
        reader_(reader) {}

  void check() {
    if (factor_.key.has_value() == !factor_.keys.empty()) mistake("", "a factor has either 'key' or 'keys'", "Say which keys it sets.");
    check_wish();
    check_levels();
    factor_.range ? check_range(*factor_.range) : check_without_range();
  }

 private:
  void mistake(const std::string& key, std::string message, std::string advice) {
    reader_.mistake(reader_.mark_of(path_ + key), std::move(message), std::move(advice));
  }

  void check_wish() {
    const bool levels = !factor_.levels.empty(), range = factor_.range.has_value();
    if (wish_ == Wish::nothing && (levels || range))
      mistake(levels ? ".levels" : ".range", fmt::format("the points of a {} give the values of its factors", design_), "Take it out.");
    if (wish_ == Wish::levels_or_range && levels == range)
      mistake("", fmt::format("a factor of {} has either 'range' or 'levels'", design_), "For example range: [1, 10].");
    if (wish_ != Wish::levels && wish_ != Wish::two_levels) return;
    if (range) mistake(".range", fmt::format("{} needs levels, not a range", design_), "For example levels: [1, 10].");
    if (!range && !levels) mistake("", fmt::format("a factor of {} needs the key 'levels'", design_), "For example levels: [1, 10].");
    if (wish_ == Wish::two_levels && levels && factor_.levels.size() != 2)
      mistake(".levels", fmt::format("{} needs exactly 2 levels, not {}", design_, factor_.levels.size()), "A grid takes any number.");
  }

  void check_levels() {
    std::map<std::string, std::string> known;
    for (const Located& level : factor_.levels) {
      const auto [first, is_new] = known.emplace(normal_form(level.text), level.text);
      if (!is_new)
        reader_.mistake(level.where, fmt::format("the level {} is the same as {}", in_quotes(level.text), in_quotes(first->second)));
    }
  }

  void check_without_range() {
    if (factor_.scale == Scale::log) mistake(".scale", "a scale needs a range", "Levels are taken as they are.");
    if (factor_.whole) mistake(".whole", "'whole' needs a range", "Levels are taken as they are.");
  }

  void check_range(const RangeEnds& range) {
    if (range.low >= range.high) mistake(".range", "the low end is not below the high end", "Write [low, high].");
    if (factor_.scale == Scale::log && range.low <= 0) mistake(".range", "a range on a log scale is above 0", "Or use scale: linear.");
    if (factor_.whole && (!whole(range.low) || !whole(range.high)))
      mistake(".range", "the ends of a range of whole numbers are whole numbers, at most 10^15", "");
  }

  static bool whole(double number) { return std::trunc(number) == number && std::abs(number) <= 1e15; }

  const FactorSpec& factor_;
  Wish wish_;
  const std::string& design_;
  std::string path_;
  Reader& reader_;
};

/// Reports what would be set twice.
class SetOnce {
 public:
  explicit SetOnce(Reader& reader) : reader_(reader) {}

  void add(const Located& path) {
    const auto [first, is_new] = known_.emplace(path.text, path.where);
    if (!is_new)
      reader_.mistake(path.where, fmt::format("{} is set twice", in_quotes(path.text)),
                      fmt::format("It is set already in line {}.", first->second.line));
  }

 private:
  Reader& reader_;
  std::map<std::string, Mark> known_;
};

}  // namespace

void check_factors(const ExperimentSpec& spec, Reader& reader) {
  SetOnce once(reader);
  if (spec.seed) once.add({"seed", reader.mark_of(".seed")});
  for (const Located& setting : spec.settings) once.add({setting.text.substr(0, setting.text.find('=')), setting.where});
  for (std::size_t i = 0; i < spec.factors.size(); ++i) {
    FactorCheck(spec, i, reader).check();
    if (spec.factors[i].key) once.add(*spec.factors[i].key);
    for (const Located& key : spec.factors[i].keys) once.add(key);
  }
}

}  // namespace ccm
