// Does `ccmsim solve` answer questions of bargaining and pricing, by theory and by the paper?

#include <cmath>

#include "tests/cli/solve.hpp"

using namespace ccm::test;

TEST_CASE("solve: alternating offers") {
  const Json answer = solved("rubinstein.yaml");
  CHECK(answer.at("kind") == "rubinstein");
  CHECK(answer.at("share_first") == to(0.2 / 0.28));
  CHECK(answer.at("price") == to(10 + 30 * 0.2 / 0.28));
  CHECK(solved("rubinstein.yaml --set rounds=1").at("price") == 40.0);
  CHECK(page("rubinstein.yaml").starts_with("The seller proposes 31.43 EUR in the first round, and the buyer accepts at once.\n"));
  const std::string three = page("rubinstein.yaml --set rounds=3");
  CHECK(shows(three, "\n  round  proposes  price  share %\n      1  seller    37.60     92.0\n      2  buyer     37.00     10.0\n"));
  CHECK(shows(page("rubinstein.yaml --set rounds=1000"), "\n    ...\n"));
}

TEST_CASE("solve: Nash bargaining, with and without a deal") {
  CHECK(solved("nash.yaml").at("price") == to(22.4));
  CHECK(solved("nash.yaml --set buyer_outside=0").at("price") == to(29.6));
  CHECK(solved("nash.yaml --set buyer_outside=30").at("price").is_null());
  CHECK(page("nash.yaml").starts_with("They agree on 22.40 EUR.\n"));
  CHECK(page("nash.yaml --set buyer_outside=30").starts_with("No deal: it would bring both together 30.00 EUR, and elsewhere"));
}

TEST_CASE("solve: concession, offer by offer") {
  const Json answer = solved("concession.yaml");
  CHECK(answer.at("price") == to(50 - 35 * std::sqrt(0.6)));
  CHECK(answer.at("tick") == 6);
  CHECK(answer.at("messages") == 7);
  REQUIRE(answer.at("trace").size() == 7);
  CHECK(answer.at("trace").at(3) == Json{{"tick", 3}, {"who", "buyer"}, {"price", answer.at("trace").at(3).at("price")}});
  CHECK(answer.at("trace").at(3).at("price") == to(10 + 30 * 0.09));
  CHECK(page("concession.yaml").starts_with("The buyer accepts 22.89 EUR at tick 7. Offers made: 7.\n"));
  CHECK(shows(page("concession.yaml"),
              "\nOf the 25.00 EUR between their reservation prices the buyer has 17.11 EUR and the seller 7.89 EUR.\n"));
  CHECK(solved("concession.yaml --set buyer.to=14").at("price").is_null());
  CHECK(page("concession.yaml --set buyer.to=14").starts_with("No deal: the buyer withdraws at tick 11, when its deadline has passed."));
  CHECK(shows(page("concession.yaml --set buyer.to=14 --set buyer.deadline=90 --set seller.deadline=90"), "\n   ...\n"));
}

TEST_CASE("solve: search") {
  const Json answer = solved("search.yaml");
  CHECK(answer.at("reservation_price") == to(24));
  CHECK(answer.at("expected_quotes") == to(5));
  CHECK(answer.at("expected_price") == to(22));
  CHECK(answer.at("value_of_search") == to(26));
  CHECK(answer.at("all_at_once").at("quotes") == 6);
  CHECK(page("search.yaml").starts_with("Take the first quote that is not above 24.00 EUR.\n"));
  const std::string dear = page("search.yaml --set quote_cost=12 --set value=41");
  CHECK(shows(dear, "Take the first quote: asking again costs more than it saves.\n"));
  CHECK(shows(dear, "\nDo not start: the search would lose 1.00 EUR"));
  CHECK(solved("search.yaml --set quote_cost=0 --set discount=0.9").at("all_at_once").is_null());
}

TEST_CASE("solve: posted prices") {
  const Json answer = solved("posted_price.yaml");
  CHECK(answer.at("posted_price") == to(68));
  CHECK(answer.at("cutoff_price") == to(140.0 / 3));
  CHECK(answer.at("sales") == to(0.5 * 0.32 + 0.5 * (1 - 1.4 / 3)));
  CHECK(answer.at("profit") == to(256.0 / 15));  // takers 0.5 48 0.32, bargainers 0.5 (3.333 0.5333 + 0.5 44.8889)
  CHECK(solved("posted_price.yaml --set cutoff=false").at("cutoff_price") == 20.0);
  CHECK(page("posted_price.yaml").starts_with("Post 68.00 EUR, and haggle down to 46.67 EUR.\n"));
}

TEST_CASE("solve: the worked example of a remembered price") {
  const Json answer = solved("reference_price.yaml");
  check_has(answer,
            {"method", "static_price", "myopic_steady_price", "steady_price", "steady_range", "policy", "path", "references", "value"});
  CHECK(answer.at("method") == "closed_form");
  CHECK(answer.at("static_price") == 5.0);
  CHECK(answer.at("myopic_steady_price") == to(10 / 3.0));
  CHECK(answer.at("steady_price") == to(30 / 7.0));
  CHECK(answer.at("steady_range").is_null());
  CHECK(answer.at("policy").at("mu").get<double>() == Approx(0.636675).margin(5e-7).epsilon(0));
  CHECK(answer.at("path").at(0).get<double>() == Approx(4.754314).margin(5e-7).epsilon(0));
  CHECK(answer.at("value").get<double>() == Approx(135.232776).margin(5e-7).epsilon(0));
  CHECK(answer.at("path").size() == 10);
  CHECK(answer.at("references").at(1).get<double>() == to(3 + answer.at("path").at(0).get<double>() / 2));
  CHECK(page("reference_price.yaml").starts_with("Best price now: 4.7543 EUR. All profits from now on are worth 135.2328 EUR.\n"));
}

TEST_CASE("solve: the dynamic program comes to the closed form of the same problem") {
  const Json closed = solved("reference_price.yaml"), program = solved("reference_price.yaml --set method=dynamic_program");
  CHECK(program.at("method") == "dynamic_program");
  CHECK(program.at("value").get<double>() == Approx(closed.at("value").get<double>()).epsilon(1e-4));
  CHECK(program.at("steady_price") == closed.at("steady_price"));
  CHECK(program.at("policy").is_null());
}

TEST_CASE("solve: of three prices only, the best path of all, and what it earns") {
  // Loss aversion with a last period has no closed form: all 3^6 sequences of prices are tried instead.
  const Json answer = solved("loss_aversion.yaml --set horizon=6 --set 'grid={from: 2, to: 8, step: 3}' --set show=6");
  double best = 0;
  std::vector<double> best_path;
  for (int sequence = 0; sequence < 729; ++sequence) {
    double r = 6, weight = 1, profit = 0;
    std::vector<double> path;
    bool sells = true;
    for (int t = 0, rest = sequence; t < 6; ++t, rest /= 3, weight *= 0.8) {
      const double p = 2 + 3 * (rest % 3), demand = 10 - p + (p > r ? 2 : 0.5) * (r - p);
      sells = sells && demand >= 0;
      profit += weight * p * demand;
      r = (r + p) / 2;
      path.push_back(p);
    }
    if (!sells || profit <= best) continue;
    best = profit;
    best_path = path;
  }
  CHECK(answer.at("path") == Json(best_path));
  CHECK(answer.at("value") == to(best));
}

TEST_CASE("solve: the absolute form of demand is the difference form of other numbers") {
  const Json other = solved("reference_price.yaml --set 'demand={form: absolute, alpha: 10, beta: 2, gamma: 1}'");
  CHECK(other == solved("reference_price.yaml"));
}

TEST_CASE("solve: with a last period prices fall towards the end") {
  const Json answer = solved("reference_price.yaml --set horizon=6 --set discount=1");
  CHECK(answer.at("path").size() == 6);
  CHECK(answer.at("steady_price").is_null());
  const double last = answer.at("path").at(5).get<double>(), expected = answer.at("references").at(5).get<double>();
  CHECK(last == to((10 + expected) / 4));
}

TEST_CASE("solve: loss aversion makes a range of prices that stay") {
  const Json answer = solved("loss_aversion.yaml");
  CHECK(answer.at("method") == "closed_form");
  CHECK(answer.at("steady_price").is_null());
  CHECK(answer.at("steady_range").at(0) == to(3.75));
  CHECK(answer.at("steady_range").at(1) == to(60 / 13.0));
  const Json still = solved("loss_aversion.yaml --set start.reference=4");
  for (const Json& price : still.at("path")) CHECK(price == 4.0);
  CHECK(shows(page("loss_aversion.yaml --set 'grid={from: 2, to: 8, step: 3}'"), "The grid was not looked at"));
  CHECK(still.at("value") == to(4 * 6 / 0.2));
}

TEST_CASE("solve: customers who seek gains see prices in turn") {
  const Json answer = solved("gain_seeking.yaml");
  CHECK(answer.at("method") == "dynamic_program");
  CHECK(answer.at("steady_price").is_null());
  CHECK(answer.at("cycle") == Json{6.25, 4.15});
  CHECK(answer.at("path").size() == 8);
  CHECK(shows(page("gain_seeking.yaml"), "In the end these prices come in turn: 6.2500, 4.1500.\n"));
}

TEST_CASE("solve: a low price that is never forgotten") {
  const Json answer = solved("peak_end.yaml");
  CHECK(answer.at("steady_range").at(0) == to((100 + 10 * 3.1) / 5.1));
  CHECK(answer.at("steady_range").at(1) == to((100 + 10 * 2.05) / 4.05));
  CHECK(answer.at("surcharge_price") == to((100 + 14 + 10 * 3.1) / 6.1));
  CHECK(answer.at("cycle").at(0).get<double>() == Approx(answer.at("surcharge_price").get<double>()).margin(0.25).epsilon(0));
  const std::string highest = "peak_end.yaml --set memory.extreme=highest --set start.extreme=40 --set demand.gain=0.1";
  const Json discount = solved(highest);
  CHECK(discount.at("steady_range").at(1) == to((100 + 10 * 2.055) / 4.055));
  CHECK(discount.at("discount_price") == to((100 + 0.05 * 40 + 10 * 2.055) / 4.105));
  CHECK(discount.at("cycle").at(0).get<double>() == Approx(discount.at("discount_price").get<double>()).margin(0.25).epsilon(0));
  CHECK(shows(page(highest), "a discount for ever"));
  CHECK(solved(highest + " --set demand.gain=0.5").at("steady_range").is_null());
}

TEST_CASE("solve: where the closed form would sell less than nothing, the dynamic program is asked") {
  const std::string strong = "reference_price.yaml --set 'demand={a: 100, b: 0.5, gain: 10}' --set cost=40 --set start.reference=0";
  CHECK(solved(strong).at("method") == "dynamic_program");
  for (const Json& units : solved(strong).at("demands")) CHECK(units.get<double>() >= 0);
}

TEST_CASE("solve: the column of the paper that is no profit, and the strategies") {
  const Json answer = solved("qamar_2023_table3.yaml");
  const std::vector<double> printed{1356.631, 1745.804, 1302.092}, profits{1356.631, 1343.049, 937.128};
  for (std::size_t k = 0; k < 3; ++k) {
    CHECK(answer.at("printed").at(k).get<double>() == Approx(printed[k]).margin(5e-4).epsilon(0));
    CHECK(answer.at("profits").at(k).get<double>() == Approx(profits[k]).margin(5e-4).epsilon(0));
  }
  CHECK(answer.at("demands").at(1).get<double>() == Approx(61.7770).margin(5e-5).epsilon(0));
  CHECK(solved("qamar_2023_table3.yaml --set strategy=eq13_joint").at("profit").get<double>() == Approx(3792.004).margin(5e-4).epsilon(0));
  CHECK(shows(page("qamar_2023_table3.yaml"), "4404.5270"));
}

TEST_CASE("solve: prices of types at one cost, and at a cost that falls with the quantity") {
  const TemporaryDirectory directory;
  const std::string types = "problem: pricing\ntypes: [{alpha: 100, beta: 1.5}, {alpha: 100, beta: 2}, {alpha: 100, beta: 2.5}]\n";
  const auto answer = [&](const std::string& keys) {
    write_file(directory / "types.yaml", types + keys);
    return Json::parse(ccmsim("solve --json " + directory / "types.yaml").out);
  };
  CHECK(answer("cost: 6.5194935").at("profit").get<double>() == Approx(3002.498).margin(5e-4).epsilon(0));
  CHECK(answer("cost: 6.5194935\nstrategy: fixed_first").at("profit").get<double>() == Approx(2419.165).margin(5e-4).epsilon(0));
  CHECK(answer("cost: 6.5194935\nstrategy: uniform").at("profit").get<double>() == Approx(2835.832).margin(5e-4).epsilon(0));
  for (const std::string strategy : {"differential", "uniform", "fixed_first"}) {
    const Json scale = answer("scale_cost: {v: 5.5, m: 12}\nstrategy: " + strategy);
    double units = 0, revenue = 0;
    for (const Json& demand : scale.at("demands")) units += demand.get<double>();
    for (const Json& amount : scale.at("revenues")) revenue += amount.get<double>();
    CHECK(scale.at("unit_cost") == to(5.5 + 6 / std::sqrt(units)));
    CHECK(scale.at("profit") == to(revenue - 5.5 * units - 12 * std::sqrt(units)));
    const Json average = answer("scale_cost: {v: 5.5, m: 12}\ncost_rule: average\nstrategy: " + strategy);
    if (strategy == "differential") CHECK(average.at("profit").get<double>() < scale.at("profit").get<double>());
  }
  CHECK(answer("scale_cost: {v: 70, m: 12}").at("profit") == 0.0);
  for (const std::string strategy :
       {"differential", "uniform", "fixed_first"}) {  // they would sell 53, 40 and 20 units, at a loss of 22, 110 and 138
    const Json nothing = answer("scale_cost: {v: 20, m: 180}\nstrategy: " + strategy);
    CHECK(nothing.at("unit_cost").is_null());
    CHECK(nothing.at("demands") == Json{0.0, 0.0, 0.0});
    CHECK(nothing.at("profit") == 0.0);
  }
  CHECK(answer("cost: 70\nstrategy: fixed_first").at("profit") == 0.0);
}

TEST_CASE("solve: several types with one reference price") {
  const Json answer = solved("common_reference.yaml");
  check_has(answer, {"path", "steady_prices", "steady_reference", "mu", "value"});
  const Json& steady = answer.at("steady_prices");
  CHECK(steady.at(0).get<double>() > 36.5931);
  const double mean = 0.4 * steady.at(0).get<double>() + 0.3 * steady.at(1).get<double>() + 0.3 * steady.at(2).get<double>();
  CHECK(answer.at("steady_reference") == to(mean));
  CHECK(answer.at("path").at(0).size() == 3);
  CHECK(shows(page("common_reference.yaml"), "\n  steady "));
}
