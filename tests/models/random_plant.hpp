#pragma once
/// Plants of quantity centres for tests: chains that branch and merge, with recycling between any two centres.

#include "models/cost/quantity_centre.hpp"
#include "tests/support/draws.hpp"

namespace ccm::test {

/// Makes the centres of one plant, one after the other.
class RandomPlant {
 public:
  explicit RandomPlant(std::uint64_t seed) : draws_(seed) {}

  std::vector<QuantityCentre> make() {
    const std::size_t n = 1 + draws_.index(9);
    for (std::size_t q = 0; q < n; ++q) centres_.push_back(centre(q));
    return centres_;
  }

 private:
  QuantityCentre centre(std::size_t q) {
    QuantityCentre made{.name = "q" + std::to_string(q), .energy = Money(draws_.up_to(50)), .system = Money(draws_.up_to(500))};
    made.waste_management = Money(draws_.up_to(20));
    for (std::size_t m = draws_.index(4) + (q == 0); m > 0; --m) made.materials.push_back(material(draws_.happens(0.2)));
    if (draws_.happens(0.1)) made.share = 0.1 + draws_.up_to(0.9);
    const double carried = take_products(made);
    double lost = draws_.happens(0.3) ? 0 : draws_.up_to(carried);
    made.carried_loss = Kilograms(lost);
    products_.push_back(carried - lost);
    for (const CentreMaterial& own : made.materials) {
      products_.back() += own.product.value();
      if (!own.auxiliary) lost += own.loss.value();
    }
    free_.push_back(q);
    if (draws_.happens(0.4)) made.recycled = Recycling{draws_.index(q + 1), Kilograms(draws_.up_to(lost))};
    return made;
  }

  CentreMaterial material(bool auxiliary) {
    return {MoneyPerKilogram(draws_.up_to(30)), Kilograms(auxiliary ? 0 : draws_.up_to(1000)), Kilograms(draws_.up_to(300)), auxiliary};
  }

  /// Takes some of the products that nobody has taken; returns their mass, which recycling may only increase.
  double take_products(QuantityCentre& centre) {
    double mass = 0;
    centre.from.emplace();
    for (std::size_t i = free_.size(); i-- > 0;)
      if (draws_.happens(0.5)) {
        centre.from->push_back(free_[i]);
        mass += products_[free_[i]];
        free_.erase(free_.begin() + static_cast<long>(i));
      }
    return mass;
  }

  Draws draws_;
  std::vector<QuantityCentre> centres_;
  std::vector<double> products_;   // without what is recycled
  std::vector<std::size_t> free_;  // centres whose product nobody has taken
};

[[nodiscard]] inline std::vector<QuantityCentre> random_plant(std::uint64_t seed) { return RandomPlant(seed).make(); }

}  // namespace ccm::test
