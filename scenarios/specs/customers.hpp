#pragma once
/// Who asks for products, and what customers take as a fair price.

#include <cstdint>
#include <optional>
#include <string>

#include "models/demand/customer_type.hpp"
#include "models/demand/linear_demand.hpp"
#include "models/demand/price_memory.hpp"
#include "scenarios/specs/logistics.hpp"
#include "scenarios/specs/network.hpp"
#include "scenarios/specs/talks.hpp"

namespace ccm {

/// Whose prices enter a reference price: those paid by the own type at the same minifactory, by all its customers, at all
/// minifactories; what the other minifactories publish; or what this very customer was quoted.
enum class ReferenceSource { own_type, rsp, market, rivals, individual };

struct ReferencePriceSpec {
  double effect = 0;
  std::optional<double> loss_effect;
  double memory = 0.5;
  MemoryKind kind = MemoryKind::exponential;
  ReferenceSource source = ReferenceSource::own_type;
  std::optional<std::int64_t> people;
  std::optional<Money> start;
};

struct SegmentSpec : SiteSpec {
  std::string name;
  CustomerType type = CustomerType::price_taker;
  std::string service;
  DemandForm demand = DemandForm::absolute;
  double alpha = 0;
  double beta = 0;
  Money lowest_value{0};
  ReferencePriceSpec reference_price;
  Seconds patience = days(5);
  std::int64_t order_size = 1;
  std::optional<std::string> local;
  DeliveryMode delivery = DeliveryMode::delivery;
  std::string pickup_vehicle = "van";
  double cancels = 0;
  Seconds cancels_after = days(1);
  BuyerTalksSpec talks;
};

}  // namespace ccm
