#pragma once
/// Orders that several minifactories make: what their quotes and stories come to, and what the tables say of them.

#include "scenarios/scenario.hpp"
#include "sim/messages.hpp"
#include "sim/recorder.hpp"

namespace ccm {

/// The quotes of all lots of an order of so many units as one: the price of a unit is the sum of p_i u_i over the units, the promise the
/// last one. Each stage is told which minifactory makes the next.     Tested by: tests/protocol/lots_test.cpp.
[[nodiscard]] Quote whole_order(std::vector<Quote> lots, std::int64_t units);

/// The row of a lot that has been made as the story tells.
[[nodiscard]] LotRecord lot_row(const Scenario& scenario, const Quote& quote, const ProductionStory& story);

/// The story of all stages up to this one.
[[nodiscard]] ProductionStory continued(const ProductionStory& before, const ProductionStory& story);

}  // namespace ccm
