#pragma once
/// An experiment ready to be carried out.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/commands/experiment/design_points.hpp"
#include "sim/commands/experiment/workforce.hpp"

namespace ccm {

/// What the command line changes in an experiment file.
struct StudyChanges {
  std::vector<std::string> settings;
  std::optional<std::uint64_t> seed;
  std::optional<std::size_t> replications;
};

/// An output with its unit.
struct StudyOutput {
  std::string name;
  std::string unit;
};

/// An experiment with its points and what carries out a run of one. Points and replications are numbered from 1.
class Study {
 public:
  /// Throws ScenarioError with every mistake of the file, its scenario, and the changes.
  Study(const std::string& file, const StudyChanges& changes);

  [[nodiscard]] const Experiment& experiment() const { return experiment_; }
  /// What the command line changed; it is in the experiment.
  [[nodiscard]] const StudyChanges& changes() const { return changes_; }
  [[nodiscard]] const DesignPoints& design() const { return design_; }
  [[nodiscard]] std::size_t points() const { return design_.values.size(); }
  [[nodiscard]] std::size_t runs() const { return points() * experiment_.replications; }
  [[nodiscard]] const std::vector<StudyOutput>& outputs() const { return outputs_; }
  [[nodiscard]] const RunModel& model() const { return model_; }
  /// The hash of all that a run at the point depends on.
  [[nodiscard]] const std::string& hash(std::size_t point) const { return hashes_.at(point - 1); }
  /// The hash of all points: of two processes that read the same files it is the same.
  [[nodiscard]] std::string hash() const;
  /// "memory=0.2, latency=10 ms": the values of a point.
  [[nodiscard]] std::string text_of(std::size_t point) const;

 private:
  void use_scenario();
  void use_generator();

  StudyChanges changes_;
  Experiment experiment_;
  DesignPoints design_;
  std::vector<StudyOutput> outputs_;
  RunModel model_;
  std::vector<std::string> hashes_;
};

}  // namespace ccm
