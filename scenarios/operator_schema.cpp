// Which keys may the operator section have?

#include "models/market/matching/policy.hpp"
#include "scenarios/schema_types.hpp"

namespace ccm {
namespace {

std::vector<std::string> policy_names() {
  std::vector<std::string> names;
  for (const MatchingPolicy& policy : matching_policies()) names.emplace_back(policy.name);
  return names;
}

TypePtr<double> weight() { return number_type(between(0, 1e6)); }

TypePtr<QosWeights> qos_weights_type() {
  return share(Record<QosWeights>("the weights section")
                   .key(&QosWeights::price, weight(), {"price", "What the price counts; weights are divided by their sum."})
                   .key(&QosWeights::time, weight(), {"time", "What the time until the promised delivery counts."})
                   .key(&QosWeights::co2, weight(), {"co2", "What the CO2 of making and delivering counts."})
                   .key(&QosWeights::reliability, weight(),
                        {"reliability", "What the share of kept promises counts, as learned from reports of finished orders."})
                   .key(&QosWeights::distance, weight(), {"distance", "What the road distance counts."}));
}

template <class T>
TypePtr<std::vector<T>> bounds_of(TypePtr<T> item) {
  return list_of(std::move(item), ItemCount{2, 2});
}

TypePtr<QosBoundsSpec> qos_bounds_type() {
  return share(Record<QosBoundsSpec>("the bounds section")
                   .optional(&QosBoundsSpec::price, bounds_of(money()), {"price", "Lowest and highest price, as [10, 30]."})
                   .optional(&QosBoundsSpec::time, bounds_of(duration(at_least(0))), {"time", "Shortest and longest time, as [1 d, 5 d]."})
                   .optional(&QosBoundsSpec::co2, bounds_of(quantity<Kilograms>(Dimension::mass, at_least(0))),
                             {"co2", "Least and most CO2, as [0 kg, 8 kg]."})
                   .optional(&QosBoundsSpec::reliability, bounds_of(share_type()),
                             {"reliability", "Least and greatest share of kept promises, as [0.5, 1]."})
                   .optional(&QosBoundsSpec::distance, bounds_of(quantity<Kilometres>(Dimension::distance, at_least(0))),
                             {"distance", "Least and greatest distance, as [0 km, 300 km]."}));
}

TypePtr<QosSpec> qos_type() {
  return share(
      Record<QosSpec>("the qos section")
          .key(&QosSpec::weights, qos_weights_type(), {"weights", "What each criterion counts."})
          .key(
              &QosSpec::bounds, qos_bounds_type(),
              {"bounds",
               "Between which values each criterion is scored; without bounds, between the least and the greatest of the quotes at hand, so that a quote that nobody would choose can change the order of the others."})
          .optional(
              &QosSpec::urgent_within, duration(above(0)),
              {"urgent_within", "Time counts more for a request whose due time lies less than this behind the earliest delivery quoted."}));
}

}  // namespace

TypePtr<OperatorSpec> operator_type() {
  return share(
      with_site(Record<OperatorSpec>("the operator section"))
          .key(
              &OperatorSpec::quotes, integer_type(1, 1000),
              {"quotes",
               "How many of the capable minifactories are asked for a quote: the nearest, or with 'least_loaded' and 'random' so many at random.",
               "[Rauch2016], section 3.3"})
          .key(
              &OperatorSpec::commission, share_type(),
              {"commission",
               "Share of every payment that the operator keeps. The lowest price of a seller who hears bids covers it; the strategies that post prices "
               "maximise what is earned before it."})
          .key(&OperatorSpec::quote_deadline, duration(above(0)),
               {"quote_deadline", "How long the operator waits for quotes; it goes on as soon as all have answered.",
                "FIPA contract net SC00029H"})
          .key(
              &OperatorSpec::call_rounds, integer_type(1, 100),
              {"call_rounds",
               "Rounds of the call for quotes. After each but the last, the better half of the quotes is called again, and their sellers may concede; with 1 the first quotes stand.",
               "FIPA iterated contract net SC00030H"})
          .key(
              &OperatorSpec::contract_net, choice<ContractNet>({"full", "brief"}),
              {"contract_net",
               "Whether minifactories are told that their quote was not taken, and the operator that an order is done (full), or not (brief).",
               "FIPA contract net SC00029H"})
          .key(&OperatorSpec::matching, word_type(policy_names()),
               {"matching", "Whom it asks, and which quote becomes the offer; see `ccmsim list`.", "[Rauch2016], section 3.3"})
          .key(&OperatorSpec::qos, qos_type(), {"qos", "What 'matching: qos' weighs.", "[HwangYoon1981]"})
          .key(&OperatorSpec::reliability_ageing, number_type({.low = 0, .high = 1, .low_excluded = true}),
               {"reliability_ageing",
                "What a kept or broken promise still counts after one more order of the same minifactory; 1: it never fades.",
                "[Josang2002]"})
          .key(
              &OperatorSpec::when_none, choice<WhenNone>({"reject", "widen", "earliest", "split"}),
              {"when_none",
               "When nobody of those asked can deliver in time: no offer (reject), the next 'quotes' are asked (widen), the same are asked for their earliest delivery and the customer decides (earliest), or for the units that each can make in time (split).",
               "[Rauch2016], section 3.3"})
          .optional(&OperatorSpec::split_above, integer_type(1, 1'000'000),
                    {"split_above", "Orders of more units than this are made in lots of at most so many units each."})
          .optional(
              &OperatorSpec::reassign_when_late, duration(at_least(0)),
              {"reassign_when_late",
               "After a failure, an order that would be later than promised by more than this is given to another minifactory that can deliver it earlier at the same price. Without it, orders wait."}));
}

}  // namespace ccm
