// Do the lines work as queues do, and are promises kept?

#include <algorithm>
#include <set>

#include "tests/properties/market_properties.hpp"

namespace ccm::test {
namespace {

constexpr double rounding_d = 1e-9;

/// The most orders that ever ran at the same time.
std::int64_t most_running(const std::vector<OrderRecord>& orders) {
  std::vector<std::pair<double, int>> changes;  // at equal times, ends sort before starts
  for (const OrderRecord& order : orders) changes.insert(changes.end(), {{*order.started_at_d, +1}, {*order.finished_at_d, -1}});
  std::ranges::sort(changes);
  std::int64_t running = 0, most = 0;
  for (const auto& [time, change] : changes) most = std::max(most, running += change);
  return most;
}

void no_more_orders_run_than_lines(const MarketRun& run, Violations& violations) {
  for (const auto& [name, orders] : run.delivered_by_minifactory())
    violations.unless(most_running(orders) <= run.minifactory(name).lines, "{}: {} orders at the same time", name, most_running(orders));
  for (const PeriodRecord& row : run.periods())
    violations.unless(row.utilisation >= 0 && row.utilisation <= 1 + rounding_d, "{}: utilisation {}", row.minifactory, row.utilisation);
}

void first_come_first_served(const MarketRun& run, Violations& violations) {
  for (auto [name, orders] : run.delivered_by_minifactory()) {
    std::ranges::stable_sort(orders, {}, &OrderRecord::joined_at_d);
    for (std::size_t i = 1; i < orders.size(); ++i)
      violations.unless(*orders[i - 1].started_at_d <= *orders[i].started_at_d || *orders[i - 1].joined_at_d == *orders[i].joined_at_d,
                        "{}: request {} overtook {}", name, orders[i].request, orders[i - 1].request);
  }
}

/// An order that had to wait starts at the very moment at which another one ends.
void nobody_waits_for_an_idle_line(const MarketRun& run, Violations& violations) {
  for (const auto& [name, orders] : run.delivered_by_minifactory()) {
    if (!run.all_delivered(name) || run.has_breakdowns(name)) continue;
    std::set<double> ends;
    for (const OrderRecord& order : orders) ends.insert(*order.finished_at_d);
    for (const OrderRecord& order : orders)
      violations.unless(order.started_at_d == order.joined_at_d || ends.contains(*order.started_at_d), "{}: request {} waited for nothing",
                        name, order.request);
  }
}

void period_rows_count_what_was_made(const MarketRun& run, Violations& violations) {
  for (const MinifactorySpec& minifactory : run.scenario.minifactories) {
    std::int64_t orders = 0, started = 0, produced = 0;
    for (const PeriodRecord& row : run.periods())
      if (row.minifactory == minifactory.name) orders += row.orders, started += row.started, produced += row.produced_units;
    violations.unless(orders >= started && started >= produced && started - produced <= minifactory.lines,
                      "{}: {} orders, {} started, {} made", minifactory.name, orders, started, produced);
    violations.unless(started == orders || started - produced == minifactory.lines || run.has_breakdowns(minifactory.name),
                      "{}: orders wait at the horizon while a line idles", minifactory.name);
  }
}

/// Machine time and cost of one unit.
struct Planned {
  double days = 0, cost = 0;
};

/// All ways to make the order that a plan had between the two times (or the last one before): a planned route for each part.
std::vector<Planned> planned_ways(const MarketRun& run, const OrderRecord& order) {
  const double per_day = 60 * in_hours(run.minifactory(order.minifactory).working_time);
  std::vector<Planned> ways(1);
  for (const PartCount& part : service_named(run.scenario, std::string(order.service)).parts) {
    std::vector<Planned> longer;
    for (const PlanRecord& row : run.recording.all<PlanRecord>()) {
      if (row.minifactory != order.minifactory || row.part != part.name || row.planned_at_d > *order.started_at_d) continue;
      const double cost = row.material_cost + row.energy_cost + row.labour_cost + row.movement_cost + row.waste_cost;
      const auto units = static_cast<double>(part.count);
      for (const Planned& way : ways) longer.push_back({way.days + units * row.machine_min / per_day, way.cost + units * cost});
    }
    ways = std::move(longer);
  }
  return ways;
}

void orders_are_made_in_a_planned_way(const MarketRun& run, Violations& violations) {
  for (const auto& [name, orders] : run.delivered_by_minifactory()) {
    const bool fixed = run.minifactory(name).processing_times == ProcessingTimes::fixed;
    for (const OrderRecord& order : orders) {
      const double taken = *order.finished_at_d - *order.started_at_d, cost = *order.unit_cost;
      const auto fits = [&](const Planned& way) {
        return std::abs(way.cost - cost) <= 1e-9 * (1 + cost) && (!fixed || std::abs(way.days - taken) <= rounding_d);
      };
      violations.unless(std::ranges::any_of(planned_ways(run, order), fits), "request {}: {} d and cost {} were never planned",
                        order.request, taken, cost);
    }
  }
}

/// The departures that the product had to wait for.
std::optional<Departures> departures_of(const MarketRun& run, const OrderRecord& order) {
  const bool fetched = run.segment(order.segment).delivery == DeliveryMode::pickup;
  return fetched ? std::nullopt : run.minifactory(order.minifactory).shipping.departures;
}

void products_travel_by_road(const MarketRun& run, Violations& violations) {
  for (const auto& [name, orders] : run.delivered_by_minifactory())
    for (const OrderRecord& order : orders) {
      const Way way = run.way(run.minifactory(name), run.segment(order.segment));
      const double left = *order.delivered_at_d - in_days(run.scenario.travel.handling + way.time), waited = left - *order.finished_at_d;
      const auto departures = departures_of(run, order);
      violations.unless(std::abs(*order.distance_km - way.distance.value()) <= 1e-12 * way.distance.value(), "request {}: {} km",
                        order.request, *order.distance_km);
      const double longest = departures ? std::max(in_days(departures->every), in_days(departures->first) - *order.finished_at_d) : 0;
      violations.unless(waited >= -rounding_d && waited <= longest + rounding_d, "request {} waited {} d for a vehicle", order.request,
                        waited);
      if (departures)
        violations.unless(std::abs(std::remainder(left - in_days(departures->first), in_days(departures->every))) <= rounding_d,
                          "request {} left at {} d", order.request, left);
    }
}

/// With fixed times an order is late by no more than the talk after the call and the orders that came in between take, less the margin.
/// (Lines that are free later than planned are late by the work that was added to them, of which one line gets at most all.)
void promises_are_kept_within_the_margin(const MarketRun& run, Violations& violations) {
  std::map<std::int64_t, double> called;
  for (const QuoteRecord& quote : run.quotes())
    if (quote.chosen == 1) called[quote.request] = quote.called_at_d;
  for (const auto& [name, orders] : run.delivered_by_minifactory()) {
    if (run.minifactory(name).processing_times != ProcessingTimes::fixed || run.has_breakdowns(name)) continue;
    for (const OrderRecord& order : orders) {
      const double from = called.at(order.request), joined = *order.joined_at_d;
      if (run.period_at(from) != run.period_at(joined)) continue;  // the new period may have brought another route
      double allowed = joined - from - in_days(run.minifactory(name).promise_margin);
      for (const OrderRecord& other : orders)
        if (*other.joined_at_d >= from && *other.joined_at_d <= joined && other.request != order.request)
          allowed += *other.finished_at_d - *other.started_at_d;
      const auto departures = departures_of(run, order);
      if (departures) allowed = allowed > 0 ? allowed + in_days(departures->every) : 0;  // who comes too late waits for the next one
      violations.unless(*order.delivered_at_d - *order.promised_at_d <= allowed + rounding_d, "request {}: late by {} d, allowed {}",
                        order.request, *order.delivered_at_d - *order.promised_at_d, allowed);
    }
  }
}

}  // namespace

Properties lines_serve_first_come_first_served() {
  return {no_more_orders_run_than_lines, first_come_first_served, nobody_waits_for_an_idle_line, period_rows_count_what_was_made};
}

Properties orders_are_made_as_planned() {
  return {orders_are_made_in_a_planned_way, products_travel_by_road, promises_are_kept_within_the_margin};
}

}  // namespace ccm::test
