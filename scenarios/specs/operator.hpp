#pragma once
/// What the cloud operator does with requests.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/market/matching/qos.hpp"
#include "scenarios/specs/network.hpp"

namespace ccm {

/// Whether those whose quotes are not taken are told so, and the operator when an order is done (full), or not (brief).
enum class ContractNet { full, brief };

/// What the operator does when none of those asked can deliver in time.
enum class WhenNone { reject, widen, earliest, split };

/// Lowest and highest value of a criterion, two numbers each.
struct QosBoundsSpec {
  std::optional<std::vector<Money>> price;
  std::optional<std::vector<Seconds>> time;
  std::optional<std::vector<Kilograms>> co2;
  std::optional<std::vector<double>> reliability;
  std::optional<std::vector<Kilometres>> distance;
};

struct QosSpec {
  QosWeights weights;
  QosBoundsSpec bounds;
  std::optional<Seconds> urgent_within;
};

struct OperatorSpec : SiteSpec {
  std::int64_t quotes = 3;
  double commission = 0.05;
  Seconds quote_deadline = hours(1);
  std::int64_t call_rounds = 1;
  ContractNet contract_net = ContractNet::full;
  std::string matching = "cheapest";
  QosSpec qos;
  double reliability_ageing = 1;
  WhenNone when_none = WhenNone::reject;
  std::optional<std::int64_t> split_above;
  std::optional<Seconds> reassign_when_late;
};

}  // namespace ccm
