// Which scenarios must the invariants survive?

#include "tests/properties/random_scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "tests/properties/chance.hpp"
#include "tests/properties/random_faults.hpp"
#include "tests/properties/random_floors.hpp"
#include "tests/properties/random_logistics.hpp"
#include "tests/properties/random_market.hpp"

namespace ccm::test {
namespace {

constexpr int machines = 4;

/// What the scenarios vary most.
enum class Theme { scenario, market, matching, floors };

const char* name_of(Theme theme) { return std::array{"scenario", "market", "matching", "floors"}[static_cast<std::size_t>(theme)]; }

class Author : Chance {
 public:
  Author(std::uint64_t number, Theme theme)
      : Chance(1, number, "author", name_of(theme)),
        fails_(number % 8 != 0),
        matches_(theme == Theme::matching),
        number_(number),
        market_(*this, theme == Theme::market),
        logistics_(number, name_of(theme)),
        floors_(number, theme == Theme::floors),
        segments_(whole(1, 6)),
        factories_(whole(1, 8)),
        services_(whole(1, 3)),
        parts_(whole(1, 3)),
        has_backbone_(maybe(0.4)),
        has_operator_link_(maybe(0.4)) {
    if (!matches_) return;
    parts_ = 2;
    factories_ = std::max(3, factories_);
    lie_apart_ = maybe(0.6);
  }

  std::string text() {
    std::string text = head() + logistics_.sections() + network() + market_.section() + cloud_operator() + parts() + services();
    text += "customers:\n";
    for (int s = 1; s <= segments_; ++s) text += segment(s);
    text += "minifactories:\n";
    for (int m = 1; m <= factories_; ++m) text += minifactory(m);
    return fails_ ? text + faults() : text;
  }

 private:
  std::string head() {
    days_ = real(1, 6);
    periods_ = whole(1, 4);
    return fmt::format(
        "ccmsim: 1\nname: random {0}\nseed: {0}\ntime: {{period: {1:.3f} d, periods: {2}{6}}}\ntravel: {{speed: {3:.0f} km/h, handling: {4} min{5}}}\n",
        number_, days_, periods_, real(20, 120), whole(0, 90), logistics_.of_travel(), floors_.of_time());
  }

  std::string link() {
    return fmt::format("{{latency: {} ms, bandwidth: {} kbps}}", one_of({"0", "1", "20", "900"}), one_of({"40", "800", "100000"}));
  }

  std::string network() {
    return fmt::format("network: {{latency: {} ms, bandwidth: {} kbps, contention: {}, message_size: {} B{}{}{}}}\n",
                       one_of({"0", "10", "400", "5000"}), one_of({"100", "2000", "100000"}), one_of({"bulk", "bulk", "all", "none"}),
                       whole(1, 5000), repetition(), hosts(), has_backbone_ ? ", backbone: " + link() : "");
  }

  std::string repetition() {
    return fmt::format(", retry: {} min, backoff: {}, retry_at_most: {}, transfers: {}", one_of({"1", "10", "300"}),
                       one_of({"1", "2", "2", "3.5"}), one_of({"300 min", "1 d"}), one_of({"restart", "resume"}));
  }

  std::string hosts() {
    return optionally(0.2, fmt::format(", computing: {}", one_of({"5 ms", "2 s"}))) +
           optionally(0.1, fmt::format(", power: {{idle: {:.0f} W, busy: 120 W, off: 2 W}}", real(0, 120)));
  }

  /// Whom the operator asks and prefers, and what it does if nobody can.
  std::string matching() {
    if (!matches_) return "";
    const std::string bounds = optionally(0.5, ", bounds: {price: [0, 200], time: [0 h, 5 d], distance: [0 km, 300 km]}");
    const std::string qos = fmt::format("qos: {{weights: {{price: {:.2f}, time: {:.2f}, reliability: {:.2f}, distance: {:.2f}}}{}{}}}",
                                        real(0.1, 1), real(0, 1), real(0, 1), real(0, 1), bounds, optionally(0.5, ", urgent_within: 1 d"));
    return fmt::format(", matching: {}, when_none: {}, call_rounds: {}, reliability_ageing: {:.2f}, {}{}",
                       one_of({"cheapest", "nearest_capable", "earliest", "least_co2", "qos", "least_loaded", "random"}),
                       one_of({"reject", "widen", "earliest", "split", "split"}), whole(1, 2), real(0.5, 1), qos,
                       optionally(0.4, fmt::format(", split_above: {}", whole(1, 5))));
  }

  std::string cloud_operator() {
    return fmt::format("operator: {{at: [46.5, 11.3], quotes: {}, commission: {} %, quote_deadline: {}{}{}{}{}}}\n", whole(1, 4),
                       one_of({"0", "5", "37.5", "100"}), one_of({"2 s", "1 min", "1 h"}), has_operator_link_ ? ", link: " + link() : "",
                       market_.of_operator(), matching(), floors_.of_operator());
  }

  /// Where makers lie apart, P1 needs the first two machines and P2 the others.
  std::string operation(int part) {
    const int first = lie_apart_ ? 2 * part - 1 : 1, last = lie_apart_ ? 2 * part : machines;
    return fmt::format("{{machine: m{}, minutes: {:.2f}{}{}}}", whole(first, last), real(5, 150),
                       optionally(0.3, fmt::format(", yield: {:.2f}", real(0.6, 1))), floors_.of_operation(part, ++operations_));
  }

  std::string material() {
    return fmt::format("material: {{mass: {:.2f} kg, price: {:.2f} EUR/kg, recycled: {}}}, ", real(0, 9), real(0, 3),
                       one_of({"0", "0.4", "1"}));
  }

  std::string route(int part) {
    std::string operations = operation(part);
    for (int more = whole(0, 2); more > 0; --more) operations += ", " + operation(part);
    return "[" + operations + "]";
  }

  std::string parts() {
    std::string text = "parts:\n";
    for (int p = 1; p <= parts_; ++p)
      text +=
          fmt::format("  P{}: {{setup_cost: {:.2f}, holding_cost: {}, move_cost: {}, {}{}routes: [{}{}]}}\n", p, real(1, 30), whole(0, 4),
                      whole(0, 3), floors_.of_part(p), optionally(0.5, material()), route(p), optionally(0.6, ", " + route(p)));
    return text;
  }

  std::string services() {
    std::string text = "services:\n";
    for (int s = 1; s <= services_; ++s) {
      std::string content = fmt::format("P{}: {}", whole(1, parts_), whole(1, floors_.most_parts(3)));
      const bool is_pair = s <= parts_ && parts_ > 1;
      if (is_pair) content = fmt::format("P{}: 1, P{}: {}", s, s % parts_ + 1, whole(1, 2));
      text += fmt::format("  S{}: {{parts: {{{}}}{}, product_data: {} kB{}{}}}\n", s, content,
                          matches_ && is_pair ? ", stages: [[P1], [P2]]" : "", one_of({"1", "100", "4000"}),
                          optionally(matches_ ? 0.7 : 0.3, fmt::format(", due: {:.2f} d", real(0.1, 3))), logistics_.of_service());
    }
    return text;
  }

  std::string site() { return logistics_.place().value_or(fmt::format("at: [{:.3f}, {:.3f}]", real(45, 47), real(10, 12))); }

  std::string reference_price(bool difference, double beta) {
    const std::string loss = difference ? optionally(0.5, fmt::format(", loss_effect: {:.3f}", beta * real(0, 2))) : "";
    const std::string start = optionally(0.5, fmt::format(", start: {:.2f}", real(0, 300)));
    return fmt::format(", reference_price: {{effect: {:.3f}, memory: {:.2f}{}{}{}}}", beta * real(0, 0.9), real(0, 0.95), loss, start,
                       market_.of_memory());
  }

  std::string order_size() { return matches_ ? fmt::format(", order_size: {}", whole(2, 9)) : market_.of_segment(); }

  std::string segment(int number) {
    const bool difference = maybe(0.5);
    const double alpha = real(3, 60), beta = alpha / real(50, 700);
    const std::string lowest = optionally(0.2, fmt::format(", lowest_value: {:.2f}", 0.4 * alpha / beta));
    return fmt::format("  - {{name: c{}, type: {}, {}, service: S{}, demand: {}, alpha: {:.4f}, beta: {:.6f}, patience: {}{}{}{}{}{}{}}}\n",
                       number, one_of({"price_taker", "negotiator", "bargainer"}), site(), whole(1, services_),
                       difference ? "difference" : "absolute", alpha, beta, one_of({"3 s", "2 min", "2 h", "5 d"}), lowest,
                       optionally(0.6, reference_price(difference, beta)), optionally(0.2, ", link: " + link()), order_size(),
                       market_.buyer_talks(), logistics_.of_segment() + floors_.of_segment(number));
  }

  /// Where makers lie apart, the odd ones have the first half of the machines, and the even ones the other.
  [[nodiscard]] bool may_own(int minifactory, int machine) const {
    return !lie_apart_ || (minifactory % 2 == 1) == (machine <= machines / 2);
  }

  /// The first minifactory, or the first two, have all machines that they may, so that every service can be made by somebody.
  std::string machines_and_workers(int number) {
    const bool all = number == 1 || (lie_apart_ && number == 2);
    std::string owned, groups, operated;
    for (int m = 1; m <= machines; ++m) {
      if (!may_own(number, m)) continue;
      if (!all && !operated.empty() && maybe(0.3)) continue;
      owned += fmt::format("{}m{}: {{power: {:.1f} kW{}{}}}", owned.empty() ? "" : ", ", m, real(0, 15),
                           optionally(0.3, fmt::format(", capacity: {:.1f} h", real(0, 40))), floors_.of_machine(number, m));
      groups += fmt::format("{}[m{}]", groups.empty() ? "" : ", ", m);
      operated += fmt::format("{}m{}", operated.empty() ? "" : ", ", m);
    }
    const std::string first = operated.substr(0, 2);
    const std::string grouping = one_of({"", ", group_sizes: [{at_least: 0}, {at_least: 0}, {at_most: 4}]", "given"});
    return fmt::format(
        "machines: {{{}}}, workers: {{w1: {{wage: {:.2f} EUR/h, operates: [{}]{}}}, w2: {{wage: {:.2f} EUR/h, operates: [{}]{}{}}}}}{}",
        owned, real(5, 40), all || maybe(0.8) ? operated : first, floors_.of_worker(number, 1), real(5, 40), first,
        optionally(0.3, fmt::format(", capacity: {:.1f} h", real(1, 40))), floors_.of_worker(number, 2),
        grouping == "given" ? ", groups: [" + groups + "]" : grouping);
  }

  std::string planning() {
    return fmt::format(", waste_price: {} EUR/kg, planning: {{routes: {}, moves: {}, replan_on_failure: {}}}", one_of({"0", "0.7"}),
                       one_of({"single", "split"}), one_of({"distinct_groups", "changes"}), one_of({"true", "false"}));
  }

  std::string minifactory(int number) {
    const std::string pricing = market_.strategy();
    const std::string timing =
        fmt::format(", lines: {}, working_time: {} h/d, processing_times: {}, promise_margin: {}", whole(1, 3), one_of({"6", "15", "24"}),
                    floors_.times(number, one_of({"fixed", "exponential"})), one_of({"0 s", "1 h", "1 d"}));
    const std::string forecast =
        fmt::format(", forecast: {{{}smoothing: {:.2f}}}", optionally(0.4, fmt::format("start: {:.1f}, ", real(0, 30))), real(0, 1));
    return fmt::format("  - {{name: f{}, {}, {}, energy_price: {:.2f} EUR/kWh, pricing: {{strategy: {}, cost: {}}}{}{}{}{}{}{}{}}}\n",
                       number, site(), machines_and_workers(number), real(0, 0.6), pricing, one_of({"average", "marginal"}), timing,
                       forecast, planning(), optionally(0.4, fmt::format(", reach: {:.0f} km", real(0, 200))),
                       optionally(0.2, ", link: " + link()), market_.seller_talks(),
                       logistics_.of_minifactory() + floors_.of_minifactory(number));
  }

  std::string faults() {
    const int own_machines = lie_apart_ ? machines / 2 : machines;
    return random_faults(*this,
                         {segments_, factories_, own_machines, floors_.breakdowns(), has_backbone_, has_operator_link_, days_, periods_});
  }

  bool fails_, matches_, lie_apart_ = false;
  std::uint64_t number_;
  RandomMarket market_;
  RandomLogistics logistics_;
  RandomFloors floors_;
  int segments_, factories_, services_, parts_;
  bool has_backbone_, has_operator_link_;
  double days_ = 0;
  int periods_ = 0, operations_ = 0;
};

}  // namespace

std::string random_scenario(std::uint64_t number) { return Author(number, Theme::scenario).text(); }
std::string random_bargaining_scenario(std::uint64_t number) { return Author(number, Theme::market).text(); }
std::string random_matching_scenario(std::uint64_t number) { return Author(number, Theme::matching).text(); }
std::string random_floor_scenario(std::uint64_t number) { return Author(number, Theme::floors).text(); }

}  // namespace ccm::test
