#pragma once
/// Experiments for tests of the command line.

#include "tests/cli/scenario.hpp"

namespace ccm::test {

/// A workplace with grid.yaml: 6 points, 10 replications of the small scenario; and failing.yaml: 4 points, of which the last is no
/// scenario.
class Laboratory : public Workplace {
 public:
  Laboratory() {
    write_file(*this / "grid.yaml",
               experiment("replications: 10\n"
                          "factors:\n"
                          "  - {name: alpha, key: customers.takers.alpha, levels: [10, 20, 30]}\n"
                          "  - {name: machine_power, key: minifactories.forge.machines.m1.power, levels: [5 kW, 12 kW]}\n"
                          "design: {kind: grid}\n"));
    write_file(*this / "failing.yaml", experiment("replications: 2\n"
                                                  "factors:\n"
                                                  "  - {name: warm_up, key: time.warm_up, levels: [0, 3]}\n"
                                                  "  - {name: periods, key: time.periods, levels: [5, 2]}\n"
                                                  "design: {kind: grid}\n"));
  }

  static std::string experiment(const std::string& rest) {
    return "experiment: 1\nname: A small experiment\nscenario: small.yaml\n" + rest + "outputs: [profit, surplus.price_taker, sales]\n";
  }

  /// What differs between two directories: files that one of them lacks, and bytes.
  [[nodiscard]] std::string difference(const std::string& one, const std::string& other) const {
    return shell("diff -r " + one + " " + other).out;
  }
};

}  // namespace ccm::test
