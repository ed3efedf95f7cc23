// How do checks read, and did they all pass?

#include "sim/commands/verify/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "sim/commands/text_table.hpp"

namespace ccm {
namespace {

struct Tally {
  std::size_t all = 0, differing = 0;
};

Tally tally_of(const std::vector<TopicChecks>& topics) {
  Tally tally;
  for (const TopicChecks& one : topics) {
    tally.all += one.checks.size();
    tally.differing += static_cast<std::size_t>(std::ranges::count_if(one.checks, std::not_fn(passes)));
  }
  return tally;
}

std::string verdict(const Tally& tally) {
  const std::string outcome =
      tally.differing == 0 ? "all passed" : fmt::format("{} differ{}", tally.differing, tally.differing == 1 ? "s" : "");
  return fmt::format("{} check{}, {}\n", tally.all, tally.all == 1 ? "" : "s", outcome);
}

Json row_of(const std::string& topic, const Check& check) {
  return {{"topic", topic},
          {"name", check.name},
          {"expected", check.expected},
          {"relation", check.relation == Relation::equal ? "equal" : "at_most"},
          {"obtained", check.obtained},
          {"tolerance", check.tolerance.value},
          {"tolerance_kind", check.tolerance.why},
          {"source", check.source},
          {"passed", passes(check)}};
}

std::string expected_text(const Check& check) {
  return fmt::format("{}{:.8g}", check.relation == Relation::equal ? "" : "<= ", check.expected);
}

}  // namespace

std::string verify_page(const std::vector<TopicChecks>& topics) {
  TextTable table({{"topic", Align::left},
                   {"check", Align::left},
                   {"expected"},
                   {"obtained"},
                   {"tolerance"},
                   {"because of", Align::left},
                   {"source", Align::left},
                   {"", Align::left}});
  for (const auto& [topic, checks] : topics)
    for (const Check& check : checks)
      table.add({topic, check.name, expected_text(check), fmt::format("{:.8g}", check.obtained),
                 fmt::format("{:.1e}", check.tolerance.value), check.tolerance.why, check.source, passes(check) ? "passed" : "DIFFERS"});
  return table.text() + "\n" + verdict(tally_of(topics));
}

Json verify_document(const std::vector<TopicChecks>& topics) {
  Json rows = Json::array();
  for (const auto& [topic, checks] : topics)
    for (const Check& check : checks) rows.push_back(row_of(topic, check));
  const Tally tally = tally_of(topics);
  return {{"checks", std::move(rows)}, {"count", tally.all}, {"differing", tally.differing}};
}

Exit verify_exit(const std::vector<TopicChecks>& topics) { return tally_of(topics).differing == 0 ? Exit::ok : Exit::difference; }

}  // namespace ccm
