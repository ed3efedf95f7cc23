#pragma once
/// What the typed reading of a tree shares: the mistakes found, the place in the file, and the names that were defined and used.

#include <map>
#include <string>
#include <vector>

#include "scenarios/dimension.hpp"
#include "scenarios/node.hpp"

namespace ccm {

/// A name that a file defines or uses. `scope` is empty for names that hold in the whole file.
struct NameUse {
  std::string kind;
  std::string scope;
  std::string name;
  Mark where;
};

/// The state of one reading. Types (type.hpp) read through it.
class Reader {
 public:
  Reader(Mistakes& mistakes, UnitContext units) : mistakes_(mistakes), units_(std::move(units)) {}

  [[nodiscard]] const UnitContext& units() const { return units_; }
  void mistake(const Mark& where, std::string message, std::string advice = "") {
    mistakes_.add(where, std::move(message), std::move(advice));
  }
  /// Throws ScenarioError with every mistake so far, if there is any.
  void throw_mistakes() const { mistakes_.throw_if_any(); }
  /// "expected ..., not ...". Nothing for a node that was reported already.
  void unexpected(const Node& node, const std::string& expected, const std::string& advice = "");

  /// Reads a part of the tree under a longer path, e.g. "customers[2].beta", and remembers where it stands.
  template <class Reading>
  auto inside(const std::string& step, const Mark& where, Reading reading) {
    const std::size_t length = path_.size();
    path_ += step;
    marks_[path_] = where;
    auto result = reading();
    path_.resize(length);
    return result;
  }

  /// The place of a path that was read, or of the nearest path around it.
  [[nodiscard]] Mark mark_of(std::string path) const;

  /// Names defined and used inside one item of a top-level list share a scope, e.g. the machines of one minifactory.
  [[nodiscard]] std::string local_scope() const;
  void define(NameUse definition);
  void use(NameUse use) { uses_.push_back(std::move(use)); }
  /// Reports every use of a name that nothing defines.
  void resolve_names();

 private:
  using Key = std::pair<std::string, std::string>;  // kind, scope

  Mistakes& mistakes_;
  UnitContext units_;
  std::string path_;
  std::map<std::string, Mark> marks_;
  std::map<Key, std::map<std::string, Mark>> definitions_;
  std::vector<NameUse> uses_;
};

}  // namespace ccm
