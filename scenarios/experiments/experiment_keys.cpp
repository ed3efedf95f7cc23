// Which keys may an experiment file have, and what do they mean?

#include "scenarios/experiments/experiment_keys.hpp"

#include "scenarios/experiments/experiment_types.hpp"
#include "scenarios/record.hpp"

namespace ccm {
namespace {

constexpr std::int64_t most = most_points;
constexpr std::size_t most_factors = 100, most_outputs = 1000;

/// A design as the file says it: with the word for its kind.
template <class D>
struct Kinded : D {
  std::string kind;
};

/// A member of a base seen as a member of the whole.
template <class D, class T>
T Kinded<D>::*of(T D::*member) {
  return member;
}

template <class D>
Record<Kinded<D>> keys_of(const std::string& kind, const char* source = "") {
  return Record<Kinded<D>>("the design " + kind)
      .required(&Kinded<D>::kind, word_type({kind}), {"kind", "How the points are chosen.", source});
}

/// A design whose points depend on chance.
template <class D>
Record<Kinded<D>> chance_keys_of(const std::string& kind, const char* source) {
  return keys_of<D>(kind, source)
      .key(of<D>(&D::seed), count_type({.low = 0, .high = std::numeric_limits<std::int64_t>::max()}),
           {"seed", "Seed of the design's own chance, which the simulations do not share."});
}

TypePtr<std::uint64_t> power_of_two_type() {
  Json powers = Json::array();
  for (std::int64_t power = 2; power <= most; power *= 2) powers.push_back(power);
  return count_type({2, most, "a power of two", [](std::int64_t n) { return (n & (n - 1)) == 0; }, {{"enum", powers}}});
}

TypePtr<std::uint64_t> even_type() {
  return count_type({2, 100, "even", [](std::int64_t n) { return n % 2 == 0; }, {{"multipleOf", 2}}});
}

Record<Kinded<ListSpec>> list_keys() {
  return keys_of<ListSpec>("list").required(of<ListSpec>(&ListSpec::points), list_of(point_type(), ItemCount{1, most_points}),
                                            {"points", "The points, each with a value for every factor."});
}

Record<Kinded<FractionalFactorialDesign>> fractional_keys() {
  return keys_of<FractionalFactorialDesign>("fractional_factorial", "[BoxHunterHunter2005] chapter 6")
      .required(of<FractionalFactorialDesign>(&FractionalFactorialDesign::generators),
                list_of(generator_type(), ItemCount{1, most_factors}),
                {"generators", "Which factors follow which others; the factors are A, B, C, ... in their order."});
}

Record<Kinded<LatinHypercubeDesign>> hypercube_keys() {
  return chance_keys_of<LatinHypercubeDesign>("latin_hypercube", "[McKay1979]")
      .required(of<LatinHypercubeDesign>(&LatinHypercubeDesign::points), count_type({.low = 2, .high = most}),
                {"points", "Number of points; each factor's range is cut into so many strata."});
}

Record<Kinded<MorrisDesign>> morris_keys() {
  return chance_keys_of<MorrisDesign>("morris", "[Morris1991]")
      .required(of<MorrisDesign>(&MorrisDesign::trajectories), count_type({.low = 2, .high = most}),
                {"trajectories", "Number of trajectories, each of one point more than there are factors."})
      .key(of<MorrisDesign>(&MorrisDesign::levels), even_type(), {"levels", "Values of each factor, at equal steps."});
}

Record<Kinded<SobolDesign>> sobol_keys() {
  return chance_keys_of<SobolDesign>("sobol", "[Saltelli2010]; [Jansen1999]")
      .required(of<SobolDesign>(&SobolDesign::base), power_of_two_type(),
                {"base", "Size of the base sample; there are base (k + 2) points with k factors."})
      .key(of<SobolDesign>(&SobolDesign::bootstrap), count_type({.low = 10, .high = most}),
           {"bootstrap", "Resamples for the confidence intervals of the indices."});
}

/// One kind of design: its keys, and how a map of them is read.
struct DesignKind {
  std::shared_ptr<const AnyType> type;
  std::function<std::optional<DesignSpec>(const Node&, Reader&)> read;
};

template <class D>
DesignKind design_kind(Record<Kinded<D>> record) {
  const auto type = shared(std::move(record));
  return {type, [type](const Node& node, Reader& reader) -> std::optional<DesignSpec> {
            auto design = type->read(node, reader);
            return design ? std::optional<DesignSpec>(static_cast<D>(std::move(*design))) : std::nullopt;
          }};
}

/// In the order of DesignSpec's alternatives and of design_names().
const std::vector<DesignKind>& design_kinds() {
  static const std::vector<DesignKind> kinds{design_kind(keys_of<GridDesign>("grid")),
                                             design_kind(list_keys()),
                                             design_kind(keys_of<FullFactorialDesign>("full_factorial", "[BoxHunterHunter2005] chapter 5")),
                                             design_kind(fractional_keys()),
                                             design_kind(hypercube_keys()),
                                             design_kind(morris_keys()),
                                             design_kind(sobol_keys())};
  return kinds;
}

/// The map whose key `kind` says which other keys it has.
class DesignType : public Type<DesignSpec> {
 public:
  std::string expected() const override { return "a design as a map of keys"; }
  Json json_schema() const override {
    Json schema = {{"oneOf", Json::array()}};
    for (const DesignKind& kind : design_kinds()) schema["oneOf"].push_back(kind.type->json_schema());
    return schema;
  }
  void list_keys(const std::string& path, std::vector<KeyDoc>& keys) const override {
    for (std::size_t i = 0; i < design_kinds().size(); ++i) design_kinds()[i].type->list_keys(path + ".<" + design_names()[i] + ">", keys);
  }
  std::optional<DesignSpec> read(const Node& node, Reader& reader) const override {
    const Node* kind = node.find("kind");
    if (!node.is(Node::Kind::map)) reader.unexpected(node, expected());
    if (node.is(Node::Kind::map) && !kind)
      reader.mistake(node.mark, "a design needs the key 'kind'", "Expected " + kind_->expected() + ".");
    if (!kind) return std::nullopt;
    const auto name = kind_->read(*kind, reader);
    if (!name) return std::nullopt;
    return design_kinds()[static_cast<std::size_t>(std::ranges::find(design_names(), *name) - design_names().begin())].read(node, reader);
  }
  Node write(const DesignSpec&, const UnitContext&) const override { return {}; }

 private:
  TypePtr<std::string> kind_ = word_type(design_names());
};

TypePtr<FactorSpec> factor_type() {
  const auto path = path_type("a key of the scenario such as customers.bargainers.alpha");
  return shared(
      Record<FactorSpec>("a factor")
          .required(&FactorSpec::name, name_type("factor"), {"name", "Unique name, in results and in lists of points."})
          .optional(&FactorSpec::key, path, {"key", "The key that it sets, as after --set."})
          .key(&FactorSpec::keys, list_of(path, ItemCount{1, most_points}), {"keys", "Several keys that are set to the same value."})
          .key(&FactorSpec::levels, list_of(level_type(), ItemCount{2, most_points}), {"levels", "The values that it takes."})
          .optional(&FactorSpec::range, range_type(), {"range", "The ends of its values, for designs over a space."})
          .key(&FactorSpec::scale, choice<Scale>({"linear", "log"}),
               {"scale", "Whether equal steps in the range are equal differences or equal ratios."})
          .key(&FactorSpec::whole, boolean_type(), {"whole", "Whether values of the range are rounded to whole numbers."}));
}

Record<ExperimentSpec> table() {
  return Record<ExperimentSpec>("an experiment")
      .required(&ExperimentSpec::experiment, integer_type(1, 1), {"experiment", "Version of the format."})
      .required(&ExperimentSpec::name, text_type(), {"name", "Title of the experiment."})
      .optional(&ExperimentSpec::scenario, located(text_type()),
                {"scenario", "The scenario that is simulated; its path begins at the experiment file."})
      .optional(&ExperimentSpec::generator, located(text_type()),
                {"generator", "A generator of problems that are solved, instead of a scenario."})
      .optional(&ExperimentSpec::seed, count_type({.low = 0, .high = std::numeric_limits<std::int64_t>::max()}),
                {"seed", "Seed of all chance in the simulations, instead of the scenario's."})
      .key(&ExperimentSpec::settings, list_of(setting_type()), {"settings", "Changes of the scenario at every point, as after --set."})
      .key(&ExperimentSpec::replications, count_type({.high = most}), {"replications", "Runs of every point."})
      .key(&ExperimentSpec::chance, choice<Chance>({"common", "independent"}),
           {"chance", "Whether replication r of every point has the same chance, which makes differences between points surer.",
            "[Law2015] section 11.2"})
      .key(
          &ExperimentSpec::antithetic, boolean_type(),
          {"antithetic", "Whether replications come in pairs, the second with the chance of the first mirrored.", "[HammersleyMorton1956]"})
      .required(&ExperimentSpec::factors, list_of(factor_type(), ItemCount{1, most_factors}), {"factors", "What is varied."})
      .required(&ExperimentSpec::design, TypePtr<DesignSpec>(std::make_shared<DesignType>()), {"design", "Which points are simulated."})
      .required(&ExperimentSpec::outputs, list_of(path_type("an output such as profit or surplus.bargainers"), ItemCount{1, most_outputs}),
                {"outputs", "What is looked at; the first is the main one."});
}

}  // namespace

const std::vector<std::string>& design_names() {
  static const std::vector<std::string> names{"grid",   "list", "full_factorial", "fractional_factorial", "latin_hypercube",
                                              "morris", "sobol"};
  return names;
}

const Type<ExperimentSpec>& experiment_keys() {
  static const Record<ExperimentSpec> record = table();
  return record;
}

}  // namespace ccm
