#pragma once
/// What a file about bargaining says, in its own words, and the tables of its keys: one per kind of bargaining.

#include <string>

#include "models/market/negotiation/alternating_offers.hpp"
#include "models/market/negotiation/nash.hpp"
#include "models/market/negotiation/posted_price.hpp"
#include "models/market/negotiation/rubinstein.hpp"
#include "models/market/negotiation/search.hpp"
#include "scenarios/type.hpp"

namespace ccm {

/// One party that haggles.
struct HagglerSpec : Concession {
  Money from{0};
  Money to{0};
};

struct HagglingSpec {
  Party first = Party::seller;
  HagglerSpec buyer, seller;
};

struct PostedPriceSpec : MixedCustomers {
  bool cutoff = true;
};

/// A whole file: the keys of its kind, and those that all have.
template <class Content>
struct BargainingSpec : Content {
  std::string problem = "bargaining";
  std::string kind;
  std::string currency = "EUR";
};

/// The types of whole files, by kind.
[[nodiscard]] const Type<BargainingSpec<RubinsteinGame>>& rubinstein_keys();
[[nodiscard]] const Type<BargainingSpec<NashBargain>>& nash_keys();
[[nodiscard]] const Type<BargainingSpec<HagglingSpec>>& concession_keys();
[[nodiscard]] const Type<BargainingSpec<QuoteSearch>>& search_keys();
[[nodiscard]] const Type<BargainingSpec<PostedPriceSpec>>& posted_keys();

}  // namespace ccm
