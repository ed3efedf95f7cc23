// Which experiment does a file describe?

#include "scenarios/experiments/experiment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "scenarios/experiments/check.hpp"
#include "scenarios/experiments/experiment_keys.hpp"
#include "scenarios/file_kind.hpp"
#include "scenarios/record.hpp"
#include "scenarios/yaml.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;

Node tree(const std::string& text, const std::string& name, Mistakes& mistakes) {
  Node root = parse_yaml(text, name, mistakes);
  if (!root.is(Node::Kind::map))
    throw ScenarioError({{root.mark, "an experiment is a map of keys such as 'experiment:'", "Start from a shipped experiment."}});
  refuse_other_kind(root, FileKind::experiment);
  return root;
}

std::vector<std::string> texts(const std::vector<Located>& located) {
  std::vector<std::string> all;
  for (const Located& item : located) all.push_back(item.text);
  return all;
}

std::optional<FactorRange> range_of(const FactorSpec& spec) {
  if (!spec.range) return std::nullopt;
  return FactorRange{spec.range->low, spec.range->high, spec.range->unit, spec.scale == Scale::log, spec.whole};
}

/// The design as it is, and points in the order of the factors.
struct DesignConversion {
  const std::vector<FactorSpec>& factors;

  template <class D>
  Design operator()(const D& design) const {
    return design;
  }
  Design operator()(const ListSpec& list) const {
    ListDesign design;
    for (const PointSpec& point : list.points) design.points.push_back(in_order(point, factors));
    return design;
  }
};

/// Turns the file's words into an experiment.
class Conversion {
 public:
  Conversion(const ExperimentSpec& spec, const Reader& reader, fs::path folder)
      : spec_(spec), reader_(reader), folder_(std::move(folder)) {}

  [[nodiscard]] Experiment experiment() const {
    return {spec_.name,
            reader_.mark_of(".experiment"),
            scenario(),
            spec_.generator,
            spec_.seed,
            spec_.settings,
            spec_.replications,
            spec_.chance,
            spec_.antithetic,
            factors(),
            std::visit(DesignConversion{spec_.factors}, spec_.design),
            spec_.outputs};
  }

  /// The scenario's path as one can open it.
  [[nodiscard]] std::optional<Located> scenario() const {
    if (!spec_.scenario) return std::nullopt;
    return Located{(folder_ / spec_.scenario->text).lexically_normal().string(), spec_.scenario->where};
  }

 private:
  [[nodiscard]] std::vector<Factor> factors() const {
    std::vector<Factor> factors;
    for (std::size_t i = 0; i < spec_.factors.size(); ++i) {
      const FactorSpec& spec = spec_.factors[i];
      std::vector<Located> keys = spec.key ? std::vector{*spec.key} : spec.keys;
      factors.push_back({spec.name, reader_.mark_of(fmt::format(".factors[{}]", i)), std::move(keys), texts(spec.levels), range_of(spec)});
    }
    return factors;
  }

  const ExperimentSpec& spec_;
  const Reader& reader_;
  fs::path folder_;
};

void require_readable(const std::optional<Located>& scenario, Reader& reader) {
  if (!scenario || (!fs::is_directory(scenario->text) && std::ifstream(scenario->text))) return;
  reader.mistake(scenario->where, fmt::format("cannot read the scenario file {}", in_quotes(scenario->text)),
                 "Its path begins at the folder of the experiment file.");
}

Experiment read(const std::string& text, const std::string& name, void (*look_for)(const std::optional<Located>&, Reader&)) {
  Mistakes mistakes;
  const Node root = tree(text, name, mistakes);
  Reader reader(mistakes, {});
  const ExperimentSpec spec = read_all(experiment_keys(), root, reader);
  const Conversion conversion(spec, reader, fs::path(name).parent_path());
  check(spec, reader);
  look_for(conversion.scenario(), reader);
  reader.throw_mistakes();
  return conversion.experiment();
}

}  // namespace

Experiment load_experiment(const std::string& path) { return read(read_file(path), path, require_readable); }

Experiment load_experiment_text(const std::string& text, const std::string& name) {
  return read(text, name, [](const std::optional<Located>&, Reader&) {});
}

const std::string& design_name(const Design& design) { return design_names().at(design.index()); }

bool is_experiment_file(const std::string& path) { return kind_of_file(path) == FileKind::experiment; }

}  // namespace ccm
