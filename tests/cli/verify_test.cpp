// Does `ccmsim verify` compare everything that it says, and would it tell a difference?

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

#include "sim/commands/verify/report.hpp"
#include "sim/commands/verify/topics.hpp"
#include "tests/support/process.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

Check off_by(double difference, double tolerance) { return {"a check", 10, 10 + difference, {tolerance, "reasons"}, "a book"}; }

}  // namespace

TEST_CASE("verify: a check passes up to its tolerance, on both sides, and never without a number") {
  CHECK(passes(off_by(0.25, 0.25)));
  CHECK(passes(off_by(-0.25, 0.25)));
  CHECK(passes(off_by(0, 0)));
  CHECK_FALSE(passes(off_by(0.26, 0.25)));
  CHECK_FALSE(passes(off_by(-0.26, 0.25)));
  CHECK_FALSE(passes(off_by(std::numeric_limits<double>::quiet_NaN(), 1)));
  CHECK_FALSE(passes(off_by(0, std::numeric_limits<double>::quiet_NaN())));
}

TEST_CASE("verify: tolerances are as wide as they say") {
  CHECK(floating_point(0).value == 1e-9);
  CHECK(floating_point(-2000).value == Approx(2e-6));
  CHECK(last_printed_digit("1356.6").value == Approx(0.1));
  CHECK(last_printed_digit("0.037947").value == Approx(1e-6));
  CHECK(last_printed_digit("45").value == 1);
  const Check mean = mean_check("mean", 3, {1, 2, 3, 4, 5}, "by hand");
  CHECK(mean.obtained == Approx(3));
  CHECK(mean.tolerance.value == Approx(4.604095 * std::sqrt(2.5 / 5)));  // t of 4 degrees of freedom at 99.5 %
}

TEST_CASE("verify: a bound is kept from below, by more than the runs leave open") {
  const Check below = bound_check("bound", {10, 11, 12, 13, 14}, {7, 7, 7, 7, 7}, "a book");
  CHECK(below.expected == Approx(12));
  CHECK(below.obtained == Approx(7));
  CHECK(below.tolerance.value == Approx(-4.604095 * std::sqrt(2.5 / 5)));
  CHECK(passes(below));
  CHECK_FALSE(passes(bound_check("bound", {10, 11, 12, 13, 14}, {9, 9, 9, 9, 9}, "a book")));
  CHECK_FALSE(passes(bound_check("bound", {1, 1}, {2, 2}, "a book")));
  CHECK(verify_page({{"first", {below}}}).find("<= 12") != std::string::npos);
  CHECK(verify_document({{"first", {below}}}).at("checks").at(0).at("relation") == "at_most");
}

TEST_CASE("verify: one wrong expectation among right ones shows, and gives exit code 4") {
  const std::vector<TopicChecks> right{{"first", {off_by(0.1, 0.25), off_by(-0.1, 0.25)}}, {"second", {off_by(0, 0.25)}}};
  CHECK(verify_exit(right) == Exit::ok);
  CHECK(verify_page(right).ends_with("\n3 checks, all passed\n"));
  std::vector<TopicChecks> wrong = right;
  wrong[1].checks.push_back(off_by(0.3, 0.25));
  CHECK(static_cast<int>(verify_exit(wrong)) == 4);
  CHECK(verify_page(wrong).ends_with("\n4 checks, 1 differs\n"));
  CHECK(verify_page(wrong).find("  second  a check        10      10.3    2.5e-01  reasons     a book  DIFFERS\n") != std::string::npos);
  CHECK(verify_document(wrong).at("differing") == 1);
  CHECK(verify_document(wrong).at("checks").at(3).at("passed") == false);
}

TEST_CASE("verify: every topic is there, every row passes, and the document is well formed") {
  const Finished finished = ccmsim("verify --json");
  INFO(finished.out);
  CHECK(finished.code == 0);
  const auto document = nlohmann::json::parse(finished.out);
  std::set<std::string> topics;
  for (const auto& row : document.at("checks")) {
    INFO(row.at("name"));
    CHECK(row.at("passed") == true);
    const double above = row.at("obtained").get<double>() - row.at("expected").get<double>();
    CHECK((row.at("relation") == "equal" ? std::abs(above) : above) <= row.at("tolerance").get<double>());
    CHECK_FALSE(row.at("tolerance_kind").get<std::string>().empty());
    CHECK_FALSE(row.at("source").get<std::string>().empty());
    topics.insert(row.at("topic"));
  }
  CHECK(topics.size() == verify_topics().size());
  CHECK(document.at("count") == document.at("checks").size());
  CHECK(document.at("differing") == 0);
}

TEST_CASE("verify: one topic as a table, whatever the jobs") {
  const Finished one = ccmsim("verify network --jobs 1"), many = ccmsim("verify network -j 4");
  CHECK(one.code == 0);
  CHECK(one.out == many.out);
  CHECK(one.out.find("twice 10 MB through one link") != std::string::npos);
  CHECK(one.out.ends_with("\n7 checks, all passed\n"));
}

TEST_CASE("verify: a topic that is not there") {
  const Finished finished = ccmsim("verify queu");
  CHECK(finished.code == 2);
  CHECK(finished.err.starts_with("ccmsim: error: there is no topic 'queu'; did you mean 'queue'?\n  Known: paper, "));
}

TEST_CASE("verify: simulations in children bring their numbers home, and their failures") {
  const Measurements squares = Laboratory(3, 2).measure(2, 2, [](std::size_t run) {
    return std::vector{static_cast<double>(run), static_cast<double>(run * run)};
  });
  CHECK(squares == Measurements{{0, 1, 2, 3}, {0, 1, 4, 9}});
  const auto fails = [](std::size_t) -> std::vector<double> { throw std::runtime_error("broken"); };
  CHECK_THROWS_WITH(Laboratory(1).measure(1, 1, fails), "a simulated check failed: broken");
}
