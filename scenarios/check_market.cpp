// Can prices form as the scenario says?

#include "scenarios/check_market.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace ccm {
namespace {

constexpr double most_people = 1e7;
constexpr double most_discount = 0.9999;  // of a dynamic program without a last period

class MarketChecker {
 public:
  MarketChecker(const Scenario& scenario, Reader& reader) : scenario_(scenario), reader_(reader) {
    for (const MinifactorySpec& minifactory : scenario.minifactories) minifactories_.push_back(minifactory.name);
  }

  void run() {
    for (std::size_t i = 0; i < scenario_.customers.size(); ++i) check_segment(scenario_.customers[i], fmt::format(".customers[{}]", i));
    for (std::size_t i = 0; i < scenario_.minifactories.size(); ++i)
      check_minifactory(scenario_.minifactories[i], fmt::format(".minifactories[{}]", i));
  }

 private:
  void mistake(const std::string& path, std::string message, std::string advice = "") {
    reader_.mistake(reader_.mark_of(path), std::move(message), std::move(advice));
  }

  void check_segment(const SegmentSpec& segment, const std::string& path) {
    const ReferencePriceSpec& reference = segment.reference_price;
    if (reference.source == ReferenceSource::rivals && !scenario_.market.bulletin)
      mistake(path + ".reference_price.source", "'source: rivals' reads the bulletin, and there is none", "Give 'market.bulletin'.");
    if (reference.people && reference.source != ReferenceSource::individual)
      mistake(path + ".reference_price.people", "only 'source: individual' tells people apart",
              "Write 'source: individual', or leave 'people' out.");
    if (reference.source == ReferenceSource::individual && !reference.people) check_people(segment, path);
    check_concession(segment.talks, path + ".talks");
    if (segment.local) check_local(segment, path + ".local");
    if (scenario_.market.prices == PriceFormation::negotiated && scenario_.market.bargaining == BargainingRule::rational)
      check_patience(segment, path);
  }

  void check_people(const SegmentSpec& segment, const std::string& path) {
    const double people = potential_customers(demand_of(segment)) / static_cast<double>(segment.order_size);
    if (people > most_people)
      mistake(path + ".reference_price.source",
              fmt::format("about {:.3g} people come in a period; at most {:.0f} can be told apart", people, most_people), "Give 'people'.");
  }

  void check_local(const SegmentSpec& segment, const std::string& path) {
    const std::string& name = *segment.local;
    const auto found = std::ranges::find(scenario_.minifactories, name, &MinifactorySpec::name);
    if (found == scenario_.minifactories.end())
      mistake(path, fmt::format("there is no minifactory {}{}", in_quotes(name), did_you_mean(name, minifactories_)));
    else if (!can_make(*found, service_named(scenario_, segment.service), scenario_))
      mistake(path, fmt::format("'{}' cannot make '{}', and these customers ask nobody else", name, segment.service),
              "Name a minifactory that can, or leave 'local' out.");
    if (scenario_.market.prices == PriceFormation::clearing)
      mistake(path, "local customers do not meet the operator, who clears quotes and bids",
              "Leave 'local' out, or let prices form otherwise.");
  }

  /// The split of rational parties needs one who would rather agree today.
  void check_patience(const SegmentSpec& segment, const std::string& path) {
    for (const MinifactorySpec& minifactory : scenario_.minifactories)
      if (segment.talks.discount == 1 && minifactory.talks.discount == 1 && segment.local.value_or(minifactory.name) == minifactory.name)
        return mistake(path + ".talks.discount", fmt::format("neither '{}' nor '{}' minds waiting", segment.name, minifactory.name),
                       "With 'bargaining: rational', write a discount below 1 for one of them.");
  }

  void check_concession(const ConcessionSpec& concession, const std::string& path) {
    if (concession.family == ConcessionFamily::exponential && concession.kappa == 0)
      mistake(path + ".family", "an exponential concession needs kappa above 0", "Give 'kappa', for instance 0.05.");
  }

  void check_minifactory(const MinifactorySpec& minifactory, const std::string& path) {
    check_concession(minifactory.talks, path + ".talks");
    const std::string& strategy = minifactory.pricing.strategy;
    const std::string key = path + ".pricing.strategy";
    if (strategy == "competitive" && !scenario_.market.bulletin)
      mistake(key, "'competitive' answers published prices, and there are none", "Give 'market.bulletin'.");
    if (minifactory.pricing.undercut == 1) mistake(path + ".pricing.undercut", "100 % below the lowest price is no price", "Lower it.");
    if (strategy == "dynamic_program" && !minifactory.pricing.horizon && minifactory.pricing.discount > most_discount)
      mistake(path + ".pricing.discount", fmt::format("'dynamic_program' needs a discount of at most {} to plan for ever", most_discount),
              "Lower it, or give 'horizon'.");
    if (takes_neutral(strategy) || strategy == "loss_averse") check_memories(minifactory, key);
  }

  void check_memories(const MinifactorySpec& minifactory, const std::string& key) {
    std::map<std::string, const SegmentSpec*> first;  // of each service, among the segments that compare prices
    for (const SegmentSpec& segment : scenario_.customers) {
      if (segment.local.value_or(minifactory.name) != minifactory.name || !may_compare(minifactory.pricing, segment)) continue;
      const SegmentSpec& other = *first.try_emplace(segment.service, &segment).first->second;
      const auto [problem, advice] = misfit(minifactory.pricing.strategy, segment, other);
      if (!problem.empty()) return mistake(key, problem, advice);
    }
  }

  /// Who learns may come to believe in an effect that is not there.
  static bool may_compare(const PricingSpec& pricing, const SegmentSpec& segment) {
    const LinearDemand demand = demand_of(segment);
    return demand.gain > 0 || demand.loss > 0 || pricing.learn;
  }

  static bool takes_neutral(const std::string& strategy) { return strategy == "optimal_reference" || strategy == "common_reference"; }

  struct Misfit {
    std::string problem, advice;
  };

  /// What a strategy in closed form does not know of the segment's memory, or of its differing from the other's; empty if there is nothing.
  static Misfit misfit(const std::string& strategy, const SegmentSpec& segment, const SegmentSpec& other) {
    const LinearDemand demand = demand_of(segment);
    const MemoryKind kind = segment.reference_price.kind;
    if (kind == MemoryKind::peak_end_lowest || kind == MemoryKind::peak_end_highest)
      return {fmt::format("'{}' does not know the peak-end memory of '{}'", strategy, segment.name), "Use 'dynamic_program'."};
    if (takes_neutral(strategy) && demand.gain != demand.loss)
      return {fmt::format("'{}' takes gains and losses to weigh the same, and for '{}' they do not", strategy, segment.name),
              "Use 'loss_averse' if losses weigh more, else 'dynamic_program'."};
    if (strategy == "loss_averse" && demand.loss < demand.gain)
      return {fmt::format("'loss_averse' takes losses to weigh at least as much as gains, and for '{}' they do not", segment.name),
              "Use 'dynamic_program'."};
    if (strategy == "common_reference" && memory_of(segment) != memory_of(other))
      return {fmt::format("'common_reference' takes all customers to remember alike, and '{}' and '{}' do not", other.name, segment.name),
              "Give them the same 'kind' and 'memory', or use 'optimal_reference'."};
    return {};
  }

  const Scenario& scenario_;
  Reader& reader_;
  std::vector<std::string> minifactories_;
};

}  // namespace

void check_market(const Scenario& scenario, Reader& reader) { MarketChecker(scenario, reader).run(); }

}  // namespace ccm
