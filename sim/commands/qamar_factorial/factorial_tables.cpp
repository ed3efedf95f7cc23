// Which data lie behind Table 5 and Figs. 4 and 5 when the problems are known?

#include "sim/commands/qamar_factorial/factorial_tables.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/anova/half_normal.hpp"
#include "analysis/anova/means.hpp"
#include "sim/commands/qamar_factorial/printed_table_5.hpp"

namespace ccm {
namespace {

using Row = std::vector<ResultCell>;

ResultCell count(std::size_t number) { return static_cast<std::int64_t>(number); }

ResultCell printed(const char* number) { return number ? ResultCell(std::stod(number)) : ResultCell(); }

ResultCell sign(int printed_sign) { return printed_sign == 0 ? ResultCell() : ResultCell(printed_sign > 0 ? "+" : "-"); }

/// What is printed of a row, and what its sum of squares says.
Row printed_cells(const PrintedTerm* term, std::size_t degrees_of_freedom) {
  if (!term) return Row(5);
  Row cells{printed(term->sum_of_squares), printed(term->f), printed(term->share), {}, {}};
  const bool compared = term->term != printed_residual.term && term->term != printed_total.term;
  if (compared) cells[3] = f_by_squares(*term, static_cast<double>(degrees_of_freedom)).value;
  if (compared) cells[4] = share_by_squares(*term).value;
  return cells;
}

Row table_5_row(const std::string& name, const AnovaLine& line, const PrintedTerm* beside) {
  Row row{name,
          line.sum_of_squares,
          count(line.degrees_of_freedom),
          result_cell(line.mean_square),
          result_cell(line.f),
          result_cell(line.p),
          result_cell(line.contribution)};
  for (ResultCell& one : printed_cells(beside, line.degrees_of_freedom)) row.push_back(std::move(one));
  return row;
}

}  // namespace

ResultTable cost_and_profit(const FactorialStudy& study) {
  ResultTable table{"fig4_cost_profit", {"rank", "problem"}, {}};
  for (const QamarFactor& factor : qamar_factors) table.head.emplace_back(factor.name);
  table.head.insert(table.head.end(), {"cost_currency", "plan_cost_currency", "unit_cost_currency_per_unit", "profit_currency"});
  std::vector<std::size_t> order(study.problems.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return study.problems[i].profit; });
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const FactorialProblem& problem = study.problems[order[rank]];
    Row row{count(rank + 1), count(order[rank] + 1)};
    row.insert(row.end(), problem.factors.begin(), problem.factors.end());
    row.insert(row.end(), {problem.cost, problem.plan_cost, problem.unit_cost, problem.profit});
    table.rows.push_back(std::move(row));
  }
  return table;
}

ResultTable main_effects(const FactorialStudy& study) {
  ResultTable table{"fig5_effects",
                    {"factor", "name", "low", "high", "mean_profit_low_currency", "mean_profit_high_currency", "effect_currency",
                     "printed_sign", "printed_size_currency"},
                    {}};
  for (std::size_t i = 0; i < qamar_factors.size(); ++i) {
    const QamarFactor& factor = qamar_factors[i];
    const auto means = level_means(study.first, i, {});
    const PrintedTerm* beside = printed_term(factor.letter);
    table.rows.push_back({std::string(factor.letter), std::string(factor.name), factor.low, factor.high, means[0].mean, means[1].mean,
                          means[1].mean - means[0].mean, sign(factor.printed_sign),
                          beside ? ResultCell(effect_by_squares(*beside)) : ResultCell()});
  }
  return table;
}

ResultTable pooled_table_5(const FactorialStudy& study) {
  const AnovaTable analysis = pooled_analysis(study);
  ResultTable table{"table5",
                    {"term", "sum_of_squares", "degrees_of_freedom", "mean_square", "f", "p", "contribution_percent",
                     "printed_sum_of_squares", "printed_f", "printed_percent", "f_by_printed_squares", "percent_by_printed_squares"},
                    {}};
  table.rows.push_back(table_5_row("Model", analysis.model, &printed_model));
  for (std::size_t i = 0; i < analysis.terms.size(); ++i) {
    const std::string letters = letters_of(printed_model_terms()[i]);
    table.rows.push_back(table_5_row(letters, analysis.terms[i], printed_term(letters)));
  }
  table.rows.push_back(table_5_row("Residual", analysis.residual, &printed_residual));
  table.rows.push_back(table_5_row("Total", analysis.total, &printed_total));
  return table;
}

ResultTable replicated_table_5(const FactorialStudy& study) {
  const AnovaTable analysis = replicated_analysis(study);
  ResultTable table{
      "table5_replicated",
      {"term", "effect_currency", "half_width_currency", "sum_of_squares", "degrees_of_freedom", "f", "p", "contribution_percent"},
      {}};
  const auto add = [&](const std::string& name, const Row& effect, const AnovaLine& line) {
    table.rows.push_back({name, effect[0], effect[1], line.sum_of_squares, count(line.degrees_of_freedom), result_cell(line.f),
                          result_cell(line.p), result_cell(line.contribution)});
  };
  const std::vector<Term> terms = all_factorial_terms();
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const Estimate effect = estimated_effect(study, terms[i]);
    add(letters_of(terms[i]), {effect.mean, result_cell(effect.half_width)}, analysis.terms[i]);
  }
  add("Replications", Row(2), *analysis.blocks);
  add("Residual", Row(2), analysis.residual);
  add("Total", Row(2), analysis.total);
  return table;
}

ResultTable half_normal_table(const FactorialStudy& study) {
  const std::vector<Effect> all = effects_in(study, 0, all_factorial_terms());
  const LenthLimits limits = lenth_limits(all);
  ResultTable table{"half_normal",
                    {"term", "effect_currency", "magnitude_currency", "half_normal_quantile", "lenth_margin_currency",
                     "lenth_simultaneous_margin_currency", "printed"},
                    {}};
  for (const HalfNormalPoint& point : half_normal_plot(all))
    table.rows.push_back({point.name, std::ranges::find(all, point.name, &Effect::name)->value, point.magnitude, point.quantile,
                          limits.margin_of_error, limits.simultaneous_margin_of_error, printed_term(point.name) ? "yes" : "no"});
  return table;
}

}  // namespace ccm
