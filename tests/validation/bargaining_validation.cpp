// Do simulated talks and searches bring the sales, profits and outlays of their closed forms?
//
// One seller whose unit cost is 10 EUR meets price-takers and bargainers whose values are uniform on [0, 50]; then bargainers search among
// many sellers. Tolerances are the 99 % Student intervals over 20 independent replications.

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/statistics.hpp"
#include "models/market/negotiation/posted_price.hpp"
#include "models/market/negotiation/search.hpp"
#include "tests/support/process.hpp"
#include "tests/support/table.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

constexpr int replications = 20;

/// 400 visitors a period, of whom a share phi pays the price on the tag; the others bargain, with power 1 - s.
std::string scenario(const MixedCustomers& mix, const PostedPrice& price) {
  const auto segment = [&](const std::string& name, double visitors, const std::string& rounds) {
    return fmt::format(
        "  - {{name: {0}, type: {0}, place: here, service: job, alpha: {1}, beta: {2}, talks: {{quotes: 1, rounds: {3}}}}}\n", name,
        visitors, visitors / mix.highest_value.value(), rounds);
  };
  return fmt::format(R"(ccmsim: 1
name: bargaining validation
time: {{period: 26 d, periods: 2}}
market: {{prices: negotiated, bargaining: nash}}
places: {{here: {{at: [46, 11]}}}}
operator: {{place: here, quotes: 1, commission: 0 %}}
services: {{job: {{parts: {{part: 1}}, product_data: 1 kB}}}}
parts: {{part: {{routes: [[{{machine: m, minutes: 1}}]]}}}}
minifactories:
  - name: shop
    place: here
    machines: {{m: {{power: 0 kW}}}}
    workers: {{w: {{wage: {} EUR/min, operates: [m]}}}}
    pricing: {{strategy: cost_plus, markup: {:.17g}}}
    talks: {{power: {}, cutoff: {:.17g} EUR}}
customers:
{}{})",
                     mix.cost.value(), price.posted / mix.cost - 1, mix.seller_power, price.cutoff.value(),
                     segment("price_taker", 400 * mix.takers, "0"), segment("bargainer", 400 * (1 - mix.takers), "1"));
}

struct PerVisitor {
  std::vector<double> sales = std::vector<double>(replications), profit = std::vector<double>(replications);
};

PerVisitor simulated(const MixedCustomers& mix, const PostedPrice& price) {
  const TemporaryDirectory directory;
  write_file(directory / "s.yaml", scenario(mix, price));
  const Finished run =
      ccmsim(fmt::format("run {} --replications {} --quiet --out {}", directory / "s.yaml", replications, directory / "out"));
  INFO(run.err);
  REQUIRE(run.code == 0);
  PerVisitor per_visitor;
  std::vector<double> visitors(replications);
  for (const Row& row : read_table(directory / "out/segments.csv")) {
    const auto r = static_cast<std::size_t>(number(row, "replication")) - 1;
    visitors[r] += number(row, "requests");
    per_visitor.sales[r] += number(row, "sales");
    if (number(row, "sales") > 0) per_visitor.profit[r] += number(row, "sales") * (number(row, "paid_price_mean") - mix.cost.value());
  }
  for (std::size_t r = 0; r < visitors.size(); ++r) {
    per_visitor.sales[r] /= visitors[r];
    per_visitor.profit[r] /= visitors[r];
  }
  return per_visitor;
}

void check_mean(const std::vector<double>& values, double expected) {
  const Estimate mean = estimate(values, 0.99);
  INFO(fmt::format("{} ± {}, expected {}", mean.mean, *mean.half_width, expected));
  CHECK(std::abs(mean.mean - expected) <= *mean.half_width);
  CHECK(*mean.half_width < 0.05 * expected);  // or the check would say nothing
}

/// Prices that divide [A, B] evenly stand for uniform ones. Nobody is asked twice in a visit, so that with n sellers of whom K ask at most
/// R it takes (n + 1)/(K + 1) quotes instead of L/(R - A): 2 % less with 200, a third of the tolerance.
constexpr int sellers = 200;

/// About 240 bargainers a replication, who all value the product above every price, and are told of the prices each hour.
std::string search_scenario(const QuoteSearch& search) {
  std::string shops;
  for (int i = 0; i < sellers; ++i) {
    const double price = search.lowest.value() + i * (search.highest - search.lowest).value() / (sellers - 1);
    shops += fmt::format("  - {{like: shop, name: s{}, pricing: {{strategy: cost_plus, markup: {:.17g}}}}}\n", i, price / 10 - 1);
  }
  return fmt::format(R"(ccmsim: 1
name: search validation
time: {{period: 26 d, periods: 1}}
market: {{prices: negotiated, bulletin: 1 h}}
places: {{here: {{at: [46, 11]}}}}
operator: {{place: here, matching: random}}
services: {{job: {{parts: {{part: 1}}, product_data: 1 kB}}}}
parts: {{part: {{routes: [[{{machine: m, minutes: 1}}]]}}}}
templates:
  shop: {{place: here, machines: {{m: {{power: 0 kW}}}}, workers: {{w: {{wage: 10 EUR/min, operates: [m]}}}}}}
customers:
  - {{name: c, type: bargainer, place: here, service: job, alpha: 720, beta: 12, lowest_value: 40,
     talks: {{rounds: 0, quote_cost: {}}}}}
minifactories:
{})",
                     search.quote_cost.value(), shops);
}

struct PerSearch {
  std::vector<double> quotes, price, outlay;
};

/// Means of the customers who came when the first bulletin was out.
PerSearch searched(const QuoteSearch& search) {
  const TemporaryDirectory directory;
  write_file(directory / "s.yaml", search_scenario(search));
  const Finished run =
      ccmsim(fmt::format("run {} --replications {} --quiet --out {}", directory / "s.yaml", replications, directory / "out"));
  INFO(run.err);
  REQUIRE(run.code == 0);
  const std::vector<double> none(replications);
  PerSearch sum{none, none, none};
  std::vector<double> customers = none;
  for (const Row& row : read_table(directory / "out/orders.csv")) {
    if (number(row, "requested_at_d") < 0.05 || row.at("accepted_at_d").empty()) continue;
    const auto r = static_cast<std::size_t>(number(row, "replication")) - 1;
    ++customers[r];
    sum.quotes[r] += number(row, "quotes");
    sum.price[r] += number(row, "price");
    sum.outlay[r] += number(row, "price") + number(row, "bargaining_costs");
  }
  for (std::size_t r = 0; r < customers.size(); ++r)
    for (auto* column : {&sum.quotes, &sum.price, &sum.outlay}) (*column)[r] /= customers[r];
  return sum;
}

}  // namespace

TEST_CASE("posted prices with bargainers sell and earn what the closed form says") {
  for (const double takers : {0.2, 0.5, 0.8})
    for (const double power : {0.3, 0.7}) {
      const MixedCustomers mix{takers, power, Money(50), Money(10)};
      const PostedPrice price = best_posted_price(mix, Cutoff::committed);
      INFO(fmt::format("phi {}, s {}: P {}, z {}", takers, power, price.posted.value(), price.cutoff.value()));
      const PerVisitor found = simulated(mix, price);
      check_mean(found.sales, sales_per_visitor(mix, price));
      check_mean(found.profit, profit_per_visitor(mix, price).value());
    }
}

TEST_CASE("bargainers search as long, and pay as much for quotes and product, as the reservation price of their search says") {
  for (const double quote_cost : {0.4, 2.0}) {
    const QuoteSearch search{Money(20), Money(40), Money(quote_cost), 1, Money(60)};
    const SearchPlan plan = sequential_search(search);
    INFO(fmt::format("{} EUR a quote: R = {}", quote_cost, plan.reservation_price.value()));
    const PerSearch found = searched(search);
    check_mean(found.quotes, plan.expected_quotes);
    check_mean(found.price, plan.expected_price.value());
    check_mean(found.outlay, plan.expected_outlay.value());
  }
}
