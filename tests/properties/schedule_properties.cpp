// Do floors of machines work as their plants and routes allow, and keep their promises?

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/properties/market_properties.hpp"
#include "tests/properties/random_plant.hpp"

namespace ccm::test {
namespace {

constexpr double schedule_rounding_d = 1e-9;  // 0.1 ms, of times of a few weeks

using Rows = std::vector<OperationRecord>;

/// The rows by batch, in the order of time.
std::map<std::tuple<std::string_view, std::int64_t, std::int64_t>, Rows> by_batch(const MarketRun& run) {
  std::map<std::tuple<std::string_view, std::int64_t, std::int64_t>, Rows> batches;
  for (const OperationRecord& row : run.recording.all<OperationRecord>()) batches[{row.minifactory, row.request, row.batch}].push_back(row);
  return batches;
}

/// The most rows that overlap, by name of the machine or the level.
std::map<std::pair<std::string_view, std::string_view>, std::int64_t> most_at_once(const Rows& rows,
                                                                                   std::string_view OperationRecord::*whose) {
  std::map<std::pair<std::string_view, std::string_view>, std::vector<std::pair<double, int>>> changes;  // ends sort before starts
  for (const OperationRecord& row : rows) {
    if (row.began_at_d == row.ended_at_d) continue;
    auto& own = changes[{row.minifactory, row.*whose}];
    own.emplace_back(row.began_at_d, +1);
    own.emplace_back(row.ended_at_d, -1);
  }
  std::map<std::pair<std::string_view, std::string_view>, std::int64_t> most;
  for (auto& [name, own] : changes) {
    std::ranges::sort(own);
    std::int64_t now = 0;
    for (const auto& [time, change] : own) most[name] = std::max(most[name], now += change);
  }
  return most;
}

void no_more_run_than_there_are(const MarketRun& run, Violations& violations) {
  const Rows& rows = run.recording.all<OperationRecord>();
  for (const auto& [name, most] : most_at_once(rows, &OperationRecord::machine)) {
    const auto& all = run.minifactory(name.first).machines;
    const std::int64_t units = std::ranges::find(all, name.second, &MachineSpec::name)->units;
    violations.unless(most <= units, "{}.{}: {} batches at a time on {} units", name.first, name.second, most, units);
  }
  for (const auto& [name, most] : most_at_once(rows, &OperationRecord::worker)) {
    const auto& all = run.minifactory(name.first).workers;
    const std::int64_t people = std::ranges::find(all, name.second, &WorkerSpec::name)->headcount;
    violations.unless(most <= people, "{}.{}: {} batches at a time for {} people", name.first, name.second, most, people);
  }
}

const PartSpec& part_of(const MarketRun& run, const OperationRecord& row) {
  return *std::ranges::find(run.scenario.parts, row.part, &PartSpec::name);
}

const OperationSpec& spec_of(const MarketRun& run, const OperationRecord& row) {
  return part_of(run, row).routes.at(static_cast<std::size_t>(row.route - 1)).at(static_cast<std::size_t>(row.operation - 1));
}

/// One operation after the other, each with what came out good of the one before, on the machine of the route by someone who may.
void batches_follow_their_routes(const MarketRun& run, Violations& violations) {
  for (const auto& [key, rows] : by_batch(run)) {
    std::int64_t operation = 1, units = rows.front().started_units;
    double ended = 0, before = 0;
    for (const OperationRecord& row : rows) {
      const auto& [minifactory, request, batch] = key;
      violations.unless(row.operation == operation && row.started_units == units && row.machine == spec_of(run, row).machine,
                        "{} {} batch {}: operation {} of {} units", minifactory, request, batch, row.operation, row.started_units);
      const double moved = row.queued_at_d - ended, move = in_days(part_of(run, row).move_time);
      const bool in_time =
          operation == 1 || std::abs(moved) <= schedule_rounding_d || (ended == before && std::abs(moved - move) <= schedule_rounding_d);
      violations.unless(in_time, "{} {} batch {}: operation {} queued {} d after the one before", minifactory, request, batch, operation,
                        moved);
      violations.unless(row.queued_at_d <= row.began_at_d && row.began_at_d <= row.ended_at_d, "{} {}: time", minifactory, request);
      ended = row.ended_at_d;
      if (!row.good_units) continue;
      violations.unless(*row.good_units <= units, "{} {} batch {}: {} of {} are good", minifactory, request, batch, *row.good_units, units);
      units = *row.good_units, before = ended, ++operation;
    }
  }
}

/// What a delivered order got of each part since it joined: as many good units as it wanted, no more.
void delivered_orders_are_complete(const MarketRun& run, Violations& violations) {
  const auto batches = by_batch(run);
  for (const OrderRecord& order : run.orders()) {
    if (!order.delivered_at_d || run.minifactory(order.minifactory).floor.kind == FloorKind::lines) continue;
    std::map<std::string_view, std::int64_t> good;
    for (const auto& [key, rows] : batches) {
      if (std::get<0>(key) != order.minifactory || std::get<1>(key) != order.request || rows.front().began_at_d < *order.joined_at_d)
        continue;
      const auto length = std::ssize(part_of(run, rows.back()).routes.at(static_cast<std::size_t>(rows.back().route - 1)));
      const std::int64_t came_out = rows.back().good_units.value_or(-1);
      violations.unless(rows.back().operation == length || came_out == 0, "request {} batch {} stopped", order.request, rows.back().batch);
      good[rows.back().part] += came_out;
    }
    const std::int64_t ordered = run.segment(order.segment).order_size;
    for (const PartCount& part : service_named(run.scenario, std::string(order.service)).parts)
      violations.unless(good[part.name] == part.count * ordered, "request {}: {} good units of {} for {}", order.request, good[part.name],
                        part.name, part.count * ordered);
  }
}

/// Working time [d] between two times, day by day and shift by shift.
double working_time(const MarketRun& run, const MinifactorySpec& minifactory, const WorkerSpec& worker, double from, double to) {
  const auto overlap = [&](double opens, double closes) { return std::max(0.0, std::min(to, closes) - std::max(from, opens)); };
  const double length = in_days(run.scenario.time.shift);
  double sum = 0;
  for (double day = std::floor(from) - 1; day <= to; ++day) {
    if (!minifactory.calendar) {
      sum += overlap(day, day + in_days(minifactory.working_time));
      continue;
    }
    const auto weekday = (static_cast<std::int64_t>(day) % 7 + 7) % 7;
    if (weekday >= minifactory.calendar->working_days) continue;
    for (std::int64_t shift = 1; shift <= minifactory.calendar->shifts; ++shift) {
      const double opens = day + in_days(minifactory.calendar->starts) + static_cast<double>(shift - 1) * length;
      if (worker.shifts.empty() || std::ranges::find(worker.shifts, shift) != worker.shifts.end()) sum += overlap(opens, opens + length);
    }
  }
  return sum;
}

void work_is_done_in_working_hours(const MarketRun& run, Violations& violations) {
  for (const OperationRecord& row : run.recording.all<OperationRecord>()) {
    const MinifactorySpec& minifactory = run.minifactory(row.minifactory);
    const WorkerSpec& worker = *std::ranges::find(minifactory.workers, row.worker, &WorkerSpec::name);
    const double worked = (row.setup_min + row.work_min) / 1440;
    const double open = working_time(run, minifactory, worker, row.began_at_d, row.ended_at_d);
    violations.unless(std::abs(worked - open) <= schedule_rounding_d, "{}.{}: {} d worked from {} to {} d, {} d open", row.minifactory,
                      row.worker, worked, row.began_at_d, row.ended_at_d, open);
    violations.unless(working_time(run, minifactory, worker, row.began_at_d, row.began_at_d + 1e-6) > 0, "{}.{}: begins at {} d",
                      row.minifactory, row.worker, row.began_at_d);
  }
}

/// With fixed times, an operation takes its set-up and the time of its units, however often it is interrupted.
void operations_take_their_time(const MarketRun& run, Violations& violations) {
  for (const auto& [key, rows] : by_batch(run)) {
    if (run.minifactory(std::get<0>(key)).processing_times != ProcessingTimes::fixed) continue;
    double setup = 0, work = 0;
    for (const OperationRecord& row : rows) {
      setup += row.setup_min, work += row.work_min;
      if (!row.good_units) continue;
      const OperationSpec& spec = spec_of(run, row);
      const bool same = std::abs(setup - spec.setup_minutes) <= 1e-6 &&
                        std::abs(work - spec.minutes * static_cast<double>(row.started_units)) <= 1e-6;  // 60 us
      violations.unless(same, "request {} batch {}: {} min of set-up, {} of work", row.request, row.batch, setup, work);
      setup = work = 0;
    }
  }
}

}  // namespace

Properties machines_do_one_thing_at_a_time() {
  return {no_more_run_than_there_are, batches_follow_their_routes, delivered_orders_are_complete, work_is_done_in_working_hours,
          operations_take_their_time};
}

TEST_CASE("where time is reserved and nothing goes wrong, every order is made at the very moment that was promised") {
  int kept = 0;
  for (std::uint64_t number = 0; number < 300; ++number) {
    PlantAuthor author(number);
    BareFloor shop(author.plant(), 20);
    const Seconds margin = shop.scenario.minifactories[0].promise_margin;
    std::map<RequestId, Seconds> promised;
    Seconds time{0};
    for (RequestId order = 1; order <= 40; ++order) {
      time += hours(author.real(0, 12));
      const Wish wish{.units = static_cast<double>(author.whole(1, 5)), .due = time + hours(author.real(1, 90))};
      const Seconds wait = margin * author.real(0, 1);
      const auto fate = author.whole(1, 6);
      shop.clock.at(time, [&shop, &promised, order, wish, margin] {
        if (const auto ready = shop.floor.promise(order, wish, margin)) promised[order] = *ready;
      });
      if (fate == 1) continue;  // nobody says anything
      shop.clock.at(time + wait, [&shop, &promised, order, wish, fate, margin] {
        if (!promised.contains(order)) return;
        if (fate == 2) return shop.floor.release(order);
        if (fate > 3) return shop.floor.join(order, wish);
        promised.erase(order);  // it comes late
        shop.clock.after(margin + hours(2), [&shop, order, wish] { shop.floor.join(order, wish); });
      });
    }
    shop.clock.run();
    INFO("plant " << number);
    for (const auto& [order, end] : shop.finished) {
      if (!promised.contains(order)) continue;
      CAPTURE(order);
      CHECK(end == promised.at(order));
      ++kept;
    }
    CHECK_FALSE(shop.floor.keeps_time_free());
  }
  CHECK(kept > 300 * 40 / 4);
}

}  // namespace ccm::test
