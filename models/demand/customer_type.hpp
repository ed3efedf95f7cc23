#pragma once
/// The three kinds of customer of the papers.

#include <array>
#include <string_view>

namespace ccm {

/// Price-takers take the first good price, bargainers take their time to analyse the market, negotiators lie in between.
/// The order is the order in which they buy.     Source: [QamarAziz2023], section 3.1.
enum class CustomerType { price_taker, negotiator, bargainer };

inline constexpr std::array<std::string_view, 3> customer_type_names{"price_taker", "negotiator", "bargainer"};

constexpr std::string_view name_of(CustomerType type) { return customer_type_names[static_cast<std::size_t>(type)]; }

}  // namespace ccm
