// Can orders find those who make them as the scenario says?

#include "scenarios/check_matching.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace ccm {
namespace {

class MatchingChecker {
 public:
  MatchingChecker(const Scenario& scenario, Reader& reader) : scenario_(scenario), operator_(scenario.cloud_operator), reader_(reader) {}

  void run() {
    check_qos();
    check_splitting();
    for (const ServiceSpec& service : scenario_.services) check_service(service, ".services." + service.name);
  }

 private:
  void mistake(const std::string& path, std::string message, std::string advice = "") {
    reader_.mistake(reader_.mark_of(path), std::move(message), std::move(advice));
  }

  void check_qos() {
    const QosWeights& weights = operator_.qos.weights;
    if (weights.price + weights.time + weights.co2 + weights.reliability + weights.distance == 0)
      mistake(".operator.qos.weights", "all weights are 0, so that no quote is better than another", "Give one of them a positive number.");
    if (operator_.matching == "qos" && weights.reliability > 0 && operator_.contract_net == ContractNet::brief)
      mistake(".operator.contract_net", "the operator learns who keeps promises from reports that 'brief' leaves out",
              "Write 'contract_net: full', or give 'reliability' the weight 0.");
    const QosBoundsSpec& bounds = operator_.qos.bounds;
    check_bounds(bounds.price, "price");
    check_bounds(bounds.time, "time");
    check_bounds(bounds.co2, "co2");
    check_bounds(bounds.reliability, "reliability");
    check_bounds(bounds.distance, "distance");
  }

  template <class T>
  void check_bounds(const std::optional<std::vector<T>>& bounds, const std::string& criterion) {
    if (bounds && !((*bounds)[0] < (*bounds)[1]))
      mistake(".operator.qos.bounds." + criterion, fmt::format("the lower bound of '{}' is not below the upper one", criterion),
              "Write the lower one first.");
  }

  void check_splitting() {
    const bool splits = operator_.when_none == WhenNone::split;
    const std::string path = operator_.split_above ? ".operator.split_above" : ".operator.when_none";
    if (!splits && !operator_.split_above) return;
    if (names_or_clears())
      mistake(path, "a bid is for a whole order, and does not say what lots of it are worth",
              "Let 'market.prices' be seller or negotiated.");
    const auto single = [](const SegmentSpec& segment) { return segment.order_size == 1; };
    if (std::ranges::all_of(scenario_.customers, single))
      mistake(path, "every order is for one unit, and cannot be split", "Give a segment an 'order_size' above 1.");
  }

  [[nodiscard]] bool names_or_clears() const {
    return scenario_.market.prices == PriceFormation::buyer || scenario_.market.prices == PriceFormation::clearing;
  }

  void check_service(const ServiceSpec& service, const std::string& path) {
    if (service.stages.empty()) return check_whole(service, path);
    if (service.stages.size() == 1)
      return mistake(path + ".stages", "one stage is the whole service", "Give two or more stages, or leave 'stages' out.");
    if (!parts_stand_once(service, path)) return;
    if (names_or_clears())
      mistake(path + ".stages", "a bid is for a whole service, and does not say what its stages are worth",
              "Let 'market.prices' be seller or negotiated, or leave 'stages' out.");
    if (scenario_.market.revenue.third_party > Money(0))
      mistake(path + ".stages", "a third party pays for a whole unit, and nobody makes one alone",
              "Leave out 'stages' or 'market.revenue.third_party'.");
    check_stages(service, path);
  }

  bool parts_stand_once(const ServiceSpec& service, const std::string& path) {
    std::map<std::string, int> times;
    for (const auto& stage : service.stages)
      for (const std::string& part : stage) ++times[part];
    const auto once = [&](const PartCount& part) { return times[part.name] == 1; };
    const auto odd = std::ranges::find_if_not(service.parts, once);
    if (odd != service.parts.end())
      mistake(path + ".stages", fmt::format("part '{}' does not stand in exactly one stage", odd->name),
              "Every part of the service is made in one stage.");
    else if (times.size() > service.parts.size())
      mistake(path + ".stages", "a stage makes a part that the service does not consist of", "Stages name the parts of 'parts'.");
    return times.size() == service.parts.size() && odd == service.parts.end();
  }

  void check_stages(const ServiceSpec& service, const std::string& path) {
    for (std::size_t stage = 0; stage < service.stages.size(); ++stage)
      if (!somebody_can(service, stage))
        mistake(fmt::format("{}.stages[{}]", path, stage), fmt::format("no minifactory can make stage {} of '{}'", stage + 1, service.name),
                "For each of its parts, one minifactory must own every machine of some route, and have a worker for each.");
  }

  void check_whole(const ServiceSpec& service, const std::string& path) {
    if (!somebody_can(service, {}))
      mistake(path, fmt::format("no minifactory can make '{}'", service.name),
              "For each of its parts, one minifactory must own every machine of some route, and have a worker for each.");
  }

  [[nodiscard]] bool somebody_can(const ServiceSpec& service, Stage stage) const {
    return std::ranges::any_of(scenario_.minifactories,
                               [&](const MinifactorySpec& minifactory) { return can_make(minifactory, service, scenario_, stage); });
  }

  const Scenario& scenario_;
  const OperatorSpec& operator_;
  Reader& reader_;
};

}  // namespace

void check_matching(const Scenario& scenario, Reader& reader) { MatchingChecker(scenario, reader).run(); }

}  // namespace ccm
