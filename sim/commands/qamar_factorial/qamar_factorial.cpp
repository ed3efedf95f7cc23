// What does the analysis of variance of Qamar and Aziz (2023) print, and what comes of problems that can be computed?

#include "sim/commands/qamar_factorial/qamar_factorial.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/commands/qamar_factorial/factorial_findings.hpp"
#include "sim/commands/qamar_factorial/factorial_tables.hpp"
#include "sim/commands/text_table.hpp"

namespace ccm {
namespace {

/// The number in a format such as "{:.2f}", or nothing.
std::string shown(const ResultCell& cell, const char* format) {
  const auto* number = std::get_if<double>(&cell);
  return number ? fmt::format(fmt::runtime(format), *number) : "";
}

/// Below the smallest double, about 1e-308, it has become 0.
std::string probability(const ResultCell& cell) { return shown(cell, "{:.2g}") == "0" ? "<1e-300" : shown(cell, "{:.2g}"); }

std::string whole(const ResultCell& cell) { return fmt::format("{}", std::get<std::int64_t>(cell)); }

const std::string& text(const ResultCell& cell) { return std::get<std::string>(cell); }

std::string factors_page(const ResultTable& effects) {
  TextTable page({{"factor", Align::left}, {"", Align::left}, {"low"}, {"high"}, {"profit at low"}, {"at high"}, {"effect"}, {"printed"}});
  for (const auto& row : effects.rows) {
    const std::string printed = std::holds_alternative<std::string>(row[7]) ? text(row[7]) + shown(row[8], "{:.0f}") : "";
    page.add({text(row[0]), text(row[1]), shown(row[2], "{}"), shown(row[3], "{}"), shown(row[4], "{:.1f}"), shown(row[5], "{:.1f}"),
              shown(row[6], "{:+.1f}"), printed});
  }
  return "Fig. 5: mean profits at the two levels (printed: the sign by Fig. 5, the size by Table 5)\n" + page.text();
}

std::string table_5_page(const ResultTable& table) {
  TextTable page({{"", Align::left}, {"SS"}, {"df"}, {"F"}, {"p"}, {"%"}, {"printed: SS"}, {"F"}, {"%"}, {"by its SS: F"}, {"%"}});
  for (const auto& row : table.rows)
    page.add({text(row[0]), shown(row[1], "{:.3e}"), whole(row[2]), shown(row[4], "{:.4g}"), probability(row[5]), shown(row[6], "{:.4f}"),
              shown(row[7], "{:.3e}"), shown(row[8], "{:.2f}"), shown(row[9], "{:.2f}"), shown(row[10], "{:.2f}"),
              shown(row[11], "{:.2f}")});
  return "\nTable 5 (its caption says 4): analysis of variance of the profits of 64 problems; ours with all but 13 effects\n"
         "pooled as the paper does\n" +
         page.text();
}

bool is_worth_a_line(const std::vector<ResultCell>& row) {
  const bool main = text(row[0]).size() == 1, certain = std::holds_alternative<double>(row[6]) && std::get<double>(row[6]) < 0.01;
  return main || certain || std::holds_alternative<std::monostate>(row[1]);
}

std::string replicated_page(const ResultTable& table) {
  TextTable page({{"", Align::left}, {"effect"}, {"±"}, {"SS"}, {"df"}, {"F"}, {"p"}, {"%"}});
  for (const auto& row : table.rows)
    if (is_worth_a_line(row))
      page.add({text(row[0]), shown(row[1], "{:+.2f}"), shown(row[2], "{:.2f}"), shown(row[3], "{:.3e}"), whole(row[4]),
                shown(row[5], "{:.4g}"), probability(row[6]), shown(row[7], "{:.4f}")});
  return fmt::format(
      "\nWith an error: all 63 effects and {} replications, which share their chance (here the main effects, and what has p < 0.01)\n{}"
      "± is the 95 % interval by the effect's own variation over the replications; F compares all with one error.\n",
      factorial_replications, page.text());
}

std::string listed(const std::string& title, const std::vector<std::string>& findings) {
  std::string list = "\n" + title + "\n";
  for (const std::string& finding : findings) {
    list += "- ";
    for (const char letter : finding) list += letter == '\n' ? std::string("\n  ") : std::string(1, letter);
    list += "\n";
  }
  return list;
}

Json one_line_each(const std::vector<std::string>& findings) {
  Json lines = Json::array();
  for (std::string finding : findings) {
    std::ranges::replace(finding, '\n', ' ');
    lines.push_back(finding);
  }
  return lines;
}

std::vector<ResultTable> tables_of(const FactorialStudy& study) {
  return {main_effects(study), pooled_table_5(study), replicated_table_5(study), cost_and_profit(study), half_normal_table(study)};
}

}  // namespace

std::string qamar_factorial_page() {
  const FactorialStudy study = solve_factorial();
  return fmt::format(
             "Qamar and Aziz (2023), section 4.2: six factors at two levels\n"
             "The paper's problems are not published; ours are those of scenarios/experiments/qamar_2k.yaml (seed {}).\n\n",
             factorial_seed) +
         factors_page(main_effects(study)) + table_5_page(pooled_table_5(study)) +
         listed("What contradicts what in the paper", contradictions_of_table_5()) +
         listed("What our problems say", findings_of_our_problems(study)) + replicated_page(replicated_table_5(study));
}

Json qamar_factorial_document() {
  const FactorialStudy study = solve_factorial();
  Json document = {{"seed", factorial_seed}, {"replications", factorial_replications}};
  for (const ResultTable& table : tables_of(study)) document[table.name] = to_json(table);
  document["contradictions"] = one_line_each(contradictions_of_table_5());
  document["findings"] = one_line_each(findings_of_our_problems(study));
  return document;
}

std::vector<ResultTable> qamar_factorial_tables() { return tables_of(solve_factorial()); }

}  // namespace ccm
