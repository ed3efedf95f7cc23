#pragma once
/// What `ccmsim verify` compares, topic by topic.

#include <span>
#include <string_view>
#include <vector>

#include "sim/commands/verify/check.hpp"
#include "sim/commands/verify/laboratory.hpp"

namespace ccm {

/// One topic. A further one is a file with its checks and a line in the table.
struct VerifyTopic {
  std::string_view name;
  std::string_view summary;
  std::vector<Check> (*checks)(const Laboratory& laboratory);
};

/// All topics, in the order in which they are shown.
[[nodiscard]] std::span<const VerifyTopic> verify_topics();

[[nodiscard]] std::vector<Check> paper_checks(const Laboratory& laboratory);
[[nodiscard]] std::vector<Check> allocation_checks(const Laboratory& laboratory);
[[nodiscard]] std::vector<Check> mfca_checks(const Laboratory& laboratory);
[[nodiscard]] std::vector<Check> pricing_checks(const Laboratory& laboratory);
[[nodiscard]] std::vector<Check> negotiation_checks(const Laboratory& laboratory);
[[nodiscard]] std::vector<Check> market_checks(const Laboratory& laboratory);
[[nodiscard]] std::vector<Check> formation_checks(const Laboratory& laboratory);
[[nodiscard]] std::vector<Check> demand_checks(const Laboratory& laboratory);
[[nodiscard]] std::vector<Check> queue_checks(const Laboratory& laboratory);
[[nodiscard]] std::vector<Check> floor_checks(const Laboratory& laboratory);
[[nodiscard]] std::vector<Check> matching_checks(const Laboratory& laboratory);
[[nodiscard]] std::vector<Check> network_checks(const Laboratory& laboratory);

}  // namespace ccm
