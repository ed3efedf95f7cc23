// Which keys may a pricing file have, and what do they mean?

#include "scenarios/problems/pricing_keys.hpp"

#include "scenarios/problems/fields.hpp"

namespace ccm {
namespace {

constexpr const char* qamar = "[QamarAziz2023]";
constexpr const char* popescu = "[PopescuWu2007]";
constexpr std::size_t most_types = 100;
constexpr std::int64_t most_periods = 10'000, most_shown = 1'000;

Range positive() { return {.low = 0, .high = largest_number, .low_excluded = true}; }
TypePtr<double> positive_number() { return number_type(positive()); }
TypePtr<double> slope() { return number_type(between(0, largest_number)); }
TypePtr<Money> positive_money() { return quantity<Money>(Dimension::money, positive()); }

TypePtr<PricedDemand> demand_type() {
  return shared(
      Record<PricedDemand>("the demand")
          .optional(&PricedDemand::form, choice<DemandForm>({"absolute", "difference"}),
                    {"form", "alpha - beta p + gamma r, or a - b p + g (r - p); by default the one whose keys are there."})
          .optional(&PricedDemand::a, positive_number(), {"a", "Units per period at price 0 and reference price 0.", popescu})
          .optional(&PricedDemand::b, positive_number(), {"b", "Units lost per unit of price, without the reference effect.", popescu})
          .optional(&PricedDemand::gain, slope(), {"gain", "g where the price is below the reference price; 0 if left out.", popescu})
          .optional(&PricedDemand::loss, slope(), {"loss", "g where the price is above the reference price; as gain if left out.", popescu})
          .optional(&PricedDemand::alpha, positive_number(), {"alpha", "Units per period at price 0 and reference price 0.", "Eq. 13"})
          .optional(&PricedDemand::beta, positive_number(), {"beta", "Units lost per unit of price at a fixed reference price.", "Eq. 13"})
          .optional(&PricedDemand::gamma, slope(), {"gamma", "Units gained per unit of reference price, less than beta.", "Eq. 13"}));
}

TypePtr<MemoryWords> memory_type() {
  return shared(
      Record<MemoryWords>("the memory")
          .key(&MemoryWords::kind, choice<MemoryWord>({"exponential", "peak_end", "last_price"}),
               {"kind", "What is remembered: a fading mean of prices, an extreme and the last price, or the last price.", popescu})
          .optional(&MemoryWords::theta, number_type(from_below(0, 1)), {"theta", "Weight of the past in the reference price."})
          .optional(&MemoryWords::extreme, choice<ExtremeWord>({"lowest", "highest"}),
                    {"extreme", "Which price peak_end remembers beside the last; lowest if left out.", "[NasiryPopescu2011]"}));
}

TypePtr<StartWords> start_type() {
  return shared(Record<StartWords>("the start")
                    .optional(&StartWords::reference, money_field(), {"reference", "Reference price before the first period."})
                    .optional(&StartWords::extreme, money_field(), {"extreme", "With peak_end: the extreme price so far."})
                    .optional(&StartWords::last, money_field(), {"last", "With peak_end: the last price; the extreme if left out."}));
}

TypePtr<GridWords> grid_type() {
  return shared(Record<GridWords>("the grid of prices")
                    .required(&GridWords::from, money_field(), {"from", "Lowest price allowed."})
                    .required(&GridWords::to, money_field(), {"to", "Highest price allowed."})
                    .required(&GridWords::step, positive_money(), {"step", "Distance between two prices."}));
}

/// "infinite", or a number of periods.
class HorizonType : public Type<HorizonWords> {
 public:
  std::string expected() const override { return "'infinite' or " + periods_->expected(); }
  Json json_schema() const override { return {{"anyOf", {{{"const", "infinite"}}, periods_->json_schema()}}}; }
  std::optional<HorizonWords> read(const Node& node, Reader& reader) const override {
    if (node.is(Node::Kind::scalar) && node.text == "infinite") return HorizonWords{};
    if (node.is(Node::Kind::scalar) && parse_number(node.text)) return in_periods(node, reader);
    reader.unexpected(node, expected(), number_advice(node));
    return std::nullopt;
  }
  Node write(const HorizonWords& value, const UnitContext& units) const override {
    return value.periods ? periods_->write(*value.periods, units) : scalar_node("infinite");
  }

 private:
  std::optional<HorizonWords> in_periods(const Node& node, Reader& reader) const {
    const auto periods = periods_->read(node, reader);
    return periods ? std::optional(HorizonWords{*periods}) : std::nullopt;
  }

  TypePtr<std::int64_t> periods_ = integer_type(1, most_periods);
};

TypePtr<PricedType> customer_type() {
  return shared(
      Record<PricedType>("a customer type")
          .optional(&PricedType::name, name_type("customer type"), {"name", "Name of the type."})
          .required(&PricedType::alpha, positive_number(), {"alpha", "Units per period at price 0.", qamar})
          .required(&PricedType::beta, positive_number(), {"beta", "Units lost per unit of price.", qamar})
          .optional(&PricedType::gamma, slope(), {"gamma", "Over time: units gained per unit of the common reference price."})
          .optional(&PricedType::share, positive_number(), {"share", "Over time: how many such customers; all of it is multiplied by it."})
          .optional(&PricedType::weight, number_type(between(0, 1)),
                    {"weight", "Over time: weight of its price in the common reference price; by share if left out everywhere."}));
}

Record<PricingWords> over_time(Record<PricingWords> record) {
  return std::move(record)
      .optional(&PricingWords::demand, demand_type(), {"demand", "Demand of one customer type, for one seller over time.", popescu})
      .optional(&PricingWords::memory, memory_type(), {"memory", "How the reference price follows the prices.", popescu})
      .optional(&PricingWords::discount, number_type(between(0, 1)),
                {"discount", "Worth of the next period's money now; below 1 without end."})
      .optional(&PricingWords::horizon, TypePtr<HorizonWords>(std::make_shared<HorizonType>()),
                {"horizon", "Number of periods; infinite if left out."})
      .optional(&PricingWords::start, start_type(),
                {"start", "What customers remember at first; by default the best price without memory."})
      .optional(&PricingWords::method, choice<PricingMethod>({"auto", "closed_form", "dynamic_program"}),
                {"method", "How it is solved; auto, the default, takes a closed form where there is one."})
      .optional(&PricingWords::grid, grid_type(),
                {"grid", "Prices that the dynamic program chooses from; by default 200 that miss nothing."})
      .optional(&PricingWords::show, integer_type(1, most_shown), {"show", "Periods of the path to show; 10 if left out."});
}

Record<PricingWords> table() {
  return over_time(problem_record<PricingWords>("a pricing problem", "pricing")
                       .optional(&PricingWords::cost, money_field(), {"cost", "Cost of one more unit.", "C of Eq. 6"}))
      .optional(&PricingWords::types, list_of(customer_type(), ItemCount{1, most_types}),
                {"types", "Customer types, each with its own price. With memory: over time, with one common reference price.", qamar})
      .optional(&PricingWords::gamma, slope(), {"gamma", "Effect of the price before in the strategies of Eq. 13.", "Eq. 13"})
      .optional(&PricingWords::strategy,
                choice<OnePeriodStrategy>(
                    {"differential", "uniform", "fixed_first", "eq13_plugged", "eq13_sequential", "eq13_joint", "eq13_as_printed"}),
                {"strategy", "How the prices of one period are set; differential if left out.", qamar})
      .optional(&PricingWords::scale_cost,
                shared(Record<ScaleCostWords>("the cost at scale")
                           .required(&ScaleCostWords::v, money_field(), {"v", "Cost of a unit that does not change with the quantity."})
                           .required(&ScaleCostWords::m, money_field(), {"m", "Cost that grows with the square root of the quantity."})),
                {"scale_cost", "Instead of cost: v D + m sqrt(D) for D units of all types.", "Eq. 4"})
      .optional(&PricingWords::cost_rule, choice<CostOfUnit>({"marginal", "average"}),
                {"cost_rule", "What the price rule takes for the cost of a unit at scale; marginal, the best, if left out."});
}

}  // namespace

const Type<PricingWords>& pricing_keys() {
  static const Record<PricingWords> record = table();
  return record;
}

}  // namespace ccm
