// Which factors and interactions matter?

#include "sim/commands/experiment/factorial_results.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/anova/anova.hpp"
#include "analysis/anova/half_normal.hpp"
#include "analysis/anova/means.hpp"
#include "analysis/anova/two_level.hpp"
#include "analysis/designs/factorial.hpp"
#include "models/error.hpp"

namespace ccm {
namespace {

using Row = std::vector<ResultCell>;

/// Interactions of more factors are hardly ever real, and there are very many of them.
constexpr std::size_t all_orders_up_to = 6;

std::size_t smallest_count(const std::vector<std::vector<double>>& values) {
  return std::ranges::min_element(values, {}, [](const auto& one) { return one.size(); })->size();
}

/// The effects of a fraction that can be told apart: the first of each alias set.
std::vector<Term> terms_of_fraction(const FractionalFactorial& fraction) {
  std::vector<Term> terms;
  for (const auto& set : fraction.alias_sets)
    if (set.front().factors != 0) terms.push_back(factors_of(set.front()));
  return terms;
}

std::vector<ResultCell> lenth_margins(const std::vector<Effect>& effects) {
  const LenthLimits limits = lenth_limits(effects);
  return {limits.margin_of_error, limits.simultaneous_margin_of_error};
}

class FactorialAnalyst {
 public:
  FactorialAnalyst(const Study& study, const StudyValues& values, std::optional<std::size_t> order)
      : study_(study), values_(values), order_(order) {
    const auto* fractional = std::get_if<FractionalFactorialDesign>(&study.experiment().design);
    if (fractional) describe(*fractional);
  }

  StudyAnalysis analyse() {
    for (std::size_t output = 0; output < study_.outputs().size(); ++output) try_output(output);
    for (ResultTable* table : {&anova_, &effects_, &main_, &interactions_})
      if (!table->rows.empty()) analysis_.tables.push_back(std::move(*table));
    return std::move(analysis_);
  }

 private:
  void describe(const FractionalFactorialDesign& design) {
    std::vector<std::string> generators;
    for (const Located& generator : design.generators) generators.push_back(generator.text);
    fraction_ = fractional_factorial(study_.experiment().factors.size(), generators);
    std::string text = fmt::format("Resolution {}. Effects that cannot be told apart (letters are factors in their order):",
                                   fraction_->resolution ? std::to_string(*fraction_->resolution) : "full");
    for (const auto& set : fraction_->alias_sets)
      if (set.size() > 1) text += fmt::format("\n  {}", to_text(set));
    analysis_.notes.push_back(std::move(text));
  }

  void try_output(std::size_t output) {
    try {
      add_output(output);
    } catch (const ModelError& error) {
      analysis_.notes.push_back(fmt::format("No analysis of variance of {}: {}.", study_.outputs()[output].name, error.what()));
    }
  }

  void add_output(std::size_t output) {
    FactorialResults results{{}, study_.design().levels, values_.by_output[output]};
    for (const Factor& factor : study_.experiment().factors) results.factors.push_back(factor.name);
    require_balanced(results);
    const auto terms = terms_for(smallest_count(results.values));
    const Replications replications = study_.experiment().chance == Chance::common ? Replications::blocks : Replications::independent;
    const AnovaTable table = fraction_ ? anova_of_fraction(results, terms, replications) : anova(results, terms, replications);
    add_anova(output, table);
    add_main_effects(output, results, table.residual);
    add_interactions(output, results);
    if (has_two_levels()) add_effects(output, results);
  }

  [[nodiscard]] std::vector<Term> terms_for(std::size_t replications) const {
    const std::size_t factors = study_.experiment().factors.size();
    if (fraction_) return terms_of_fraction(*fraction_);
    const std::size_t usual = replications > 1 && factors <= all_orders_up_to ? factors : 2;
    return terms_up_to(factors, std::min(order_.value_or(usual), factors));
  }

  [[nodiscard]] bool has_two_levels() const {
    return std::ranges::all_of(study_.experiment().factors, [](const Factor& factor) { return factor.levels.size() == 2; });
  }

  void add_anova(std::size_t output, const AnovaTable& table) {
    add_line(output, table.model);
    for (const AnovaLine& line : table.terms) add_line(output, line);
    for (const auto& line : {table.blocks, std::optional(table.residual), table.lack_of_fit, table.pure_error, std::optional(table.total)})
      if (line) add_line(output, *line);
  }

  void add_line(std::size_t output, const AnovaLine& line) {
    anova_.rows.push_back({study_.outputs()[output].name, line.name, line.sum_of_squares,
                           static_cast<std::int64_t>(line.degrees_of_freedom), result_cell(line.mean_square), result_cell(line.f),
                           result_cell(line.p), result_cell(line.contribution)});
  }

  void add_main_effects(std::size_t output, const FactorialResults& results, const AnovaLine& error) {
    for (std::size_t factor = 0; factor < results.factors.size(); ++factor)
      for (const LevelMean& mean : level_means(results, factor, error))
        main_.rows.push_back(
            {study_.outputs()[output].name, results.factors[factor], value(factor, mean.level), mean.mean, result_cell(mean.half_width)});
  }

  void add_interactions(std::size_t output, const FactorialResults& results) {
    for (std::size_t first = 0; first < results.factors.size(); ++first)
      for (std::size_t second = first + 1; second < results.factors.size(); ++second) {
        const auto means = interaction_means(results, first, second);
        for (std::size_t i = 0; i < means.size(); ++i)
          for (std::size_t j = 0; j < means[i].size(); ++j)
            interactions_.rows.push_back({study_.outputs()[output].name, results.factors[first], value(first, i), results.factors[second],
                                          value(second, j), result_cell(means[i][j])});
      }
  }

  /// All effects that can be told apart, by rising magnitude.
  void add_effects(std::size_t output, const FactorialResults& results) {
    const std::size_t factors = results.factors.size();
    const auto all =
        effects(results, fraction_ ? terms_of_fraction(*fraction_) : terms_up_to(factors, std::min(factors, all_orders_up_to)));
    const bool unreplicated = results.values.front().size() == 1 && all.size() >= 3;
    const std::vector<ResultCell> margins = unreplicated ? lenth_margins(all) : std::vector<ResultCell>(2);
    for (const HalfNormalPoint& point : half_normal_plot(all)) {
      const auto effect = std::ranges::find(all, point.name, &Effect::name);
      effects_.rows.push_back({study_.outputs()[output].name, point.name, effect->value, point.quantile, margins[0], margins[1]});
    }
  }

  [[nodiscard]] const std::string& value(std::size_t factor, std::size_t level) const {
    return value_of(study_.experiment().factors[factor], level);
  }

  const Study& study_;
  const StudyValues& values_;
  std::optional<std::size_t> order_;
  std::optional<FractionalFactorial> fraction_;
  StudyAnalysis analysis_;
  ResultTable anova_{
      "anova", {"output", "term", "sum_of_squares", "degrees_of_freedom", "mean_square", "f", "p", "contribution_percent"}, {}};
  ResultTable effects_{"effects", {"output", "effect", "value", "half_normal_quantile", "lenth_margin", "lenth_simultaneous_margin"}, {}};
  ResultTable main_{"main_effects", {"output", "factor", "level", "mean", "half_width"}, {}};
  ResultTable interactions_{"interactions", {"output", "first_factor", "first_level", "second_factor", "second_level", "mean"}, {}};
};

}  // namespace

StudyAnalysis factorial_analysis(const Study& study, const StudyValues& values, std::optional<std::size_t> order) {
  return FactorialAnalyst(study, values, order).analyse();
}

}  // namespace ccm
