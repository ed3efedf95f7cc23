// What do customers expect to pay after what was paid, published or quoted, by hand?

#include "sim/reference_prices.hpp"

#include <catch2/catch.hpp>

namespace ccm::test {
namespace {

constexpr Wanted takers{0, CustomerType::price_taker}, bargainers{0, CustomerType::bargainer};
constexpr std::size_t nobody = 0;

SegmentSpec segment_of(ReferenceSource source, MemoryKind kind = MemoryKind::exponential) {
  SegmentSpec segment{.type = CustomerType::price_taker};
  segment.reference_price = {.memory = 0.5, .kind = kind, .source = source, .start = Money(30)};
  return segment;
}

/// At minifactory 0 takers paid 20 for 3 units and bargainers 10 for one, at minifactory 1 takers paid 40 for 4; another service was dear.
Transactions sales() {
  Transactions sales;
  sales.add(takers, 0, Money(20), 3);
  sales.add(bargainers, 0, Money(10), 1);
  sales.add(takers, 1, Money(40), 4);
  sales.add({1, CustomerType::price_taker}, 0, Money(999), 9);
  return sales;
}

Transactions one_sale(double price) {
  Transactions sales;
  sales.add(takers, 0, Money(price), 1);
  return sales;
}

std::vector<double> against_each(const ReferencePrices& prices) {
  std::vector<double> references;
  for (std::uint32_t minifactory = 0; minifactory < 3; ++minifactory)
    references.push_back(prices.against(minifactory, nobody).value().value());
  return references;
}

std::vector<double> after_sales(ReferenceSource source) {
  ReferencePrices prices(segment_of(source), 0, 1);
  prices.learn(sales());
  prices.learn(Transactions());  // a period without a sale changes nothing
  return against_each(prices);
}

}  // namespace

TEST_CASE("what was paid enters by its source, half and half with the 30 of the start") {
  CHECK(after_sales(ReferenceSource::own_type) == std::vector{25.0, 35.0, 30.0});
  CHECK(after_sales(ReferenceSource::rsp) == std::vector{23.75, 35.0, 30.0});          // (3 20 + 10) / 4 = 17.5
  CHECK(after_sales(ReferenceSource::market) == std::vector{29.375, 29.375, 29.375});  // (60 + 10 + 160) / 8 = 28.75
  CHECK(after_sales(ReferenceSource::rivals) == std::vector{30.0, 30.0, 30.0});
  CHECK(after_sales(ReferenceSource::individual) == std::vector{30.0, 30.0, 30.0});
}

TEST_CASE("each kind of memory does what it says") {
  const auto after = [](MemoryKind kind, std::initializer_list<double> prices) {
    ReferencePrices references(segment_of(ReferenceSource::own_type, kind), 0, 1);
    for (const double price : prices) references.learn(one_sale(price));
    return references.against(0, nobody)->value();
  };
  CHECK(after(MemoryKind::exponential, {20, 40}) == 32.5);
  CHECK(after(MemoryKind::peak_end_lowest, {20, 40}) == 30);  // half of 20, half of 40
  CHECK(after(MemoryKind::peak_end_highest, {20}) == 25);     // half of the 30 of the start, half of 20
  CHECK(after(MemoryKind::peak_end_highest, {20, 40}) == 40);
  CHECK(after(MemoryKind::last_price, {20, 40}) == 40);
}

TEST_CASE("without a start there is no reference price before the first price, and then it is that") {
  for (const ReferenceSource source : {ReferenceSource::own_type, ReferenceSource::rsp, ReferenceSource::market}) {
    SegmentSpec segment = segment_of(source);
    segment.reference_price.start.reset();
    ReferencePrices prices(segment, 0, 1);
    CHECK_FALSE(prices.against(0, nobody).has_value());
    prices.learn(one_sale(20));
    CHECK(prices.against(0, nobody) == Money(20));
    CHECK(prices.against(1, nobody).has_value() == (source == ReferenceSource::market));
  }
}

TEST_CASE("rivals' prices are those of the last bulletin, without the one who asks") {
  ReferencePrices prices(segment_of(ReferenceSource::rivals), 0, 1);
  const auto publish = [&](double first) {
    prices.read(std::make_shared<const MarketReport>(
        std::vector<PostedAsk>{{0, takers, Money(first)}, {1, takers, Money(40)}, {2, takers, Money(60)}, {2, bargainers, Money(1)}}));
  };
  publish(20);
  CHECK(against_each(prices) == std::vector{50.0, 40.0, 30.0});
  publish(80);  // no memory: it holds at once
  CHECK(against_each(prices) == std::vector{50.0, 70.0, 60.0});
  prices.read(std::make_shared<const MarketReport>(std::vector<PostedAsk>{{0, takers, Money(20)}}));
  CHECK(against_each(prices) == std::vector{30.0, 20.0, 20.0});  // who has no rival is held against the start
}

TEST_CASE("persons follow what they were quoted themselves") {
  ReferencePrices prices(segment_of(ReferenceSource::individual), 0, 2);
  prices.saw(0, Money(20));
  CHECK(prices.against(0, 0) == Money(25));
  CHECK(prices.against(1, 0) == Money(25));  // whoever asks
  CHECK(prices.against(0, 1) == Money(30));
  prices.saw(0, Money(40));
  CHECK(prices.against(0, 0) == Money(32.5));
}

TEST_CASE("quotes alone change nothing for the others") {
  for (const ReferenceSource source : {ReferenceSource::own_type, ReferenceSource::rsp, ReferenceSource::market, ReferenceSource::rivals}) {
    ReferencePrices prices(segment_of(source), 0, 1);
    prices.saw(0, Money(99));
    CHECK(against_each(prices) == std::vector{30.0, 30.0, 30.0});
  }
}

}  // namespace ccm::test
