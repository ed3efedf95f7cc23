#pragma once
/// Who brings products to customers.

#include <functional>
#include <map>
#include <span>
#include <vector>

#include "sim/cashier.hpp"
#include "sim/messages.hpp"
#include "sim/recorder.hpp"
#include "sim/world.hpp"

namespace ccm {

/// Takes finished products of all minifactories and brings them to the customers by road, or tells customers who fetch them. A product
/// leaves at once and alone, or at its minifactory's next departure, with others for the same spot. Trips are paid as they leave: by the
/// minifactory, or by the customer who fetches. What a product bears of a trip follows its mass. At the end of the simulation nothing
/// leaves any more.     Tested by: tests/protocol/shipping_test.cpp.
class Carrier {
 public:
  /// Who is told: the customer of a product that has come, the minifactory that a trip is charged to, and the
  /// one that makes the next stage of what has come.
  struct Told {
    std::function<void(const Quote&, const Delivery&)> of_arrival;
    std::function<void(std::uint32_t minifactory, const Freight&)> of_charge;
    std::function<void(std::uint32_t next, const Quote&, const ProductionStory&)> of_stage;
  };

  Carrier(World& world, const Recorder& record, const Scenario& scenario, const Geography& geography, Cashier& cashier, Told told);

  /// A product is finished.
  void take(const Quote& quote, const ProductionStory& story);

  /// When a product that is ready then, or `slack` later, reaches the customer.
  [[nodiscard]] Seconds arrival(std::uint32_t minifactory, std::uint32_t segment, Seconds ready, Seconds slack) const;
  /// From one minifactory to another.
  [[nodiscard]] Seconds transfer_time(std::uint32_t from, std::uint32_t to) const { return geography_.transfer_time_between(from, to); }

 private:
  struct Goods {
    Quote quote;
    ProductionStory story;
  };

  [[nodiscard]] bool is_fetched(std::uint32_t segment) const { return scenario_.customers[segment].delivery == DeliveryMode::pickup; }
  [[nodiscard]] const Vehicle& vehicle_of(const Quote& quote) const;
  [[nodiscard]] const std::optional<Departures>& departures_of(std::uint32_t minifactory) const;
  [[nodiscard]] std::string_view destination_of(std::uint32_t segment) const;
  [[nodiscard]] Kilograms mass_of(const Quote& quote) const;
  void pass_on(const Quote& quote, ProductionStory story);
  void wait_for_departure(const Goods& goods);
  void depart(std::uint32_t minifactory, Seconds time);
  void send(std::span<const Goods> goods);
  void charge(const Quote& quote, const Freight& freight);
  void record_trip(const Quote& quote, const Load& load, const Freight& freight);
  void record_transfer(const Quote& quote, Kilograms mass, const Freight& freight);

  World& world_;
  const Recorder& record_;
  const Scenario& scenario_;
  const Geography& geography_;
  Cashier& cashier_;
  Told told_;
  Seating seating_;
  std::vector<Vehicle> of_minifactories_, of_customers_;
  std::vector<Kilograms> mass_;                                              // of an order of each segment
  std::vector<std::size_t> spot_;                                            // of each segment
  std::map<std::pair<std::uint32_t, Seconds>, std::vector<Goods>> waiting_;  // by minifactory and departure
};

}  // namespace ccm
