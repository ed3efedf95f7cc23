// Which keys may an allocation file have, and what do they mean?

#include "scenarios/problems/allocation_keys.hpp"

#include "scenarios/problems/fields.hpp"

namespace ccm {
namespace {

constexpr const char* qamar = "[QamarAziz2023]";
constexpr std::size_t most_parts = 1000, most_machines = 200, most_workers = 200, most_groups = 64, most_routes = 100, most_steps = 100;

TypePtr<MachineOffer> machine_type() {
  return shared(
      Record<MachineOffer>("a machine")
          .required(&MachineOffer::power, quantity<Kilowatts>(Dimension::power, up_to_largest(), {"kW"}),
                    {"power", "Make-to-part power while it works.", "M_y of Eq. 1"})
          .required(&MachineOffer::capacity, minutes_field(), {"capacity", "Time that it can work in the period.", "MCap_y of Eq. 11"}));
}

TypePtr<WorkerOffer> worker_type() {
  return shared(Record<WorkerOffer>("a worker level")
                    .required(&WorkerOffer::wage, quantity<MoneyPerHour>(Dimension::wage, up_to_largest(60), {"{}/min"}),
                              {"wage", "Wage; a shift lasts 7.5 h.", "WrkrCost_w of Eq. 3"})
                    .required(&WorkerOffer::capacity, minutes_field(),
                              {"capacity", "Time that all workers of the level together can work in the period.", "WCap_w of Eq. 12"})
                    .required(&WorkerOffer::operates, list_of(reference_type("machine")),
                              {"operates", "Machines that the level can operate.", qamar}));
}

TypePtr<GroupSizes> group_type() {
  return shared(Record<GroupSizes>("a machine group")
                    .key(&GroupSizes::at_least, integer_type(0, 1'000'000), {"at_least", "Fewest machines in the group.", "LB_g of Eq. 9"})
                    .optional(&GroupSizes::at_most, integer_type(0, 1'000'000), {"at_most", "Most machines in the group."}));
}

TypePtr<PartMaterial> material_type() {
  return shared(
      Record<PartMaterial>("the material of a part")
          .required(&PartMaterial::mass, mass_field(), {"mass", "Mass of one unit."})
          .required(&PartMaterial::price, mass_price_field(), {"price", "Price of new material."})
          .key(&PartMaterial::recycled, share_type(), {"recycled", "Share of the lost mass that is used again in place of new material."}));
}

/// [machine, minutes] or [machine, minutes, yield].
class RouteStepType : public Type<RouteStep> {
 public:
  std::string expected() const override { return "[machine, minutes] or [machine, minutes, yield]"; }
  Json json_schema() const override {
    const Json items = {machine_->json_schema(), time_->json_schema(), yield_->json_schema()};
    return {{"type", "array"}, {"prefixItems", items}, {"minItems", 2}, {"maxItems", 3}};
  }
  std::optional<RouteStep> read(const Node& node, Reader& reader) const override {
    if (!node.is(Node::Kind::list) || node.items.size() < 2 || node.items.size() > 3) {
      reader.unexpected(node, expected());
      return std::nullopt;
    }
    const auto machine = machine_->read(node.items[0], reader);
    const auto time = time_->read(node.items[1], reader);
    const auto yield = node.items.size() == 3 ? yield_->read(node.items[2], reader) : std::optional(1.0);
    return machine && time && yield ? std::optional(RouteStep{*machine, *time, *yield}) : std::nullopt;
  }
  Node write(const RouteStep& step, const UnitContext& units) const override {
    return list_node({machine_->write(step.machine, units), time_->write(step.time, units), yield_->write(step.yield, units)});
  }

 private:
  TypePtr<std::string> machine_ = reference_type("machine");
  TypePtr<Seconds> time_ = minutes_field();
  TypePtr<double> yield_ = number_type({.low = 0, .high = 1, .low_excluded = true});
};

TypePtr<std::vector<std::vector<RouteStep>>> routes_type() {
  const TypePtr<RouteStep> step = std::make_shared<RouteStepType>();
  return list_of(list_of(step, ItemCount{1, most_steps}), ItemCount{1, most_routes});
}

TypePtr<PartOrder> part_type() {
  return shared(
      Record<PartOrder>("a part")
          .required(&PartOrder::demand, number_type(up_to_largest()), {"demand", "Units wanted in the period.", "D_x"})
          .key(&PartOrder::priority, number_type({.low = 0, .high = largest_number, .low_excluded = true}),
               {"priority", "Weight of one unit that cannot be made."})
          .key(&PartOrder::setup_cost, money_field(), {"setup_cost", "Cost of setting up one batch.", "SC_x of Eq. 2"})
          .key(&PartOrder::holding_cost, money_field(), {"holding_cost", "Cost of holding one unit for one period.", "HC_x of Eq. 2"})
          .key(&PartOrder::move_cost, money_field(),
               {"move_cost", "Cost of moving one batch from one machine group to another.", "MoveCost_x of Eq. 2"})
          .key(&PartOrder::material, material_type(), {"material", "What one unit is made of."})
          .required(&PartOrder::routes, routes_type(),
                    {"routes", "Alternative routes; each is a list of operations in their order.", qamar}));
}

Record<AllocationSpec> table() {
  return problem_record<AllocationSpec>("an allocation problem", "allocation")
      .key(&AllocationSpec::routes, choice<RouteRule>({"single", "split"}),
           {"routes", "Whether a part keeps to one route, or its demand may be shared over routes."})
      .key(&AllocationSpec::moves, choice<MoveRule>({"distinct_groups", "changes"}),
           {"moves", "What a batch moves: one less than the groups it visits, or its changes of group along the route.", "Eq. 2"})
      .required(&AllocationSpec::energy_price, quantity<MoneyPerKilowattHour>(Dimension::energy_price, up_to_largest(60), {"{}/kWmin"}),
                {"energy_price", "Price of electricity.", "ECost of Eq. 1"})
      .key(&AllocationSpec::waste_price, mass_price_field(), {"waste_price", "Waste management, per mass of lost material."})
      .key(&AllocationSpec::node_limit, integer_type(1, 1'000'000'000'000), {"node_limit", "The search ends after so many nodes."})
      .required(&AllocationSpec::machines, named_map("machine", machine_type(), false, {1, most_machines}),
                {"machines", "Machines by name."})
      .required(&AllocationSpec::workers, named_map("worker level", worker_type(), false, {1, most_workers}),
                {"workers", "Worker levels by name."})
      .key(&AllocationSpec::groups, list_of(group_type(), ItemCount{0, most_groups}),
           {"groups", "How many machines may stand in each group. Without it, all stand together.", "Eqs. 8 and 9"})
      .key(&AllocationSpec::grouping, list_of(list_of(reference_type("machine")), ItemCount{0, most_groups}),
           {"grouping", "The machines of each group, if that is not to be chosen."})
      .required(&AllocationSpec::parts, named_map("part", part_type(), false, {1, most_parts}), {"parts", "Parts by name."});
}

}  // namespace

const Type<AllocationSpec>& allocation_keys() {
  static const Record<AllocationSpec> record = table();
  return record;
}

}  // namespace ccm
