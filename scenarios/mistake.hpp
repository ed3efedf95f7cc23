#pragma once
/// Mistakes in a user's file, each with its place, and the error that carries all of them.

#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace ccm {

/// A text that scenarios are read from: a file, or one --set argument.
struct Source {
  std::string name;
  std::vector<std::string> lines;
};

/// A place in a source; lines and columns count from 1, columns in characters. Line 0 means the source as a whole.
struct Mark {
  std::shared_ptr<const Source> source;
  int line = 0;
  int column = 0;
};

/// One mistake: where it is, what is wrong, and what was expected or can be done.
struct Mistake {
  Mark where;
  std::string message;
  std::string advice;
};

/// "file:line:column: error: message", the line, a caret under the column, and the advice; without the parts that are empty.
[[nodiscard]] std::string to_text(const Mistake& mistake);

/// The user's input is wrong. `what()` shows every mistake.
class ScenarioError : public std::runtime_error {
 public:
  explicit ScenarioError(std::vector<Mistake> mistakes);
  [[nodiscard]] const std::vector<Mistake>& mistakes() const { return mistakes_; }

 private:
  std::vector<Mistake> mistakes_;
};

/// Throws ScenarioError with this mistake alone.
[[noreturn]] void fail_at(const Mark& where, std::string message, std::string advice = "");

/// Collects mistakes so that a user hears of all at once.
class Mistakes {
 public:
  /// A mistake that was added before is left out: one line of a template or of a counted item is read many times. Throws
  /// ScenarioError when there are so many mistakes that more would help nobody.
  void add(const Mark& where, std::string message, std::string advice = "");
  [[nodiscard]] bool empty() const { return mistakes_.empty(); }
  /// Throws ScenarioError with all mistakes, in the order of their places, if there is any.
  void throw_if_any() const;

 private:
  using Key = std::tuple<const Source*, int, int, std::string>;  // source, line, column, message

  std::vector<Mistake> mistakes_;
  std::set<Key> known_;
};

/// What the user wrote, in quotes, fit for a message: control characters as blanks, and not too long.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// "; did you mean 'x'?" for the candidate nearest to `word` if one is near, else nothing.
[[nodiscard]] std::string did_you_mean(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace ccm
