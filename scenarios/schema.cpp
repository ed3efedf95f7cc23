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

TypePtr<OperationSpec> operation_type() {
  return share(
      Record<OperationSpec>("an operation")
          .required(&OperationSpec::machine, text_type(),
                    {"machine", "Name of the machine; a minifactory that lacks it cannot run this route."})
          .required(&OperationSpec::minutes, number_type({.low = 0, .high = 1e6, .low_excluded = true}),
                    {"minutes", "Processing time of one unit, in minutes of working time.", "mu_xyr of [QamarAziz2023]"})
          .key(&OperationSpec::yield, number_type({.low = 0, .high = 1, .low_excluded = true}),
               {"yield", "Share of the units started here that come out good; more are started to make up for the others.", "[ISO14051]"})
          .key(&OperationSpec::setup_minutes, number_type({.low = 0, .high = 1e6}),
               {"setup_minutes", "Time in which the machine is set up for a batch; counted with 'floor: {kind: machines}'."}));
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
          .key(&PartSpec::move_time, duration(at_least(0)),
               {"move_time", "Time of moving one batch from one machine group to another; counted with 'floor: {kind: machines}'."})
          .optional(&PartSpec::material, material_type(),
                    {"material", "What it is made of, for material and waste cost; without it they are not counted.", "[ISO14051]"}));
}

TypePtr<ServiceSpec> service_type() {
  return share(
      Record<ServiceSpec>("a service")
          .required(&ServiceSpec::parts, part_counts_type(), {"parts", "What one unit of the service consists of.", qamar})
          .key(&ServiceSpec::product_data, bytes(),
               {"product_data", "Size of the product data (a CAD model) that travels with the order.", "[Rauch2016], section 3.3"})
          .key(&ServiceSpec::mass, quantity<Kilograms>(Dimension::mass, between(0, 1e6)), {"mass", "What one unit weighs on the road."})
          .optional(&ServiceSpec::due, duration(above(0)),
                    {"due", "A minifactory that cannot deliver this soon after being asked refuses; without it, none refuses."})
          .key(
              &ServiceSpec::stages, list_of(list_of(reference_type("part"), 1)),
              {"stages",
               "Its parts in the stages in which they may be made one after the other at different places, as [[P1, P2], [P3]]. Customers whom nobody in reach can serve as a whole are served stage by stage.",
               "[Rauch2016], section 3.3"}));
}

TypePtr<ResultsSpec> results_type() {
  return share(
      Record<ResultsSpec>("the results section")
          .key(&ResultsSpec::orders, boolean_type(), {"orders", "Whether to write the table of orders, which has a row per request."})
          .key(&ResultsSpec::quotes, boolean_type(),
               {"quotes", "Whether to write the table of quotes, which has a row per call for a quote."})
          .key(&ResultsSpec::lots, boolean_type(),
               {"lots", "Whether to write the table of lots, which has a row per lot of an order that several minifactories make."})
          .key(&ResultsSpec::machines, boolean_type(),
               {"machines", "Whether to write the table of machines, which has a row per machine and period."})
          .key(&ResultsSpec::work, boolean_type(),
               {"work", "Whether to write the table of work, which has a row per operation, worker level and period."})
          .key(&ResultsSpec::mfca, boolean_type(),
               {"mfca", "Whether to write the table of material flow costs, which has two rows per machine and period."})
          .key(&ResultsSpec::operations, boolean_type(),
               {"operations", "Whether to write the table of operations, which has a row per operation on a batch."})
          .key(&ResultsSpec::machine_use, boolean_type(),
               {"machine_use", "Whether to write the table of what machines did, which has a row per machine and period."})
          .key(&ResultsSpec::shipments, boolean_type(),
               {"shipments", "Whether to write the table of shipments, which has a row per trip of a vehicle."})
          .key(&ResultsSpec::negotiations, boolean_type(),
               {"negotiations", "Whether to write the table of negotiations, which has a row per talk about a price."})
          .key(&ResultsSpec::talk_offers, boolean_type(),
               {"talk_offers", "Whether to write the table of offers in talks, which has a row per price that somebody names in a talk."})
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
          .optional(&Scenario::places_from, text_type(),
                    {"places_from",
                     "A table (CSV) of more places with the columns name, latitude and longitude; its path is relative to the scenario."})
          .key(&Scenario::roads, list_of(road_type()),
               {"roads", "Roads between places. Without them, goods travel the great circle and its detour."})
          .key(&Scenario::travel, travel_type(), {"travel", "How goods travel."})
          .key(&Scenario::vehicles, named_map("vehicle", vehicle_type()),
               {"vehicles", "Vehicles by name; 'van' and 'truck' are built in, without costs."})
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
          .key(&Scenario::failures, list_of(failure_type()), {"failures", "What goes down and comes up again at random."})
          .key(&Scenario::faults, boolean_type(),
               {"faults", "Whether anything goes down; with false, 'events' and 'failures' are as if they were not there."})
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
                  "In an item of 'customers', 'minifactories', 'events' or 'failures': makes that many, named NAME_1, NAME_2, ...", ""});
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
