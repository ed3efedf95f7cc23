// On which roads, in what and when may goods travel?

#include "tests/properties/random_logistics.hpp"

#include <fmt/format.h>

namespace ccm::test {

RandomLogistics::RandomLogistics(std::uint64_t number, const char* kind)
    : Chance(1, number, "logistics", kind), places_(maybe(0.3) ? whole(3, 6) : 0) {}

std::string RandomLogistics::of_travel() {
  return fmt::format(", shortest: {}, cost_per_km: {:.2f} EUR/km", one_of({"time", "distance", "cost"}), real(0, 1));
}

std::string RandomLogistics::road(int a, int b) {
  const std::string time = maybe(0.6) ? fmt::format(", time: {:.2f} min", real(1, 200)) : "";
  return fmt::format("  - {{between: [p{}, p{}], distance: {:.3f} km{}, toll: {:.2f}}}\n", a, b, real(1, 90), time,
                     maybe(0.5) ? 0 : real(0, 9));
}

/// The roads are a tree and as many more, parallel ones among them.
std::string RandomLogistics::sections() {
  const std::string vehicles = fmt::format(
      "vehicles:\n  van: {{cost_per_trip: {:.2f}, cost_per_km: {:.3f} EUR/km, cost_per_hour: {:.2f} EUR/h}}\n"
      "  cart: {{payload: {:.1f} kg, cost_per_km: {:.3f} EUR/km}}\n"
      "  post: {{model: truck, counting: tonne_km, cost_per_trip: {:.2f}, cost_per_tkm: {:.2f} EUR/tkm}}\n",
      maybe(0.5) ? 0 : real(0, 9), real(0, 0.2), real(0, 9), real(5, 90), real(0, 0.1), real(0, 5), real(0, 2));
  std::string places = "places:\n  middle: {at: [46.5, 11.3]}\n", roads = "roads:\n";
  if (places_ == 0) return vehicles + places;
  for (int p = 1; p <= places_; ++p) {
    places += fmt::format("  p{}: {{at: [{:.3f}, {:.3f}]}}\n", p, real(45, 47), real(10, 12));
    if (p == 1) continue;
    roads += road(whole(1, p - 1), p);
    roads += road(p, p % (p - 1) + 1);
  }
  return vehicles + places + roads;
}

std::optional<std::string> RandomLogistics::place() {
  return places_ > 0 ? std::optional(fmt::format("place: p{}", whole(1, places_))) : std::nullopt;
}

std::string RandomLogistics::of_service() { return fmt::format(", mass: {:.2f} kg", maybe(0.3) ? 0 : real(0.1, 70)); }

std::string RandomLogistics::of_segment() {
  return maybe(0.25) ? fmt::format(", delivery: pickup, pickup_vehicle: {}", one_of({"van", "cart", "truck"})) : "";
}

std::string RandomLogistics::of_minifactory() {
  const std::string departures =
      maybe(0.5) ? fmt::format(", departures: {{every: {}, at: {:.2f} h}}", one_of({"3 h", "1 d", "2.5 d"}), real(0, 30)) : "";
  return fmt::format(", shipping: {{vehicle: {}{}}}, grid_co2: {:.2f} kg/kWh", one_of({"van", "van", "cart", "truck", "post"}), departures,
                     real(0, 0.7));
}

}  // namespace ccm::test
