// Does `ccmsim solve` answer as its contract says, to readers and to programs?

#include "tests/cli/solve.hpp"

#include <cmath>

using namespace ccm::test;

TEST_CASE("solve: the document of material flow cost accounting") {
  const Json answer = solved("steel_cutting.yaml");
  CHECK(answer.at("product_cost") == to(109366.58));
  CHECK(answer.at("loss_cost") == to(53325.42));
  CHECK(answer.at("new_cost") == 162692.0);
  const Json& centre = answer.at("centres").at(0);
  CHECK(centre.at("name") == "cutting");
  CHECK(centre.at("mass_in") == 2737.0);
  CHECK(centre.at("mass_product") == 1797.0);
  CHECK(centre.at("mass_loss") == 940.0);
  CHECK(centre.at("share") == 0.663);
  CHECK(centre.at("product").at("material") == 30032.0);
  CHECK(centre.at("product").at("energy") == to(1100.58));
  CHECK(centre.at("product").at("system") == to(78234));
  CHECK(centre.at("product").at("waste") == 0.0);
  CHECK(centre.at("loss").at("material") == 12635.0);
  CHECK(centre.at("loss").at("waste") == 365.0);
  CHECK(centre.at("loss").at("total") == to(53325.42));
}

TEST_CASE("solve: settings and the exact share") {
  std::string exact = file_text(problems + "steel_cutting.yaml");
  exact.erase(exact.find("    share: 0.663"));
  const TemporaryDirectory directory;
  write_file(directory / "exact.yaml", exact);
  const Json answer = Json::parse(ccmsim("solve --json " + directory / "exact.yaml").out);
  CHECK(answer.at("product_cost").get<double>() == Approx(109407.79).margin(0.005));
  CHECK(solved("steel_cutting.yaml --set centres.cutting.share=1").at("loss_cost") == 12635.0 + 365.0);
}

TEST_CASE("solve: what regrind is worth") {
  const Json with = solved("moulding_with_regrind.yaml"),
             without = solved("moulding_with_regrind.yaml --set centres.moulding.recycled.mass=0");
  CHECK(with.at("loss_cost").get<double>() == Approx(383.77).margin(0.005));
  CHECK(without.at("loss_cost").get<double>() == Approx(732.13).margin(0.005));
  CHECK(with.at("centres").at(1).at("mass_product") == 931.0);
  CHECK(without.at("centres").at(1).at("mass_product") == 851.0);
  CHECK(with.at("product_cost").get<double>() + with.at("loss_cost").get<double>() == to(with.at("new_cost").get<double>()));
}

TEST_CASE("solve: links of a document balance at every centre") {
  const Json answer = solved("moulding_with_regrind.yaml");
  for (const std::string centre : {"moulding", "trimming"})
    for (const std::string layer : {"material", "energy", "system", "waste"}) {
      double cost = 0, mass = 0;
      for (const Json& link : answer.at("links")) {
        const double sign = link.at("layer") != layer ? 0 : (link.at("target") == centre ? 1 : 0) - (link.at("source") == centre ? 1 : 0);
        cost += sign * link.at("cost").get<double>();
        mass += sign * link.at("mass").get<double>();
      }
      INFO(centre << " " << layer);
      CHECK(std::abs(cost) < 1e-6);
      CHECK(std::abs(mass) < 1e-9);
    }
}

TEST_CASE("solve: numbers of a document survive being read and written") {
  for (const char* file : {"moulding_with_regrind.yaml", "qamar_2023_table1.yaml", "reference_price.yaml", "peak_end.yaml"}) {
    const std::string text = ccmsim("solve " + problems + file + " --json").out;
    CHECK(nlohmann::ordered_json::parse(text).dump(2) + "\n" == text);
  }
}

TEST_CASE("solve: the page of material flow cost accounting") {
  const std::string text = page("steel_cutting.yaml");
  CHECK(text.starts_with("Of 162692.00 EUR of cost, 109366.58 (67.2 %) end in products and 53325.42 (32.8 %) in losses.\n"));
  CHECK(shows(text, "\ncutting: the given mass share is 66.30 %\n"));
  CHECK(shows(text, "\n  loss      940.00  12635.00   559.42   39766.00  365.00   53325.42\n"));
  CHECK(shows(text, "\nThe whole plant\n"));
}

TEST_CASE("solve: the keys of a solved allocation") {
  const Json answer = solved("qamar_2023_table1.yaml");
  check_has(answer,
            {"status", "cost", "energy", "labour", "movement", "unserved", "bound", "gap", "nodes", "parts", "groups", "work", "binding"});
}

TEST_CASE("solve: the paper's Table 1") {
  const Json answer = solved("qamar_2023_table1.yaml --what-if");
  CHECK(answer.at("status") == "optimal");
  CHECK(answer.at("energy").get<double>() == Approx(100 * 235 * 0.0335));
  CHECK(answer.at("labour").get<double>() == Approx(1157.778).margin(5e-4));
  CHECK(answer.at("movement").get<double>() == Approx(3.7947).margin(5e-5));
  CHECK(answer.at("cost").get<double>() ==
        Approx(answer.at("energy").get<double>() + answer.at("labour").get<double>() + answer.at("movement").get<double>()));
  CHECK(answer.at("parts").at("P1").at("routes").at(0).at("route") == 0);
  CHECK(answer.at("parts").at("P3").at("routes").at(0).at("route") == 1);
  CHECK(answer.at("parts").at("P1").at("routes").at(0).at("moves") == 1);
  const Json few = {"m1", "m6"}, many = {"m2", "m3", "m4", "m5", "m7"};
  CHECK((answer.at("groups") == Json{few, many} || answer.at("groups") == Json{many, few}));
  CHECK(answer.at("binding").empty());
  CHECK(answer.at("unserved") == 0.0);
  double minutes = 0;
  for (const Json& work : answer.at("work")) minutes += work.at("minutes").get<double>();
  CHECK(minutes == Approx(3400));
  CHECK(answer.at("alternatives").size() == 3);
  CHECK(answer.at("reliefs").empty());
}

TEST_CASE("solve: the page of an allocation") {
  const std::string text = page("qamar_2023_table1.yaml");
  CHECK(text.starts_with("Optimal: all demand is made, at the least cost of 1948.82 EUR.\n"));
  for (const char* part : {": m1, m6\n", "m1 > m2 > m4 > m6", "\nNo capacity binds.\n", "Next best"}) CHECK(shows(text, part));
}

TEST_CASE("solve: an hour of the new lathe") {
  const Json answer = solved("two_lathes.yaml --what-if");
  CHECK(answer.at("status") == "optimal");
  CHECK(answer.at("binding") == Json{"new_lathe"});
  CHECK(answer.at("cost").get<double>() - answer.at("reliefs").at(0).at("cost").get<double>() == Approx(2.4));
  CHECK(shows(page("two_lathes.yaml"), "-2.40"));
}

TEST_CASE("solve: too little capacity and impossible groups are answers") {
  const Json tight = solved("two_lathes.yaml --set parts.shaft.demand=200");
  CHECK(tight.at("status") == "short");
  CHECK(tight.at("unserved").get<double>() == Approx(40));
  CHECK(page("two_lathes.yaml --set parts.shaft.demand=200").starts_with("Short of capacity: 40 units cannot be made."));
  CHECK(solved("two_lathes.yaml --set 'groups=[{at_least: 3}]'").at("status") == "infeasible");
  CHECK(page("two_lathes.yaml --set 'groups=[{at_least: 3}]'") == "Infeasible: 2 machines are there, but the groups need at least 3.\n");
  CHECK(page("two_lathes.yaml --set 'groups=[{at_most: 1}]'") == "Infeasible: 2 machines are there, but the groups hold at most 1.\n");
}

TEST_CASE("solve: help, and a standard output that takes nothing") {
  const Finished help = ccmsim("solve --help");
  CHECK(help.code == 0);
  CHECK(shows(help.out, "mfca"));
  const Finished unheard = ccmsim("solve " + problems + "steel_cutting.yaml >/dev/full");
  CHECK(unheard.code == 1);
  CHECK(unheard.err == "ccmsim: error: cannot write to standard output: No space left on device\n");
}
