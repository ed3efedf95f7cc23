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

constexpr std::size_t scenarios = 120;
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
  for (const MessageRecord& row : run.recording.all<MessageRecord>())
    if (row.duplicates > 0) words.emplace(fmt::format("duplicate_{}", row.kind));
  if (run.recording.messages("request").sent > std::ssize(run.orders())) words.emplace("asked_again");
  const bool resumes = run.scenario.network.transfers == Transfers::resume;
  if (run.recording.messages("order").lost > 0) words.emplace(resumes ? "resumed" : "restarted");
  for (const ShipmentRecord& trip : run.recording.all<ShipmentRecord>()) {
    if (trip.orders > 1) words.emplace("shared_trip");
    if (trip.mass_kg > 0 && trip.mass_kg == vehicle_named(run.scenario, std::string(trip.vehicle)).payload.value())
      words.emplace("several_trips");
    if (!run.scenario.roads.empty()) words.emplace("roads");
  }
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

/// The same of matching.
std::set<std::string> ways_of_matching(const MarketRun& run) {
  std::set<std::string> words;
  for (const OrderRecord& order : run.orders())
    if (order.delivered_at_d && *order.lots > 1) words.emplace(fmt::format("{} lots", std::min<std::int64_t>(*order.lots, 3)));
  for (const LotRecord& lot : run.recording.all<LotRecord>()) words.emplace(lot.stage ? "stages" : "split");
  for (const LotRecord& lot : run.recording.all<LotRecord>())
    if (!lot.onward.empty()) words.emplace("onward");
  for (const OrderRecord& order : run.orders())
    if (order.promised_at_d && service_named(run.scenario, std::string(order.service)).due &&
        *order.promised_at_d - *order.offered_at_d > in_days(*service_named(run.scenario, std::string(order.service)).due))
      words.emplace("later than due");
  std::map<std::int64_t, int> asked;
  for (const QuoteRecord& quote : run.quotes()) asked[quote.request] += quote.round == 1;
  for (const auto& [request, count] : asked)
    if (count > run.scenario.cloud_operator.quotes) words.emplace("widened");
  words.emplace(run.scenario.cloud_operator.matching);
  return words;
}

/// The same of floors.
std::set<std::string> ways_of_making(const MarketRun& run) {
  std::set<std::string> words;
  for (const OperationRecord& row : run.recording.all<OperationRecord>()) {
    words.emplace(row.good_units ? *row.good_units < row.started_units ? "scrap" : "good" : "interrupted");
    if (row.setup_min > 0) words.emplace("set up");
    if (row.queued_at_d < row.began_at_d) words.emplace("queued");
    if ((row.ended_at_d - row.began_at_d) * 1440 > row.setup_min + row.work_min + 1) words.emplace("over the end of a shift");
  }
  for (const PeriodRecord& row : run.periods())
    if (row.written_off > 0) words.emplace("written off");
  std::map<std::int64_t, std::string_view> chosen;
  for (const QuoteRecord& quote : run.quotes())
    if (quote.chosen == 1 && !chosen.emplace(quote.request, quote.minifactory).second) words.emplace("quoted again");
  for (const OrderRecord& order : run.orders()) {
    words.emplace(order.state);
    if (order.delivered_at_d && chosen.contains(order.request) && chosen.at(order.request) != order.minifactory) words.emplace("moved");
  }
  for (const char* kind : {"delay", "cancel", "cancelled", "too_late"})
    if (run.recording.messages(kind).delivered > 0) words.emplace(kind);
  for (const char* kind : {"cancel", "cancelled", "delay"})
    if (run.recording.messages(kind).lost > 0) words.emplace(fmt::format("lost {}", kind));
  for (const MinifactorySpec& minifactory : run.scenario.minifactories)
    if (minifactory.floor.kind == FloorKind::machines) {
      words.emplace(minifactory.floor.dispatch);
      words.emplace(minifactory.floor.promises == Promises::reserved ? "reserved" : "estimated");
    }
  return words;
}

using Words = std::set<std::string> (*)(const MarketRun&);

/// In how many scenarios of an author each word occurs.
std::map<std::string, int> seen_in(std::string (*author)(std::uint64_t), Words words) {
  const TemporaryDirectory notes;
  const auto file_of = [&](std::size_t i) { return notes / std::to_string(i); };
  const auto note = [&](std::size_t i, const auto&) {
    MarketRun run{.scenario = load_scenario_text(author(i), "random").scenario, .recording = {}};
    simulate_into(run.recording, run.scenario);
    std::string text;
    for (const std::string& word : words(run)) text += word + '\n';
    write_file(file_of(i), text);
  };
  const auto outcomes = run_forked(scenarios, 2, note, [](double, std::size_t) {});
  std::map<std::string, int> seen;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    std::istringstream noted(file_text(file_of(i)));
    for (std::string word; std::getline(noted, word);) ++seen[word];
  }
  return seen;
}

}  // namespace

TEST_CASE("the random scenarios contain every end, every answer, queues, lateness, and losses of every contractual message") {
  auto seen = seen_in(random_scenario, situations);
  for (const char* situation : {"delivered",
                                "picked_up",
                                "shared_trip",
                                "several_trips",
                                "roads",
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
                                "duplicate_acceptance",
                                "duplicate_payment",
                                "asked_again",
                                "resumed",
                                "restarted",
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

TEST_CASE("in more than five of six random scenarios the operator, another host, a link and a machine fail") {
  int with_all = 0, by_events = 0, at_random = 0;
  for (std::uint64_t number = 0; number < CCM_RANDOM_SCENARIOS; ++number) {
    const Scenario scenario = load_scenario_text(random_scenario(number), "random").scenario;
    std::vector<TargetSpec> targets(scenario.events.begin(), scenario.events.end());
    targets.insert(targets.end(), scenario.failures.begin(), scenario.failures.end());
    const auto any = [&](auto fails) { return std::ranges::any_of(targets, fails); };
    with_all += any([](const TargetSpec& target) { return target.host == "operator"; }) &&
                any([](const TargetSpec& target) { return target.host && target.host != "operator"; }) &&
                any([](const TargetSpec& target) { return target.link.has_value(); }) &&
                any([](const TargetSpec& target) { return target.machine.has_value(); });
    by_events += !scenario.events.empty();
    at_random += !scenario.failures.empty();
  }
  CHECK(with_all >= CCM_RANDOM_SCENARIOS * 5 / 6);
  CHECK(by_events >= CCM_RANDOM_SCENARIOS * 3 / 4);
  CHECK(at_random >= CCM_RANDOM_SCENARIOS * 3 / 4);
}

TEST_CASE("the random matching scenarios split, compose, widen, come later than due, and match by every policy") {
  auto seen = seen_in(random_matching_scenario, ways_of_matching);
  for (const char* situation : {"2 lots", "3 lots", "stages", "split", "onward", "later than due", "widened", "cheapest", "nearest_capable",
                                "earliest", "least_co2", "qos", "least_loaded", "random"}) {
    INFO(situation);
    CHECK(seen[situation] >= (std::string_view(situation) == "3 lots" ? 1 : wanted));  // that many are rare
  }
}

TEST_CASE("the random floors queue, break down, spoil, stop for the night, lose orders, and give them to others") {
  auto seen = seen_in(random_floor_scenario, ways_of_making);
  for (const char* situation : {"scrap",       "interrupted",  "set up",      "queued",    "over the end of a shift",
                                "written off", "quoted again", "moved",       "cancelled", "delay",
                                "cancel",      "too_late",     "lost cancel", "delivered", "fifo",
                                "edd",         "spt",          "cr",          "reserved",  "estimated"}) {
    INFO(situation);
    CHECK(seen[situation] >= wanted);
  }
}

}  // namespace ccm::test
