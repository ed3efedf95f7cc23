// When does a product leave, with which others, and what does each bear of the trip?

#include "sim/actors/carrier.hpp"

#include "sim/freight.hpp"

namespace ccm {

Carrier::Carrier(World& world, const Recorder& record, const Scenario& scenario, const Geography& geography, Cashier& cashier, Told told)
    : world_(world),
      record_(record),
      scenario_(scenario),
      geography_(geography),
      cashier_(cashier),
      told_(std::move(told)),
      seating_(scenario),
      spot_(destinations(scenario)) {
  for (const MinifactorySpec& minifactory : scenario.minifactories)
    of_minifactories_.push_back(vehicle_named(scenario, minifactory.shipping.vehicle));
  for (const SegmentSpec& segment : scenario.customers) {
    of_customers_.push_back(vehicle_named(scenario, segment.pickup_vehicle));
    mass_.push_back(order_mass(scenario, segment));
  }
}

const Vehicle& Carrier::vehicle_of(const Quote& quote) const {
  return is_fetched(quote.segment) ? of_customers_[quote.segment] : of_minifactories_[quote.minifactory];
}

const std::optional<Departures>& Carrier::departures_of(std::uint32_t minifactory) const {
  return scenario_.minifactories[minifactory].shipping.departures;
}

Seconds Carrier::arrival(std::uint32_t minifactory, std::uint32_t segment, Seconds ready, Seconds slack) const {
  const auto& departures = departures_of(minifactory);
  const Seconds road = geography_.delivery_time(minifactory, segment);
  return departures && !is_fetched(segment) ? next_departure(*departures, ready + slack) + road : ready + road + slack;
}

Kilograms Carrier::mass_of(const Quote& quote) const {
  const Kilograms order = mass_[quote.segment];
  if (!quote.lot) return order;
  return order * (static_cast<double>(quote.lot->units) / static_cast<double>(scenario_.customers[quote.segment].order_size));
}

/// What a stage has made goes to the minifactory that makes the next, without other goods and at once. It counts as heavy as the whole.
void Carrier::pass_on(const Quote& quote, ProductionStory story) {
  const std::uint32_t next = *quote.lot->onward;
  const Vehicle& vehicle = of_minifactories_[quote.minifactory];
  for (const Load& load : loads_of({mass_of(quote)}, vehicle.payload)) {
    const Freight freight = freight_of_trip(vehicle, geography_.way_between(quote.minifactory, next), load.mass);
    cashier_.pay_freight(seating_.minifactory(quote.minifactory), freight.cost);
    told_.of_charge(quote.minifactory, freight);
    record_transfer(quote, load.mass, freight);
    story.freight += freight;
  }
  story.travelled += geography_.distance_between(quote.minifactory, next);
  world_.after(geography_.transfer_time_between(quote.minifactory, next),
               [this, next, quote, story] { told_.of_stage(next, quote, story); });
}

void Carrier::take(const Quote& quote, const ProductionStory& story) {
  if (quote.lot && quote.lot->onward) return pass_on(quote, story);
  const Goods goods{quote, story};
  if (departures_of(quote.minifactory) && !is_fetched(quote.segment)) return wait_for_departure(goods);
  send({&goods, 1});
}

void Carrier::wait_for_departure(const Goods& goods) {
  const std::uint32_t minifactory = goods.quote.minifactory;
  const Seconds time = next_departure(*departures_of(minifactory), world_.now());
  std::vector<Goods>& waiting = waiting_[{minifactory, time}];
  waiting.push_back(goods);
  const Seconds end = scenario_.time.period * static_cast<double>(scenario_.time.periods);
  if (waiting.size() == 1 && time < end) world_.at(time, [this, minifactory, time] { depart(minifactory, time); });
}

/// Spots are served in the order of their segments, and the goods for one in the order in which they were finished.
void Carrier::depart(std::uint32_t minifactory, Seconds time) {
  std::map<std::size_t, std::vector<Goods>> by_spot;
  const auto leaving = waiting_.extract({minifactory, time});
  for (const Goods& goods : leaving.mapped()) by_spot[spot_[goods.quote.segment]].push_back(goods);
  for (const auto& [spot, goods] : by_spot) send(goods);
}

/// Goods that leave now for one spot.
void Carrier::send(std::span<const Goods> goods) {
  const Quote& first = goods.front().quote;
  const Vehicle& vehicle = vehicle_of(first);
  const Way way = geography_.way(first.minifactory, first.segment);
  std::vector<Kilograms> masses;
  masses.reserve(goods.size());
  for (const Goods& each : goods) masses.push_back(mass_of(each.quote));
  std::vector<Freight> borne(goods.size());
  for (const Load& load : loads_of(masses, vehicle.payload)) {
    const Freight freight = freight_of_trip(vehicle, way, load.mass);
    const std::vector<Freight> shares = shares_of(load, freight);
    for (std::size_t i = 0; i < shares.size(); ++i) borne[load.pieces[i].shipment] += shares[i];
    charge(first, freight);
    record_trip(first, load, freight);
  }
  for (std::size_t i = 0; i < goods.size(); ++i) {
    const Quote& quote = goods[i].quote;
    const Delivery delivery{goods[i].story, way.distance, borne[i], is_fetched(quote.segment)};
    world_.after(geography_.delivery_time(quote.minifactory, quote.segment),
                 [this, quote, delivery] { told_.of_arrival(quote, delivery); });
  }
}

void Carrier::charge(const Quote& quote, const Freight& freight) {
  const bool fetched = is_fetched(quote.segment);
  cashier_.pay_freight(fetched ? seating_.segment(quote.segment) : seating_.minifactory(quote.minifactory), freight.cost);
  if (!fetched) told_.of_charge(quote.minifactory, freight);
}

std::string_view Carrier::destination_of(std::uint32_t segment) const {
  const SegmentSpec& spec = scenario_.customers[segment];
  if (is_fetched(segment)) return spec.name;
  return spec.place ? *spec.place : scenario_.customers[spot_[segment]].name;
}

void Carrier::record_transfer(const Quote& quote, Kilograms mass, const Freight& freight) {
  const Seconds time = geography_.transfer_time_between(quote.minifactory, *quote.lot->onward);
  record_(ShipmentRecord{.minifactory = scenario_.minifactories[quote.minifactory].name,
                         .destination = scenario_.minifactories[*quote.lot->onward].name,
                         .mode = "transfer",
                         .vehicle = of_minifactories_[quote.minifactory].name,
                         .departed_at_d = in_days(world_.now()),
                         .arrived_at_d = in_days(world_.now() + time),
                         .distance_km = geography_.distance_between(quote.minifactory, *quote.lot->onward).value(),
                         .mass_kg = mass.value(),
                         .orders = 1,
                         .cost = freight.cost.value(),
                         .co2_kg = freight.co2.value()});
}

void Carrier::record_trip(const Quote& quote, const Load& load, const Freight& freight) {
  record_([&] {
    return ShipmentRecord{.minifactory = scenario_.minifactories[quote.minifactory].name,
                          .destination = destination_of(quote.segment),
                          .mode = is_fetched(quote.segment) ? "pickup" : "delivery",
                          .vehicle = vehicle_of(quote).name,
                          .departed_at_d = in_days(world_.now()),
                          .arrived_at_d = in_days(world_.now() + geography_.delivery_time(quote.minifactory, quote.segment)),
                          .distance_km = geography_.distance(quote.minifactory, quote.segment).value(),
                          .mass_kg = load.mass.value(),
                          .orders = static_cast<std::int64_t>(load.pieces.size()),
                          .cost = freight.cost.value(),
                          .co2_kg = freight.co2.value()};
  });
}

}  // namespace ccm
