// Which plant does a file describe, and do its masses fit together?

#include "scenarios/problems/mfca_problem.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/cost/contradiction.hpp"
#include "scenarios/problems/fields.hpp"
#include "scenarios/problems/mfca_keys.hpp"

namespace ccm {
namespace {

std::size_t index_of(const MfcaSpec& spec, const std::string& centre) {
  return static_cast<std::size_t>(std::ranges::find(spec.centres, centre, &CentreSpec::name) - spec.centres.begin());
}

QuantityCentre centre_of(const CentreSpec& spec, const MfcaSpec& plant) {
  QuantityCentre centre{.name = spec.name, .carried_loss = spec.carried_loss, .energy = spec.energy};
  centre.materials.assign(spec.materials.begin(), spec.materials.end());
  for (const SystemCost& cost : spec.system) centre.system += cost.cost;
  centre.waste_management = spec.waste_management;
  centre.share = spec.share;
  if (spec.from) {
    centre.from.emplace();
    for (const std::string& source : *spec.from) centre.from->push_back(index_of(plant, source));
  }
  if (spec.recycled) centre.recycled = Recycling{index_of(plant, spec.recycled->to), spec.recycled->mass};
  return centre;
}

/// One contradiction in words, at the key that has to change.
class Complaint {
 public:
  Complaint(const MfcaSpec& plant, const Contradiction& about) : plant_(plant), about_(about), centre_(plant.centres[about.centre]) {}

  void report(Reader& reader) const {
    const auto [key, message, advice] = words();
    const std::string path = fmt::format(".centres[{}]{}", about_.centre, key);
    reader.mistake(reader.mark_of(path), message, advice);
  }

 private:
  struct Words {
    std::string key, message, advice;
  };

  [[nodiscard]] Words words() const {
    using Kind = Contradiction::Kind;
    switch (about_.kind) {
      case Kind::product_taken_twice:
        return {".from", fmt::format("the product of '{}' is taken twice", plant_.centres[about_.other].name),
                "Nobody says how it splits: it enters one centre as a whole. Without 'from', that is the next centre."};
      case Kind::circle_of_products:
        return {".from", fmt::format("the product of '{}' comes back to it", centre_.name),
                "Loss that goes back into the plant is said with 'recycled'."};
      case Kind::auxiliary_in_product:
        return {".materials." + centre_.materials[about_.other].name + ".product", "an auxiliary material never enters the product",
                "Write 'product: 0', or leave 'auxiliary' out."};
      case Kind::carried_loss_too_high:
        return {".carried_loss", compared("lost, but only {:.6g} kg are handed over to this centre"), ""};
      case Kind::recycled_too_much:
        return {".recycled.mass", compared("go back, but this centre loses only {:.6g} kg"), "Auxiliaries are not counted here."};
      default:
        return {".recycled", "what is lost here goes round for ever", "Some of it must leave, as product or as loss."};
    }
  }

  [[nodiscard]] std::string compared(const char* what) const {
    return fmt::format("{:.6g} kg {}", about_.stated.value(), fmt::format(fmt::runtime(what), about_.most.value()));
  }

  const MfcaSpec& plant_;
  const Contradiction& about_;
  const CentreSpec& centre_;
};

void refuse_reserved_names(const MfcaSpec& plant, Reader& reader) {
  for (std::size_t q = 0; q < plant.centres.size(); ++q)
    if (plant.centres[q].name == "inputs" || plant.centres[q].name == "product")
      reader.mistake(reader.mark_of(fmt::format(".centres[{}].name", q)), fmt::format("the name '{}' is reserved", plant.centres[q].name),
                     "The links between centres use it for what enters or leaves the plant.");
}

}  // namespace

const AnyType& mfca_type() { return mfca_keys(); }

MfcaTask read_mfca(const Node& root, Reader& reader) {
  const MfcaSpec plant = read_all(mfca_keys(), root, reader);
  MfcaTask task{.carry = plant.carry, .currency = plant.currency};
  for (const CentreSpec& centre : plant.centres) task.centres.push_back(centre_of(centre, plant));
  refuse_reserved_names(plant, reader);
  for (const Contradiction& contradiction : contradictions(task.centres, task.carry)) Complaint(plant, contradiction).report(reader);
  reader.throw_mistakes();
  return task;
}

}  // namespace ccm
