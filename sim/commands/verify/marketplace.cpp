// Where do checks simulate how prices form?

#include "sim/commands/verify/marketplace.hpp"

#include <fmt/format.h>

#include "scenarios/load.hpp"

namespace ccm {
namespace {

constexpr const char* frame = R"(ccmsim: 1
name: marketplace
seed: 11
time: {{period: 26 d, periods: {}}}
places: {{here: {{at: [46, 11]}}, far: {{at: [48, 11]}}}}
operator: {{place: here, commission: 0 %}}
services: {{job: {{parts: {{part: 1}}, product_data: 1 kB}}}}
parts: {{part: {{routes: [[{{machine: m, minutes: 1}}]]}}}}
templates:
  shop: {{place: here, machines: {{m: {{power: 0 kW}}}}, workers: {{w: {{wage: {} EUR/min, operates: [m]}}}}}}
  customers: {{place: here, service: job}}
)";

}  // namespace

Scenario marketplace(int periods, const std::string& rest, const std::vector<std::string>& settings) {
  return load_scenario_text(fmt::format(fmt::runtime(frame), periods, marketplace_cost) + rest, "marketplace", settings).scenario;
}

}  // namespace ccm
