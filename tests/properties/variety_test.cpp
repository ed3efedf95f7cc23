// Do the random scenarios really contain what the properties speak of?

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <sstream>

#include "scenarios/load.hpp"
#include "sim/campaign.hpp"
#include "tests/properties/market_run.hpp"
#include "tests/properties/random_scenario.hpp"
#include "tests/support/process.hpp"

namespace ccm::test {
namespace {

constexpr std::size_t scenarios = 60;
constexpr int wanted = 3;  // scenarios in which each situation must occur

/// A word for each situation that occurred in the run.
std::set<std::string> situations(const MarketRun& run) {
  std::set<std::string> words;
  for (const OrderRecord& order : run.orders()) words.emplace(order.state);
  for (const OrderRecord& order : run.orders())
    if (order.started_at_d > order.joined_at_d) words.emplace("waited");
  for (const OrderRecord& order : run.orders())
    if (order.delivered_at_d > order.promised_at_d) words.emplace("late");
  for (const OrderRecord& order : run.orders())
    if (order.state == "open" && order.accepted_at_d) words.emplace("open_contract");
  for (const QuoteRecord& quote : run.quotes()) words.emplace(fmt::format("answer_{}", quote.answer));
  for (const MessageRecord& row : run.recording.all<MessageRecord>())
    if (row.lost > 0) words.emplace(fmt::format("lost_{}", row.kind));
  for (const PlanRecord& row : run.recording.all<PlanRecord>())
    if (row.route > 1) words.emplace("second_route");
  for (const PlanRecord& row : run.recording.all<PlanRecord>()) {
    if (row.plan > 1) words.emplace("replanned");
    if (row.planned_units < row.demand_units && row.planned_units > 0) words.emplace("shared_or_short");
    if (row.marginal_cost && row.average_cost > row.marginal_cost) words.emplace("moves");
  }
  for (const PeriodRecord& row : run.periods()) {
    words.emplace(fmt::format("allocation_{}", row.allocation));
    if (row.rounds > 1) words.emplace("rounds");
    if (row.loss_cost > 0) words.emplace("losses");
  }
  return words;
}

void note_situations(std::size_t number, const std::string& file) {
  MarketRun run{.scenario = load_scenario_text(random_scenario(number), "random").scenario, .recording = {}};
  simulate_into(run.recording, run.scenario);
  std::string text;
  for (const std::string& word : situations(run)) text += word + '\n';
  write_file(file, text);
}

}  // namespace

TEST_CASE("the random scenarios contain every end, every answer, queues, lateness, and losses of every contractual message") {
  const TemporaryDirectory notes;
  const auto file_of = [&](std::size_t i) { return notes / std::to_string(i); };
  const auto outcomes = run_forked(
      scenarios, 2, [&](std::size_t i, const auto&) { note_situations(i, file_of(i)); }, [](double, std::size_t) {});
  std::map<std::string, int> seen;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    std::istringstream words(file_text(file_of(i)));
    for (std::string word; words >> word;) ++seen[word];
  }
  for (const char* situation : {"delivered",
                                "rejected",
                                "no_offer",
                                "expired",
                                "open",
                                "waited",
                                "late",
                                "open_contract",
                                "answer_quote",
                                "answer_refusal",
                                "answer_none",
                                "lost_request",
                                "lost_call_for_quote",
                                "lost_acceptance",
                                "lost_order",
                                "lost_payment",
                                "lost_payout",
                                "second_route",
                                "replanned",
                                "shared_or_short",
                                "moves",
                                "allocation_optimal",
                                "allocation_short",
                                "rounds",
                                "losses"}) {
    INFO(situation);
    CHECK(seen[situation] >= wanted);
  }
}

}  // namespace ccm::test
