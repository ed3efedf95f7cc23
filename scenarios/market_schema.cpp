// Which keys say how customers buy and how prices form?

#include "scenarios/schema_types.hpp"

namespace ccm {
namespace {

template <class Names>
std::vector<std::string> words(const Names& names) {
  return {names.begin(), names.end()};
}

TypePtr<ReferencePriceSpec> reference_price_type() {
  return share(
      Record<ReferencePriceSpec>("the reference_price section")
          .key(
              &ReferencePriceSpec::effect, number_type(between(0, 1e9)),
              {"effect",
               "Slope gamma of demand in the reference price (units per currency and period); with 'demand: difference', the slope g for gains.",
               "Eq. 13 of [QamarAziz2023]; [PopescuWu2007]"})
          .optional(
              &ReferencePriceSpec::loss_effect, number_type(between(0, 1e9)),
              {"loss_effect", "Slope g for losses (price above reference), if it differs from 'effect'; only with 'demand: difference'.",
               "[PopescuWu2007]"})
          .key(&ReferencePriceSpec::memory, number_type(from_below(0, 1)),
               {"memory", "Weight theta of the past when a new price enters the reference price; see 'kind'.",
                "r' = theta r + (1 - theta) p, [PopescuWu2007]"})
          .key(
              &ReferencePriceSpec::kind, choice<MemoryKind>(words(memory_kind_names)),
              {"kind",
               "What of the past is remembered: a fading mean, the lowest or the highest price seen (mixed with the last one), or the last price alone.",
               "[PopescuWu2007]; [NasiryPopescu2011]; [DeMaeyerEstelami2013]"})
          .key(
              &ReferencePriceSpec::source, choice<ReferenceSource>({"own_type", "rsp", "market", "rivals", "individual"}),
              {"source",
               "Whose prices enter it, once a period: those paid by the own type at the same minifactory (own_type), by all its customers (rsp), or anywhere (market); the mean price that the other minifactories publish (rivals; it holds at once); or every price that this very customer was quoted (individual)."})
          .optional(
              &ReferencePriceSpec::people, integer_type(1, 10'000'000),
              {"people",
               "With 'source: individual', how many people the segment consists of, who come again and again; by default as many as come in a period."})
          .optional(&ReferencePriceSpec::start, money(),
                    {"start", "Reference price in the first period; by default customers have none before they first saw a price."}));
}

/// A member of ConcessionSpec seen as a member of the side that concedes.
template <class S, class T>
T S::*of_side(T ConcessionSpec::*member) {
  return member;
}

template <class S>
Record<S> with_concession(Record<S> record) {
  return std::move(record)
      .key(of_side<S>(&ConcessionSpec::kappa), share_type(),
           {"kappa", "Share of the way to its limit that this side concedes at once.", "[Faratin1998]"})
      .key(of_side<S>(&ConcessionSpec::beta), number_type(between(0.01, 100)),
           {"beta", "When it concedes the rest: late (below 1), evenly (1), or early (above 1).", "[Faratin1998]"})
      .key(of_side<S>(&ConcessionSpec::family), choice<ConcessionFamily>(words(concession_family_names)),
           {"family", "Shape of the concession in time; the exponential one needs kappa above 0.", "[Faratin1998]"});
}

TypePtr<BuyerTalksSpec> buyer_talks_type() {
  return share(
      with_concession(Record<BuyerTalksSpec>("the talks section of customers"))
          .optional(
              &BuyerTalksSpec::rounds, integer_type(0, 1000),
              {"rounds",
               "How many offers of its own a customer makes; with 0 it takes the price asked or leaves. Where buyers name the price it bids so often, at least once, and last all that it would pay. By default 0 for price-takers, 3 for negotiators, 6 for bargainers."})
          .optional(
              &BuyerTalksSpec::quotes, integer_type(1, 1000),
              {"quotes",
               "How many minifactories are asked for one request. By default 1 for price-takers, as many as the operator asks for negotiators; bargainers ask one after the other until a price is at most their reservation price."})
          .key(&BuyerTalksSpec::opening, number_type({.low = 0, .high = 1, .low_excluded = true}),
               {"opening", "First offer, as a share of the price asked or of what it is worth to the customer, whichever is lower."})
          .key(&BuyerTalksSpec::discount, share_type(),
               {"discount", "What money is worth to the customer one round later, with 'bargaining: rational'.", "[Rubinstein1982]"})
          .key(
              &BuyerTalksSpec::quote_cost, money(),
              {"quote_cost",
               "What asking for one more quote costs the customer; it sets the reservation price R of a bargainer's search. A bargainer without talks asks only if the product is worth more than R to it.",
               "[McCall1970]"})
          .key(
              &BuyerTalksSpec::effort, money(),
              {"effort",
               "What talking costs the customer, in time and nerves; it talks only if it expects to save more: its 'power' times the distance from its first offer to the price asked, or to what it is worth to it.",
               "[JindalNewberry2018]"})
          .key(&BuyerTalksSpec::power, share_type(),
               {"power", "Share of that distance that the customer expects to win.", "[KuoAhnAydin2011]"})
          .key(&BuyerTalksSpec::answer_within, duration(above(0)),
               {"answer_within", "How long a customer waits for an answer in talks before it takes them for failed."})
          .key(&BuyerTalksSpec::look_again, duration({.low = 60, .high = longest_time}),
               {"look_again", "A bargainer who has asked everybody in vain asks again after this time, until the patience ends."}));
}

TypePtr<RevenueSpec> revenue_type() {
  return share(
      Record<RevenueSpec>("the revenue section")
          .key(
              &RevenueSpec::base, choice<RevenueBase>(words(revenue_base_names)),
              {"base",
               "What the price is paid for: the unit, the time for which it is provided, the punctuality of its delivery, or its use. It is the amount due on the average (with 'performance', when in time).",
               "[Rauch2016], section 3.3"})
          .key(&RevenueSpec::duration, duration(above(0)),
               {"duration",
                "Mean time for which a unit is provided (exponentially distributed with 'base: duration'); the amount is due at its end."})
          .key(&RevenueSpec::uses, number_type({.low = 0, .high = 1e6, .low_excluded = true}),
               {"uses", "Mean number of uses of a unit, Poisson distributed, with 'base: use'; they are paid after 'duration'."})
          .key(&RevenueSpec::late_fee, share_type(), {"late_fee", "Share of the price lost per day of delay, with 'base: performance'."})
          .key(&RevenueSpec::third_party, money(),
               {"third_party", "What a third party pays to the minifactory for each unit delivered, for instance for the data.",
                "[Rauch2016], section 3.3"}));
}

}  // namespace

TypePtr<MarketSpec> market_type() {
  return share(
      Record<MarketSpec>("the market section")
          .key(
              &MarketSpec::prices, choice<PriceFormation>({"seller", "buyer", "clearing", "negotiated"}),
              {"prices",
               "Who fixes the price: the seller posts it; the buyer names it; the operator clears quotes and bids by rule; or both sides talk.",
               "[Rauch2016], section 3.3"})
          .key(
              &MarketSpec::split, share_type(),
              {"split",
               "With 'prices: clearing', the share k of the distance from the quote (the best one for the operator of those that are not above the bid) to the bid that goes to the seller.",
               "[ChatterjeeSamuelson1983]"})
          .key(
              &MarketSpec::bargaining, choice<BargainingRule>({"concession", "nash", "rational"}),
              {"bargaining",
               "With 'prices: negotiated', how talks run: alternating offers that concede with time; Nash's split of the gain between what it is worth to the customer and the seller's cut-off price; or the split of rational and impatient parties.",
               "[Faratin1998]; [Nash1950]; [Rubinstein1982]"})
          .optional(
              &MarketSpec::bulletin, duration({.low = 60, .high = longest_time}),
              {"bulletin",
               "Time between two bulletins, in which the operator publishes the prices that the minifactories have posted; without it there is none."})
          .key(&MarketSpec::revenue, revenue_type(), {"revenue", "What is paid for, and by whom."}));
}

TypePtr<SellerTalksSpec> seller_talks_type() {
  return share(
      with_concession(Record<SellerTalksSpec>("the talks section of a minifactory"))
          .key(&SellerTalksSpec::rounds, integer_type(0, 1000),
               {"rounds", "How many offers it makes after its first price before it withdraws; with 0 its price stands.", "[Faratin1998]"})
          .key(
              &SellerTalksSpec::margin, number_type(between(0, 1000)),
              {"margin",
               "Share of the unit cost that what the operator leaves of a price must exceed it by, at least, in talks and when the buyer names the price."})
          .key(&SellerTalksSpec::power, share_type(),
               {"power", "Its share of the gain, with 'bargaining: nash'.", "[Nash1950]; [KuoAhnAydin2011]"})
          .key(&SellerTalksSpec::discount, share_type(),
               {"discount", "What money is worth to it one round later, with 'bargaining: rational'.", "[Rubinstein1982]"})
          .optional(
              &SellerTalksSpec::cutoff, money(),
              {"cutoff",
               "Lowest price at which it still talks, or takes a bid, if that is above the one that covers its unit cost and margin after "
               "the commission.",
               "[KuoAhnAydin2011]"}));
}

TypePtr<SegmentSpec> segment_type() {
  return share(
      with_site(Record<SegmentSpec>("a customer segment")
                    .required(&SegmentSpec::name, name_type("actor"), {"name", "Name of the segment in results and on the network."})
                    .required(&SegmentSpec::type, choice<CustomerType>(words(customer_type_names)),
                              {"type", "How these customers buy; each type faces its own posted price.", "[QamarAziz2023], section 3.1"}))
          .required(&SegmentSpec::service, reference_type("service"), {"service", "What they ask for."})
          .key(&SegmentSpec::demand, choice<DemandForm>({"absolute", "difference"}),
               {"demand", "How the reference price r enters the demand: alpha - beta P + gamma r, or a - b p + g (r - p).",
                "Eq. 13 of [QamarAziz2023]; [PopescuWu2007]"})
          .required(&SegmentSpec::alpha, number_type({.low = 0, .high = 1e9, .low_excluded = true}),
                    {"alpha", "Demand per period at price 0, in units.", "alpha of Eq. 5"})
          .required(&SegmentSpec::beta, number_type({.low = 0, .high = 1e9, .low_excluded = true}),
                    {"beta", "Units of demand lost per period and unit of currency.", "beta_t of Eq. 5"})
          .key(
              &SegmentSpec::lowest_value, quantity<Money>(Dimension::money, {}),
              {"lowest_value",
               "Lowest private value of a customer. Demand follows the linear form down to it; below alpha/beta. Negative values add customers who buy only below price 0 plus their reference."})
          .key(&SegmentSpec::reference_price, reference_price_type(), {"reference_price", "How earlier prices matter."})
          .key(&SegmentSpec::patience, duration(above(0)), {"patience", "A request that has come to nothing is given up after this time."})
          .key(&SegmentSpec::order_size, integer_type(1, 1'000'000), {"order_size", "Units in one order; alpha and beta stay in units."})
          .optional(&SegmentSpec::local, text_type(),
                    {"local", "Name of the minifactory to which these customers go directly, without the platform and its commission."})
          .key(&SegmentSpec::cancels, share_type(), {"cancels", "Share of the orders that customers cancel, unless they are made by then."})
          .key(&SegmentSpec::cancels_after, duration(above(0)),
               {"cancels_after", "Mean time from the acceptance to the cancellation (exponential)."})
          .key(&SegmentSpec::delivery, choice<DeliveryMode>({"delivery", "pickup"}),
               {"delivery",
                "Whether the minifactory has the product brought, or the customer drives there when it is told that it is ready.",
                "[Rauch2016], section 3.3"})
          .key(&SegmentSpec::pickup_vehicle, reference_type("vehicle"),
               {"pickup_vehicle", "What a customer drives with 'delivery: pickup', at its own cost."})
          .key(&SegmentSpec::talks, buyer_talks_type(),
               {"talks", "How they talk about prices, with 'market.prices: negotiated' or 'buyer'."}));
}

}  // namespace ccm
