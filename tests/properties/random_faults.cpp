// What may fail, when, and how often?

#include "tests/properties/random_faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace ccm::test {
namespace {

class FaultAuthor {
 public:
  FaultAuthor(Chance& chance, const MayFail& what) : chance_(chance), what_(what) {}

  /// The operator, another host, a link and a machine fail in every scenario, each by events or at random. Beside them there are a few long
  /// failures that often overlap, of the same victim too, or many short ones that hit messages on their way.
  std::string text() {
    std::string events, failures;
    const auto let_fail = [&](const std::string& whose) {
      if (chance_.maybe(0.5))
        events += event(moment_d(), whose, chance_.real(1, 1500));
      else
        failures += fmt::format("  - {{{}, up: {:.3f} d, down: {:.2f} min}}\n", whose, chance_.real(0.1, 1) * what_.days * what_.periods,
                                chance_.real(1, 1500));
    };
    for (const std::string& whose : {std::string("host: operator"), "host: " + actor(), linked(), machine()}) let_fail(whose);
    for (int m = 1; m <= std::min(what_.breakdowns, what_.factories); ++m) let_fail(fmt::format("minifactory: f{}", m));
    if (chance_.maybe(0.4)) let_fail(fmt::format("worker: f1.w{}", chance_.whole(1, 2)));
    if (chance_.maybe(0.2)) let_fail("minifactory: f1");
    if (chance_.maybe(0.2)) let_fail(fmt::format("place: middle, within: {:.0f} km", chance_.real(0, 60)));
    const bool flutter = chance_.maybe(0.5);
    for (int more = flutter ? 1500 : chance_.whole(0, 4); more > 0; --more) {
      const double at_d = moment_d();
      const std::string whose = victim();
      events += event(at_d, whose, flutter ? chance_.real(0.1, 6) : chance_.real(1, 1500));
      if (!flutter && chance_.maybe(0.3)) events += event(at_d + 0.01, whose, chance_.real(1, 1500));
    }
    return (events.empty() ? "" : "events:\n" + events) + (failures.empty() ? "" : "failures:\n" + failures);
  }

 private:
  std::string actor() {
    return chance_.maybe(0.5) ? fmt::format("c{}", chance_.whole(1, what_.segments))
                              : fmt::format("f{}", chance_.whole(1, what_.factories));
  }

  std::string linked() {
    std::vector<std::string> choices{actor()};
    if (what_.has_backbone) choices.emplace_back("backbone");
    if (what_.has_operator_link) choices.emplace_back("operator");
    return "link: " + choices[chance_.index(choices.size())];
  }
  std::string machine() { return fmt::format("machine: f1.m{}", chance_.whole(1, what_.machines)); }

  std::string victim() {
    switch (chance_.whole(1, 3)) {
      case 1:
        return "host: operator";
      case 2:
        return "host: " + actor();
      default:
        return linked();
    }
  }

  static std::string event(double at_d, const std::string& whose, double minutes) {
    return fmt::format("  - {{at: {:.5f} d, {}, down: {:.2f} min}}\n", at_d, whose, minutes);
  }

  double moment_d() { return chance_.real(0, 0.9) * what_.days * what_.periods; }

  Chance& chance_;
  const MayFail& what_;
};

}  // namespace

std::string random_faults(Chance& chance, const MayFail& what) { return FaultAuthor(chance, what).text(); }

}  // namespace ccm::test
