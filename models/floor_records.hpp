#pragma once
/// The facts that a floor of machines leaves.

#include <cstdint>
#include <optional>
#include <tuple>

#include "models/record_table.hpp"

namespace ccm {

/// A machine and a person at work on a batch, without interruption by a failure.
struct OperationRecord {
  std::int64_t request = 0;
  std::string_view minifactory, part;
  std::int64_t batch = 0, route = 0, operation = 0;
  std::string_view machine, worker;
  double queued_at_d = 0, began_at_d = 0, ended_at_d = 0, setup_min = 0, work_min = 0;
  std::int64_t started_units = 0;
  std::optional<std::int64_t> good_units;
};

template <>
struct Table<OperationRecord> {
  using R = OperationRecord;
  static constexpr std::string_view name = "operations";
  static constexpr std::string_view doc =
      "one row per uninterrupted stretch of work on a batch, with 'floor: {kind: machines}'; an operation that a failure interrupts has several";
  static constexpr auto columns =
      std::tuple{Column{"request", &R::request, "the order"},
                 Column{"minifactory", &R::minifactory, "who makes it"},
                 Column{"part", &R::part, "the part"},
                 Column{"batch", &R::batch, "number of the batch in its minifactory"},
                 Column{"route", &R::route, "route of the part, from 1"},
                 Column{"operation", &R::operation, "operation of the route, from 1"},
                 Column{"machine", &R::machine, "the machine"},
                 Column{"worker", &R::worker, "worker level of the person who operates it"},
                 Column{"queued_at_d", &R::queued_at_d, "when the batch began to wait at the machine"},
                 Column{"began_at_d", &R::began_at_d, "when work began"},
                 Column{"ended_at_d", &R::ended_at_d, "when it ended, by completion or by a failure; free time may lie between"},
                 Column{"setup_min", &R::setup_min, "working minutes in which the machine was set up"},
                 Column{"work_min", &R::work_min, "working minutes after that"},
                 Column{"started_units", &R::started_units, "units in the batch"},
                 Column{"good_units", &R::good_units, "units that came out good; empty if the operation was interrupted"}};
};

/// What one machine did in one period.
struct MachineUseRecord {
  std::int64_t period = 0;
  std::string_view minifactory, machine;
  std::int64_t operations = 0;
  std::optional<double> waiting_mean_h;
  double queue_mean = 0, setup_h = 0, work_h = 0, idle_h = 0, down_h = 0, utilisation = 0, setup_kwh = 0, work_kwh = 0, idle_kwh = 0;
};

template <>
struct Table<MachineUseRecord> {
  using R = MachineUseRecord;
  static constexpr std::string_view name = "machine_use";
  static constexpr std::string_view doc = "one row per machine, minifactory and period, with 'floor: {kind: machines}'";
  static constexpr auto columns =
      std::tuple{Column{"period", &R::period, "number of the period, from 1"},
                 Column{"minifactory", &R::minifactory, "whose machine"},
                 Column{"machine", &R::machine, "the machine, all its units together"},
                 Column{"operations", &R::operations, "operations that began"},
                 Column{"waiting_mean_h", &R::waiting_mean_h, "mean wait of their batches in the queue; empty if none began"},
                 Column{"queue_mean", &R::queue_mean, "time average of the number of batches in the queue"},
                 Column{"setup_h", &R::setup_h, "hours of set-up"},
                 Column{"work_h", &R::work_h, "hours of work after set-up"},
                 Column{"idle_h", &R::idle_h, "working hours in which units stood still, failures included"},
                 Column{"down_h", &R::down_h, "hours in which it was down"},
                 Column{"utilisation", &R::utilisation, "set-up and work as a share of the working time of its units"},
                 Column{"setup_kwh", &R::setup_kwh, "electricity of set-up"},
                 Column{"work_kwh", &R::work_kwh, "electricity of work after set-up"},
                 Column{"idle_kwh", &R::idle_kwh, "electricity while units stood still in working time"}};
};

}  // namespace ccm
