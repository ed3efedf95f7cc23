// Which keys does a minifactory have?

#include "models/pricing/strategy.hpp"
#include "models/production/dispatch_rule.hpp"
#include "scenarios/schema_types.hpp"

namespace ccm {
namespace {

TypePtr<MachineSpec> machine_type() {
  return share(
      Record<MachineSpec>("a machine")
          .required(&MachineSpec::power, quantity<Kilowatts>(Dimension::power, at_least(0)),
                    {"power", "Make-to-part power while it works.", "M_y of Eq. 1"})
          .key(&MachineSpec::idle_power, quantity<Kilowatts>(Dimension::power, at_least(0)),
               {"idle_power", "Power while it stands still in working time; counted with 'floor: {kind: machines}'."})
          .optional(&MachineSpec::setup_power, quantity<Kilowatts>(Dimension::power, at_least(0)),
                    {"setup_power", "Power while it is set up; by default as while it works."})
          .key(&MachineSpec::units, integer_type(1, 10'000),
               {"units", "How many equal machines share its queue; counted with 'floor: {kind: machines}'."})
          .optional(&MachineSpec::capacity, duration(at_least(0)),
                    {"capacity", "Time it can work in a period, for the plan; by default the working time of all lines, or of its units.",
                     "MCap_y of Eq. 12"}));
}

TypePtr<WorkerSpec> worker_type() {
  return share(
      Record<WorkerSpec>("a worker")
          .required(&WorkerSpec::wage, quantity<MoneyPerHour>(Dimension::wage, at_least(0)),
                    {"wage", "Wage of this worker level; a shift lasts 'time.shift'.", "WrkrCost_w of Eq. 3"})
          .required(&WorkerSpec::operates, list_of(reference_type("machine", true), 1),
                    {"operates", "Machines of this minifactory that the level can operate.", qamar})
          .key(&WorkerSpec::headcount, integer_type(1, 1'000'000),
               {"headcount", "How many people of the level are present in a shift; counted with 'floor: {kind: machines}'."})
          .key(&WorkerSpec::shifts, list_of(integer_type(1, 24), 0),
               {"shifts", "The shifts of 'calendar' that the level works, from 1; without it, all."})
          .optional(
              &WorkerSpec::capacity, duration(at_least(0)),
              {"capacity",
               "Time that all workers of the level together can work in a period, for the plan; by default the working time of all lines, or of its people.",
               "WCap_w of Eq. 11"}));
}

TypePtr<GroupSizeSpec> group_size_type() {
  return share(Record<GroupSizeSpec>("a group size")
                   .key(&GroupSizeSpec::at_least, integer_type(0, 1000), {"at_least", "Fewest machines in the group.", "LB_g of Eq. 9"})
                   .optional(&GroupSizeSpec::at_most, integer_type(0, 1000),
                             {"at_most", "Most machines in the group; without it, any number.", "UB_g of Eq. 9"}));
}

TypePtr<PlanningSpec> planning_type() {
  return share(
      Record<PlanningSpec>("the planning section")
          .key(
              &PlanningSpec::routes, choice<RouteRule>({"single", "split"}),
              {"routes",
               "Whether all units of a part take one route (single, as in the paper), or the demand may be shared over its routes (split). It makes a difference only when capacity binds.",
               qamar})
          .key(&PlanningSpec::moves, choice<MoveRule>({"distinct_groups", "changes"}),
               {"moves", "What counts as moves of a batch: the machine groups visited less one, or the changes of group on the way.",
                "Q_xrg of Eq. 2"})
          .key(
              &PlanningSpec::replan_on_failure, boolean_type(),
              {"replan_on_failure",
               "Whether routes and workers are planned anew when a machine or worker level fails or returns; otherwise orders that need it wait."})
          .key(&PlanningSpec::node_limit, integer_type(1, 1'000'000'000),
               {"node_limit", "Size of the search for the best plan of a period; if it is hit, the plan carries its proven gap."}));
}

TypePtr<LearningSpec> learning_type() {
  return share(Record<LearningSpec>("the learning section")
                   .key(&LearningSpec::exploration, number_type(from_below(0, 1)),
                        {"exploration", "Largest share by which a price is varied at random, so that sales tell the slopes of demand."})
                   .key(&LearningSpec::first_guess, number_type({.low = 0, .high = 100, .low_excluded = true}),
                        {"first_guess", "What it believes demand to be before its sales tell, as a multiple of what it is."})
                   .key(&LearningSpec::slope_guess, number_type({.low = 0, .high = 100, .low_excluded = true}),
                        {"slope_guess", "What it believes the price slope to be at first, as a multiple of the first guess's."})
                   .key(&LearningSpec::effect_guess, number_type(between(0, 100)),
                        {"effect_guess", "What it believes the reference effect to be at first, as a multiple of the first guess's."})
                   .key(&LearningSpec::window, integer_type(3, 100'000), {"window", "Periods that it looks back."}));
}

TypePtr<PricingSpec> pricing_type() {
  std::vector<std::string> names;
  for (const PricingStrategy& strategy : pricing_strategies()) names.emplace_back(strategy.name);
  return share(
      Record<PricingSpec>("the pricing section")
          .key(&PricingSpec::strategy, word_type(names), {"strategy", "How prices follow from cost and demand; see `ccmsim list`.", qamar})
          .key(&PricingSpec::markup, number_type(between(0, 1000)), {"markup", "Share of the unit cost that cost_plus adds to it."})
          .key(
              &PricingSpec::cost, choice<CostBasis>({"average", "marginal"}),
              {"cost",
               "Unit cost that prices are built on: the average one (the paper), or what one more unit costs, which earns more since batches grow with demand.",
               "Eqs. 4 and 7"})
          .key(&PricingSpec::discount, number_type(from_below(0, 1)),
               {"discount", "What money is worth one period later (delta), to strategies that look ahead.", "[PopescuWu2007]"})
          .optional(&PricingSpec::horizon, integer_type(1, most_periods),
                    {"horizon", "The period after which dynamic_program expects nothing more; by default it plans for ever."})
          .key(&PricingSpec::grid_prices, integer_type(2, 2000), {"grid_prices", "How many prices dynamic_program chooses from."})
          .key(
              &PricingSpec::answer, choice<Answer>({"follow", "undercut", "best_response"}),
              {"answer", "How 'competitive' answers the published prices: their mean, below the lowest, or what is best against the mean."})
          .key(&PricingSpec::undercut, share_type(),
               {"undercut", "Share by which 'answer: undercut' stays below the lowest published price."})
          .key(
              &PricingSpec::learn, boolean_type(),
              {"learn",
               "Whether it estimates demand from its own sales by least squares instead of knowing it, with one reference effect for gains and losses; how customers remember prices it knows."})
          .key(&PricingSpec::learning, learning_type(), {"learning", "How it learns."}));
}

TypePtr<FloorSpec> floor_type() {
  std::vector<std::string> rules;
  for (const DispatchRule& rule : dispatch_rules()) rules.emplace_back(rule.name);
  return share(
      Record<FloorSpec>("the floor section")
          .key(
              &FloorSpec::kind, choice<FloorKind>({"lines", "machines"}),
              {"kind",
               "Whether orders run whole on 'lines', first come, first served, or their parts in batches from machine to machine, with queues, set-ups, workers and moves.",
               "[Rauch2016], section 3.3"})
          .key(&FloorSpec::dispatch, word_type(rules), {"dispatch", "Which waiting batch a machine takes next; see `ccmsim list`."})
          .key(
              &FloorSpec::promises, choice<Promises>({"estimated", "reserved"}),
              {"promises",
               "Whether a promised time is estimated from the work at hand, or kept free on machines and of workers (capable-to-promise); with 'kind: machines' only."})
          .key(&FloorSpec::hold, duration({.low = 1, .high = longest_time}),
               {"hold", "How long reserved time is kept for a quote; an order that comes later has to take what is free then."}));
}

TypePtr<CalendarSpec> calendar_type() {
  return share(Record<CalendarSpec>("the calendar section")
                   .key(&CalendarSpec::starts, duration({.low = 0, .high = 86400, .high_excluded = true}),
                        {"starts", "When the first shift of a day begins, after midnight."})
                   .key(&CalendarSpec::shifts, integer_type(1, 24),
                        {"shifts", "Shifts in a day, one after the other; each lasts 'time.shift'.", qamar})
                   .key(&CalendarSpec::working_days, integer_type(1, 7),
                        {"working_days", "Working days in a week, from its first day on; the simulation begins on a first day."}));
}

TypePtr<ForecastSpec> forecast_type() {
  return share(
      Record<ForecastSpec>("the forecast section")
          .optional(
              &ForecastSpec::start, number_type({.low = 0, .high = 1e12}),
              {"start",
               "Units of each service forecast for the first period; by default an equal share of the demand in its reach, at the prices that it then sets."})
          .key(
              &ForecastSpec::smoothing, number_type(between(0, 1)),
              {"smoothing", "Weight of the last period in the share of the demand in its reach that it expects (exponential smoothing)."}));
}

}  // namespace

TypePtr<MinifactorySpec> minifactory_type() {
  return share(
      with_site(
          Record<MinifactorySpec>("a minifactory")
              .required(&MinifactorySpec::name, name_type("actor"), {"name", "Name of the minifactory in results and on the network."}))
          .required(&MinifactorySpec::machines, named_map("machine", machine_type(), true), {"machines", "Its machines."})
          .required(&MinifactorySpec::workers, named_map("worker", worker_type(), true), {"workers", "Its worker levels."})
          .key(&MinifactorySpec::groups, list_of(list_of(reference_type("machine", true), 1)),
               {"groups", "Machine groups, if they are given; each machine stands in exactly one.", "Eqs. 2, 8 and 9"})
          .key(
              &MinifactorySpec::group_sizes, list_of(group_size_type()),
              {"group_sizes",
               "Machine groups to be formed anew each period at least cost, by their sizes. Without 'groups' and 'group_sizes' all machines stand together and nothing moves.",
               "Eqs. 8 and 9"})
          .key(&MinifactorySpec::energy_price, quantity<MoneyPerKilowattHour>(Dimension::energy_price, at_least(0)),
               {"energy_price", "Price of electricity.", "ECost of Eq. 1"})
          .key(&MinifactorySpec::waste_price, quantity<MoneyPerKilogram>(Dimension::mass_price, at_least(0)),
               {"waste_price", "Cost of waste management for the material lost and not recycled.", "[ISO14051]"})
          .key(&MinifactorySpec::planning, planning_type(), {"planning", "How it plans each period.", qamar})
          .key(&MinifactorySpec::pricing, pricing_type(), {"pricing", "How it sets its prices each period."})
          .key(&MinifactorySpec::forecast, forecast_type(), {"forecast", "How it forecasts the demand of a period."})
          .key(&MinifactorySpec::lines, integer_type(1, 10'000), {"lines", "Orders that it can make at the same time."})
          .key(&MinifactorySpec::working_time, quantity<Seconds>(Dimension::working_time, {.low = 60, .high = 86400}),
               {"working_time", "Hours per day that the lines work; production stretches over the rest of the day in proportion."})
          .key(
              &MinifactorySpec::processing_times, choice<ProcessingTimes>({"fixed", "exponential", "lognormal"}),
              {"processing_times",
               "Whether work takes exactly the minutes of its routes, or a random time with that mean: drawn for an order on a line, for a batch at a machine."})
          .key(&MinifactorySpec::time_variation, number_type(between(0, 10)),
               {"time_variation", "Standard deviation of lognormal processing times, divided by their mean."})
          .optional(&MinifactorySpec::calendar, calendar_type(),
                    {"calendar", "When it works, with 'floor: {kind: machines}'; by default the first 'working_time' of every day.", qamar})
          .key(&MinifactorySpec::floor, floor_type(), {"floor", "How production runs from hour to hour."})
          .key(&MinifactorySpec::promise_margin, duration(at_least(0)),
               {"promise_margin",
                "Time added to every promised delivery, for the talk before the order and for orders that come in between."})
          .optional(&MinifactorySpec::reach, quantity<Kilometres>(Dimension::distance, at_least(0)),
                    {"reach", "Largest road distance to a customer it serves; without it, none is too far.", "[Rauch2016], Table 1"})
          .key(&MinifactorySpec::shipping, shipping_type(), {"shipping", "How it ships what is delivered."})
          .key(&MinifactorySpec::grid_co2, quantity<KilogramsPerKilowattHour>(Dimension::emission_per_energy, at_least(0)),
               {"grid_co2", "CO2 emitted for the electricity that it uses; by default that of the EU in 2023.", "[EEA2023]"})
          .key(&MinifactorySpec::talks, seller_talks_type(),
               {"talks", "How it talks about prices, with 'market.prices: negotiated' or 'buyer'."}));
}

}  // namespace ccm
