// Which keys may a scenario file have, what do they mean, and what are their units and limits?

#include "scenarios/schema.hpp"

#include <algorithm>

#include "scenarios/part_counts.hpp"
#include "scenarios/schema_types.hpp"

namespace ccm {
namespace {

TypePtr<TimeSpec> time_type() {
  return share(
      Record<TimeSpec>("the time section")
          .key(&TimeSpec::period, duration({.low = 60, .high = longest_time}),
               {"period", "Length of one planning and pricing period.", qamar})
          .key(&TimeSpec::periods, integer_type(1, most_periods), {"periods", "How many periods are simulated."})
          .key(&TimeSpec::warm_up, integer_type(0, most_periods),
               {"warm_up", "How many first periods the summary leaves out; the tables keep them."})
          .key(&TimeSpec::shift, duration({.low = 60, .high = 86400}), {"shift", "Length of one shift, for wages per shift.", qamar}));
}

TypePtr<PlaceSpec> place_type() {
  return share(Record<PlaceSpec>("a place").required(&PlaceSpec::at, coordinates_type(),
                                                     {"at", "Latitude and longitude in degrees, north and east positive."}));
}

TypePtr<Travel> travel_type() {
  return share(Record<Travel>("the travel section")
                   .key(&Travel::detour, number_type(between(1, 10)), {"detour", "Road distance divided by great-circle distance."})
                   .key(&Travel::speed, quantity<KilometresPerHour>(Dimension::speed, {.low = 0.1, .high = 2000}),
                        {"speed", "Mean speed of deliveries on the road."})
                   .key(&Travel::handling, duration(at_least(0)), {"handling", "Time for loading and unloading, once per delivery."}));
}

TypePtr<NetworkSpec> network_type() {
  return share(
      Record<NetworkSpec>("the network section")
          .key(&NetworkSpec::latency, duration(between(0, 60)), {"latency", "Latency of every access link that does not say its own."})
          .key(&NetworkSpec::bandwidth, bandwidth(),
               {"bandwidth", "Bandwidth, in each direction, of every access link that does not say its own."})
          .optional(&NetworkSpec::backbone, link_type(),
                    {"backbone", "One link that all messages cross; without it, the core is never the bottleneck."})
          .key(&NetworkSpec::contention, choice<Contention>({"bulk", "all", "none"}),
               {"contention",
                "Which messages share links with each other: those that carry product data (bulk), all, or none. 'all' is exact and slow."})
          .key(&NetworkSpec::message_size, bytes(), {"message_size", "Size of a message without product data."})
          .key(&NetworkSpec::retry, duration({.low = 1, .high = longest_time}),
               {"retry",
                "Contracts, product data and payments that a failure has stopped are sent again after this time until they arrive."})
          .optional(
              &NetworkSpec::platform, text_type(),
              {"platform",
               "A SimGrid platform file (XML) to use instead of the star of access links; its path is relative to the scenario. Actors then stand on the hosts of their 'host' keys, or of their names."}));
}

TypePtr<OperationSpec> operation_type() {
  return share(
      Record<OperationSpec>("an operation")
          .required(&OperationSpec::machine, text_type(),
                    {"machine", "Name of the machine; a minifactory that lacks it cannot run this route."})
          .required(&OperationSpec::minutes, number_type({.low = 0, .high = 1e6, .low_excluded = true}),
                    {"minutes", "Processing time of one unit, in minutes of working time.", "mu_xyr of [QamarAziz2023]"})
          .key(&OperationSpec::yield, number_type({.low = 0, .high = 1, .low_excluded = true}),
               {"yield", "Share of the units started here that come out good; more are started to make up for the others.", "[ISO14051]"}));
}

TypePtr<MaterialSpec> material_type() {
  return share(
      Record<MaterialSpec>("the material section")
          .required(&MaterialSpec::mass, quantity<Kilograms>(Dimension::mass, at_least(0)), {"mass", "Mass of one unit."})
          .required(&MaterialSpec::price, quantity<MoneyPerKilogram>(Dimension::mass_price, at_least(0)),
                    {"price", "Price of new material."})
          .key(&MaterialSpec::recycled, share_type(),
               {"recycled", "Share of the mass lost that enters the first operation again in place of new material.", "[Schmidt2015]"}));
}

TypePtr<PartSpec> part_type() {
  return share(
      Record<PartSpec>("a part")
          .required(&PartSpec::routes, list_of(list_of(operation_type(), 1), 1),
                    {"routes", "Alternative routes; each is a list of operations in their order.", qamar})
          .key(&PartSpec::setup_cost, money(), {"setup_cost", "Cost of setting up one batch.", "SC_x of Eq. 2"})
          .key(&PartSpec::holding_cost, money(), {"holding_cost", "Cost of holding one unit for one period.", "HC_x of Eq. 2"})
          .key(&PartSpec::move_cost, money(),
               {"move_cost", "Cost of moving one batch from one machine group to another.", "MoveCost_x of Eq. 2"})
          .optional(&PartSpec::material, material_type(),
                    {"material", "What it is made of, for material and waste cost; without it they are not counted.", "[ISO14051]"}));
}

TypePtr<ServiceSpec> service_type() {
  return share(Record<ServiceSpec>("a service")
                   .required(&ServiceSpec::parts, part_counts_type(), {"parts", "What one unit of the service consists of.", qamar})
                   .key(&ServiceSpec::product_data, bytes(),
                        {"product_data", "Size of the product data (a CAD model) that travels with the order.", "[Rauch2016], section 3.3"})
                   .optional(&ServiceSpec::due, duration(above(0)),
                             {"due", "A minifactory that cannot deliver this soon after being asked refuses; without it, none refuses."}));
}

TypePtr<OperatorSpec> operator_type() {
  return share(
      with_site(Record<OperatorSpec>("the operator section"))
          .key(&OperatorSpec::quotes, integer_type(1, 1000),
               {"quotes", "How many of the nearest capable minifactories are asked for a quote.", "[Rauch2016], section 3.3"})
          .key(&OperatorSpec::commission, share_type(), {"commission", "Share of every payment that the operator keeps."})
          .key(&OperatorSpec::quote_deadline, duration(above(0)),
               {"quote_deadline", "How long the operator waits for quotes; it goes on as soon as all have answered.",
                "FIPA contract net SC00029H"})
          .key(
              &OperatorSpec::call_rounds, integer_type(1, 100),
              {"call_rounds",
               "Rounds of the call for quotes. After each but the last, the better half of the quotes is called again, and their sellers may concede; with 1 the first quotes stand.",
               "FIPA iterated contract net SC00030H"})
          .key(
              &OperatorSpec::contract_net, choice<ContractNet>({"full", "brief"}),
              {"contract_net",
               "Whether minifactories are told that their quote was not taken, and the operator that an order is done (full), or not (brief).",
               "FIPA contract net SC00029H"}));
}

TypePtr<EventSpec> event_type() {
  return share(
      Record<EventSpec>("an event")
          .required(&EventSpec::at, duration(at_least(0)), {"at", "When it happens."})
          .optional(&EventSpec::host, text_type(), {"host", "The actor ('operator', a minifactory or a segment) whose host goes down."})
          .optional(&EventSpec::link, text_type(),
                    {"link", "The actor whose access link goes down, or 'backbone'; with a platform file, the name of a link there."})
          .optional(&EventSpec::machine, text_type(), {"machine", "The machine that fails, as MINIFACTORY.MACHINE."})
          .optional(&EventSpec::worker, text_type(), {"worker", "The worker level that is away, as MINIFACTORY.WORKER."})
          .required(&EventSpec::down, duration(above(0)), {"down", "For how long."}));
}

TypePtr<ResultsSpec> results_type() {
  return share(
      Record<ResultsSpec>("the results section")
          .key(&ResultsSpec::orders, boolean_type(), {"orders", "Whether to write the table of orders, which has a row per request."})
          .key(&ResultsSpec::quotes, boolean_type(),
               {"quotes", "Whether to write the table of quotes, which has a row per call for a quote."})
          .key(&ResultsSpec::machines, boolean_type(),
               {"machines", "Whether to write the table of machines, which has a row per machine and period."})
          .key(&ResultsSpec::work, boolean_type(),
               {"work", "Whether to write the table of work, which has a row per operation, worker level and period."})
          .key(&ResultsSpec::mfca, boolean_type(),
               {"mfca", "Whether to write the table of material flow costs, which has two rows per machine and period."})
          .key(&ResultsSpec::negotiations, boolean_type(),
               {"negotiations", "Whether to write the table of negotiations, which has a row per talk about a price."})
          .key(&ResultsSpec::bulletin, boolean_type(),
               {"bulletin", "Whether to write the table of published prices, which has a row per publication, service and customer type."})
          .key(&ResultsSpec::estimates, boolean_type(),
               {"estimates",
                "Whether to write the table of estimates, which has a row per period and customer type of each minifactory that learns."}));
}

const Record<Scenario>& table() {
  static const Record<Scenario> record =
      Record<Scenario>("a scenario")
          .required(&Scenario::format, integer_type(1, 1), {"ccmsim", "Version of the file format."})
          .required(&Scenario::name, text_type(), {"name", "One line that says what the scenario is."})
          .optional(&Scenario::question, text_type(), {"question", "The question that the scenario answers."})
          .key(&Scenario::seed, integer_type(0, std::numeric_limits<std::int64_t>::max()), {"seed", "Seed of all chance."})
          .key(&Scenario::currency, currency_type(), {"currency", "Currency of all money in the file and in the results."})
          .key(&Scenario::time, time_type(), {"time", "Periods and shifts."})
          .key(&Scenario::places, named_map("place", place_type()), {"places", "Places by name."})
          .key(&Scenario::travel, travel_type(), {"travel", "How deliveries travel."})
          .key(&Scenario::network, network_type(), {"network", "The information network, simulated by SimGrid."})
          .key(&Scenario::market, market_type(),
               {"market", "How prices form, what is published of them, and what they are paid for.", "[Rauch2016], section 3.3"})
          .required(&Scenario::parts, named_map("part", part_type()), {"parts", "Part types by name.", qamar})
          .required(&Scenario::services, named_map("service", service_type()), {"services", "What customers can order, by name.", qamar})
          .required(&Scenario::cloud_operator, operator_type(),
                    {"operator", "The operator of the cloud platform.", "[Rauch2016], section 3.3"})
          .required(&Scenario::customers, list_of(segment_type(), 1), {"customers", "Customer segments."})
          .required(&Scenario::minifactories, list_of(minifactory_type(), 1), {"minifactories", "The resource service providers."})
          .key(&Scenario::events, list_of(event_type()), {"events", "What goes down, when, and for how long."})
          .key(&Scenario::results, results_type(), {"results", "What to write."});
  return record;
}

}  // namespace

const Type<Scenario>& scenario_type() { return table(); }

std::vector<KeyDoc> scenario_keys() {
  std::vector<KeyDoc> keys;
  table().list_keys("", keys);
  keys.push_back({"templates", "a map from names to maps", "empty", "Maps that other maps take over with 'like: NAME'.", ""});
  keys.push_back({"like", "the name of a template", "none",
                  "In any map: starts from the template; maps are merged key by key, everything else is replaced.", ""});
  keys.push_back({"count", "a whole number from 0 to 100000", "none",
                  "In an item of 'customers', 'minifactories' or 'events': makes that many, named NAME_1, NAME_2, ...", ""});
  keys.push_back({"each", "a list", "none",
                  "In an item with 'count', as {each: [...]} in place of a value: item i takes the i-th value, and the list repeats.", ""});
  keys.push_back({"uniform", "[low, high]", "none",
                  "In an item with 'count', as {uniform: [low, high]} in place of a number: drawn for each item from a stream of its own.",
                  ""});
  keys.push_back({"normal", "[mean, standard deviation]", "none", "As 'uniform', from a normal distribution.", ""});
  keys.push_back({"choice", "a list", "none", "As 'uniform', one of the values.", ""});
  return keys;
}

}  // namespace ccm
