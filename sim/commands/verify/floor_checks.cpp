// Do machines queue as queueing theory says?
//
// Orders come as Poisson processes, delayed by a constant, and never lack people. Of each simulation the first period is left out, which
// is more than twenty relaxation times 1/(mu (1 - sqrt rho)^2) long for every machine here.

#include <fmt/format.h>

#include <functional>

#include "models/market/matching/closed_forms.hpp"
#include "sim/commands/verify/shop.hpp"
#include "sim/commands/verify/topics.hpp"

namespace ccm {
namespace {

constexpr const char* theory = "[Kleinrock1975]";

/// A number that is asked of every simulation, and what it should be in the mean.
struct Question {
  std::string name;
  double expected = 0;
  std::function<double(const ShopLog&)> answer;
  std::string source = theory;
};

Measurements ask(const Laboratory& laboratory, const Shop& shop, const std::vector<Question>& questions) {
  const Scenario scenario = scenario_of(shop);
  return laboratory.measure(16, questions.size(), [&](std::size_t run) {
    const ShopLog log = work_in(scenario, run);
    std::vector<double> answers;
    for (const Question& question : questions) answers.push_back(question.answer(log));
    return answers;
  });
}

std::vector<Check> checks_of(const Laboratory& laboratory, const Shop& shop, const std::vector<Question>& questions) {
  const Measurements found = ask(laboratory, shop, questions);
  std::vector<Check> checks;
  for (std::size_t q = 0; q < questions.size(); ++q)
    checks.push_back(mean_check(questions[q].name, questions[q].expected, found[q], questions[q].source));
  return checks;
}

// ---- what is asked of a machine ----

Question wait_at(const std::string& machine, const std::string& name, double expected_min) {
  return {name + ": mean wait, min", expected_min, [machine](const ShopLog& log) { return log.machines.at(machine).wait_min(); }};
}

Question queue_at(const std::string& machine, const std::string& name, double expected) {
  return {name + ": mean queue", expected, [machine](const ShopLog& log) { return log.machines.at(machine).queue.mean(); }};
}

Question utilisation_of(const std::string& machine, const std::string& name, double expected) {
  return {name + ": utilisation", expected, [machine](const ShopLog& log) { return log.machines.at(machine).utilisation.mean(); }};
}

/// The time average of the number that waits, over the arrivals in that time and their mean wait.
Question little_at(const std::string& machine, const std::string& name) {
  const auto ratio = [machine](const ShopLog& log) {
    const MachineLog& seen = log.machines.at(machine);
    return seen.queue.sum * shop_period_h / seen.waited_h;
  };
  return {name + ": area of the queue over all waits", 1, ratio, "[Little1961]"};
}

/// Of a machine with exponential times and Poisson arrivals: what M/M/c says.
double exponential_queue(const Shop& shop, const ShopMachine& machine) {
  const double busy = load(shop, machine);
  return busy * pooled_wait(busy, machine.units);
}

double exponential_wait_min(const Shop& shop, const ShopMachine& machine) {
  return 60 * exponential_queue(shop, machine) / arrivals_per_hour(shop, machine);
}

// ---- the shops ----

/// Departures of M/M/1 are a Poisson process, so that the second machine is M/M/1 too. The third is a group; its set-ups are part of the
/// times.
std::vector<Check> exponential(const Laboratory& laboratory) {
  const Shop shop{.machines = {{"first"}, {"second"}, {"group", 3, "power: 6 kW, setup_power: 12 kW, idle_power: 1 kW"}},
                  .orders = {{"tandem", 3.6, {{"first", 10}, {"second", 10}}}, {"pooled", 4.2, {{"group", 25, 5}}}}};
  const ShopMachine &first = shop.machines[0], &second = shop.machines[1], &group = shop.machines[2];
  const double busy = load(shop, group), setup = 5.0 / 30;
  const double kwh = shop_period_h * (busy * (setup * 12 + (1 - setup) * 6) + (3 - busy) * 1);
  return checks_of(laboratory, shop,
                   {utilisation_of("first", "M/M/1 machine", load(shop, first)),
                    wait_at("first", "M/M/1 machine", exponential_wait_min(shop, first)),
                    queue_at("first", "M/M/1 machine", exponential_queue(shop, first)),
                    wait_at("second", "second machine of a tandem", exponential_wait_min(shop, second)),
                    utilisation_of("group", "M/M/3 machines", busy / 3),
                    wait_at("group", "M/M/3 machines", exponential_wait_min(shop, group)),
                    queue_at("group", "M/M/3 machines", exponential_queue(shop, group)),
                    little_at("group", "M/M/3 machines"),
                    {"M/M/3 machines: energy of 500 h, kWh", kwh, [](const ShopLog& log) { return log.machines.at("group").kwh.mean(); },
                     "set-up, work and idling by hand"}});
}

/// Pollaczek and Khinchine: rho / (1 - rho) (1 + variation^2) / 2 service times.
double general_wait(double rho, double variation) { return rho / (1 - rho) * (1 + variation * variation) / 2; }

std::vector<Check> lognormal(const Laboratory& laboratory, double variation) {
  const Shop shop{.machines = {{"lathe"}}, .orders = {{"job", 3, {{"lathe", 10}}}}, .times = "lognormal", .variation = variation};
  const double expected = 10 * general_wait(load(shop, shop.machines[0]), variation);
  return checks_of(laboratory, shop, {wait_at("lathe", fmt::format("M/G/1 machine, variation {}", variation), expected)});
}

/// lambda (sigma_a^2 + sigma_s^2) / (2 (1 - rho)) of what was seen, in minutes.
double kingman_bound(const MachineLog& seen) {
  const double rho = seen.works_min.mean() / seen.gaps_min.mean();
  return (seen.gaps_min.variance() + seen.works_min.variance()) / seen.gaps_min.mean() / (2 * (1 - rho));
}

/// With fixed times the order of two machines makes no difference to the sum of the waits, and behind the slower machine nobody would wait
/// at the faster one, so that the sum is the wait of M/D/1 at the slower. The bound is proved for independent times between arrivals. Those
/// of departures are not quite, but the bound is more than twice the wait here.
std::vector<Check> fixed(const Laboratory& laboratory) {
  const Shop shop{.machines = {{"first"}, {"second"}, {"third"}, {"fourth"}},
                  .orders = {{"equal", 3, {{"first", 10}, {"second", 12}}},
                             {"short", 1.5, {{"third", 10}, {"fourth", 4}}},
                             {"long", 1.5, {{"third", 10}, {"fourth", 20}}}},
                  .times = "fixed"};
  const auto both = [](const ShopLog& log) { return log.machines.at("first").wait_min() + log.machines.at("second").wait_min(); };
  const std::vector<Question> questions{
      wait_at("first", "M/D/1 machine", 10 * general_wait(0.5, 0)),
      {"tandem with fixed times: sum of mean waits, min", 12 * general_wait(0.6, 0), both, "[Friedman1965]"},
      wait_at("fourth", "machine behind one with fixed times", 0),
      {"bound", 0, [](const ShopLog& log) { return kingman_bound(log.machines.at("fourth")); }}};
  const Measurements found = ask(laboratory, shop, questions);
  return {mean_check(questions[0].name, questions[0].expected, found[0], theory),
          mean_check(questions[1].name, questions[1].expected, found[1], questions[1].source),
          bound_check(questions[2].name, found[3], found[2], "[Kingman1962]")};
}

/// Orders of several services cross machines on routes of their own, one of them twice; with equal times for all at a machine, each machine
/// is as if alone.
std::vector<Check> network(const Laboratory& laboratory) {
  const Shop shop{.machines = {{"saw", 2}, {"lathe"}, {"mill"}},
                  .orders = {{"through", 1.2, {{"saw", 36}, {"lathe", 12}, {"mill", 12}}},
                             {"again", 0.9, {{"lathe", 12}, {"mill", 12}, {"lathe", 12}}},
                             {"back", 0.6, {{"mill", 12}, {"saw", 36}}}}};
  std::vector<Question> questions;
  double inside = 0, orders_per_hour = 0;
  for (const ShopOrders& orders : shop.orders) orders_per_hour += orders.per_hour;
  for (const ShopMachine& machine : shop.machines) {
    const double queue = exponential_queue(shop, machine);
    inside += queue + load(shop, machine);
    questions.push_back(queue_at(machine.name, "open network, " + machine.name, queue));
    questions.back().source = "[Kelly1975]";
    questions.push_back(little_at(machine.name, "open network, " + machine.name));
  }
  questions.push_back({"open network: mean time of an order, min", 60 * inside / orders_per_hour,
                       [](const ShopLog& log) { return log.sojourn_min.mean(); }, "[Kelly1975]"});
  return checks_of(laboratory, shop, questions);
}

/// Two services of constant times, of which the shorter goes first, or nobody: sum rho_i Wq_i does not change.
std::vector<Check> priorities(const Laboratory& laboratory, const char* dispatch) {
  const double rho_short = 0.3, rho_long = 0.3, rho = rho_short + rho_long;
  const Shop shop{.machines = {{"press"}},
                  .orders = {{"short", rho_short * 60 / 6, {{"press", 6}}}, {"long", rho_long * 60 / 24, {{"press", 24}}}},
                  .times = "fixed",
                  .dispatch = dispatch};
  const double remaining_min = (rho_short * 6 + rho_long * 24) / 2;
  const auto wait = [](const char* orders) { return [orders](const ShopLog& log) { return log.waits_min.at(orders).mean(); }; };
  const auto sum = [=](const ShopLog& log) { return rho_short * wait("short")(log) + rho_long * wait("long")(log); };
  const Question conserved{fmt::format("{}: sum of utilisations times waits, min", dispatch), rho * remaining_min / (1 - rho), sum,
                           "[Kleinrock1976]"};
  const double wait_short = remaining_min / (1 - rho_short);
  if (dispatch == std::string("fifo")) return checks_of(laboratory, shop, {conserved});
  return checks_of(laboratory, shop,
                   {conserved,
                    {"spt: mean wait of short work, min", wait_short, wait("short"), "[Cobham1954]"},
                    {"spt: mean wait of long work, min", wait_short / (1 - rho), wait("long"), "[Cobham1954]"}});
}

/// The due time leaves 60 ms beside the hour of production, so that only an order that starts at once can meet it. As many who ask do not
/// buy, and what was kept free for them is free again when they say so.
std::vector<Check> loss(const Laboratory& laboratory) {
  const Shop shop{.machines = {{"printer", 3}},
                  .orders = {{"print", 2.1, {{"printer", 60}}}},
                  .times = "fixed",
                  .promises = "reserved",
                  .due = "60.001 min",
                  .lookers_per_hour = 2.1};
  const double busy = load(shop, shop.machines[0]), refused = erlang_loss(busy, 3);
  return checks_of(
      laboratory, shop,
      {{"reserved time on 3 machines, no queue: share refused", refused, [](const ShopLog& log) { return log.refused / log.requests; }},
       utilisation_of("printer", "reserved time on 3 machines, no queue", busy * (1 - refused) / 3)});
}

}  // namespace

std::vector<Check> floor_checks(const Laboratory& laboratory) {
  std::vector<Check> all;
  for (const std::vector<Check>& checks :
       {exponential(laboratory), lognormal(laboratory, 0.5), lognormal(laboratory, 1.2), fixed(laboratory), network(laboratory),
        priorities(laboratory, "fifo"), priorities(laboratory, "spt"), loss(laboratory)})
    all.insert(all.end(), checks.begin(), checks.end());
  return all;
}

}  // namespace ccm
