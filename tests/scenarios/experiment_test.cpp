// Does an experiment file say what its author meant, and which settings make a point?

#include "scenarios/experiments/experiment.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "models/error.hpp"
#include "scenarios/experiments/experiment_docs.hpp"
#include "scenarios/experiments/generator_point.hpp"
#include "scenarios/load.hpp"

using namespace ccm;

namespace {

const std::string folder = std::string(CCM_SOURCE_DIR) + "/scenarios/experiments/";

const std::string every_key = R"(
experiment: 1
name: Everything
scenario: ../04_reference_price.yaml
seed: 7
settings: [time.periods=12, "name=A = B"]
replications: 10
chance: independent
antithetic: true
factors:
  - {name: memory, key: a.memory, levels: [0.2, 0.8]}
  - {name: latency, key: network.latency, range: [1 ms, 100 ms], scale: log}
  - {name: strategy, key: m.pricing, levels: [uniform, {strategy: learning, "a b": [1, x]}, 'tr''ue', [[saw, 2]]]}
  - {name: alpha, keys: [a.alpha, b.alpha], range: [50, 200], whole: true}
design: {kind: morris, trajectories: 20, levels: 6, seed: 3}
outputs: [profit, surplus.bargainer]
)";

Experiment with_design(const std::string& design, const std::string& keys = "levels: [1, 2]") {
  return load_experiment_text(
      "experiment: 1\nname: A\ngenerator: g\nfactors: [{name: a, key: x, " + keys + "}]\ndesign: " + design + "\noutputs: [p]\n", "e.yaml");
}

}  // namespace

TEST_CASE("an experiment holds what its file says") {
  const Experiment experiment = load_experiment_text(every_key, "some/folder/e.yaml");
  CHECK(experiment.name == "Everything");
  CHECK(experiment.scenario->text == "some/04_reference_price.yaml");
  CHECK(experiment.scenario->where.line == 4);
  CHECK_FALSE(experiment.generator);
  CHECK(experiment.seed == 7);
  CHECK(experiment.settings[1].text == "name=A = B");
  CHECK(experiment.replications == 10);
  CHECK(experiment.chance == Chance::independent);
  CHECK(experiment.antithetic);
  REQUIRE(experiment.factors.size() == 4);
  CHECK(experiment.factors[1].where.line == 12);
  CHECK(experiment.factors[1].range->log);
  CHECK(experiment.factors[1].range->unit == "ms");
  CHECK(experiment.factors[3].range->whole);
  CHECK(experiment.factors[3].keys[1].text == "b.alpha");
  CHECK(experiment.factors[3].keys[1].where.column == 35);
  CHECK(design_name(experiment.design) == "morris");
  const MorrisDesign& morris = std::get<MorrisDesign>(experiment.design);
  CHECK((morris.trajectories == 20 && morris.levels == 6 && morris.seed == 3));
  CHECK(experiment.outputs[1].text == "surplus.bargainer");
  CHECK(experiment.outputs[1].where.column == 19);
}

TEST_CASE("every design is read, with its defaults") {
  CHECK(std::holds_alternative<GridDesign>(with_design("{kind: grid}").design));
  CHECK(std::holds_alternative<FullFactorialDesign>(with_design("{kind: full_factorial}").design));
  const Experiment list = with_design("{kind: list, points: [{a: {z: 1}}, {a: '3'}]}", "");
  CHECK(std::get<ListDesign>(list.design).points == std::vector<std::vector<std::string>>{{"{z: 1}"}, {"\"3\""}});
  const Experiment fraction = with_design("{kind: fractional_factorial, generators: [A=-BC]}");
  CHECK(std::get<FractionalFactorialDesign>(fraction.design).generators[0].text == "A=-BC");
  const Experiment cube = with_design("{kind: latin_hypercube, points: 50}");
  CHECK(std::get<LatinHypercubeDesign>(cube.design).points == 50);
  CHECK(std::get<LatinHypercubeDesign>(cube.design).seed == 1);
  CHECK(std::get<MorrisDesign>(with_design("{kind: morris, trajectories: 4}").design).levels == 4);
  const SobolDesign sobol = std::get<SobolDesign>(with_design("{kind: sobol, base: 256}", "range: [1, 2]").design);
  CHECK((sobol.base == 256 && sobol.bootstrap == 1000 && sobol.seed == 1));
}

TEST_CASE("levels are YAML in one line, and quoted text stays text") {
  const Factor strategy = load_experiment_text(every_key, "e.yaml").factors[2];
  CHECK(value_of(strategy, 0) == "uniform");
  CHECK(value_of(strategy, 1) == "{strategy: learning, a b: [1, x]}");
  CHECK(value_of(strategy, 2) == "\"tr'ue\"");
  CHECK(value_of(strategy, 3) == "[[saw, 2]]");
  CHECK_THROWS_AS(value_of(strategy, 4), ModelError);
}

TEST_CASE("a coordinate is a value of the range, or the level in whose part it lies") {
  const std::vector<Factor> factors = load_experiment_text(every_key, "e.yaml").factors;
  CHECK(value_at(factors[1], 0) == "1 ms");
  CHECK(value_at(factors[1], 0.5) == "10 ms");  // the geometric mean
  CHECK(value_at(factors[1], 1) == "100 ms");
  CHECK(value_at(factors[3], 0) == "50");
  CHECK(value_at(factors[3], 1.0 / 3) == "100");
  CHECK(value_at(factors[3], 0.49) == "124");  // 123.5 is rounded up
  CHECK(value_at(factors[3], 1) == "200");
  CHECK(value_at(factors[2], 0.2499) == "uniform");
  CHECK(value_at(factors[2], 0.25) == value_of(factors[2], 1));
  CHECK(value_at(factors[2], 1) == value_of(factors[2], 3));
  CHECK_THROWS_AS(value_at(factors[2], 1.01), ModelError);
  CHECK_THROWS_AS(value_at(factors[2], std::nan("")), ModelError);
}

TEST_CASE("values of a range read back as the same number") {
  const Factor factor{.name = "a", .where = {}, .keys = {}, .levels = {}, .range = FactorRange{.low = 0.1, .high = 0.7, .unit = "kW"}};
  for (const double u : {0.1, 1.0 / 3, 0.77, 0.999}) {
    const std::string text = value_at(factor, u);
    CHECK(text.ends_with(" kW"));
    CHECK(std::stod(text) == std::lerp(0.1, 0.7, u));
  }
}

TEST_CASE("a point's settings: those of all points, each factor's at each of its keys, the seed") {
  const Experiment experiment = load_experiment_text(every_key, "e.yaml");
  CHECK(settings_of(experiment, {"0.2", "1 ms", "{strategy: learning}", "60"}) ==
        std::vector<std::string>{"time.periods=12", "name=A = B", "a.memory=0.2", "network.latency=1 ms", "m.pricing={strategy: learning}",
                                 "a.alpha=60", "b.alpha=60", "seed=7"});
  CHECK_THROWS_AS(settings_of(experiment, {"0.2"}), ModelError);
}

TEST_CASE("the settings of a point change the scenario") {
  const Experiment experiment = load_experiment(folder + "memory_and_effect.yaml");
  const Scenario scenario = load_scenario(experiment.scenario->text, settings_of(experiment, {"0.3", "1.5"})).scenario;
  CHECK(scenario.time.periods == 12);
  CHECK(scenario.customers[0].reference_price.memory == 0.3);
  CHECK(scenario.customers[0].reference_price.effect == 1.5);
}

TEST_CASE("the shipped experiments fit their scenarios") {
  for (const char* name : {"memory_and_effect", "qamar_2k", "sensitivity", "strategies"}) {
    INFO(name);
    CHECK(is_experiment_file(folder + name + ".yaml"));
    CHECK_NOTHROW(check_points(load_experiment(folder + name + ".yaml")));
  }
  CHECK_FALSE(is_experiment_file(folder + "../04_reference_price.yaml"));
  CHECK_FALSE(is_experiment_file(folder + "../problems/search.yaml"));
  CHECK_FALSE(is_experiment_file(folder + "nowhere.yaml"));
}

TEST_CASE("a point of a generator has one value per parameter: a factor's, a setting's, or the usual one") {
  Experiment experiment = load_experiment(folder + "qamar_2k.yaml");
  CHECK(generator_of(experiment).name == "qamar_2023");
  CHECK(generator_parameters(experiment, {"2", "3", "15", "5", "2", "500"}) == std::vector<double>{2, 3, 15, 5, 2, 500});
  experiment = with_design("{kind: latin_hypercube, points: 3}", "range: [1, 100]");
  experiment.generator->text = "qamar_2023";
  experiment.factors[0].keys[0].text = "alpha";
  experiment.settings.push_back({"workers=3", {}});
  CHECK(generator_parameters(experiment, {value_at(experiment.factors[0], 0.25)}) == std::vector<double>{3, 2, 3, 7, 3, 25.75});
}

TEST_CASE("what is no experiment says what it is") {
  const auto mistake = [](const std::string& text) {
    try {
      (void)load_experiment_text(text, "e.yaml");
    } catch (const ScenarioError& error) {
      return error.mistakes().at(0).message + ". " + error.mistakes().at(0).advice;
    }
    return std::string("none");
  };
  CHECK(mistake("ccmsim: 1\nname: A\n") == "this is a scenario, not an experiment. Use 'ccmsim run'.");
  CHECK(mistake("problem: mfca\n") == "this is a problem, not an experiment. Use 'ccmsim solve'.");
  CHECK(mistake("name: A\n") == "an experiment needs the key 'experiment'. Version of the format.");
  CHECK(mistake("- a\n") == "an experiment is a map of keys such as 'experiment:'. Start from a shipped experiment.");
}

TEST_CASE("every key of experiments has a meaning and a path of its own") {
  std::set<std::string> paths;
  for (const KeyDoc& key : experiment_key_docs()) {
    INFO(key.path);
    CHECK(paths.insert(key.path).second);
    CHECK_FALSE(key.expected.empty());
    CHECK(key.meaning.ends_with("."));
  }
  CHECK(paths.contains("design.<sobol>.base"));
  CHECK(paths.contains("factors[].range"));
}
