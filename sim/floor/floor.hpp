#pragma once
/// The production of one minifactory, as the minifactory sees it.

#include <functional>
#include <limits>
#include <memory>
#include <optional>

#include "sim/messages.hpp"
#include "sim/planning.hpp"
#include "sim/recorder.hpp"

namespace ccm {

/// An order to be made.
struct Wish {
  std::size_t service = 0;
  double units = 1;
  Seconds due{std::numeric_limits<double>::infinity()};  // when all of it should be made
};

/// What the floor tells its minifactory: that the production of an order has begun, and that it is made, at this cost of a unit.
struct FloorReports {
  std::function<void(RequestId)> started;
  std::function<void(RequestId, const CostByKind& unit_cost)> finished;
};

/// How full a floor was in a period.
struct FloorUse {
  double utilisation = 0;        // mean share of the lines, or of the machines in working time, that was busy
  double queue_mean = 0;         // time average of the orders that wait for their production to begin
  KilowattHours idle_energy{0};  // of machines that stood still
};

/// Makes orders. They are given recipes of the plan adopted last, so that its shares are kept as nearly as whole orders allow; if that
/// plan cannot make a service, of the last one that could. What needs a machine or worker level that is down waits.
class Floor {
 public:
  virtual ~Floor() = default;

  /// From now on orders are given recipes of this plan.
  virtual void adopt(std::shared_ptr<const PeriodPlan> plan) = 0;
  /// Orders that have not begun too, as far as the plan can make them.
  virtual void reroute() = 0;
  /// Starts whatever can start.
  virtual void go_on() = 0;

  /// Whether the service can be made with what is up.
  [[nodiscard]] virtual bool can_make(std::size_t service) const = 0;
  /// When the order would be made if its product data came after that delay; nothing if it cannot be made. If times are reserved, they
  /// are kept free for it from now on.
  [[nodiscard]] virtual std::optional<Seconds> promise(RequestId order, const Wish& wish, Seconds delay) = 0;
  /// An order that was promised will not come, or not yet.
  virtual void release(RequestId order) = 0;

  virtual void join(RequestId order, const Wish& wish) = 0;
  /// Gives an order up and returns what was spent on it; nothing if it is too late for that, or it is not here.
  [[nodiscard]] virtual std::optional<CostByKind> abandon(RequestId order) = 0;
  /// When the order is likely to be made, as things stand. The order must have joined.
  [[nodiscard]] virtual Seconds expected(RequestId order) = 0;

  /// Whether the order, which must have joined, is made with that machine or worker level.
  [[nodiscard]] virtual bool needs(RequestId order, Resources::Kind kind, std::size_t index) const = 0;

  /// A machine or worker level, which `kind` says, is down or up again. One that is down for two reasons is down twice.
  virtual void fail(Resources::Kind kind, std::size_t index) = 0;
  virtual void repair(Resources::Kind kind, std::size_t index) = 0;
  [[nodiscard]] virtual const Resources& down() const = 0;

  /// Work that is before an order that comes now, at planned times, as the time that all lines or machines together need for it.
  [[nodiscard]] virtual Seconds load() const = 0;
  /// Units of a service that it can still make, beside the orders that it has, until then.
  [[nodiscard]] virtual double can_still_make(std::size_t service, Seconds until) const = 0;

  /// What was made or given up since the last call, as material flows.
  [[nodiscard]] virtual FlowLedger take_flows() = 0;
  /// Rows of its own, and how full it was, since the last call.
  [[nodiscard]] virtual FloorUse close_period(std::int64_t period, const Recorder& record) = 0;
};

}  // namespace ccm
