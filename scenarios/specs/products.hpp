#pragma once
/// What is made: services, their parts, and the operations of those.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/units.hpp"

namespace ccm {

struct OperationSpec {
  std::string machine;
  double minutes = 0;
  double yield = 1;
  double setup_minutes = 0;
};

struct MaterialSpec {
  Kilograms mass{0};
  MoneyPerKilogram price{0};
  double recycled = 0;
};

struct PartSpec {
  std::string name;
  std::vector<std::vector<OperationSpec>> routes;
  Money setup_cost{0};
  Money holding_cost{0};
  Money move_cost{0};
  Seconds move_time{0};
  std::optional<MaterialSpec> material;
};

struct PartCount {
  std::string name;
  std::int64_t count = 1;
};

struct ServiceSpec {
  std::string name;
  std::vector<PartCount> parts;
  Bytes product_data{1e6};
  Kilograms mass{0};
  std::optional<Seconds> due;
  std::vector<std::vector<std::string>> stages;  // of parts; empty: all are made at one place
};

}  // namespace ccm
