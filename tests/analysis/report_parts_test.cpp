// Do histograms, maps and cost flows of a report hold what they must?

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "analysis/report/histogram.hpp"
#include "analysis/report/outlines.hpp"
#include "analysis/report/rows.hpp"
#include "tests/analysis/report_results.hpp"

using namespace ccm;
using namespace ccm::test;
using namespace ccm::report;
using Numbers = std::vector<double>;

TEST_CASE("classes of a histogram have round edges, and every value is in one") {
  const Json classes = histogram({3, 7, 12, 99, 100}, 2);
  CHECK(numbers(classes["edges"]).front() == 0);
  CHECK(numbers(classes["edges"]).back() == 100);
  CHECK(classes["edges"][1] == 5.0);  // (100 - 3) / 20 = 4.85
  CHECK(numbers(classes["count"]) == Numbers{0.5, 0.5, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
  CHECK(numbers(histogram({0, 0})["count"]) == Numbers{2});
  CHECK(histogram({})["edges"].empty());
  CHECK(numbers(histogram({-2e-6, 1e-6})["count"]).size() <= 20);
}

TEST_CASE("numbers are printed with nine digits where there are many") {
  CHECK(rounded(1.0 / 3) == 0.333333333);
  CHECK(rounded(123456789012.0) == 123456789000.0);
  CHECK(rounded(0.25) == 0.25);
}

TEST_CASE("a map shows the polygons and rings that meet the box of all that has coordinates, with a margin") {
  RunSetting setting = small_setting();  // from 11.0, 46.0 to 11.5, 46.25
  const auto box = map_box(setting);
  REQUIRE(box);
  CHECK(*box == Box{11.0 - 1.5, 46.0 - 0.7, 11.5 + 1.5, 46.25 + 0.7});
  setting.outlines =
      R"([{"box": [0, 40, 20, 50], "rings": [[0, 40, 20, 40, 20, 50, 0, 50], [1, 41, 2, 41, 2, 42], [11, 46, 11.2, 46, 11.1, 46.1]]},
                         {"box": [30, 40, 31, 41], "rings": [[30, 40, 31, 40, 31, 41]]}])";
  setting.coarse_outlines = R"([{"box": [-80, 0, 80, 60], "rings": [[-80, 0, 80, 0, 80, 60]]}])";
  CHECK(outlines(setting).dump() == R"([{"rings":[[0,40,20,40,20,50,0,50],[11,46,11.2,46,11.1,46.1]]}])");
  setting.places.push_back({.name = "far", .at = std::array{60.0, 30.0}});
  CHECK(outlines(setting).dump() == R"([{"rings":[[-80,0,80,0,80,60]]}])");
  CHECK(outlines(RunSetting{}).empty());
}

TEST_CASE("cost flows lose nothing at any node and go round nowhere") {
  const HandMadeRun run;
  for (int replication = 1; replication <= 2; ++replication) {
    run.tables.add("segments", {{"replication", replication}, {"period", 1}, {"customer_type", "price_taker"}});
    run.tables.add("periods", {{"replication", replication}, {"period", 1}, {"minifactory", "mill"}});
    // 100 of material enter the saw with 20 that come back; 30 are lost there, of which 12 come back; of 90 at the drill 18 are lost, 8
    // come back.
    run.tables.add("mfca", {{"replication", replication},
                            {"period", 1},
                            {"minifactory", "mill"},
                            {"quantity_centre", "saw"},
                            {"basis", "actual"},
                            {"carried_material", 20},
                            {"new_material", 100},
                            {"new_energy", 10},
                            {"new_waste", 6},
                            {"product_material", 90},
                            {"product_energy", 7.5},
                            {"loss_material", 18},
                            {"loss_energy", 2.5},
                            {"loss_waste", 6},
                            {"recycled_material", 12}});
    run.tables.add("mfca", {{"replication", replication},
                            {"period", 1},
                            {"minifactory", "mill"},
                            {"quantity_centre", "Product"},
                            {"basis", "actual"},
                            {"carried_material", 90},
                            {"carried_energy", 7.5},
                            {"new_system", 40},
                            {"product_material", 72},
                            {"product_energy", 6},
                            {"product_system", 32},
                            {"loss_material", 10},
                            {"loss_energy", 1.5},
                            {"loss_system", 8},
                            {"recycled_material", 8}});
    run.tables.add("mfca", {{"replication", replication},
                            {"period", 1},
                            {"minifactory", "mill"},
                            {"quantity_centre", "saw"},
                            {"basis", "plan"},
                            {"new_material", 1e9}});
  }
  const auto mfca = run.data()["mfca"]["minifactories"];
  REQUIRE(mfca.size() == 2);
  CHECK(mfca[0]["name"] == "");
  CHECK(mfca[1]["name"] == "mill");
  CHECK(mfca[0]["made"].dump() == R"({"material":72.0,"energy":6.0,"system":32.0})");
  CHECK(mfca[0]["centres"][0]["loss"].dump() == R"({"material":18.0,"energy":2.5,"system":0.0,"waste":6.0})");
  std::map<std::string, double> in, out;
  std::map<std::string, std::set<std::string>> next;
  for (const auto& link : mfca[0]["links"]) {
    in[link["to"]] += link["value"].get<double>();
    out[link["from"]] += link["value"].get<double>();
    next[link["from"]].insert(link["to"].get<std::string>());
  }
  CHECK(in["Product"] == 72 + 6 + 32);
  CHECK(in["Loss at saw"] == 18 + 2.5 + 6);
  CHECK(in["Loss at Product"] == 10 + 1.5 + 8);
  CHECK(out["New material"] == 100);
  for (const char* node : {"saw", "Product (machine)", "In production"}) CHECK(in[node] == Approx(out[node]).epsilon(1e-12));
  CHECK(out["Recycled material"] == in["Recycled at saw"] + in["Recycled at Product"]);
  // Every way ends after at most three links: there is no cycle.
  for (const auto& [start, first] : next)
    for (const auto& a : first)
      for (const auto& b : next[a])
        for (const auto& c : next[b]) CHECK(next[c].empty());
}
