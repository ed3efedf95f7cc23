#pragma once
/// Problem files about bargaining: who agrees on which price, whether to search on, and what to post.

#include <string>
#include <variant>

#include "models/market/negotiation/alternating_offers.hpp"
#include "models/market/negotiation/nash.hpp"
#include "models/market/negotiation/posted_price.hpp"
#include "models/market/negotiation/rubinstein.hpp"
#include "models/market/negotiation/search.hpp"
#include "scenarios/type.hpp"

namespace ccm {

struct PostedPriceQuestion {
  MixedCustomers customers;
  Cutoff cutoff = Cutoff::committed;
};

/// What is asked: one alternative per kind of bargaining.
using BargainingQuestion = std::variant<RubinsteinGame, NashBargain, Negotiators, QuoteSearch, PostedPriceQuestion>;

struct BargainingTask {
  BargainingQuestion question;
  std::string kind;  // the value of the key `kind`
  std::string currency;
};

/// The keys of such a file, by kind; their paths begin with the kind.
[[nodiscard]] const AnyType& bargaining_type();

/// Reads the tree of a file; throws ScenarioError with every mistake.
/// Tested by: tests/scenarios/problem_test.cpp.
[[nodiscard]] BargainingTask read_bargaining(const Node& root, Reader& reader);

}  // namespace ccm
