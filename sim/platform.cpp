// Which hosts and links carry the scenario's messages?

#include "sim/platform.hpp"

#include <fmt/format.h>
#include <simgrid/plugins/energy.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <system_error>

namespace ccm {
namespace {

namespace sg = simgrid::s4u;

constexpr double host_speed = 1e9;  // flop/s; nothing computes on the information hosts, but SimGrid wants a number

/// A star of access links around an optional backbone.
class Star {
 public:
  explicit Star(const NetworkSpec& network) : network_(network), zone_(sg::create_star_zone("ccm")) {
    if (!network.backbone) return;
    backbone_ = zone_->create_link("backbone", network.backbone->bandwidth.value());
    backbone_->set_latency(network.backbone->latency.value())->seal();
  }

  sg::Host* add(const std::string& name, const std::optional<LinkSpec>& link) {
    sg::Host* host = zone_->create_host(name, host_speed);
    std::vector<sg::LinkInRoute> route;
    if (link) route.emplace_back(access_link(name, *link), sg::LinkInRoute::Direction::UP);
    if (backbone_) route.emplace_back(backbone_);
    zone_->add_route(host->get_netpoint(), nullptr, nullptr, nullptr, route, true);
    return host;
  }

  [[nodiscard]] LinkSpec usual_link() const { return {network_.latency, network_.bandwidth}; }
  void seal() { zone_->seal(); }

 private:
  const sg::Link* access_link(const std::string& name, const LinkSpec& link) {
    sg::SplitDuplexLink* made = zone_->create_split_duplex_link(name, link.bandwidth.value());
    made->set_latency(link.latency.value());
    made->seal();
    return made;
  }

  const NetworkSpec& network_;
  sg::NetZone* zone_;
  sg::Link* backbone_ = nullptr;
};

Platform build_star(const Scenario& scenario) {
  Star star(scenario.network);
  Platform platform;
  platform.hosts.push_back(star.add("operator", scenario.cloud_operator.link));
  for (const SegmentSpec& segment : scenario.customers)
    platform.hosts.push_back(star.add(segment.name, segment.link.value_or(star.usual_link())));
  for (const MinifactorySpec& minifactory : scenario.minifactories)
    platform.hosts.push_back(star.add(minifactory.name, minifactory.link.value_or(star.usual_link())));
  star.seal();
  return platform;
}

sg::Host* host_of(const sg::Engine& engine, const SiteSpec& site, const std::string& actor) {
  const std::string name = site.host.value_or(actor);
  sg::Host* host = engine.host_by_name_or_null(name);
  if (!host)
    throw PlatformError(fmt::format("the platform file has no host '{}' for '{}'; add it, or name another with 'host:'", name, actor));
  return host;
}

bool has_route(const sg::Host& from, const sg::Host& to) {
  std::vector<sg::Link*> links;
  double latency = 0;
  from.route_to(&to, links, &latency);
  return !links.empty() || &from == &to;
}

/// How many of the actors can exchange messages with the operator, counted up to the first that cannot. With some routings SimGrid
/// aborts the process that asks for a missing route, so a child asks: it writes a byte for each actor that has one.
std::size_t actors_with_routes(const Platform& platform) {
  int ends[2];
  if (pipe(ends) != 0) throw std::system_error(errno, std::generic_category(), "cannot make a pipe");
  const pid_t child = fork();
  if (child == 0) {
    if (!std::freopen("/dev/null", "w", stderr)) _exit(1);
    const sg::Host& center = *platform.hosts[0];
    for (const sg::Host* host : platform.hosts)
      if (!has_route(center, *host) || !has_route(*host, center) || write(ends[1], "", 1) != 1) break;
    _exit(0);
  }
  close(ends[1]);
  std::size_t count = 0;
  for (char byte; read(ends[0], &byte, 1) == 1;) ++count;
  close(ends[0]);
  waitpid(child, nullptr, 0);
  return count;
}

void require_routes(const Platform& platform, const Scenario& scenario) {
  const std::size_t routed = actors_with_routes(platform);
  if (routed == platform.hosts.size()) return;
  const std::size_t segments = scenario.customers.size();
  const std::string name = routed == 0          ? "operator"
                           : routed <= segments ? scenario.customers[routed - 1].name
                                                : scenario.minifactories[routed - 1 - segments].name;
  throw PlatformError(fmt::format("the platform file '{}' has no route between '{}' and the operator", *scenario.network.platform, name));
}

Platform load_platform_file(const sg::Engine& engine, const Scenario& scenario) {
  const std::string& file = *scenario.network.platform;
  if (!std::ifstream(file)) throw PlatformError(fmt::format("cannot open the platform file '{}'", file));
  try {
    engine.load_platform(file);
  } catch (const std::exception& error) {
    throw PlatformError(fmt::format("the platform file '{}' is wrong: {}", file, error.what()));
  }
  Platform platform;
  platform.hosts.push_back(host_of(engine, scenario.cloud_operator, "operator"));
  for (const SegmentSpec& segment : scenario.customers) platform.hosts.push_back(host_of(engine, segment, segment.name));
  for (const MinifactorySpec& minifactory : scenario.minifactories)
    platform.hosts.push_back(host_of(engine, minifactory, minifactory.name));
  require_routes(platform, scenario);
  return platform;
}

/// What hosts draw, but for those whose power the platform file gives. SimGrid's plugin reads it from their properties when they are
/// made: the power of an idle host, of one that begins to compute, and of one whose cores are all busy, in each state of its processor.
void meter_hosts(const HostPowerSpec& power) {
  constexpr double watts_per_kilowatt = 1000;
  const double idle = power.idle.value() * watts_per_kilowatt;
  const std::string state = fmt::format("{}:{}:{}", idle, idle, power.busy.value() * watts_per_kilowatt);
  const std::string off = fmt::format("{}", power.off.value() * watts_per_kilowatt);
  sg::Host::on_creation_cb([state, off](sg::Host& host) {
    if (host.get_property("wattage_per_state")) return;
    std::string states = state;
    for (unsigned long more = 1; more < host.get_pstate_count(); ++more) states += "," + state;
    host.set_property("wattage_per_state", states);
    host.set_property("wattage_off", off);
  });
  sg_host_energy_plugin_init();
}

}  // namespace

Platform build_platform(const sg::Engine& engine, const Scenario& scenario) {
  if (scenario.network.power) meter_hosts(*scenario.network.power);
  return scenario.network.platform ? load_platform_file(engine, scenario) : build_star(scenario);
}

std::vector<sg::Link*> links_named(const sg::Engine& engine, const std::string& name) {
  if (sg::Link* plain = engine.link_by_name_or_null(name)) return {plain};
  sg::Link* up = engine.link_by_name_or_null(name + "_UP");
  sg::Link* down = engine.link_by_name_or_null(name + "_DOWN");
  if (up && down) return {up, down};
  throw PlatformError(fmt::format("the platform has no link '{}'", name));
}

}  // namespace ccm
