// Can what goes down go down?

#include "scenarios/check_faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace ccm {
namespace {

std::set<std::string> minifactory_names(const Scenario& scenario) {
  std::set<std::string> names;
  for (const MinifactorySpec& minifactory : scenario.minifactories) names.insert(minifactory.name);
  return names;
}

std::set<std::string> names_of_actors(const Scenario& scenario) {
  std::set<std::string> names = minifactory_names(scenario);
  names.insert("operator");
  for (const SegmentSpec& segment : scenario.customers) names.insert(segment.name);
  return names;
}

/// Names as MINIFACTORY.RESOURCE.
template <class Resource>
std::set<std::string> resource_names(const Scenario& scenario, std::vector<Resource> MinifactorySpec::*resources) {
  std::set<std::string> names;
  for (const MinifactorySpec& minifactory : scenario.minifactories)
    for (const Resource& resource : minifactory.*resources) names.insert(minifactory.name + "." + resource.name);
  return names;
}

class FaultChecker {
 public:
  FaultChecker(const Scenario& scenario, Reader& reader)
      : scenario_(scenario),
        reader_(reader),
        actors_(names_of_actors(scenario)),
        minifactories_(minifactory_names(scenario)),
        machines_(resource_names(scenario, &MinifactorySpec::machines)),
        workers_(resource_names(scenario, &MinifactorySpec::workers)) {}

  void run() {
    check_waits();
    for (std::size_t i = 0; i < scenario_.events.size(); ++i) check_event(scenario_.events[i], fmt::format(".events[{}]", i));
    for (std::size_t i = 0; i < scenario_.failures.size(); ++i)
      check_target(scenario_.failures[i], "a failure", fmt::format(".failures[{}]", i));
  }

 private:
  void mistake(const std::string& path, std::string message, std::string advice = "") {
    reader_.mistake(reader_.mark_of(path), std::move(message), std::move(advice));
  }

  void check_waits() {
    if (scenario_.network.retry > scenario_.network.retry_at_most)
      mistake(".network.retry", "the first wait, 'retry', is longer than 'retry_at_most'", "Raise 'retry_at_most' too.");
    const auto& power = scenario_.network.power;
    if (power && power->busy < power->idle) mistake(".network.power", "a busy host draws less than an idle one");
  }

  void check_event(const EventSpec& event, const std::string& path) {
    const Seconds horizon = scenario_.time.period * static_cast<double>(scenario_.time.periods);
    if (event.at >= horizon)
      mistake(path + ".at", fmt::format("the simulation ends at {:.6g} d; an event must begin before", in_days(horizon)));
    check_target(event, "an event", path);
  }

  void check_target(const TargetSpec& target, const std::string& noun, const std::string& path) {
    const int targets = target.host.has_value() + target.link.has_value() + target.machine.has_value() + target.worker.has_value() +
                        target.minifactory.has_value() + target.place.has_value();
    if (targets != 1)
      mistake(path, noun + " needs one of 'host', 'link', 'machine', 'worker', 'minifactory' and 'place'", "Say what goes down.");
    if (target.within && !target.place) mistake(path + ".within", "'within' is a distance from a 'place', and there is none");
    if (target.within && target.place) check_position(*target.place, path + ".within");
    if (target.host) check_actor(*target.host, path + ".host");
    if (target.link && !scenario_.network.platform) check_link(*target.link, path + ".link");
    if (target.machine) check_name(*target.machine, machines_, "machine", path, "Write it as MINIFACTORY.MACHINE.");
    if (target.worker) check_name(*target.worker, workers_, "worker", path, "Write it as MINIFACTORY.WORKER.");
    if (target.minifactory) check_name(*target.minifactory, minifactories_, "minifactory", path, "");
  }

  /// `kind` is also the name of the key.
  void check_name(const std::string& name, const std::set<std::string>& known, const std::string& kind, const std::string& path,
                  const std::string& advice) {
    if (known.contains(name)) return;
    mistake(path + "." + kind, fmt::format("there is no {} {}{}", kind, in_quotes(name), did_you_mean(name, {known.begin(), known.end()})),
            advice);
  }

  void check_position(const std::string& place, const std::string& path) {
    const auto found = std::ranges::find(scenario_.places, place, &PlaceSpec::name);
    if (found != scenario_.places.end() && !found->at)
      mistake(path, fmt::format("nothing says where '{}' lies, so that nobody stands within a distance of it", place),
              "Give the place its 'at', or leave 'within' out.");
  }

  void check_actor(const std::string& name, const std::string& path) {
    if (actors_.contains(name)) return;
    mistake(path, fmt::format("there is no actor {}{}", in_quotes(name), did_you_mean(name, {actors_.begin(), actors_.end()})),
            "Actors are the 'operator', the customer segments and the minifactories.");
  }

  void check_link(const std::string& name, const std::string& path) {
    if (name == "backbone" && !scenario_.network.backbone) return mistake(path, "the network has no backbone", "Give 'network.backbone'.");
    if (name == "operator" && !scenario_.cloud_operator.link)
      return mistake(path, "the operator has no access link of its own", "Give 'operator.link', or let its host go down.");
    if (name != "backbone") check_actor(name, path);
  }

  const Scenario& scenario_;
  Reader& reader_;
  std::set<std::string> actors_, minifactories_, machines_, workers_;
};

}  // namespace

void check_faults(const Scenario& scenario, Reader& reader) { FaultChecker(scenario, reader).run(); }

}  // namespace ccm
