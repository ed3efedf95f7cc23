#pragma once
/// Scenarios that nobody would think of.

#include <cstdint>
#include <string>

namespace ccm::test {

/// The text of random scenario number `number`: always the same for a number and a compiler, always valid and small; together they vary
/// every respect that the file format offers. Every second one has failures of hosts and links.
[[nodiscard]] std::string random_scenario(std::uint64_t number);
/// The same, with prices that are named, cleared or talked about too, every strategy and every memory.
[[nodiscard]] std::string random_bargaining_scenario(std::uint64_t number);
/// The same with posted prices, where the operator matches by every policy, and several minifactories make an order.
[[nodiscard]] std::string random_matching_scenario(std::uint64_t number);
/// The same as the first, where most minifactories work machine by machine, customers cancel, and orders move when they would be late.
[[nodiscard]] std::string random_floor_scenario(std::uint64_t number);

}  // namespace ccm::test
