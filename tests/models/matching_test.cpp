// Which offer do the matching policies put first, and how are ties decided?

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "models/error.hpp"
#include "models/market/matching/asking_order.hpp"
#include "models/market/matching/policy.hpp"

namespace ccm {
namespace {

MatchingOffer offer(std::uint32_t id, double price, double arrival_h, double km) {
  return {.price = Money(price), .arrival = hours(arrival_h), .distance = Kilometres(km), .id = id};
}

/// The ids of the offers, best first.
std::vector<std::uint32_t> ranked(std::string_view policy, const std::vector<MatchingOffer>& offers) {
  std::vector<std::uint32_t> ids;
  for (const std::size_t position : matching_policy(policy).ranked({.offers = offers})) ids.push_back(offers[position].id);
  return ids;
}

using Ids = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("each policy prefers what it is named for") {
  std::vector<MatchingOffer> offers{offer(0, 30, 2, 50), offer(1, 10, 9, 90), offer(2, 20, 5, 10)};
  offers[0].co2 = Kilograms(4), offers[1].co2 = Kilograms(5), offers[2].co2 = Kilograms(6);
  offers[0].load = 7, offers[1].load = 3, offers[2].load = 5;
  CHECK(ranked("cheapest", offers) == Ids{1, 2, 0});
  CHECK(ranked("nearest_capable", offers) == Ids{2, 0, 1});
  CHECK(ranked("earliest", offers) == Ids{0, 2, 1});
  CHECK(ranked("least_co2", offers) == Ids{0, 1, 2});
  CHECK(ranked("least_loaded", offers) == Ids{1, 2, 0});
  CHECK(ranked("random", offers) == Ids{0, 1, 2});  // as asked, and that is random
}

TEST_CASE("ties of the nearest: earlier arrival, then lower price, then lower id") {
  CHECK(ranked("nearest_capable", {offer(5, 20, 2, 50), offer(4, 10, 1, 50), offer(3, 10, 2, 50), offer(2, 10, 2, 50)}) == Ids{4, 2, 3, 5});
}

TEST_CASE("ties of the cheapest: the nearer, then lower id") {
  CHECK(ranked("cheapest", {offer(5, 10, 1, 50), offer(4, 10, 2, 40), offer(3, 10, 3, 50)}) == Ids{4, 3, 5});
}

TEST_CASE("ties of the earliest: lower price, the nearer, lower id") {
  CHECK(ranked("earliest", {offer(5, 10, 1, 50), offer(4, 9, 1, 60), offer(3, 10, 1, 40), offer(2, 10, 1, 50)}) == Ids{4, 3, 2, 5});
}

TEST_CASE("an order of preference does not depend on the order of the answers, but for those asked at random") {
  std::vector<MatchingOffer> offers{offer(0, 1, 2, 3), offer(1, 1, 2, 3), offer(2, 1, 2, 3), offer(3, 1, 2, 3)};
  for (const std::string_view policy : {"cheapest", "nearest_capable", "earliest", "least_co2"}) {
    std::ranges::sort(offers, {}, &MatchingOffer::id);
    do CHECK(ranked(policy, offers) == Ids{0, 1, 2, 3});
    while (std::ranges::next_permutation(offers, {}, &MatchingOffer::id).found);
  }
}

TEST_CASE("every policy ranks every offer once, and none if there is none") {
  const std::vector<MatchingOffer> offers{offer(0, 3, 1, 2), offer(1, 2, 3, 1), offer(2, 1, 2, 3)};
  for (const MatchingPolicy& policy : matching_policies()) {
    INFO(policy.name);
    auto order = policy.ranked({.offers = offers});
    std::ranges::sort(order);
    CHECK(order == std::vector<std::size_t>{0, 1, 2});
    CHECK(policy.ranked({}).empty());
  }
  CHECK_THROWS_AS(matching_policy("dearest"), ModelError);
}

TEST_CASE("those drawn are different, begin alike however many are wanted, and each place is equally likely") {
  const auto drawn = [](std::size_t wanted, int request) {
    return drawn_order(5, wanted, RandomStream(1, 1, "operator", "matching " + std::to_string(request)));
  };
  constexpr int requests = 10'000;
  std::vector<int> second(5);
  for (int request = 0; request < requests; ++request) {
    const auto two = drawn(2, request), all = drawn(9, request);
    REQUIRE(two.size() == 2);
    REQUIRE(std::set(all.begin(), all.end()).size() == 5);
    REQUIRE(std::equal(two.begin(), two.end(), all.begin()));
    ++second[two[1]];
  }
  double chi_square = 0;
  for (const int count : second) chi_square += (count - requests / 5.0) * (count - requests / 5.0) / (requests / 5.0);
  CHECK(chi_square < 18.47);  // 99.9 % of chi square with 4 degrees of freedom
}

}  // namespace ccm
