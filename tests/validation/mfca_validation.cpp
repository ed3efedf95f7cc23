// Does the ledger of a simulated run equal the closed form when everything is deterministic?
//
// Two operations in a row with yields y1, y2 (losses l = 1 - y); a share q of all losses enters the first operation again. Per good unit
// 1 / (y1 y2) units start at the first operation and 1 / y2 at the second. In every layer let n1, n2 be the new costs at the two. What
// passes the first operation is T1 = n1 + q (l1 T1 + l2 T2), the second T2 = n2 + y1 T1, so
//     T1 = (n1 + q l2 n2) / (1 - q (l1 + l2 y1)),     product = y2 T2,     final losses = (1 - q) (l1 T1 + l2 T2).
// Without recycling (q = 0) this is the series formula: product = n1 y1 y2 + n2 y2.

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/support/process.hpp"
#include "tests/support/table.hpp"

namespace ccm::test {
namespace {

constexpr double y1 = 0.8, y2 = 0.96, unit_kg = 2;

struct Layer {
  double product = 0, loss = 0;
};

Layer closed_form(double n1, double n2, double q) {
  const double l1 = 1 - y1, l2 = 1 - y2;
  const double t1 = (n1 + q * l2 * n2) / (1 - q * (l1 + l2 * y1)), t2 = n2 + y1 * t1;
  return {y2 * t2, (1 - q) * (l1 * t1 + l2 * t2)};
}

/// Rows of one basis in one period: the losses of both machines, and what leaves the drill as product.
Layer simulated(const std::vector<Row>& rows, const std::string& layer, const std::string& basis, int period) {
  Layer found;
  for (const Row& row : rows) {
    if (number(row, "period") != period || row.at("basis") != basis) continue;
    found.loss += number(row, "loss_" + layer);
    if (row.at("quantity_centre") == "drill") found.product += number(row, "product_" + layer);
  }
  return found;
}

/// Products that the event log says were finished in the period.
double finished(const std::vector<Row>& orders, int period, double period_d) {
  double count = 0;
  for (const Row& order : orders) {
    const bool made = !order.at("finished_at_d").empty();
    count += made && static_cast<int>(number(order, "finished_at_d") / period_d) + 1 == period;
  }
  return count;
}

void check_layer(const Layer& found, const Layer& of_one, double units) {
  CHECK(found.product == Approx(units * of_one.product).epsilon(1e-9));
  CHECK(found.loss == Approx(units * of_one.loss).epsilon(1e-9));
}

}  // namespace

TEST_CASE("the material flow costs of a run are those of the closed form, with and without recycling") {
  for (const double q : {0.0, 0.6, 1.0}) {
    const TemporaryDirectory directory;
    const auto run =
        ccmsim(fmt::format("run {}/scenarios/07_material_losses.yaml --quiet --out {} --set parts.bracket.material.recycled={}",
                           CCM_SOURCE_DIR, directory / "out", q));
    REQUIRE(run.code == 0);
    const auto rows = read_table(directory / "out/mfca.csv"), orders = read_table(directory / "out/orders.csv");
    const double started1 = 1 / (y1 * y2), started2 = 1 / y2, lost_units = started1 - 1;
    const Layer material = closed_form(3.2 * unit_kg * (started1 - q * lost_units), 0, q);
    const Layer energy = closed_form(0.19 * 11 * 0.4 * started1, 0.19 * 3 * 0.1 * started2, q);
    const Layer system = closed_form(28 * 0.4 * started1, 28 * 0.1 * started2, q);
    for (int period = 1; period <= 3; ++period) {
      const double made = finished(orders, period, 26);
      REQUIRE(made > 0);
      check_layer(simulated(rows, "material", "actual", period), material, made);
      check_layer(simulated(rows, "energy", "actual", period), energy, made);
      check_layer(simulated(rows, "system", "actual", period), system, made);
    }
    const double forecast = number(read_table(directory / "out/periods.csv").front(), "forecast_units");
    check_layer(simulated(rows, "material", "plan", 1), material, forecast);
  }
}

}  // namespace ccm::test
