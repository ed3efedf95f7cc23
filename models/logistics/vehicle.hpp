#pragma once
/// What a trip with goods costs and emits.

#include <optional>
#include <span>
#include <string_view>

#include "models/logistics/distance.hpp"

namespace ccm {

/// Whose a trip is: the goods' own, there and back empty, or one of many goods' (a parcel service), counted by mass times distance.
enum class FreightCounting { trip, tonne_km };

/// A vehicle. Emissions in kg CO2e.
struct Vehicle {
  std::string_view name{};
  Kilograms payload{0};  // > 0
  FreightCounting counting = FreightCounting::trip;
  KilogramsPerKilometre co2_per_km_empty{0};
  KilogramsPerKilometre co2_per_km_full{0};
  KilogramsPerTonneKilometre co2_per_tkm{0};  // of goods among others' goods
  Money cost_per_trip{0};
  MoneyPerKilometre cost_per_km{0};
  MoneyPerHour cost_per_hour{0};
  MoneyPerTonneKilometre cost_per_tkm{0};
};

/// The vehicles that every scenario knows, without costs: `van`, the average diesel van up to 3.5 t, and `truck`, a rigid one of 3.5 to
/// 7.5 t. What the fuel emits when it burns, not what making it did. The table gives a van no payload, and one figure per km for any load:
/// 1.2 t is that of a common van.
/// Source: [DESNZ2025], freighting goods.     Tested by: tests/models/vehicle_test.cpp.
[[nodiscard]] std::span<const Vehicle> built_in_vehicles();

/// CO2 per km with a load, linear in it:     e(m) = e0 + (e1 - e0) m / payload.
/// e0, e1  empty and full;  m  the load, 0 <= m <= payload, else ModelError.
/// Source: [DESNZ2025], whose row for half a load lies midway.     Tested by: tests/models/vehicle_test.cpp.
[[nodiscard]] KilogramsPerKilometre emission(const Vehicle& vehicle, Kilograms load);

/// What moving goods costs and emits.
struct Freight {
  Money cost{0};
  Kilograms co2{0};

  Freight& operator+=(const Freight& other) {
    cost += other.cost;
    co2 += other.co2;
    return *this;
  }
  friend Freight operator+(Freight a, const Freight& b) { return a += b; }
  friend Freight operator*(Freight a, double factor) { return {a.cost * factor, a.co2 * factor}; }
};

/// One trip with a load m over a way of distance s, time t and toll z.
///     counted by trip:      cost = c_trip + 2 (c_km s + c_h t + z),    CO2 = (e(m) + e(0)) s       there and back, back empty
///     counted by tonne_km:  cost = c_trip + c_tkm m s,                 CO2 = e_tkm m s             there
/// Tonne-kilometre factors contain the average load of many trips: they do not fit a dedicated trip with a small parcel.
/// Throws ModelError if the load is not in [0, payload].
/// Source: [DESNZ2025]; [ISO14083].     Tested by: tests/models/vehicle_test.cpp.
[[nodiscard]] Freight freight_of_trip(const Vehicle& vehicle, const Way& way, Kilograms load);

}  // namespace ccm
