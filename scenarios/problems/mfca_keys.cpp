// Which keys may a file of material flow cost accounting have, and what do they mean?

#include "scenarios/problems/mfca_keys.hpp"

#include "scenarios/problems/fields.hpp"

namespace ccm {
namespace {

constexpr const char* iso = "[ISO14051]";
constexpr std::size_t most_centres = 200, most_materials = 200, most_system_costs = 100;

/// A member of CentreMaterial seen as a member of the material that has a name.
template <class T>
T CentreMaterialSpec::*of_material(T CentreMaterial::*member) {
  return member;
}

TypePtr<CentreMaterialSpec> material_type() {
  return shared(Record<CentreMaterialSpec>("a material")
                    .required(of_material(&CentreMaterial::price), mass_price_field(), {"price", "Price of the material."})
                    .required(of_material(&CentreMaterial::product), mass_field(), {"product", "Mass that ends up in the product."})
                    .required(of_material(&CentreMaterial::loss), mass_field(), {"loss", "Mass that is lost."})
                    .key(of_material(&CentreMaterial::auxiliary), boolean_type(),
                         {"auxiliary", "Whether it never enters the product, such as oil; mass shares leave it out.", iso}));
}

/// An amount of money that stands behind its name.
class SystemCostType : public Type<SystemCost> {
 public:
  std::string expected() const override { return cost_->expected(); }
  Json json_schema() const override { return cost_->json_schema(); }
  std::optional<SystemCost> read(const Node& node, Reader& reader) const override {
    const auto cost = cost_->read(node, reader);
    return cost ? std::optional(SystemCost{"", *cost}) : std::nullopt;
  }
  Node write(const SystemCost& value, const UnitContext& units) const override { return cost_->write(value.cost, units); }

 private:
  TypePtr<Money> cost_ = money_field();
};

TypePtr<RecyclingSpec> recycling_type() {
  return shared(Record<RecyclingSpec>("the recycled section")
                    .required(&RecyclingSpec::to, reference_type("centre"), {"to", "The centre that takes it in again."})
                    .required(&RecyclingSpec::mass, mass_field(), {"mass", "How much of this centre's loss, auxiliaries apart."}));
}

Record<CentreSpec> centre_record() {
  const TypePtr<SystemCost> cost = std::make_shared<SystemCostType>();
  return Record<CentreSpec>("a quantity centre")
      .required(&CentreSpec::name, name_type("centre"), {"name", "Name of the centre."})
      .key(&CentreSpec::materials, named_map("material", material_type(), true, {0, most_materials}),
           {"materials", "Materials that enter here new, by name.", iso})
      .optional(&CentreSpec::from, list_of(reference_type("centre")),
                {"from", "Centres whose product enters here; by default the centre before. A product enters one centre as a whole."})
      .key(&CentreSpec::carried_loss, mass_field(), {"carried_loss", "Mass that is lost here of what other centres hand over."})
      .key(&CentreSpec::energy, money_field(), {"energy", "Cost of energy.", iso})
      .key(&CentreSpec::system, named_map("system cost", cost, true, {0, most_system_costs}),
           {"system", "Costs of labour, depreciation, maintenance and the like, by name.", iso})
      .key(&CentreSpec::waste_management, money_field(), {"waste_management", "Cost of managing the waste; all of it is loss.", iso})
      .optional(&CentreSpec::share, share_type(), {"share", "Mass share of the product to use instead of the computed one."});
}

Record<MfcaSpec> table() {
  return problem_record<MfcaSpec>("a problem of material flow cost accounting", "mfca")
      .key(&MfcaSpec::carry, choice<CarryRule>({"qc_mass", "carried_mass"}),
           {"carry",
            "How energy and system cost handed over by other centres splits: by the mass share of the centre, or as the carried mass."})
      .required(&MfcaSpec::centres,
                list_of(shared(centre_record().optional(&CentreSpec::recycled, recycling_type(),
                                                        {"recycled", "Loss that goes back into the plant.", "[Schmidt2015]"})),
                        ItemCount{1, most_centres}),
                {"centres", "Quantity centres in the order of production.", iso});
}

}  // namespace

const Type<MfcaSpec>& mfca_keys() {
  static const Record<MfcaSpec> record = table();
  return record;
}

}  // namespace ccm
