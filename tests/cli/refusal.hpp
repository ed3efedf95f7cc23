#pragma once
/// What the program says to those who ask for what it cannot do.

#include <catch2/catch.hpp>

#include "tests/support/process.hpp"

namespace ccm::test {

/// How messages about a mistyped command line end.
inline const std::string usage_hint = "\n  'ccmsim --help' lists the commands, 'ccmsim COMMAND --help' its options.\n";

/// It says why, and nothing else.
inline void check_refused(const Finished& finished, const std::string& message, int code = 2) {
  CHECK(finished.code == code);
  CHECK(finished.out.empty());
  CHECK(finished.err == message);
}

}  // namespace ccm::test
