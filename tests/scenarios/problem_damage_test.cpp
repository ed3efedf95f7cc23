// Is a damaged problem file refused, or understood and answered?

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "scenarios/problems/problem.hpp"
#include "scenarios/yaml.hpp"

using namespace ccm;

namespace {

/// A number that depends on every part of the answer.
double answer_to(const RubinsteinGame& game) { return proposed_price(game).value(); }
double answer_to(const NashBargain& bargain) { return nash_price(bargain).value_or(Money(0)).value(); }
double answer_to(const Negotiators& who) { return alternating_offers(who).offers.back().price.value(); }
double answer_to(const QuoteSearch& search) {
  const SearchPlan plan = sequential_search(search);
  return plan.expected_outlay.value() + plan.value_of_search.value();
}
double answer_to(const PostedPriceQuestion& question) {
  return profit_per_visitor(question.customers, best_posted_price(question.customers, question.cutoff)).value();
}
double answer_to(const BargainingTask& task) {
  return std::visit([](const auto& question) { return answer_to(question); }, task.question);
}
double answer_to(const MfcaTask& task) { return plant_costs(task.centres, task.carry).own.total().value(); }
template <class Other>
double answer_to(const Other&) {
  return 0;
}

/// The text with one to three letters changed.
std::string damaged(std::string text, std::mt19937_64& random) {
  const std::string letters = "0159.-e:,[]{} \n#&*'kgt%";
  for (std::uint64_t changes = 1 + random() % 3; changes > 0; --changes) text[random() % text.size()] = letters[random() % letters.size()];
  return text;
}

}  // namespace

TEST_CASE("a damaged pricing problem is refused or understood") {
  std::mt19937_64 random(12);
  for (const char* file : {"loss_aversion", "peak_end", "common_reference", "qamar_2023_table3"}) {
    const std::string right = read_file(std::string(CCM_SOURCE_DIR "/scenarios/problems/") + file + ".yaml");
    int understood = 0;
    for (int i = 0; i < 1000; ++i) try {
        const Problem problem = load_problem_text(damaged(right.substr(right.find("problem:")), random), "damaged.yaml");
        understood += std::holds_alternative<PricingTask>(problem) ? 1 : 0;
      } catch (const ScenarioError&) {}
    CHECK(understood > 5);  // most letters belong to a key
  }
}

TEST_CASE("a damaged problem file is refused or understood, and what is understood has an answer") {
  std::mt19937_64 random(11);
  for (const char* file : {"moulding_with_regrind", "rubinstein", "nash", "concession", "search", "posted_price"}) {
    const std::string right = read_file(CCM_SOURCE_DIR "/scenarios/problems/" + std::string(file) + ".yaml");
    int understood = 0;
    for (int i = 0; i < 2000; ++i) {
      try {
        const Problem problem = load_problem_text(damaged(right, random), "damaged.yaml");
        CHECK(std::isfinite(std::visit([](const auto& task) { return answer_to(task); }, problem)));
        ++understood;
      } catch (const ScenarioError&) {}
    }
    CHECK(understood > 60);
  }
}
