// Do the formulas, and a simulated provider, give the tables of Qamar and Aziz (2023)?

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

#include "scenarios/load.hpp"
#include "sim/commands/qamar_case_study.hpp"
#include "sim/commands/qamar_factorial/printed_table_5.hpp"
#include "sim/commands/verify/topics.hpp"
#include "sim/qamar_2023_table3.hpp"
#include "sim/simulation.hpp"

namespace ccm {
namespace {

constexpr const char* table_1 = "[QamarAziz2023] Table 1";
constexpr const char* table_3 = "[QamarAziz2023] Table 3";
constexpr const char* table_5 = "[QamarAziz2023] Table 5";

/// A set is one of each part: 34 minutes on machines of 235 kW min in all.
std::vector<Check> table_1_checks(const Json& computed) {
  const double energy = 235 * 0.0335;
  // Wages of the cheapest eligible levels per shift of 450 minutes, times minutes, over the routes P1 1, P2 1 and P3 2.
  const double labour =
      (2 * 130 + 2 * 180 + 3 * 130 + 4 * 180 + 4 * 150 + 3 * 130 + 3 * 150 + 3 * 150 + 3 * 180 + 4 * 150 + 3 * 150) / 450.0;
  const auto obtained = [&](const char* key) { return computed.at(key).get<double>(); };
  return {{"Table 1: energy per set, kW min at 0.0335", energy, obtained("energy_per_set"), floating_point(energy), table_1},
          {"Table 1: labour per set", labour, obtained("labour_per_set"), floating_point(labour), table_1},
          {"Table 1: movement per set, groups {1, 6} and the rest", 0.037947, obtained("movement_per_set"), last_printed_digit("0.037947"),
           "enumeration of all groupings"}};
}

/// Half a unit of the last printed digit: the paper rounds.
Tolerance half_a_digit(const std::string& printed) { return {last_printed_digit(printed).value / 2, "rounded to the printed digit"}; }

/// Every cell of Table 3, as it is printed; the column "reference effect" is a mixture of profit and revenue. One cell is printed as
/// 1302.0, and with that the column would not sum to its total.
std::vector<Check> table_3_checks(const Json& strategies) {
  static constexpr std::array cells{"price-takers", "negotiators", "bargainers", "total"};
  std::vector<Check> checks;
  for (const Json& column : strategies) {
    if (column.at("printed").is_null()) continue;
    const std::string kind = column.contains("mixture") ? "mixture" : "profits";
    for (std::size_t k = 0; k < cells.size(); ++k) {
      const std::string printed = column.at("printed").at(k);
      const bool corrected = printed == "1302.0";
      const double total = column.at(kind == "mixture" ? "mixture_total" : "total");
      checks.push_back(
          {fmt::format("Table 3: {}, {}{}", column.at("strategy").get<std::string>(), cells[k], corrected ? ", corrected" : ""),
           corrected ? 1302.1 : std::stod(printed), k < 3 ? column.at(kind).at(k).get<double>() : total, half_a_digit(printed), table_3});
    }
  }
  return checks;
}

/// The total that the text gives with more digits, and what the paper could have printed: the profits of the best single price and of Eq.
/// 13 in its three readings.
std::vector<Check> corrected_checks(const Json& strategies) {
  const std::map<std::string, std::string> corrected{{"fixed_first", "2419.165"},
                                                     {"uniform", "2835.832"},
                                                     {"eq13_plugged", "3636.807"},
                                                     {"eq13_sequential", "3743.891"},
                                                     {"eq13_joint", "3792.004"}};
  std::vector<Check> checks;
  for (const Json& column : strategies) {
    const auto expected = corrected.find(column.at("strategy"));
    if (expected == corrected.end()) continue;
    const bool in_text = expected->first == "fixed_first";
    checks.push_back({(in_text ? "text on Table 3: " : "Table 3 corrected: ") + expected->first, std::stod(expected->second),
                      column.at("total"), half_a_digit(expected->second),
                      in_text ? "[QamarAziz2023] section 4.1" : "linear system by hand, alpha 100, C 6.5194935"});
  }
  return checks;
}

/// As the sums of squares make it, which are rounded as much as the number.
Check by_squares(const std::string& what, const Rounded& computed, const std::string& printed) {
  const double last_digit = last_printed_digit(printed).value;
  return {
      "Table 5: " + what, std::stod(printed), computed.value, {computed.error + last_digit / 2, "rounding of printed numbers"}, table_5};
}

/// The printed analysis of variance against itself: F and shares by its sums of squares. One share is printed wrong.
std::vector<Check> table_5_checks() {
  std::vector<Check> checks{by_squares("F of the model", f_by_squares(printed_model, printed_model_df), printed_model.f)};
  for (const PrintedTerm& term : printed_terms) {
    const bool corrected = term.term == "A";
    checks.push_back(by_squares(fmt::format("F of {}", term.term), f_by_squares(term), term.f));
    checks.push_back(by_squares(fmt::format("{} of {}, %", corrected ? "corrected share" : "share", term.term), share_by_squares(term),
                                corrected ? "58.97" : term.share));
  }
  const Rounded rest = squares_without_row();
  checks.push_back({"Table 5: SS of the model less its rows", 0, rest.value, {rest.error, "rounding of printed numbers"}, table_5});
  return checks;
}

/// Mean profit per period of the simulated provider; demand is Poisson around the paper's and profit linear in it, so the means are equal.
Check simulated(const Laboratory& laboratory, const std::string& strategy, double expected, const char* source) {
  const Scenario scenario =
      load_scenario_text(qamar_2023_table3, "qamar_2023_table3.yaml", {"minifactories.rsp.pricing.strategy=" + strategy}).scenario;
  const auto profit = [&](std::size_t run) {
    double sum = 0;
    Recorder recorder;
    recorder.connect<PeriodRecord>([&](const PeriodRecord& period) { sum += period.profit; });
    simulate(scenario, run + 1, recorder);
    return std::vector{sum / static_cast<double>(scenario.time.periods)};
  };
  return mean_check("simulated profit per period: " + strategy, expected, laboratory.measure(30, 1, profit).at(0), source);
}

}  // namespace

std::vector<Check> paper_checks(const Laboratory& laboratory) {
  const Json study = qamar_document();
  std::vector<Check> checks = table_1_checks(study.at("table_1"));
  const Json& strategies = study.at("table_3").at("strategies");
  std::ranges::move(table_3_checks(strategies), std::back_inserter(checks));
  std::ranges::move(corrected_checks(strategies), std::back_inserter(checks));
  std::ranges::move(table_5_checks(), std::back_inserter(checks));
  checks.push_back(simulated(laboratory, "differential", 3002.498, table_3));
  checks.push_back(simulated(laboratory, "fixed_first", 2419.165, table_3));
  checks.push_back(simulated(laboratory, "uniform", 2835.832, "best single price, [Varian1989]"));
  return checks;
}

}  // namespace ccm
